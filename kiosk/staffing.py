"""The staff page: opened by touches that nobody makes by chance, behind a PIN, with or without a core."""

from __future__ import annotations

import logging
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal

from hardware.errors import DeviceError
from hardware.idcard.card import SeenCard
from hardware.printer.ticket_printer import Outcome
from kiosk.session import Session
from kiosk.staff_pin import is_staff_pin
from kiosk.staff_state import LastTest, Machine, Printed, Read
from kiosk.state import Page
from kiosk.troubles import Troubles

log = logging.getLogger(__name__)

TOUCHES, WITHIN_S = 5, 3.0
"""So many touches of the clock in so long open the page."""
CODES = (("Slash", "Star", "Slash", "Star", "Slash"), ("Star", "0", "Star", "0", "Star"))
"""The same on a number pad (:data:`hardware.keypad.number_pad.KEYS`), and on one of twelve keys, as fast."""
PAUSES_S = (0, 0, 5, 15, 60, 300)
"""How long no PIN is taken after so many wrong ones in a row; the last one stays."""
OPEN = frozenset({Page.STAFF, Page.STAFF_PIN})


class Voice(Protocol):
    """What speaks at this kiosk, as loud as the hall wants until staff change that."""

    @property
    def percent(self) -> int:
        """How loud it is."""

    def set_volume(self, *, up: bool) -> None:
        """Be a step louder or softer from now on."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What the page does things with.

    Attributes:
        machine: Says what this machine is.
        print_test: Prints a slip and tells how that ended; ``None``: there is no printer.
        test: Tests everything now; ``None``: there is no such test.
        last_test: What the last test came to.
        seq: Number of the newest event.
        untold: How much the core was not told of yet.
        log_lines: The newest lines of the log.
        voice: What speaks here; ``None``: nothing does.
        speak: Reads the open page aloud.
    """

    machine: Callable[[], Machine]
    print_test: Callable[[Callable[[Outcome], None]], None] | None = None
    test: Callable[[], object] | None = None
    last_test: Callable[[], LastTest | None] = lambda: None
    seq: Callable[[], int] = lambda: 0
    untold: Callable[[], int] = lambda: 0
    log_lines: Callable[[], tuple[str, ...]] = tuple
    voice: Callable[[], Voice | None] = lambda: None
    speak: Callable[[], None] = lambda: None


class Staffing(QObject):
    """Handles the touches that open the page, the PIN, and everything staff do; all of it is logged.

    Signals:
        restart: Staff want the program to begin anew.
    """

    restart = Signal()

    def __init__(
        self,
        session: Session,
        troubles: Troubles,
        tools: Tools,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._troubles, self._tools, self._clock = session, troubles, tools, clock
        self._touches: deque[float] = deque(maxlen=TOUCHES)
        self._keys: deque[tuple[str, float]] = deque(maxlen=TOUCHES)
        self._wrong = 0
        self._not_before = 0.0
        session.on("clock", lambda _: self._clock_touched())
        session.on("staff", self._act)
        session.ticked.connect(self._look)
        session.ended.connect(self._forget)

    def lay(self, card: SeenCard | DeviceError) -> bool:
        """Take a card that is laid on while staff are here; return whether it was theirs."""
        page = self._session.inputs.at.page
        if page not in OPEN:
            return False
        if page is Page.STAFF and self._session.inputs.staff.reading:
            self._set(reading=False, read=_read(card))
            log.info(
                "staff: a card was read for a try: %s", "yes" if isinstance(card, SeenCard) else card.key
            )
            self._session.touched()
        return True

    def press(self, key: str) -> bool:
        """Take a key of a number pad; return whether it was the last one of the code."""
        self._keys.append((key, self._clock()))
        pressed, (_, began) = tuple(name for name, _ in self._keys), self._keys[0]
        if pressed not in CODES or self._clock() - began > WITHIN_S:
            return False
        self._keys.clear()
        look = self._session.inputs.look
        self._open()
        # Whoever types it may be blind, and hears where this has led.
        self._session.update(look=replace(self._session.inputs.look, spoken=look.spoken))
        return True

    # Getting in

    def _clock_touched(self) -> None:
        now = self._clock()
        self._touches.append(now)
        if len(self._touches) == TOUCHES and now - self._touches[0] <= WITHIN_S:
            self._touches.clear()
            self._open()

    def _open(self) -> None:
        if self._session.inputs.at.page not in OPEN:
            self._session.done()
            self._session.show(Page.STAFF_PIN)

    def _enter(self) -> None:
        left_s = self._not_before - self._clock()
        typed, hashed = self._session.inputs.typed, self._session.inputs.rules.staff_pin
        if left_s > 0 or not typed:
            return
        if is_staff_pin(hashed, typed):
            self._wrong = 0
            log.info("staff: the staff page was opened")
            self._refresh(wrong=False, wait_s=0)
            self._session.show(Page.STAFF)
            return
        self._wrong += 1
        pause_s = PAUSES_S[min(self._wrong, len(PAUSES_S) - 1)]
        self._not_before = self._clock() + pause_s
        log.warning("staff: a wrong PIN for the staff page, %d in a row", self._wrong)
        told = replace(self._session.inputs.staff, wrong=True, wait_s=pause_s)
        self._session.update(entries={}, staff=told)

    # What staff do

    def _act(self, what: str) -> None:
        match what:
            case "":
                self._open()
            case "enter":
                self._enter()
            case "leave":
                self._session.done()
            case _ if self._session.inputs.at.page is Page.STAFF:
                self._do(what)
            case _:
                log.warning("staff: %r was asked for without a PIN", what)

    def _do(self, what: str) -> None:
        match what:
            case "devices" | "sound" | "program" | "log":
                self._refresh()
                self._session.open(Page.STAFF, what)
                return
            case "print":
                self._print()
            case "read":
                self._set(reading=True, read=None)
            case "quieter" | "louder" if (voice := self._tools.voice()) is not None:
                voice.set_volume(up=what == "louder")
            case "speak":
                self._tools.speak()
            case "test" if self._tools.test is not None:
                self._tools.test()
            case "restart":
                log.warning("staff: the program is started again")
                self.restart.emit()
                return
            case "shut" | "reopen":
                self._troubles.shut(what == "shut")
        log.info("staff: %s", what)
        self._refresh()

    def _print(self) -> None:
        if self._tools.print_test is not None:
            self._set(printed=Printed())
            self._tools.print_test(self._printed)

    def _printed(self, outcome: Outcome) -> None:
        log.info("staff: the test print is %s %s", outcome.state.value, outcome.key)
        if self._session.inputs.at.page is Page.STAFF:
            self._set(printed=Printed(outcome.state.value, outcome.key))

    # What staff see

    def _refresh(self, **changed: Any) -> None:
        tools, inputs = self._tools, self._session.inputs
        voice = tools.voice()
        self._set(
            machine=tools.machine(),
            volume=inputs.rules.volume if voice is None else voice.percent,
            speaks=inputs.speaks,
            tests=tools.test is not None,
            prints=tools.print_test is not None,
            seq=tools.seq(),
            untold=tools.untold(),
            tested=tools.last_test(),
            **changed,
        )

    def _look(self) -> None:
        page = self._session.inputs.at.page
        if page is Page.STAFF_PIN:
            self._set(wait_s=max(0, round(self._not_before - self._clock() + 0.49)))
        elif page is Page.STAFF:
            self._refresh(log=self._tools.log_lines())

    def _forget(self) -> None:
        """Keep nothing of a card that was tried, nor of what was seen of the log."""
        self._set(read=None, reading=False, printed=None, log=(), wrong=False)

    def _set(self, **changed: Any) -> None:
        self._session.update(staff=replace(self._session.inputs.staff, **changed))


def _read(card: SeenCard | DeviceError) -> Read:
    if isinstance(card, SeenCard):
        return Read(card.kind.value, card.name, card.age)
    return Read(key=card.key)
