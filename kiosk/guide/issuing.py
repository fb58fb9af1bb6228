"""A guide takes a number for somebody else: vouches for the class, leaves a phone number, and helps."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject

from core.domain.privacy import phone_of
from kiosk.guide.line import GuideLine
from kiosk.session import Session
from kiosk.state import Page, Refusal, Wish
from kiosk.taking import Taking
from kiosk.typing import is_phone


class Issuing(QObject):
    """Handles what a guide wishes for somebody, and has the number asked for as the guide."""

    def __init__(
        self, session: Session, line: GuideLine, taking: Taking, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        taking.ask_through(lambda: line.post if line.open else None)
        session.on("guide.issue", lambda _: self._begin())
        session.on("guide.vouch", self._vouch)
        session.on("guide.assist", lambda _: self._wish(assisted=not session.inputs.wish.assisted))
        session.on("guide.phone", lambda _: self._phone())
        session.on("guide.phone.set", lambda _: self._set_phone())
        session.on("guide.matter", lambda _: session.open(Page.HOME))

    def _begin(self) -> None:
        """Begin for the next person, whom the guide helps: marked so, until the mark is taken away."""
        self._session.update(wish=Wish(assisted=True))
        self._session.open(Page.GUIDE, "issue")

    def _vouch(self, which: str) -> None:
        inputs = self._session.inputs
        ordinary = inputs.hall is not None and inputs.hall.classes[0].id == which
        self._wish(visitor_class="" if ordinary else which)

    def _phone(self) -> None:
        if self._session.inputs.wish.phone:
            self._wish(phone="")
        else:
            self._session.open(Page.GUIDE, "phone")

    def _set_phone(self) -> None:
        typed = self._session.inputs.typed
        if not is_phone(typed):
            self._session.refuse(Refusal("phone.refused"))
            return
        self._wish(phone=phone_of(typed))
        self._session.back()

    def _wish(self, **changed: Any) -> None:
        self._session.update(wish=replace(self._session.inputs.wish, **changed))
