"""The hall's voice, watched: ``python -m hallcall.bench.voice CORE TOKEN FOLDER VOICES``.

Prints the languages it speaks when it follows the hall; then for each call when its first sample went to the
loudspeaker, or to the file where there is none (``time.monotonic``), and a line once all is silent again.
"""

from __future__ import annotations

import sys
from pathlib import Path

from core.client.link import CoreLink
from core.qt.app import make_app, run_app
from hallcall.agents.announcer import Announcer
from hardware.voice.channel import Channel
from hardware.voice.filesink import FileSink
from hardware.voice.loudspeaker import Loudspeaker
from hardware.voice.parts import Voices
from hardware.voice.saying import Begun, ChannelSettings
from hardware.voice.synth import Synthesizer


def announce(core: str, token: str, folder: Path, packs: Path) -> int:
    """Say the calls until told to end."""
    app = make_app("hallcall-announcer", widgets=False)
    link = CoreLink(core, token)
    channel = Channel(ChannelSettings("bench"), Loudspeaker(), FileSink(folder))
    with Synthesizer() as synthesizer, Voices.open(packs, synthesizer) as voices:
        announcer = Announcer(link, None, voices, [(channel, folder)])
        announcer.began.connect(_tell_first)
        # It is silent only once nothing more waits: that, not the end of one, is told.
        announcer.speaking_changed.connect(_tell_silent)
        link.went_live.connect(lambda: print(" ".join(_heard(link, voices)), flush=True))
        link.start()
        code = run_app(app)
        link.stop()
        announcer.close()
    return code


def _heard(link: CoreLink, voices: Voices) -> list[str]:
    spoken = link.hall.voice.languages if link.hall else ()
    return [language for language in spoken if language in voices.languages]


def _tell_first(begun: Begun) -> None:
    print(begun.at_s, flush=True)


def _tell_silent(speaking: bool) -> None:
    if not speaking:
        print("silent", flush=True)


if __name__ == "__main__":
    sys.exit(announce(sys.argv[1], sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4])))
