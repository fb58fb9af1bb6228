"""The fonts of the hall's scripts, checked at start: no silent boxes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QRawFont

CJK = "Noto Sans CJK SC"
TIBETAN = "Noto Serif Tibetan"

_CHINESE = (CJK, "Noto Sans SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC")
_TIBETAN = (TIBETAN, "Microsoft Himalaya", "Kailasa", "Jomolhari")
_LATIN = (CJK, "Noto Sans SC", "Noto Sans", "Microsoft YaHei", "DejaVu Sans")

_FAMILIES = {"zh": _CHINESE, "bo": (*_TIBETAN, *_CHINESE), "en": _LATIN}
_OWN = {"zh": _CHINESE, "bo": _TIBETAN, "en": _LATIN}
_SAMPLES = {"zh": "请到窗口办理号", "bo": "ཨངརྟགསསྒེའུཁུང", "en": "Number 0123"}

_FONT_FILES = (".ttf", ".otf", ".ttc")

_loaded: set[str] = set()
"""Files that were loaded beside the system's."""


def families(language: str) -> list[str]:
    """Return the font families of a language, best first; its own script leads, so that it sets the line."""
    return list(_FAMILIES.get(language, _LATIN))


def prepare_fonts(languages: Sequence[str], folder: Path | None = None) -> list[str]:
    """Load the fonts of ``folder`` and make every family of the hall fall back to the next one.

    QML knows one family a text and no list; the substitutions make a list of it.

    Returns:
        The languages that no installed font can write; a screen says so in a plain line.
    """
    for file in sorted(folder.iterdir()) if folder else ():
        if file.suffix.lower() in _FONT_FILES:
            QFontDatabase.addApplicationFont(str(file))
            _loaded.add(str(file))
    installed = set(QFontDatabase.families())
    for language in languages:
        first, *rest = families(language)
        known = set(QFont.substitutes(first))  # Qt keeps them in lower case
        QFont.insertSubstitutions(first, [family for family in rest if family.lower() not in known])
    return [language for language in languages if not _can_write(language, installed)]


def forget_letters() -> None:
    """Let go of every letter that was ever drawn, of each size; what is on the screen is laid out anew.

    Qt keeps them as long as a text might want them again: some 20 MB after all pages of a kiosk in three
    languages and two sizes. It has no call for that; taking away the program's own fonts does it, even if
    there are none.
    """
    QFontDatabase.removeAllApplicationFonts()
    for file in sorted(_loaded):
        QFontDatabase.addApplicationFont(file)


def missing_font_line(missing: Sequence[str]) -> str:
    """Return the line a screen shows for :func:`prepare_fonts`' answer, in ASCII that every font has."""
    names = ", ".join(f"{language} ({families(language)[0]})" for language in missing)
    return f"Font missing for: {names}" if missing else ""


def _can_write(language: str, installed: set[str]) -> bool:
    own = [family for family in _OWN.get(language, _LATIN) if family in installed]
    sample = _SAMPLES.get(language, _SAMPLES["en"])
    # A code point, not a character: QRawFont.supportsCharacter("\u0f40") says no to what it has.
    return any(
        all(QRawFont.fromFont(QFont(family)).supportsCharacter(ord(letter)) for letter in sample)
        for family in own
    )
