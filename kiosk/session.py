"""One visitor's turn at the kiosk: what was touched and heard, and when it is over."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from core.client.port import Link
from core.domain.hall import Hall
from kiosk import derive
from kiosk.hours import closed_queues
from kiosk.state import Inputs, Page, Printing, Refusal, Taken
from kiosk.taking import Taking
from kiosk.timings import Timings

FLOOR_SETTLES_MS = 100
"""Changes of the floor are shown together: after a power cut hundreds come at once."""


class Session(QObject):
    """Keeps the inputs of the screen.

    Time comes from ``clock`` (monotonic seconds) and ``now``; :meth:`tick` looks at both.

    Attributes:
        inputs: What is known now.

    Signals:
        changed: ``inputs`` is new.
    """

    changed = Signal()

    def __init__(
        self,
        link: Link,
        taking: Taking,
        *,
        timings: Timings | None = None,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.inputs = Inputs()
        self._link = link
        self._taking = taking
        self._timings = timings or Timings()
        self._clock = clock
        self._now = now
        self._ends_at: float | None = None
        self._looked: tuple[Hall, datetime] | None = None
        self._ticker = self._timer(int(self._timings.tick_s * 1000), self.tick)
        self._ticker.start()
        self._settle = self._timer(FLOOR_SETTLES_MS, self._line_changed)
        self._settle.setSingleShot(True)
        self._follow()
        self._hall_changed()

    def _follow(self) -> None:
        self._link.hall_changed.connect(self._hall_changed)
        self._link.floor_changed.connect(self._floor_moved)
        self._link.went_live.connect(self._line_changed)
        self._link.went_dark.connect(self._line_changed)
        self._link.degraded_changed.connect(self._line_changed)
        self._taking.taken.connect(self._taken)
        self._taking.refused.connect(self._refused)
        self._taking.printed.connect(self._printed)
        self._taking.unprinted.connect(self._unprinted)

    # What the visitor does

    def choose(self, key: str) -> None:
        """Open a zone, or take a number of a queue, for an item or for a matter (``"zone:tax"``, ...)."""
        if self.inputs.busy or self.inputs.page is Page.RESULT or self.inputs.hall is None:
            return
        what, _, which = key.partition(":")
        if what == "zone":
            self._open_zone(which)
        elif self._taking.take(what, which, self.inputs.language):
            self._ends_at = None
            self._update(busy=True, refusal=None, left_s=None)

    def speak(self, language: str) -> None:
        """Go on in another language."""
        self._update(language=language)
        self.touched()

    def open_matters(self) -> None:
        """Open the frequent matters."""
        self._open(Page.MATTERS)

    def turn(self, sheets: int) -> None:
        """Turn so many sheets of a long list on."""
        self._update(sheet=max(0, self.inputs.sheet + sheets))
        self.touched()

    def back(self) -> None:
        """Go back to the zones, in the same language."""
        if not self.inputs.busy:
            self._open(Page.HOME)

    def dismiss(self) -> None:
        """Close the notice why there is no number."""
        self._update(refusal=None)
        self._stay(self._timings.idle_s)

    def done(self) -> None:
        """End this visitor's turn: the number goes away and the hall's first language comes back."""
        self._ends_at = None
        hall = self._link.hall
        language = hall.languages[0] if hall else self.inputs.language
        self._update(
            hall=hall,
            language=language,
            page=Page.HOME,
            zone="",
            sheet=0,
            taken=None,
            refusal=None,
            left_s=None,
        )
        self._look_at_clock()

    def touched(self) -> None:
        """Somebody is here: the page stays."""
        waits = self.inputs.busy or self.inputs.refusal is not None
        if self.inputs.page is not Page.RESULT and not waits:
            self._stay(self._timings.idle_s)

    def tick(self) -> None:
        """Look at the clock."""
        left = math.inf if self._ends_at is None else self._ends_at - self._clock()
        if left <= 0:
            self.done()
            return
        at_start = self.inputs.page is Page.HOME and self.inputs.refusal is None
        said = left <= self._timings.warn_s and not at_start
        self._update(left_s=math.ceil(left) if said else None)
        self._look_at_clock()

    # What is heard

    def _hall_changed(self) -> None:
        if self.inputs.page is Page.RESULT or self.inputs.busy:
            return  # the visitor in front of us finishes first; done() takes the new hall
        self._line_changed()
        self.done()

    def _floor_moved(self) -> None:
        if not self._settle.isActive():
            self._settle.start()

    def _line_changed(self) -> None:
        link = self._link
        self._update(live=link.live, degraded=link.degraded, waiting=dict(link.floor.waiting))

    def _taken(self, taken: Taken) -> None:
        self._update(busy=False, page=Page.RESULT, taken=taken, printing=Printing.UNDER_WAY)
        # Should the printer never end, the number goes away all the same.
        self._stay(self._timings.unprinted_s)

    def _refused(self, refusal: Refusal) -> None:
        self._update(busy=False, refusal=refusal)
        self._stay(self._timings.notice_s)

    def _printed(self, taken: Taken) -> None:
        self._print_ended(taken, Printing.DONE, self._timings.result_s)

    def _unprinted(self, taken: Taken) -> None:
        self._print_ended(taken, Printing.FAILED, self._timings.unprinted_s)

    def _print_ended(self, taken: Taken, printing: Printing, stays_s: float) -> None:
        if self.inputs.taken == taken:
            self._update(printing=printing)
            self._stay(stays_s)

    # Within

    def _open_zone(self, zone: str) -> None:
        hall = self.inputs.hall
        queues = derive.queues_of(hall, zone) if hall else []
        if len(queues) == 1:
            self.choose(f"queue:{queues[0].id}")
        elif queues:
            self._open(Page.ZONE, zone)

    def _open(self, page: Page, zone: str = "") -> None:
        self._update(page=page, zone=zone, sheet=0)
        self._stay(self._timings.idle_s)

    def _stay(self, seconds: float) -> None:
        self._ends_at = self._clock() + seconds
        self.tick()

    def _look_at_clock(self) -> None:
        """Queues open and close on the minute, and no event says so."""
        hall = self.inputs.hall
        if hall is None:
            return
        now = self._now().astimezone(hall.zone_info).replace(second=0, microsecond=0)
        if (hall, now) != self._looked:
            self._looked = (hall, now)
            self._update(now=now, closed=closed_queues(hall, now))

    def _timer(self, interval_ms: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(interval_ms)
        timer.timeout.connect(slot)
        return timer

    def _update(self, **heard: Any) -> None:
        inputs = replace(self.inputs, **heard)
        if inputs != self.inputs:
            self.inputs = inputs
            self.changed.emit()
