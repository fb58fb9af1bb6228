"""Taking a number: the core is asked, one visitor at a time."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal

from core.client.port import Link
from core.client.reply import Answer, Refused, Reply
from hardware.idcard.card import SeenCard
from kiosk.slip_press import SlipPress
from kiosk.state import Refusal
from kiosk.taken import read_taken

log = logging.getLogger(__name__)

_NOT_A_KIOSK = ("auth.required", "auth.denied")
"""The machine was set up wrongly: nothing to tell a visitor, who may not do more or less than anybody."""
_NOT_BOOKED = ("booking.unknown", "booking.ended")
"""Whoever lays a card on need not have booked; who has come already takes another number."""


class Taking(QObject):
    """Takes one ticket at a time and has its slip printed.

    Attributes:
        busy: The core has been asked and has not answered; another :meth:`take` does nothing.

    Signals:
        taken(object): The core gave a :class:`kiosk.state.Taken`; its slip is being printed.
        refused(object): The core gave none, for a :class:`kiosk.state.Refusal`.
        not_booked: The person of a card has no booking to come to.
    """

    taken = Signal(object)
    refused = Signal(object)
    not_booked = Signal()

    def __init__(self, link: Link, press: SlipPress, parent: QObject | None = None) -> None:
        """Make it ready; nothing is asked or printed yet.

        Args:
            link: The line to the core.
            press: What prints the slips.
            parent: Owner.
        """
        super().__init__(parent)
        self._link = link
        self._press = press
        self.busy = False

    @property
    def prints(self) -> bool:
        """Whether slips are printed here at all."""
        return bool(self._press.printer)

    def take(self, what: str, which: str, language: str, card: SeenCard | None = None) -> bool:
        """Ask for a ticket and return whether it was asked for.

        Args:
            what: ``"queue"``, ``"item"`` or ``"matter"``.
            which: Its id.
            language: What the visitor reads.
            card: The visitor's; its age gives the class that the hall has for it.
        """
        body: dict[str, Any] = {what: which, "lang": language}
        if card is not None:
            body["card"] = {"hash": card.hash, "age": card.age}
        return self._ask("/api/tickets", body, which if what == "item" else None)

    def check_in(self, language: str, *, code: str = "", card: SeenCard | None = None) -> bool:
        """Ask for the ticket of a booking, by its code or else the card; return whether it was asked for."""
        who = {"card": card.hash} if card is not None else {"code": code}
        return self._ask("/api/bookings/check-in", {**who, "lang": language}, None, by_card=card is not None)

    def _ask(self, path: str, body: Mapping[str, Any], item: str | None, *, by_card: bool = False) -> bool:
        if self.busy:
            return False
        self.busy = True
        asked = {**body, "slip": True} if self.prints else body
        language = body["lang"]
        self._link.post(path, asked, lambda reply: self._answered(reply, item, language, by_card=by_card))
        return True

    def _answered(self, reply: Reply, item: str | None, language: str, *, by_card: bool) -> None:
        self.busy = False
        match reply:
            case Answer(body):
                taken = read_taken(body, item, language)
                self.taken.emit(taken)
                self._press.print(taken)
            case Refused(key) if by_card and key in _NOT_BOOKED:
                self.not_booked.emit()
            case Refused(key, params) if key in _NOT_A_KIOSK:
                log.error(
                    "the core gives this machine no tickets: %s %s; start it with the --token that"
                    " 'hallcall token kiosk' prints on the core's machine",
                    key,
                    dict(params),
                )
                self.refused.emit(Refusal("core.unreachable"))
            case Refused(key, params):
                log.warning("the core gave no ticket: %s %s", key, dict(params))
                self.refused.emit(Refusal(key, params))
            case unreachable:
                log.warning("the core was asked for a ticket and did not answer: %s", unreachable.detail)
                self.refused.emit(Refusal("core.unreachable"))
