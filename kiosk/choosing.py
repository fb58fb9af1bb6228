"""From a touched tile to a number: what the visitor wishes, asked of the core."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from core.domain.hall import Hall, Queue
from core.domain.kiosk import Confirm
from core.domain.slip import SlipState
from hardware.errors import DeviceError
from hardware.idcard.card import SeenCard
from hardware.idcard.errors import CardProblem
from hardware.printer.ticket_printer import Outcome
from kiosk.session import Session
from kiosk.state import NO_WISH, Inputs, Open, Page, Printing, Refusal, Taken, Undone
from kiosk.taking import Taking
from kiosk.wishing import BY_AGE, asks_name, queue_for, queues_for, queues_in, still_to_ask

ENDED = {
    SlipState.PRINTED: Printing.DONE,
    SlipState.FAILED: Printing.FAILED,
    SlipState.UNKNOWN: Printing.UNKNOWN,
}
"""How a slip ended, as the screen says it."""


class Choosing(QObject):
    """Handles the tiles and ``take``, and what devices say to a visitor who chooses.

    However many fingers, cards and codes come at once, the core is asked once: the session takes nothing
    more while it waits, and :class:`kiosk.taking.Taking` asks for one ticket at a time.
    """

    def __init__(self, session: Session, taking: Taking, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._taking = taking
        session.on("zone", self._zone)
        session.on("department", self._department)
        session.on("queue", partial(self._choose, "queue"))
        session.on("matter", partial(self._choose, "matter"))
        session.on("item", self._item)
        session.on("instead", self._instead)
        session.on("take", lambda _: self._take())
        taking.taken.connect(self._taken)
        taking.refused.connect(lambda why: session.refuse(replace(why, undone=Undone.NUMBER)))
        taking.not_booked.connect(session.go_on)
        session.ended.connect(taking.forget)

    # What the devices say

    def lay(self, card: SeenCard | DeviceError) -> None:
        """Greet the person of a card, whose booking is come to; or say why nothing is known of the card.

        Where a card is asked for, it is what the number was waiting for.
        """
        if not self.begins():
            return
        if not isinstance(card, SeenCard):
            self.say_unread(card)
            return
        self._session.update(card=card)
        at = self._session.inputs.at
        if at == Open(Page.CARD, BY_AGE):
            self._session.back()
        elif at.page is Page.CARD:
            self.go_on()
        elif self._taking.check_in(self._session.inputs.language, card=card):
            self._session.wait()

    def say_unread(self, why: DeviceError) -> None:
        """Say why nothing is known of a card."""
        self._session.refuse(Refusal(why.key if isinstance(why, CardProblem) else "card_reader.fault"))

    def check_in(self, code: str) -> None:
        """Come to the booking of a code."""
        if self._taking.check_in(self._session.inputs.language, code=code):
            self._session.wait()

    def print_ended(self, taken: Taken, outcome: Outcome) -> None:
        """Say how the slip of a ticket ended; where there may be none its number stays longer."""
        if self._session.inputs.taken == taken:
            self._session.update(printing=ENDED[outcome.state])
            self._session.stay()

    def begins(self, *, needs_writing: bool = True) -> bool:
        """Return whether a card or a code is taken now; one that comes after a slip is the next visitor's.

        Args:
            needs_writing: It is no question only: a core that cannot write can do nothing with it.
        """
        inputs = self._session.inputs
        if inputs.at.page in (Page.RESULT, Page.BOOKED):
            if inputs.printing is not Printing.DONE:
                return False
            self._session.done()
        if inputs.at.page in (Page.NOTICE, Page.PLACE):
            self._session.back()
        return (inputs.serves if needs_writing else inputs.live) and not inputs.busy

    # Tiles

    def _zone(self, zone: str) -> None:
        self._open(Page.ZONE, zone, lambda inputs, hall: queues_in(inputs, hall, zone))

    def _department(self, which: str) -> None:
        self._open(Page.DEPARTMENT, which, lambda inputs, hall: queues_for(inputs, hall, which))

    def _open(self, page: Page, which: str, listed: Any) -> None:
        inputs = self._session.inputs
        found: Sequence[Queue] = listed(inputs, inputs.hall) if inputs.hall else ()
        if len(found) == 1:
            self._choose("queue", found[0].id)
        elif found:
            self._session.open(page, which)

    def _item(self, item: str) -> None:
        inputs = self._session.inputs
        if inputs.hall is None or not inputs.hall.has_item(item):
            self._session.refuse(Refusal("item.unknown", undone=Undone.NUMBER))
        elif inputs.rules.confirm is Confirm.NEVER:
            self._choose("item", item)
        else:
            self._session.open(Page.ITEM, item)

    def _instead(self, queue: str) -> None:
        """Take the number of the open item in another queue, which is less busy."""
        self._choose("item", self._session.inputs.at.which, queue)

    def _choose(self, what: str, which: str, queue: str = "") -> None:
        wish = self._session.inputs.wish
        chosen = replace(wish, what=what, which=which, queue=queue, named=False, name_asked=False)
        self._session.update(wish=chosen)
        self.go_on()

    # The number

    def _take(self) -> None:
        """Take what the open page is about."""
        at = self._session.inputs.at
        if at.page is Page.ITEM:
            self._choose("item", at.which)
        elif at.page is Page.BASKET:
            self._choose("", "")
        elif at.page is Page.CARD:
            self._session.update(wish=replace(self._session.inputs.wish, name_asked=True))
            self.go_on()
        else:
            self.go_on()

    def go_on(self) -> None:
        """Ask what still has to be asked, or ask the core for the number."""
        inputs = self._session.inputs
        if inputs.hall is None:
            return
        if not inputs.takes:
            self._session.open(Page.CLOSED)
            return
        page = still_to_ask(inputs, inputs.hall)
        if page is not None:
            self._session.open(page)
        elif self._asked(inputs, inputs.hall):
            self._session.wait()

    def _asked(self, inputs: Inputs, hall: Hall) -> bool:
        wish = inputs.wish
        what, which, queue = wish.what, wish.which, wish.queue
        items = () if what else wish.items
        if len(items) == 1:
            what, which, items = "item", items[0], ()
        if what == "item" and not queue:
            own = hall.item(which).queue
            here = queue_for(inputs, hall, hall.item(which))
            queue = "" if here == own else here
        if not what and not items:
            return False
        return self._taking.take(
            what,
            which,
            inputs.language,
            inputs.card,
            items=items,
            queue=queue,
            visitor_class=wish.visitor_class,
            assisted=wish.assisted,
            phone=wish.phone,
            masked_name=inputs.card.name if inputs.card and wish.named and asks_name(inputs, hall) else "",
        )

    def _taken(self, taken: Taken) -> None:
        printing = Printing.UNDER_WAY if self._taking.prints else Printing.NONE
        self._session.show(Page.RESULT, taken=taken, card=None, wish=NO_WISH, printing=printing)
