"""The playing process: ``python -m hardware.voice.playing [CARD [PLACE]]``. Only its parent talks to it.

A line of JSON in, ``{"id", "bytes", "volume"}``, followed by so many bytes of samples; with ``"stop": true``
and no bytes, what plays of that id ends, or never begins. Lines of JSON out::

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
import queue
import socket
import sys
import threading
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, QTimer

from hardware.voice.player import Clip, Player

WITHOUT_CARD_MS = 2000


class Requests(QObject):
    """What comes in, read on a thread of its own: a pipe cannot be waited on by Qt everywhere.

    The thread touches nothing of Qt. Emitting there stopped this process for ever in one of four starts, on a
    busy machine (docs/adr/0018); a socket wakes the loop instead.
    """

    def __init__(self, take: Callable[[Clip], None], over: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._take = take
        self._over = over
        self._came: queue.SimpleQueue[Clip | None] = queue.SimpleQueue()
        self._ours, self._readers = socket.socketpair()
        self._notifier = QSocketNotifier(self._ours.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._hear)
        threading.Thread(target=self._read, name="requests", daemon=True).start()

    def _read(self) -> None:
        stdin = sys.stdin.buffer
        while line := stdin.readline():
            head = json.loads(line)
            clip = Clip(head["id"], stdin.read(head["bytes"]), head["volume"], stop=head.get("stop", False))
            self._came.put(clip)
            self._readers.send(b"!")
        self._came.put(None)
        self._readers.send(b"!")

    def _hear(self) -> None:
        for _ in self._ours.recv(64):
            clip = self._came.get()
            if clip is None:
                self._over()
            else:
                self._take(clip)


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
    Requests(player.play, app.quit, app)
    return app.exec()


if __name__ == "__main__":
    code = main()
    # A sound server that hangs would hold up Qt's own good-bye; nothing here has to be kept.
    sys.stdout.flush()
    os._exit(code)
