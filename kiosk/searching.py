"""The search while somebody types: keeps what was typed and asks the index with each letter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer

from core.domain.hall import Hall
from core.domain.kiosk import KioskRules, offers_item, offers_matter, offers_queue
from kiosk.search.index import Found, Hit, Index, in_slices
from kiosk.search.keyboards import after, offered
from kiosk.search.state import NO_SEARCH, Search
from kiosk.session import Session
from kiosk.state import Page

LONGEST = 40
"""Letters of a query."""


class Searching(QObject):
    """Handles the keys ``search``, ``letter:...`` and ``keyboard:...``.

    A pad of twelve keys types the same: ``letter:7``.

    The index is made when a hall is known, a few milliseconds at a time whenever the screen has nothing to
    do, or at once should somebody search sooner.
    """

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._hall: Hall | None = None
        self._index: Index | None = None
        self._making: Iterator[Index | None] = iter(())
        self._rests = False
        self._pause = QTimer(self)
        self._pause.setInterval(0)
        self._pause.timeout.connect(self._make_slice)
        session.on("search", lambda _: self._open())
        session.on("letter", self._type)
        session.on("keyboard", self._change_keyboard)
        session.changed.connect(self._look_at_hall)
        session.ended.connect(lambda: session.update(search=NO_SEARCH))

    @property
    def ready(self) -> bool:
        """Whether the index of the hall is made."""
        return self._index is not None

    def rest(self) -> None:
        """Make no index before somebody searches, from now on: one page after the other is only painted."""
        self._rests = True
        self._pause.stop()

    def _look_at_hall(self) -> None:
        hall = self._session.inputs.hall
        if hall is not None and hall is not self._hall:
            self._hall, self._index = hall, None
            self._making = in_slices(hall)
            if not self._rests:
                self._pause.start()

    def _make_slice(self) -> None:
        made = next(self._making, None)
        if made is not None:
            self._index = made
            self._pause.stop()

    def _open(self) -> None:
        hall = self._session.inputs.hall
        if hall is None:
            return
        wanted = "bo" if self._session.inputs.language == "bo" else "pinyin"
        keyboard = wanted if wanted in offered(hall) else offered(hall)[0]
        self._session.open(Page.SEARCH, search=Search(keyboard=keyboard))

    def _type(self, key: str) -> None:
        inputs = self._session.inputs
        query = after(inputs.search.query, key)[:LONGEST]
        if query == inputs.search.query:
            return
        found = self._ask(query)
        rules, hall = inputs.rules, inputs.hall
        keys = tuple(f"{hit.kind}:{hit.id}" for hit in found.hits if hall and _is_offered(rules, hall, hit))
        every = len(keys) == len(found.hits)
        *below, at = inputs.pages
        self._session.update(
            pages=(*below, replace(at, sheet=0)),
            search=replace(inputs.search, query=query, found=keys, total=found.total if every else len(keys)),
        )

    def _ask(self, query: str) -> Found:
        while self._index is None and self._hall is not None:
            self._make_slice()
        if self._index is None:
            return Found()
        found = self._index.search(query.removesuffix("+"))
        # Digits that name nothing are the keys of a pad of twelve, which stand for letters.
        return found if found.hits or not query.isdigit() else self._index.search_digits(query)

    def _change_keyboard(self, keyboard: str) -> None:
        self._session.update(search=replace(self._session.inputs.search, keyboard=keyboard))


def _is_offered(rules: KioskRules, hall: Hall, hit: Hit) -> bool:
    """Whether this kiosk gives numbers for what was found."""
    match hit.kind:
        case "queue":
            return offers_queue(rules, hall, hall.queue(hit.id))
        case "item":
            return offers_item(rules, hall, hall.item(hit.id))
        case _:
            return offers_matter(rules, hall, hall.matter(hit.id))
