"""A visitor who looks at everything: ``python -m hallcall.bench.tour_start CORE TOKEN PRINTER FOLDER``.

It runs the kiosk as ``hallcall kiosk`` does and goes wherever the pages' own keys lead, in every language of
the hall, in usual and in large type. When it has seen everything and the kiosk is at rest again it prints two
lines, the pages it saw and what changing to each cost (JSON), and stays. Little of the bench is imported
here: it would count as the kiosk's memory.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from core.client.http import CoreHttp
from core.client.link import CoreLink
from core.client.plain import leave_tls_out
from core.qt.app import make_app, run_app
from hallcall.voice_options import mouth_for
from hardware.devices import PrinterEntry
from hardware.slip.painter import WIDTH_80MM
from kiosk.app import KioskApp
from kiosk.timings import Timings
from kiosk.view_model import KioskViewModel

LONGEST = 5
"""Touches until a page; what lies deeper is typed by hand."""
TYPED = ("letter:s", "letter:h", "letter:e")
"""What is typed into the search; all of it leads to something in any catalogue."""
_LOOK_MS = 2
_LOOKS_MOST = 1500

Path_ = tuple[str, ...]
Condition = Callable[[], bool]


class Tour(QObject):
    """Goes from page to page; each is painted before it is left.

    Attributes:
        seen: How each page was reached first.
        costs_ms: Of each page the processor time from the touch until it was painted, without the voice.
    """

    def __init__(self, kiosk: KioskApp, model: KioskViewModel) -> None:
        super().__init__(kiosk)
        self._model = model
        self._frames = 0
        self.seen: dict[str, Path_] = {}
        self.costs_ms: dict[str, list[float]] = {}
        kiosk.view.frameSwapped.connect(self._count)
        self._acts = self._all()
        self._waits_for: Condition = lambda: model.page.page == "home"
        self._looks = 0
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _count(self) -> None:
        self._frames += 1

    def _look(self) -> None:
        self._looks += 1
        if self._waits_for() or self._looks > _LOOKS_MOST:
            self._looks = 0
            self._waits_for = next(self._acts, self._never)
            if self._waits_for is self._never:
                self._timer.stop()
                print(" ".join(self.seen), flush=True)
                print(json.dumps(self.costs_ms), flush=True)

    @staticmethod
    def _never() -> bool:
        return False

    def _all(self) -> Iterator[Condition]:
        hall = self._model.inputs.hall
        assert hall is not None
        yield from self._explore()
        for at, language in enumerate(hall.languages):
            tools = ("large",) if at % 2 else ("speak",)
            for path in list(self.seen.values()):
                yield from self._go((f"language:{language}", *tools, *path))
        yield from self._go(())

    def _explore(self) -> Iterator[Condition]:
        """Touch one key of each kind, wherever it stands first."""
        waiting: list[Path_] = [(), ("search", *TYPED)]
        tried = {"search"}
        while waiting:
            path = waiting.pop(0)
            yield from self._go(path)
            view = self._model.page
            self.seen.setdefault(view.page, path)
            for key in (*(each.key for each in view.tiles), *(each.key for each in view.buttons)):
                word = key.partition(":")[0]
                if word not in tried and len(path) < LONGEST:
                    tried.add(word)
                    waiting.append((*path, key))

    def _go(self, path: Path_) -> Iterator[Condition]:
        """Begin at the start, and touch one key after the other."""
        for key in ("done", *path):
            frames = self._frames
            before = self._model.page
            began = time.process_time()
            self._model.act(key)
            if self._model.page != before:
                yield lambda frames=frames: self._frames > frames and not self._model.inputs.busy  # type: ignore[misc]
                if self._model.page.page != before.page and not self._model.inputs.look.spoken:
                    cost_ms = (time.process_time() - began) * 1000
                    self.costs_ms.setdefault(self._model.page.page, []).append(cost_ms)
            yield lambda: not self._model.inputs.busy


def tour(core: str, token: str, printer: str, folder: Path) -> int:
    """Show the kiosk and see all of it."""
    app = make_app("hallcall-kiosk", widgets=False)
    leave_tls_out(core)
    link = CoreLink(core, token)
    with ExitStack() as stack:
        entries = (PrinterEntry("bench", printer, WIDTH_80MM),)
        kiosk = KioskApp(
            link,
            entries,
            machine="bench",
            site=core,
            folder=folder,
            timings=Timings(settle_s=0),
            mouth=mouth_for(None, entries, stack),
            guide_line=lambda other: CoreHttp(core, other),
        )
        model = kiosk.view.rootObject().property("vm")
        seen = Tour(kiosk, model)
        link.start()
        kiosk.show()
        code = run_app(app)
        del seen
        link.stop()
        kiosk.close()
    return code
