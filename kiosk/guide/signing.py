"""A guide signs in, is here for a while, and is signed out: by touch, by time, or by the core."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject

from kiosk.guide.line import GuideLine
from kiosk.guide.state import NOBODY, Guide
from kiosk.session import Session
from kiosk.state import Open, Page, Refusal, Undone

NUMBER = Open(Page.GUIDE_SIGN_IN)
PIN = Open(Page.GUIDE_SIGN_IN, "pin")


class Signing(QObject):
    """Handles the pages where a guide signs in; whoever is signed in stays so from visitor to visitor."""

    def __init__(self, session: Session, line: GuideLine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._line = line
        self._language = ""
        session.on("guide", lambda _: self._begin())
        session.on("guide.pin", lambda _: self._ask_pin())
        session.on("guide.in", lambda _: self._sign_in())
        session.on("guide.out", lambda _: self._sign_out())
        session.idled.connect(self._leave)
        session.ended.connect(self._visitor_gone)
        line.signed_in.connect(self._signed_in)
        line.refused.connect(self._refused)
        line.lost.connect(self._lost)

    def _begin(self) -> None:
        self._session.open(Page.GUIDE if self._session.inputs.guide.here else Page.GUIDE_SIGN_IN)

    def _ask_pin(self) -> None:
        if self._session.inputs.typed:
            self._session.open(PIN.page, PIN.which)

    def _sign_in(self) -> None:
        inputs = self._session.inputs
        clerk = inputs.entries.get(NUMBER, "")
        if inputs.at == PIN and clerk and inputs.typed:
            pin = inputs.typed
            self._session.wait()
            self._line.sign_in(clerk, pin)

    def _signed_in(self, clerk: str, name: str) -> None:
        self._language = self._session.inputs.language
        self._session.show(Page.GUIDE, guide=Guide(clerk, name))

    def _refused(self, refusal: Refusal) -> None:
        """Say why, above the page of the number: the PIN is typed anew."""
        self._session.back()
        self._session.refuse(replace(refusal, undone=Undone.SIGN_IN))

    def _sign_out(self) -> None:
        self._leave()
        self._session.done()

    def _leave(self) -> None:
        if self._session.inputs.guide.here:
            self._line.sign_out()
            self._session.update(guide=NOBODY)

    def _lost(self) -> None:
        self._session.update(guide=NOBODY)
        self._session.done()
        self._session.refuse(Refusal("auth.required"))

    def _visitor_gone(self) -> None:
        """Go on as the guide reads best; what was for one visitor is over."""
        guide = self._session.inputs.guide
        if guide.here:
            self._session.update(language=self._language)
            self._session.stay()
