"""Options of the programs that speak, and what they make of them."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from hallcall.folders import data_folder, voices_folder

if TYPE_CHECKING:
    from core.client.link import CoreLink
    from hallcall.agents.voice_at_work import VoiceAtWork
    from hardware.devices import Entry
    from hardware.voice.settings import LoudspeakerSettings
    from kiosk.spoken.mouth import Mouth

_PAGES_BYTES = 1 << 20
"""Of what a kiosk reads aloud is kept in memory: from the disk a piece comes in a millisecond, well before it
is its turn, and a kiosk that is listened to would hold 32 MB of them after some weeks."""


def add_voice(parser: argparse.ArgumentParser) -> None:
    """Where recorded voices, the newest calls and the notes of what was said are."""
    add_packs(parser)
    parser.add_argument(
        "--out",
        metavar="DIR",
        type=Path,
        help="keep the newest calls here as WAV; default: a temporary folder",
    )
    parser.add_argument(
        "--state",
        metavar="DIR",
        type=Path,
        help="keep here what was said, so that a program that is started again says nothing twice; a display"
        " keeps its token here too: two of them on one machine need a folder each",
    )


def add_packs(parser: argparse.ArgumentParser) -> None:
    """Where recorded voices are."""
    parser.add_argument(
        "--voices",
        metavar="DIR",
        type=Path,
        help="recorded voices, a folder for each language (docs/voice.md; HALLCALL_VOICES)",
    )


def state_folder(given: Path | None) -> Path:
    """Return where the voice keeps its notes: as given, else in the user's data folder."""
    return given or data_folder() / "voice"


def set_quiet(state: Path, *, quiet: bool) -> int:
    """Have the voice of this machine be silent, or speak again, and return the exit code."""
    from hallcall.agents.voice_at_work import QUIET
    from hallcall.exits import DONE, FAILED

    try:
        state.mkdir(parents=True, exist_ok=True)
        if quiet:
            (state / QUIET).touch()
        else:
            (state / QUIET).unlink(missing_ok=True)
    except OSError as error:
        print(error, file=sys.stderr)
        return FAILED
    print("nothing is said; the screens show every call" if quiet else "calls are said")
    return DONE


def loudspeakers(devices: Path | None, zone: str | None) -> list[LoudspeakerSettings] | None:
    """Return the loudspeakers of a device file, or the system's usual one; ``None`` once mistakes are said.

    Args:
        zone: Only those that say its calls, and of them only its calls; ``None``: all.
    """
    from dataclasses import replace

    from hallcall.device_file import loaded
    from hardware.devices import LoudspeakerEntry
    from hardware.voice.settings import LoudspeakerSettings

    only = None if zone is None else frozenset({zone})
    if devices is None:
        return [LoudspeakerSettings(zone or "hall", zones=only)]
    entries = loaded(devices)
    if entries is None:
        return None
    found = [each.settings for each in entries if isinstance(each, LoudspeakerEntry)]
    said = [
        replace(each, zones=only) if only else each
        for each in found
        if only is None or each.zones is None or only <= each.zones
    ]
    if not said:
        print(f"{devices}: it names no loudspeakers{f' for {zone}' if zone else ''}", file=sys.stderr)
        return None
    return said


def voice_for(
    args: argparse.Namespace,
    link: CoreLink,
    settings: list[LoudspeakerSettings],
    stack: ExitStack,
    *,
    lead_s: float = 0.0,
) -> VoiceAtWork:
    """Return the voice of a program that runs; ``stack`` ends it."""
    from core.client.devices import DeviceReports
    from hallcall.agents.voice_at_work import VoiceAtWork, VoiceFolders
    from hallcall.device_file import teller

    out = args.out or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="hallcall-calls-")))
    folders = VoiceFolders(
        out,
        state_folder(args.state),
        args.voices or voices_folder(),
        data_folder() / "voice" / "cache",
    )
    reports = DeviceReports(link, args.machine)
    stack.callback(reports.close)
    voice = VoiceAtWork(link, settings, folders, teller(reports, "voice"), lead_s=lead_s)
    stack.callback(voice.stop)
    return voice


def mouth_for(packs: Path | None, entries: Sequence[Entry], stack: ExitStack) -> Mouth:
    """Return what reads a kiosk's pages aloud, on its first loudspeaker; ``stack`` ends its voices."""
    from hardware.devices import LoudspeakerEntry
    from hardware.voice.loudspeaker import Loudspeaker
    from hardware.voice.parts import Voices
    from hardware.voice.settings import LoudspeakerSettings
    from hardware.voice.synth import Synthesizer
    from kiosk.spoken.mouth import Mouth

    found = [each.settings for each in entries if isinstance(each, LoudspeakerEntry)]
    use = found[0] if found else LoudspeakerSettings("kiosk")
    synthesizer = stack.enter_context(Synthesizer())
    cache = data_folder() / "voice" / "cache"
    voices = stack.enter_context(
        Voices.open(packs or voices_folder(), synthesizer, cache, memory=_PAGES_BYTES)
    )
    return Mouth(voices, Loudspeaker(use.card, use.place), use.name, use.volume)


def without_screen() -> None:
    """Run where there is no screen, too."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
