"""The hall's voice, watched: ``python -m hallcall.bench.voice CORE TOKEN FOLDER``.

Prints the languages it speaks when it follows the hall; then for each call when its first sample went to the
loudspeaker, or to the file where there is none (``time.monotonic``), and a line once all is silent again.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from core.client.link import CoreLink
from core.qt.app import make_app, run_app
from hallcall.agents.announcer import Announcer
from hardware.voice.filesink import FileSink
from hardware.voice.player import Player
from hardware.voice.synth import Synthesizer

_LOOK_MS = 20


class Listener(QObject):
    """Prints when the player begins, and when it has ended."""

    def __init__(self, player: Player) -> None:
        super().__init__(player)
        self._player = player
        player.started.connect(self._started)
        player.finished.connect(self._finished)

    def _started(self, _clip: object) -> None:
        # By the next turn of the loop the player has read the file and given its samples away.
        QTimer.singleShot(0, self, lambda: print(time.monotonic(), flush=True))

    def _finished(self) -> None:
        if self._player.idle:
            print("silent", flush=True)
        else:
            QTimer.singleShot(_LOOK_MS, self, self._finished)


def announce(core: str, token: str, folder: Path) -> int:
    """Say the calls until told to end."""
    app = make_app("hallcall-announcer", widgets=False)
    link = CoreLink(core, token)
    player = Player(FileSink(folder))
    Listener(player)
    with Synthesizer() as synthesizer:
        announcer = Announcer(link, None, synthesizer, folder, player)
        link.went_live.connect(lambda: print(" ".join(sorted(synthesizer.languages)), flush=True))
        link.start()
        code = run_app(app)
        link.stop()
        player.stop()
        announcer.close()
    return code


if __name__ == "__main__":
    sys.exit(announce(sys.argv[1], sys.argv[2], Path(sys.argv[3])))
