"""``hallcall kiosk`` as it is, with a visitor's finger and eyes: ``python -m tests.support.kiosk_program STEP
kiosk --core URL ...``.

The program is run whole, through its command line; what is added watches it from inside. Each line of its
input is an order in JSON, a list of words, and is answered with one line of JSON:

* ``["tap", NAME]``: touch what has that objectName, once it shows and the page has stood long enough;
* ``["await", NAME]``: wait until it shows, and say the words on it; ``["await", NAME, WORDS]``: until it says
  them;
* ``["look"]``: what shows, what of it does not fit, and how many numbers the kiosk keeps of each queue;
* ``["picture", FILE]``: keep the screen as a PNG.

At STEP (:data:`tests.support.offline_kiosk.STEPS`; ``-``: never) it kills itself as ``kill -9`` does.
"""

from __future__ import annotations

import json
import sys
import time
from collections import deque
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSocketNotifier, QTimer
from PySide6.QtQuick import QQuickView

from core.qt.app import make_app
from hallcall.cli import main
from hallcall.demo.hands import named, page_of, shown, touch
from kiosk.timings import Timings
from tests.support import qml
from tests.support.offline_kiosk import dies_at

_LOOK_MS = 10
_SETTLED_S = Timings().settle_s + 0.05
"""A touch sooner after a page opened was meant for the page before."""


class Visitor(QObject):
    """Does what the orders say, one after the other, while the program's own loop runs."""

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self._view: QQuickView | None = None
        self._orders: deque[list[str]] = deque()
        self._page, self._since = "", 0.0
        self._heard = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._heard.activated.connect(self._read)
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Find the window when it is shown."""
        if self._view is None and event.type() == QEvent.Type.Show and isinstance(watched, QQuickView):
            self._view = watched
            self._timer.start()
        return False

    def _read(self) -> None:
        line = sys.stdin.readline()
        if line:
            self._orders.append(json.loads(line))
        else:
            self._heard.setEnabled(False)
            QCoreApplication.exit(0)

    def _look(self) -> None:
        assert self._view is not None
        page = page_of(self._view)
        if page != self._page:
            self._page, self._since = page, time.monotonic()
        if not self._orders:
            return
        # Touching runs the loop: the timer must not come in between.
        self._timer.stop()
        answer = self._do(self._view, *self._orders[0])
        if answer is not None:
            self._orders.popleft()
            print(json.dumps(answer), flush=True)  # noqa: T201 - it is what it answers with
        self._timer.start()

    def _do(self, view: QQuickView, what: str, name: str = "", words: str = "") -> dict[str, Any] | None:
        """Return the answer to an order, ``None``: not yet."""
        match what:
            case "tap":
                if named(view, name) is None or time.monotonic() - self._since < _SETTLED_S:
                    return None
                touch(view, name)
                return {"tapped": name}
            case "await":
                said = shown(view, name)
                return {"said": said} if named(view, name) is not None and words in said else None
            case "look":
                kept = view.rootObject().property("vm").inputs.reserved
                return {"names": qml.names(view), "unfit": qml.unfit(view), "reserved": dict(kept)}
            case "picture":
                return {"kept": view.grabWindow().save(name)}
        raise ValueError(what)


if __name__ == "__main__":
    step, *command = sys.argv[1:]
    if step != "-":
        dies_at(step)
    Visitor(make_app("hallcall-kiosk", widgets=False))
    sys.exit(main(command))
