"""The phone number for messages of a visit: typed, or taken away again; by visitors and guides."""

from __future__ import annotations

from dataclasses import replace

from core.domain.privacy import phone_of
from kiosk.session import Session
from kiosk.state import Open, Refusal
from kiosk.typing import is_phone


class PhoneWish:
    """Handles two keys: ``word`` opens the page to type on, ``word.set`` takes what was typed there."""

    def __init__(self, session: Session, word: str, page: Open) -> None:
        """Begin to handle them.

        Args:
            page: Where the number is typed.
        """
        self._session = session
        self._page = page
        session.on(word, lambda _: self._touched())
        session.on(f"{word}.set", lambda _: self._set())

    def _touched(self) -> None:
        """Let a number be typed; one that is there already is taken away."""
        if self._session.inputs.wish.phone:
            self._wish("")
        else:
            self._session.open(self._page.page, self._page.which)

    def _set(self) -> None:
        typed = self._session.inputs.typed
        if not is_phone(typed):
            self._session.refuse(Refusal("phone.refused"))
            return
        self._wish(phone_of(typed))
        self._session.back()

    def _wish(self, phone: str) -> None:
        self._session.update(wish=replace(self._session.inputs.wish, phone=phone))
