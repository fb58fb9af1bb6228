"""The column beside the console: one of its four pages, chosen by key."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from caller.keys import Keys
from caller.sight.model import Sight, as_found
from caller.sight.pages import DayPage, DevicesPage, LinePage, WindowsPage
from caller.sight.state import Tab
from caller.sight.words import TAB_KEYS, TABS
from caller.theme import scaled
from caller.widgets.button import KeyButton, Look
from caller.words import Words

WIDTH, LEAST_WIDTH = 580, 470
"""Px of the design."""

Pick = Callable[[str, tuple[dict[str, object], ...]], None]


class SightColumn(QWidget):
    """Shows what a :class:`Sight` has.

    Signals:
        tab_asked(str): Another page is wanted.
    """

    tab_asked = Signal(str)

    def __init__(self, sight: Sight, keys: Keys, pick: Pick, now: Callable[[], datetime]) -> None:
        """Make it.

        Args:
            sight: What is to be seen.
            keys: Whose keys stand on the buttons.
            pick: Asks for the reason to call a ticket out of turn.
            now: The core's clock.
        """
        super().__init__()
        self.setObjectName("sight")
        self._sight = sight
        self._keys = keys
        self._pick = pick
        self._now = now
        self._words: Words | None = None
        self._shown: Tab | None = None
        self._tabs = {tab: KeyButton(f"see-{tab.value}", look=Look.QUIET, px=15) for tab in Tab}
        self._line = LinePage()
        self._pages: dict[Tab, LinePage | WindowsPage | DayPage | DevicesPage] = {
            Tab.LINE: self._line,
            Tab.WINDOWS: WindowsPage(),
            Tab.DAY: DayPage(),
            Tab.DEVICES: DevicesPage(),
        }
        self._stack = QStackedWidget()
        self._lay_out()
        self._line.picked.connect(self._picked)
        for tab, button in self._tabs.items():
            button.clicked.connect(self._asks(tab))
        sight.changed.connect(self._render)
        sight.looked.connect(self._render)

    def show_words(self, words: Words) -> None:
        """Speak ``words``."""
        if self._words is not None and self._words.language == words.language:
            return
        self._words = words
        for tab, button in self._tabs.items():
            button.set_words(words(TABS[tab]), self._keys.text(TAB_KEYS[tab]))
        self._render()

    def _render(self) -> None:
        props, words = self._sight.props, self._words
        if props.tab is None or words is None:
            return
        page = self._pages[props.tab]
        if self._shown is not props.tab:
            self._shown = props.tab
            self._stack.setCurrentWidget(page)
            for tab, button in self._tabs.items():
                button.set_look(Look.PRIMARY if tab is props.tab else Look.QUIET)
        page.show_props(props, words, self._now())

    def _picked(self, leg: str) -> None:
        row = next((each for each in self._sight.props.line if each.id == leg), None)
        if row is not None:
            self._pick(row.ticket, as_found(self._sight.props))

    def _asks(self, tab: Tab) -> Callable[[], None]:
        return lambda: self.tab_asked.emit(tab.value)

    def _lay_out(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumWidth(scaled(LEAST_WIDTH))
        tabs = QHBoxLayout()
        tabs.setSpacing(4)
        for button in self._tabs.values():
            tabs.addWidget(button, 1)
        for page in self._pages.values():
            self._stack.addWidget(page)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 8, 12, 8)
        rows.setSpacing(6)
        rows.addLayout(tabs)
        rows.addWidget(self._stack, 1)
