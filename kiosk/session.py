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
from core.client.reply import Answer, Refused, Reply
from core.domain.hall import Hall
from core.domain.slip import SlipState
from core.domain.ticket import LegState
from hardware.errors import DeviceError
from hardware.idcard.card import SeenCard
from hardware.idcard.errors import CardProblem
from hardware.printer.ticket_printer import Outcome
from kiosk import derive
from kiosk.codes import BookingCode, SlipCode, read_code
from kiosk.hours import closed_queues
from kiosk.state import Inputs, Page, Place, Printing, Refusal, Taken
from kiosk.taken import read_wait
from kiosk.taking import Taking
from kiosk.timings import Timings

_ENDED = {
    SlipState.PRINTED: Printing.DONE,
    SlipState.FAILED: Printing.FAILED,
    SlipState.UNKNOWN: Printing.UNKNOWN,
}

FLOOR_SETTLES_MS = 100
"""Changes of the floor are shown together: after a power cut hundreds come at once."""


class Session(QObject):
    """Keeps the inputs of the screen.

    Time comes from ``clock`` (monotonic seconds) and ``now``; :meth:`tick` looks at both.

    Attributes:
        inputs: What is known now.

    Signals:
        changed: ``inputs`` is new.
        ticked: The clock was looked at.
    """

    changed = Signal()
    ticked = Signal()

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
        self._taking.not_booked.connect(self._not_booked)

    # What the visitor does

    def choose(self, key: str) -> None:
        """Open a zone, or take a number of a queue, for an item or for a matter (``"zone:tax"``, ...)."""
        if self.inputs.busy or self.inputs.page is Page.RESULT or self.inputs.hall is None:
            return
        what, _, which = key.partition(":")
        if what == "zone":
            self._open_zone(which)
        elif self._taking.take(what, which, self.inputs.language, self.inputs.card):
            self._wait_for_core()

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
        """Close the notice."""
        self._update(refusal=None, place=None)
        self._stay(self._timings.idle_s)

    def done(self) -> None:
        """End this visitor's turn: all of it goes away and the hall's first language comes back."""
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
            card=None,
            refusal=None,
            place=None,
            left_s=None,
        )
        self._look_at_clock()

    def touched(self) -> None:
        """Somebody is here: the page stays."""
        waits = self.inputs.busy or self._notice
        if self.inputs.page is not Page.RESULT and not waits:
            self._stay(self._timings.idle_s)

    def tick(self) -> None:
        """Look at the clock."""
        self.ticked.emit()
        left = math.inf if self._ends_at is None else self._ends_at - self._clock()
        if left <= 0:
            self.done()
            return
        at_start = self.inputs.page is Page.HOME and self.inputs.card is None and not self._notice
        said = left <= self._timings.warn_s and not at_start
        self._update(left_s=math.ceil(left) if said else None)
        self._look_at_clock()

    # What the devices say

    def lay(self, card: SeenCard | DeviceError) -> None:
        """Greet the person of a card, whose booking is come to; or say why nothing is known of the card."""
        if not self._begins():
            return
        if isinstance(card, SeenCard):
            self._update(card=card, refusal=None, place=None)
            if self._taking.check_in(self.inputs.language, card=card):
                self._wait_for_core()
        else:
            self._refused(Refusal(card.key if isinstance(card, CardProblem) else "card_reader.fault"))

    def scan(self, scanned: str) -> None:
        """Come to the booking of a code, or show where the visit of a slip stands."""
        if not self._begins():
            return
        match read_code(scanned):
            case BookingCode(code):
                if self._taking.check_in(self.inputs.language, code=code):
                    self._wait_for_core()
            case SlipCode(track):
                self._wait_for_core()
                self._link.get(f"/api/track/{track}", self._looked_up)
            case None:
                self._refused(Refusal("scan.not_ours"))

    def print_ended(self, taken: Taken, outcome: Outcome) -> None:
        """Say how the slip of a ticket ended; where there may be none its number stays longer."""
        if self.inputs.taken != taken:
            return
        printing = _ENDED[outcome.state]
        self._update(printing=printing)
        self._stay(self._timings.result_s if printing is Printing.DONE else self._timings.unprinted_s)

    def know_devices(self, *, prints: bool, reads_cards: bool) -> None:
        """Take in what the devices can do now."""
        self._update(prints=prints, reads_cards=reads_cards)

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
        printing = Printing.UNDER_WAY if self._taking.prints else Printing.NONE
        self._update(busy=False, page=Page.RESULT, taken=taken, card=None, printing=printing)
        # Should the printer never end, the number goes away all the same.
        self._stay(self._timings.unprinted_s)

    def _refused(self, refusal: Refusal) -> None:
        self._update(busy=False, refusal=refusal)
        self._stay(self._timings.notice_s)

    def _not_booked(self) -> None:
        self._update(busy=False)
        self._stay(self._timings.idle_s)

    def _looked_up(self, reply: Reply) -> None:
        match reply:
            case Answer(body):
                state, wait = LegState(body["state"]), read_wait(body["wait"])
                place = Place(body["number"], state, body["window"], body["ahead"], wait)
                self._update(busy=False, place=place)
                self._stay(self._timings.notice_s)
            case Refused(_, _, 404):
                self._refused(Refusal("scan.not_ours"))
            case Refused(key, params):
                self._refused(Refusal(key, params))
            case _:
                self._refused(Refusal("core.unreachable"))

    # Within

    @property
    def _notice(self) -> bool:
        return self.inputs.refusal is not None or self.inputs.place is not None

    def _begins(self) -> bool:
        """Return whether a card or a code is taken now; one that comes after a slip is the next visitor's."""
        if self.inputs.page is Page.RESULT and self.inputs.printing is Printing.DONE:
            self.done()
        choosing = derive.derive_shown(self.inputs) == "choice"
        return choosing and not self.inputs.busy

    def _wait_for_core(self) -> None:
        self._ends_at = None
        self._update(busy=True, refusal=None, place=None, left_s=None)

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
