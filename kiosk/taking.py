"""Taking a number: the core is asked, one visitor at a time, or while it is away a block of ours."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from core.client.keys import new_key
from core.client.port import Link
from core.client.reply import Answer, Refused, Reply
from hardware.idcard.card import SeenCard
from kiosk.offline.offline import Offline
from kiosk.slip_press import SlipPress
from kiosk.state import Refusal, Taken
from kiosk.taken import read_taken

log = logging.getLogger(__name__)

ANSWER_WITHIN_MS = 5_000
"""So long a visitor waits for a core that seems to be there; then a number of the kiosk's own is given."""
_NOT_A_KIOSK = ("auth.required", "auth.denied")
"""The machine was set up wrongly: nothing to tell a visitor, who may not do more or less than anybody."""
_NOT_BOOKED = ("booking.unknown", "booking.ended")
"""Whoever lays a card on need not have booked; who has come already takes another number."""
Post = Callable[[str, Mapping[str, Any], Callable[[Reply], None], str], None]
"""Posts as :meth:`core.client.port.Link.post`."""
_TICKETS = "/api/tickets"
_CHECK_IN = "/api/bookings/check-in"


@dataclass(frozen=True, slots=True, eq=False)
class _Ask:
    """What one visitor asks for.

    Attributes:
        item: The item it is for, if the visitor chose one.
        key: Under which the core is asked.
    """

    path: str
    body: Mapping[str, Any]
    item: str | None = None
    by_card: bool = False
    key: str = field(default_factory=new_key)

    def same_as(self, other: _Ask) -> bool:
        """Return whether both ask for the same."""
        return (self.path, self.body, self.by_card) == (other.path, other.body, other.by_card)


class Taking(QObject):
    """Takes one ticket at a time and has its slip printed.

    While the line is dark or the core cannot write, the kiosk gives a number of its own at once, if it has
    one; where a core does not answer in time, too. What that core made of the request after all, it ends
    itself when the number is handed in.

    Attributes:
        busy: A ticket is being taken; another :meth:`take` does nothing.

    Signals:
        taken(object): There is a :class:`kiosk.state.Taken`; its slip is being printed.
        refused(object): There is none, for a :class:`kiosk.state.Refusal`.
        not_booked: The person of a card has no booking to come to.
    """

    taken = Signal(object)
    refused = Signal(object)
    not_booked = Signal()

    def __init__(
        self,
        link: Link,
        press: SlipPress,
        parent: QObject | None = None,
        *,
        offline: Offline | None = None,
        answer_within_ms: int = ANSWER_WITHIN_MS,
    ) -> None:
        """Make it ready; nothing is asked or printed yet.

        Args:
            link: The line to the core.
            press: What prints the slips.
            parent: Owner.
            offline: What gives numbers while the core is away; ``None``: nothing does.
            answer_within_ms: So long a core that seems to be there is waited for.
        """
        super().__init__(parent)
        self._link = link
        self._press = press
        self._offline = offline
        self._asking: _Ask | None = None
        self._unheard: _Ask | None = None
        self._through: Callable[[], Post | None] = lambda: None
        self._late = QTimer(self, singleShot=True, interval=answer_within_ms)
        self._late.timeout.connect(self._not_in_time)

    @property
    def busy(self) -> bool:
        """Whether a ticket is being taken."""
        return self._asking is not None

    @property
    def prints(self) -> bool:
        """Whether slips are printed here at all."""
        return bool(self._press.printer)

    def forget(self) -> None:
        """The visitor is gone: who asks for the same from now on is somebody else."""
        self._unheard = None

    def ask_through(self, line: Callable[[], Post | None]) -> None:
        """Let ``line`` say through what the core is asked each time; ``None``: the kiosk's own line."""
        self._through = line

    def take(
        self,
        what: str,
        which: str,
        language: str,
        card: SeenCard | None = None,
        *,
        items: Sequence[str] = (),
        queue: str = "",
        visitor_class: str = "",
        assisted: bool = False,
        phone: str = "",
        masked_name: str = "",
    ) -> bool:
        """Ask for a ticket and return whether it was asked for.

        Args:
            what: ``"queue"``, ``"item"`` or ``"matter"``; ``""`` where only ``items`` are wanted.
            which: Its id.
            language: What the visitor reads.
            card: The visitor's; its age gives the class that the hall has for it.
            items: Items of one visit of several steps, in this order.
            queue: Of an item: the queue chosen out of those in which it is done.
            visitor_class: Id of the class the visitor named.
            assisted: It is taken for somebody else.
            phone: Where the messages of this visit go.
            masked_name: The name's beginning, which the visitor wants to be shown beside the number.
        """
        wish = {"queue": queue, "items": list(items)} | ({what: which} if what else {})
        who = {"class": visitor_class, "assisted": assisted, "phone": phone}
        body: dict[str, Any] = {name: value for name, value in (wish | who).items() if value}
        body["lang"] = language
        if masked_name:
            body["masked_name"] = masked_name
        if card is not None:
            body["card"] = {"hash": card.hash, "age": card.age}
        return self._ask(_Ask(_TICKETS, self._with_slip(body), which if what == "item" else None))

    def check_in(self, language: str, *, code: str = "", card: SeenCard | None = None) -> bool:
        """Ask for the ticket of a booking, by its code or else the card; return whether it was asked for."""
        who = {"card": card.hash} if card is not None else {"code": code}
        body = self._with_slip({**who, "lang": language})
        return self._ask(_Ask(_CHECK_IN, body, by_card=card is not None))

    def _with_slip(self, body: Mapping[str, Any]) -> dict[str, Any]:
        return {**body, "slip": True} if self.prints else dict(body)

    def _ask(self, ask: _Ask) -> bool:
        if self.busy:
            return False
        if self._unheard is not None and ask.same_as(self._unheard):
            # The core may have done it, and the answer was lost: under its key it does it once.
            ask = replace(ask, key=self._unheard.key)
        self._unheard = None
        self._asking = ask
        if self._gives_itself(ask):
            # Whoever asked is told later, as by the core.
            QTimer.singleShot(0, self, lambda: self._give(ask))
            return True
        post = self._through() or self._link.post
        post(ask.path, ask.body, lambda reply: self._answered(ask, reply), ask.key)
        self._late.start()
        return True

    def _gives_itself(self, ask: _Ask) -> bool:
        """Whether the core is surely away now, and the kiosk can do without it or need not ask."""
        if self._offline is None or (self._link.live and not self._link.degraded):
            return False
        return ask.path == _CHECK_IN or self._offline.ready_for(ask.body)

    def _not_in_time(self) -> None:
        ask = self._asking
        if ask is None or self._offline is None or ask.path != _TICKETS:
            return
        if self._offline.ready_for(ask.body):
            log.info("the core has not answered in time; a number of this kiosk is given")
            self._give(ask, ask.key)

    def _give(self, ask: _Ask, instead_of: str = "") -> None:
        """Give a number of the kiosk's own, or say why there is none.

        Args:
            instead_of: The key under which the core was asked, if it was.
        """
        if self._offline is None:
            self._end(ask, Refusal("core.unreachable"))
        elif ask.path == _CHECK_IN:
            self._end(ask, Refusal("offline.no_bookings"))
        else:
            self._end(ask, self._offline.issue(ask.body, instead_of))

    def _end(self, ask: _Ask, ended: Taken | Refusal | None) -> None:
        """Say what came of it; ``None``: there is no booking."""
        if ask is not self._asking:
            return
        self._asking = None
        self._late.stop()
        match ended:
            case Taken():
                self._unheard = None
                self.taken.emit(ended)
                self._press.print(ended)
            case Refusal():
                self.refused.emit(ended)
            case None:
                self.not_booked.emit()

    def _answered(self, ask: _Ask, reply: Reply) -> None:
        if ask is not self._asking:
            log.info("the core answered too late: the visitor has another number")
            return
        match reply:
            case Answer(body):
                self._end(ask, read_taken(body, ask.item, ask.body["lang"]))
            case Refused(key) if ask.by_card and key in _NOT_BOOKED:
                self._end(ask, None)
            case Refused(key, params) if key in _NOT_A_KIOSK:
                log.error(
                    "the core gives this machine no tickets: %s %s; start it with the --token that"
                    " 'hallcall token kiosk' prints on the core's machine",
                    key,
                    dict(params),
                )
                self._end(ask, Refusal("core.unreachable"))
            case Refused(key, params, status):
                log.warning("the core gave no ticket: %s %s", key, dict(params))
                if status >= 500 and self._offline is not None:
                    self._give(ask, ask.key)
                else:
                    self._end(ask, Refusal(key, params))
            case unreachable:
                log.warning("the core was asked for a ticket and did not answer: %s", unreachable.detail)
                self._unheard = ask
                self._give(ask, ask.key)
