"""A visitor at the real kiosk: ``python -m hallcall.bench.touch CORE TOKEN PRINTER HALL``.

For each line on stdin it takes a ticket by touch and prints one line, when the finger came down on the tile
(``time.monotonic``); before that, when the kiosk is ready, the queue's id. The program's own loop runs all
the while, as at a real kiosk: waiting in ``QTest`` would keep Python's lock from the printer's thread.
"""

from __future__ import annotations

import queue
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from core.app.hallfile import load
from core.client.link import CoreLink
from core.qt.app import make_app, run_app
from hallcall.demo.hands import named, touch
from hallcall.demo.stage import Scene, scene_of
from hardware.devices import PrinterEntry
from hardware.slip.painter import WIDTH_80MM
from kiosk.app import KioskApp
from kiosk.timings import Timings

_LOOK_MS = 5

Condition = Callable[[], bool]


class Visitor(QObject):
    """Goes on with what it does as soon as what it waits for has come."""

    def __init__(self, acts: Iterator[Condition], parent: QObject) -> None:
        super().__init__(parent)
        self._acts = acts
        self._waits_for = next(acts)
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        if self._waits_for():
            # Touching runs the loop: the timer must not come in between.
            self._timer.stop()
            self._waits_for = next(self._acts)
            self._timer.start()


def visits(kiosk: KioskApp, scene: Scene, orders: queue.SimpleQueue[str]) -> Iterator[Condition]:
    """Take a ticket for each order; yields what must have come before it goes on."""
    zone, tile = f"zone:{scene.zone}", f"queue:{scene.queue.id}"
    printed: list[object] = []
    kiosk.slip_printed.connect(printed.append)
    yield lambda: named(kiosk.view, zone) is not None
    print(scene.queue.id, flush=True)
    while True:
        yield lambda: not orders.empty()
        orders.get()
        before = len(printed)
        touch(kiosk.view, zone)
        yield lambda: named(kiosk.view, tile) is not None
        at = time.monotonic()
        touch(kiosk.view, tile)
        print(at, flush=True)
        yield lambda before=before: len(printed) > before  # type: ignore[misc]
        touch(kiosk.view, "done")
        yield lambda: named(kiosk.view, zone) is not None


def visit(core: str, token: str, printer: str, hall: Path) -> int:
    """Show the kiosk and take tickets until told to end."""
    app = make_app("hallcall-kiosk", widgets=False)
    link = CoreLink(core, token)
    kiosk = KioskApp(
        link, (PrinterEntry("bench", printer, WIDTH_80MM),), machine="bench", timings=Timings(settle_s=0)
    )
    orders: queue.SimpleQueue[str] = queue.SimpleQueue()
    threading.Thread(target=_read, args=(orders,), daemon=True).start()
    Visitor(visits(kiosk, scene_of(load(hall)), orders), app)
    link.start()
    kiosk.show()
    code = run_app(app)
    link.stop()
    kiosk.close()
    return code


def _read(orders: queue.SimpleQueue[str]) -> None:
    for line in sys.stdin:
        orders.put(line)


if __name__ == "__main__":
    sys.exit(visit(sys.argv[1], sys.argv[2], sys.argv[3], Path(sys.argv[4])))
