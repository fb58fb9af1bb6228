"""The words of the screens in the hall's languages.

Source texts in code are English. A program with one language at a time (the caller) installs it with
:meth:`Translations.use` and says ``self.tr("...")``. A screen that shows several at once, or shares its
process with other screens, asks :meth:`Translations.say`; its texts are marked with ``QT_TRANSLATE_NOOP``.
An f-string inside ``tr`` is never found again: use ``"{number}"`` and ``str.format``.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTranslator, Signal

log = logging.getLogger(__name__)

Say = Callable[[str, str], str]
"""``say(context, source)`` gives the words of one language."""

SOURCE_LANGUAGE = "en"
_ROOT = Path(__file__).parents[2]
CATALOGUES = ("core/qt", "hardware/slip", "kiosk", "caller", "display")
"""Folders with an ``i18n`` folder of ``<name>_<language>.qm``."""


def QT_TRANSLATE_NOOP(context: str, source: str) -> str:  # noqa: N802, ARG001 - the name lupdate looks for
    """Mark ``source`` for translation and return it (Qt's own of that name has no types)."""
    return source


class Translations(QObject):
    """The compiled translations of every app, in the hall's languages.

    Attributes:
        language: The language in use, the hall's first until :meth:`use` is called.

    Signals:
        changed: Another language is in use. Widgets get ``QEvent.LanguageChange`` besides; QML that says
            ``qsTr`` needs ``engine.retranslate()``.
    """

    changed = Signal()

    def __init__(self, languages: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._translators = {language: self._load(language) for language in languages}
        self._installed: list[QTranslator] = []
        self.language = languages[0] if languages else SOURCE_LANGUAGE

    def use(self, language: str) -> None:
        """Install ``language`` for the whole program."""
        self.stop()
        self._installed = list(self._translators.get(language, ()))
        for translator in self._installed:
            QCoreApplication.installTranslator(translator)
        self.language = language
        self.changed.emit()

    def stop(self) -> None:
        """Take the installed language out again."""
        for translator in self._installed:
            QCoreApplication.removeTranslator(translator)
        self._installed = []

    def say(self, language: str, context: str, source: str) -> str:
        """Return ``source`` in ``language``, whatever is in use; untranslated, it stays English."""
        for translator in self._translators.get(language, ()):
            words = translator.translate(context, source)
            if words:
                return words
        return source

    def speaker(self, language: str) -> Say:
        """Return :meth:`say` of one language."""
        return lambda context, source: self.say(language, context, source)

    def _load(self, language: str) -> list[QTranslator]:
        if language == SOURCE_LANGUAGE:
            return []
        loaded = []
        for catalogue in CATALOGUES:
            file = _ROOT / catalogue / "i18n" / f"{Path(catalogue).name}_{language}.qm"
            translator = QTranslator(self)
            if file.exists() and translator.load(str(file)):
                loaded.append(translator)
        if not loaded:
            log.warning("there are no translations into %r; texts stay English", language)
        return loaded
