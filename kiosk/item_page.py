"""An item's page while it is open: how busy its places are, and its list of papers on paper."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from core.client.port import Link
from core.client.reply import Answer, Reply
from core.domain.hall import Hall
from core.qt.names import second_language
from hardware.printer.ticket_printer import Outcome
from hardware.slip.told_once import ToldOnce, told_once
from kiosk.choosing import ENDED
from kiosk.devices import KioskDevices
from kiosk.session import Session
from kiosk.speech import Speak
from kiosk.state import NO_FIGURES, Figures, Page, Printing, Told
from kiosk.taken import read_wait


class ItemPage(QObject):
    """Asks the core when an item's page opens, and prints its list of papers.

    The page does not wait for the answer: what the hall's description says is there at once.
    """

    def __init__(
        self,
        link: Link,
        session: Session,
        devices: KioskDevices,
        speak: Speak,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._link = link
        self._session = session
        self._devices = devices
        self._speak = speak
        self._asked = ""
        session.on("print", lambda _: self._print())
        session.changed.connect(self._look)
        session.ended.connect(self._forget)

    def _look(self) -> None:
        at = self._session.inputs.at
        item = at.which if at.page is Page.ITEM else ""
        if item == self._asked:
            return
        self._asked = item
        if item and self._session.inputs.serves:
            self._link.get(f"/api/items/{item}", partial(self._came, item))

    def _came(self, item: str, reply: Reply) -> None:
        if isinstance(reply, Answer) and item == self._asked:
            figures = read_figures(item, reply.body)
            self._session.update(figures=figures)
            if figures.better:
                self._session.rearranged()  # the button for it has come under somebody's finger

    def _print(self) -> None:
        inputs = self._session.inputs
        item = inputs.at.which
        printed = inputs.told.item == item and inputs.told.printing is not Printing.FAILED
        if inputs.hall is None or self._devices.printer is None or not item or printed:
            return
        self._session.update(told=Told(item))
        sheet = told_once(inputs.hall, ToldOnce(item), self._languages(inputs.hall), self._speak)
        self._devices.print(sheet, partial(self._printed, item))

    def _languages(self, hall: Hall) -> list[str]:
        first = self._session.inputs.language
        second = second_language(first, hall.languages)
        return [first, second] if second else [first]

    def _printed(self, item: str, outcome: Outcome) -> None:
        if self._session.inputs.told.item == item:
            self._session.update(told=Told(item, ENDED[outcome.state]))

    def _forget(self) -> None:
        self._session.update(figures=NO_FIGURES)


def read_figures(item: str, body: Mapping[str, Any]) -> Figures:
    """Return the figures of the core's answer to ``GET /api/items/{item}``."""
    places = body["places"]
    return Figures(
        item,
        {place["id"]: read_wait(place["estimate"]) for place in places},
        {place["id"]: place["left_now"] for place in places},
        body["better"] or "",
    )
