"""A program with nothing but a player: paths in, events out. A process of its own for each sound server,
because Qt asks for the sound server once in a process and never again."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSocketNotifier

from hardware.voice.filesink import FileSink
from hardware.voice.player import Clip, Player


def say(event: str, what: object) -> None:
    sys.stdout.write(json.dumps([event, what]) + "\n")
    sys.stdout.flush()


def main() -> int:
    app = QCoreApplication([])
    player = Player(FileSink(Path(sys.argv[1])))
    player.started.connect(lambda clip: say("started", clip.path.name))
    player.finished.connect(lambda clip: say("finished", clip.path.name))
    player.device_changed.connect(lambda name: say("device", name))

    def take(_socket: object) -> None:
        lines = os.read(0, 65536).decode()
        for line in lines.splitlines():
            player.play(Clip(Path(line)))
        if not lines:
            app.quit()

    requests = QSocketNotifier(0, QSocketNotifier.Type.Read)
    requests.activated.connect(take)
    say("ready", None)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
