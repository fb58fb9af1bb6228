"""Which engine and which of a Windows PC's voices speak; pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from locale import windows_locale
from typing import Protocol

SAPI5, ESPEAK = "sapi5", "espeak"
"""pyttsx3's own names of its drivers."""
CHOICE = "HALLCALL_SPEECH"
"""The variable by which a hall takes the other one."""

ACCENTS = {"zh": ("zh-CN", "zh-SG", "zh-CHS", "zh-TW", "zh-CHT"), "en": ("en-US", "en-GB", "en")}
"""The languages that are synthesized and whose voice is taken, the best first.

Never Hong Kong's and Macao's for Chinese: those voices speak Cantonese.
"""

BY_NAME = (
    ("Cantonese", "zh-HK"),
    ("Hong Kong", "zh-HK"),
    ("Macao", "zh-MO"),
    ("Chinese (Simplified", "zh-CN"),
    ("Chinese (PRC", "zh-CN"),
    ("Chinese (China", "zh-CN"),
    ("Chinese (Singapore", "zh-SG"),
    ("Chinese (Traditional", "zh-TW"),
    ("Chinese (Taiwan", "zh-TW"),
    ("English (United States", "en-US"),
    ("English (United Kingdom", "en-GB"),
    ("English (Great Britain", "en-GB"),
    ("English", "en"),
)
"""What stands in the name of a voice that does not tell its language: the first that fits."""

ENGLISH = 0x09
PRIMARY = 0x3FF
"""The bits of a Windows language id that are the language without its country."""


class Voice(Protocol):
    """A voice as ``pyttsx3.voice.Voice`` is; of its languages SAPI gives one, or a list in one string."""

    @property
    def id(self) -> str:
        """The key of its token in the registry."""

    @property
    def name(self) -> str | None:
        """As ``Microsoft Huihui Desktop - Chinese (Simplified)``."""

    @property
    def languages(self) -> Sequence[str]:
        """``zh-CN``, as pyttsx3 makes of it; or ``804``, or ``409;9``, as the token says it."""


def driver_for(platform: str, wanted: str) -> str:
    """Return the driver for a ``sys.platform``; ``wanted`` is what the hall sets, ``""`` where nothing.

    Raises:
        ValueError: There is no such driver.
    """
    if wanted not in ("", SAPI5, ESPEAK):
        raise ValueError(f"{CHOICE} is {SAPI5} or {ESPEAK}, not {wanted!r}")
    return wanted or (SAPI5 if platform == "win32" else ESPEAK)


def chosen(voices: Sequence[Voice], usual: str = "") -> dict[str, tuple[str, ...]]:
    """Return for each language the ids of the voices that speak it, the best first.

    Args:
        usual: The id of the PC's own choice, which comes before others of the same accent.
    """
    found = {language: _ranked(voices, accents, usual) for language, accents in ACCENTS.items()}
    return {language: ids for language, ids in found.items() if ids}


def _ranked(voices: Iterable[Voice], accents: Sequence[str], usual: str) -> tuple[str, ...]:
    ranks = {each.id: rank(locale_of(each), accents) for each in voices}
    fit = {each: place for each, place in ranks.items() if place is not None}
    # Of equals the PC's own order stays.
    return tuple(sorted(fit, key=lambda each: (fit[each], each != usual)))


def rank(locale: str, accents: Sequence[str]) -> int | None:
    """Return the place of a locale among accents; ``en`` stands for every English that is not named."""
    if locale in accents:
        return accents.index(locale)
    language = locale.partition("-")[0]
    return accents.index(language) if language in accents else None


def locale_of(voice: Voice) -> str:
    """Return what a voice speaks, as ``zh-CN``; ``""`` where it cannot be told."""
    told = (_locale(each) for each in voice.languages)
    return next(filter(None, told), "") or _by_name(voice.name or "")


def _locale(told: str) -> str:
    """Return the locale in one of the forms that pyttsx3 2.99 and SAPI's tokens have."""
    if re.fullmatch(r"[A-Za-z]{2,3}([-_][A-Za-z]+)*", told):
        return told.replace("_", "-")
    if unknown := re.fullmatch(r"Unknown Locale: (\d+)", told):
        return _of_id(int(unknown[1]))
    # The first is the voice's own, what follows are wider ones: "409;9".
    ids = (int(each, 16) for each in told.split(";") if re.fullmatch(r"\s*[0-9A-Fa-f]+\s*", each))
    return next(filter(None, map(_of_id, ids)), "")


def _of_id(number: int) -> str:
    table: Mapping[int, str] = windows_locale
    # English is English everywhere; of Chinese it must be known which.
    return table.get(number, "en" if number & PRIMARY == ENGLISH else "").replace("_", "-")


def _by_name(name: str) -> str:
    return next((locale for words, locale in BY_NAME if words in name), "")
