"""From a touched tile to a number: what the visitor wishes, asked of the core."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from core.domain.slip import SlipState
from hardware.errors import DeviceError
from hardware.idcard.card import SeenCard
from hardware.idcard.errors import CardProblem
from hardware.printer.ticket_printer import Outcome
from kiosk.names import queues_of
from kiosk.pages.choice import department_queues
from kiosk.session import Session
from kiosk.state import Page, Printing, Refusal, Taken
from kiosk.taking import Taking

_ENDED = {
    SlipState.PRINTED: Printing.DONE,
    SlipState.FAILED: Printing.FAILED,
    SlipState.UNKNOWN: Printing.UNKNOWN,
}


class Choosing(QObject):
    """Handles the tiles, and what devices say to a visitor who chooses."""

    def __init__(self, session: Session, taking: Taking, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._taking = taking
        session.on("zone", self._zone)
        session.on("department", self._department)
        for what in ("queue", "item", "matter"):
            session.on(what, partial(self._take, what))
        taking.taken.connect(self._taken)
        taking.refused.connect(session.refuse)
        taking.not_booked.connect(session.go_on)

    # What the devices say

    def lay(self, card: SeenCard | DeviceError) -> None:
        """Greet the person of a card, whose booking is come to; or say why nothing is known of the card."""
        if not self.begins():
            return
        if isinstance(card, SeenCard):
            self._session.update(card=card)
            if self._taking.check_in(self._session.inputs.language, card=card):
                self._session.wait()
        else:
            self._session.refuse(Refusal(card.key if isinstance(card, CardProblem) else "card_reader.fault"))

    def check_in(self, code: str) -> None:
        """Come to the booking of a code."""
        if self._taking.check_in(self._session.inputs.language, code=code):
            self._session.wait()

    def print_ended(self, taken: Taken, outcome: Outcome) -> None:
        """Say how the slip of a ticket ended; where there may be none its number stays longer."""
        if self._session.inputs.taken == taken:
            self._session.update(printing=_ENDED[outcome.state])
            self._session.stay()

    def begins(self) -> bool:
        """Return whether a card or a code is taken now; one that comes after a slip is the next visitor's."""
        inputs = self._session.inputs
        if inputs.at.page is Page.RESULT:
            if inputs.printing is not Printing.DONE:
                return False
            self._session.done()
        if inputs.at.page in (Page.NOTICE, Page.PLACE):
            self._session.back()
        return inputs.serves and not inputs.busy

    # Tiles

    def _zone(self, zone: str) -> None:
        hall = self._session.inputs.hall
        self._open(Page.ZONE, zone, [queue.id for queue in queues_of(hall, zone)] if hall else [])

    def _department(self, which: str) -> None:
        hall = self._session.inputs.hall
        found = [queue.id for queue in department_queues(hall, which)] if hall else []
        self._open(Page.DEPARTMENT, which, found)

    def _open(self, page: Page, which: str, queues: list[str]) -> None:
        if len(queues) == 1:
            self._take("queue", queues[0])
        elif queues:
            self._session.open(page, which)

    def _take(self, what: str, which: str) -> None:
        inputs = self._session.inputs
        if self._taking.take(what, which, inputs.language, inputs.card):
            self._session.wait()

    def _taken(self, taken: Taken) -> None:
        printing = Printing.UNDER_WAY if self._taking.prints else Printing.NONE
        self._session.show(Page.RESULT, taken=taken, card=None, printing=printing)
