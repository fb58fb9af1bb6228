"""The small switch between the languages."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from caller.theme import scaled
from caller.widgets.button import KeyButton, Look
from core.qt.names import LANGUAGE_NAMES

_SHORT = {"zh": "中", "bo": "བོད", "en": "EN"}


class LanguageSwitch(QWidget):
    """One small button a language, each in its own script.

    Signals:
        chosen(str): The language that was pressed.
    """

    chosen = Signal(str)

    def __init__(self, languages: Sequence[str]) -> None:
        super().__init__()
        self._buttons = {language: self._make(language) for language in languages}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for button in self.buttons():
            row.addWidget(button)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def buttons(self) -> list[KeyButton]:
        """Return the buttons as they stand."""
        return list(self._buttons.values())

    def show_language(self, language: str) -> None:
        """Show which language is in use."""
        for each, button in self._buttons.items():
            button.set_look(Look.PRIMARY if each == language else Look.QUIET)

    def _make(self, language: str) -> KeyButton:
        button = KeyButton(f"language:{language}", look=Look.QUIET, px=15)
        button.set_words(_SHORT.get(language, language))
        button.setAccessibleName(LANGUAGE_NAMES.get(language, language))
        button.setToolTip(LANGUAGE_NAMES.get(language, language))
        button.setFixedWidth(scaled(44))
        button.clicked.connect(self._chooser(language))
        return button

    def _chooser(self, language: str) -> Callable[[], None]:
        return lambda: self.chosen.emit(language)
