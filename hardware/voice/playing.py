"""The playing process: ``python -m hardware.voice.playing [CARD [PLACE]]``. Only its parent talks to it.

A line of JSON in, ``{"id", "bytes", "volume"}``, followed by so many bytes of samples. Lines of JSON out::

    ["ready", CARD or null]     once, when it knows whether its card is there
    ["device", CARD or null]    the card is another
    ["started", ID]             samples go to the card
    ["ended", ID, WHOLE]        nothing more of it is played; WHOLE: to its end

It ends with its input. It also ends after a while without a card: Qt asks for the sound server once in a
process, so that only a new one sees a server that came later.
"""

from __future__ import annotations

import json
import os
import sys
import threading

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal

from hardware.voice.player import Clip, Player

WITHOUT_CARD_MS = 2000


class Requests(QObject):
    """What comes in, read on a thread of its own: a pipe cannot be waited on by Qt everywhere.

    Signals:
        came(object): A :class:`Clip`.
        over: There is no more.
    """

    came = Signal(object)
    over = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        threading.Thread(target=self._read, name="requests", daemon=True).start()

    def _read(self) -> None:
        stdin = sys.stdin.buffer
        while line := stdin.readline():
            head = json.loads(line)
            samples = stdin.read(head["bytes"])
            self.came.emit(Clip(head["id"], samples, head["volume"]))
        self.over.emit()


def say(*what: object) -> None:
    """Tell the parent; without one this process has nobody to play for."""
    try:
        sys.stdout.write(json.dumps(what) + "\n")
        sys.stdout.flush()
    except OSError:
        os._exit(1)


def main() -> int:
    """Play until the input ends."""
    app = QCoreApplication([])
    card, place = (*sys.argv[1:], "", "")[:2]
    player = Player(card, int(place) if place else None, app)
    alone = QTimer(app, interval=WITHOUT_CARD_MS, singleShot=True)
    alone.timeout.connect(app.quit)

    def changed(name: str | None) -> None:
        say("device", name)
        if name is None:
            alone.start()
        else:
            alone.stop()

    player.look()
    say("ready", player.device)
    if player.device is None:
        alone.start()
    player.device_changed.connect(changed)
    player.started.connect(lambda clip: say("started", clip.id))
    player.ended.connect(lambda clip, whole: say("ended", clip.id, whole))
    requests = Requests(app)
    requests.came.connect(player.play, Qt.ConnectionType.QueuedConnection)
    requests.over.connect(app.quit, Qt.ConnectionType.QueuedConnection)
    return app.exec()


if __name__ == "__main__":
    code = main()
    # A sound server that hangs would hold up Qt's own good-bye; nothing here has to be kept.
    sys.stdout.flush()
    os._exit(code)
