"""A guide takes a number for somebody else: vouches for the class, leaves a phone number, and helps."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject

from kiosk.guide.line import GuideLine
from kiosk.phone_wish import PhoneWish
from kiosk.session import Session
from kiosk.state import Open, Page, Wish
from kiosk.taking import Taking


class Issuing(QObject):
    """Handles what a guide wishes for somebody, and has the number asked for as the guide."""

    def __init__(
        self, session: Session, line: GuideLine, taking: Taking, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        taking.ask_through(lambda: line.post if line.open else None)
        session.on("guide.issue", lambda _: self._begin(Wish(assisted=True)))
        session.on("guide.queue", lambda which: self._begin(Wish("queue", which, assisted=True)))
        session.on("guide.vouch", self._vouch)
        session.on("guide.assist", lambda _: self._wish(assisted=not session.inputs.wish.assisted))
        self._phone = PhoneWish(session, "guide.phone", Open(Page.GUIDE, "phone"))
        session.on("guide.matter", lambda _: session.open(Page.HOME))

    def _begin(self, wish: Wish) -> None:
        """Begin for the next person, whom the guide helps: marked so, until the mark is taken away."""
        self._session.update(wish=wish)
        self._session.open(Page.GUIDE, "issue")

    def _vouch(self, which: str) -> None:
        inputs = self._session.inputs
        ordinary = inputs.hall is not None and inputs.hall.classes[0].id == which
        self._wish(visitor_class="" if ordinary else which)

    def _wish(self, **changed: Any) -> None:
        self._session.update(wish=replace(self._session.inputs.wish, **changed))
