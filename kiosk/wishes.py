"""What the visitor wishes beside the matter: a class, for somebody else, messages, several matters."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject

from core.domain.kiosk import HomeList
from kiosk.choosing import Choosing
from kiosk.phone_wish import PhoneWish
from kiosk.session import Session
from kiosk.state import Open, Page, Refusal, Wish
from kiosk.wishing import BY_AGE, may_choose


class Wishes(QObject):
    """Handles the options and the list of matters."""

    def __init__(self, session: Session, choosing: Choosing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._choosing = choosing
        session.on("zones", lambda _: session.open(Page.HOME, HomeList.ZONES.value))
        session.on("options", lambda _: session.open(Page.OPTIONS))
        session.on("options.none", lambda _: self._wish(visitor_class="", assisted=False, phone=""))
        session.on("class", self._class)
        session.on("assisted", lambda _: self._wish(assisted=not self._mine.assisted))
        self._phone = PhoneWish(session, "phone", Open(Page.PHONE))
        session.on("named", lambda _: self._wish(named=not self._mine.named))
        session.on("card", lambda _: session.open(Page.CARD, BY_AGE))
        session.on("basket", lambda _: session.open(Page.BASKET))
        session.on("basket.add", lambda _: self._add())
        session.on("basket.more", lambda _: self._more())
        session.on("basket.out", self._take_out)

    @property
    def _mine(self) -> Wish:
        return self._session.inputs.wish

    def _wish(self, **changed: Any) -> None:
        self._session.update(wish=replace(self._mine, **changed))

    # Options

    def _class(self, which: str) -> None:
        """Tick a class or take the tick away; where it was asked for, go on."""
        inputs = self._session.inputs
        if inputs.hall is None:
            return
        named = inputs.hall.visitor_class(which)
        ordinary = named == inputs.hall.classes[0]
        if not ordinary and not inputs.guide.here and not may_choose(named, inputs.card):
            self._session.refuse(Refusal("class.needs_proof"))
            return
        if inputs.at.page is Page.CLASS:
            self._wish(visitor_class="" if ordinary else which, class_told=True)
            self._choosing.go_on()
        else:
            self._wish(visitor_class="" if ordinary or self._mine.visitor_class == which else which)

    # The list

    def _add(self) -> None:
        """Put the open item on the list, once, and show the list or where to find the next one."""
        inputs = self._session.inputs
        item = inputs.at.which
        listed = inputs.wish.items
        if item not in listed and len(listed) < inputs.rules.several_most:
            self._wish(items=(*listed, item))
        if listed:
            self._session.update(pages=(*inputs.start, Open(Page.BASKET)))
        else:
            self._more()

    def _more(self) -> None:
        """Show where the next one is found: a guide's own first page lists no matters."""
        start, home = self._session.inputs.start, Open(Page.HOME)
        self._session.update(pages=start if start == (home,) else (*start, home))

    def _take_out(self, item: str) -> None:
        left = tuple(each for each in self._mine.items if each != item)
        self._wish(items=left)
        if not left:
            self._session.back()
