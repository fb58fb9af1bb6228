"""Pinyin of Chinese names, so that a visitor can type ``sbk`` for 社保卡."""

from __future__ import annotations

import gc
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

_SYLLABLE = re.compile(r"[a-z0-9]+")

_OWN_WORDS = {
    "藏医": "zang yi",
    "藏药": "zang yao",
    "藏语": "zang yu",
    "藏香": "zang xiang",
    "藏传": "zang chuan",
}
"""Words of the halls of Tibet that the dictionary lacks."""

_PARTS = re.compile(f"({'|'.join(_OWN_WORDS)}|[A-Za-z0-9]+|[^\\u3400-\\u9fff])")

_spelled: dict[str, tuple[str, str]] = {}


def spell_all(names: Iterable[str]) -> Mapping[str, tuple[str, str]]:
    """Return for each Chinese name its toneless pinyin, joined, and its initials.

    >>> spell_all(["银行行政许可(C1)"])
    {'银行行政许可(C1)': ('yinhangxingzhengxukec1', 'yhxzxkc1')}
    """
    wanted = list(names)
    new = [name for name in wanted if name not in _spelled]
    if new:
        _spelled.update(_spell(new))
        gc.collect()  # the dictionary, 55 MB, of which 45 MB go back to the system
    return {name: _spelled[name] for name in wanted}


def spelled(syllables: str) -> tuple[str, str] | None:
    """Return the same of syllables written apart (``"yin hang"``), ``None`` if they are not such."""
    parts = syllables.split()
    if not parts or not all(_SYLLABLE.fullmatch(part) for part in parts):
        return None
    return _joined(parts)


def _joined(syllables: Sequence[str]) -> tuple[str, str]:
    initials = (each if any(map(str.isdigit, each)) else each[0] for each in syllables)
    return "".join(syllables), "".join(initials)


def _spell(names: Iterable[str]) -> dict[str, tuple[str, str]]:
    with _dictionary() as syllables_of:
        return {name: _joined(_syllables(name, syllables_of)) for name in names}


def _syllables(name: str, syllables_of: Callable[[str], list[str]]) -> list[str]:
    syllables: list[str] = []
    for part in _PARTS.split(name):
        if part in _OWN_WORDS:
            syllables += _OWN_WORDS[part].split()
        elif not part.isascii():
            syllables += (each for each in syllables_of(part) if each.isascii() and each.isalnum())
        elif part.isalnum():
            syllables.append(part.lower())
    return syllables


@contextmanager
def _dictionary() -> Iterator[Callable[[str], list[str]]]:
    """Import the dictionary of words for as long as it is needed: once, when the hall is read.

    Neither its own copy of the tables nor the garbage collector's walks through them while they are being
    filled are of use; without both the import takes a third of the time.
    Source: https://pypinyin.readthedocs.io/zh-cn/master/faq.html
    """
    loaded_before = "pypinyin" in sys.modules
    collects = gc.isenabled()
    os.environ.setdefault("PYPINYIN_NO_DICT_COPY", "true")
    gc.disable()
    try:
        import pypinyin

        yield pypinyin.lazy_pinyin
    finally:
        if collects:
            gc.enable()
        if not loaded_before:
            for module in [each for each in sys.modules if each.partition(".")[0] == "pypinyin"]:
                del sys.modules[module]
