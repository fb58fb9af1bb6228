"""Which clips a command is about."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from core.app.hallfile import HallFileInvalid, load
from core.domain.hall import Hall, Voice
from hallcall.halls import NoSuchHall, resolve
from hardware.voice.clips import clip_list, in_order, usual_voice
from hardware.voice.notes import name_of
from hardware.voice.pack import NoPack, Pack
from hardware.voice.phrase import Part
from hardware.voice.prompts import prompt_list
from hardware.voice.rules import recordable


class WrongUse(Exception):
    """The command was asked for something that there is not."""


def hall_of(name: str | None) -> Hall | None:
    """Return the hall of a file or a shipped hall's name, ``None`` without a name.

    Raises:
        WrongUse: It cannot be used.
    """
    if name is None:
        return None
    try:
        return load(resolve(name))
    except (NoSuchHall, HallFileInvalid, OSError) as error:
        raise WrongUse(str(error)) from error


def voice_of(language: str, hall: Hall | None) -> Voice:
    """Return the hall's voice, or the usual one of a language.

    Raises:
        WrongUse: Nobody has written down what has to be recorded of this language.
    """
    if language not in recordable():
        raise WrongUse(f"no rules for the language {language!r}; there are: {', '.join(recordable())}")
    return usual_voice(language) if hall is None else hall.voice


def wanted(language: str, hall: Hall | None, *, kiosk: bool = False) -> tuple[Part, ...]:
    """Return the clips to be recorded, in their order.

    Args:
        kiosk: Also what a kiosk says to those who cannot see its screen.

    Raises:
        WrongUse: As :func:`voice_of`.
    """
    calls = clip_list(language, voice_of(language, hall), hall)
    return in_order([*calls, *prompt_list(language, hall)]) if kiosk else calls


def recorded(folder: Path, language: str) -> Pack:
    """Return the pack in a folder that a speaker's clips may go into.

    Raises:
        NoPack: It cannot be used, or it is a synthetic one or another language's.
    """
    pack = Pack.open(folder)
    if pack.standin or pack.language != language:
        what = "a synthetic stand-in" if pack.standin else f"a pack of {pack.language}"
        raise NoPack(f"{folder} is {what}: remove it or choose another folder")
    return pack


def from_key(parts: Sequence[Part], key: str | None) -> int:
    """Return where in the list a key stands; the beginning without one.

    Raises:
        WrongUse: It is not in the list.
    """
    if key is None:
        return 0
    for at, part in enumerate(parts):
        if part.key == key:
            return at
    raise WrongUse(f"no clip {key!r} in the list; hallcall voice list shows it")


def any_script() -> None:
    """Let every script be printed: redirected output may be in an encoding that has no Tibetan."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


def print_list(language: str, hall: Hall | None, parts: Sequence[Part]) -> None:
    """Print the list for people."""
    whose = f"the hall {hall.id}" if hall else "any hall"
    print(f"{name_of(language)}: {len(parts)} clips for {whose}")
    for i, part in enumerate(parts, 1):
        print(f"{i:>4}  {part.key:<12} {part.text}")
        print(f"{'':>19}{part.say}  [{part.mark}]")


def write_sheet(parts: Sequence[Part], file: TextIO) -> None:
    """Write the sheet for the studio: one row a clip, with a column to tick."""
    if isinstance(file, io.TextIOWrapper):
        file.reconfigure(encoding="utf-8", newline="")
    # The mark without which the usual program for sheets takes the script for something else.
    file.write("\ufeff")
    sheet = csv.writer(file)
    sheet.writerow(("no", "file", "script", "how to say it", "sure of it", "recorded"))
    for i, part in enumerate(parts, 1):
        sheet.writerow((i, f"{part.key}.wav", part.text, part.say, part.mark, ""))
