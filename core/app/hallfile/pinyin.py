"""Pinyin of Chinese names, so that a visitor can type ``sbk`` for 社保卡."""

from __future__ import annotations

import gc
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

_SYLLABLE = re.compile(r"[a-z0-9]+")
_PART = re.compile(r"[\u3400-\u9fff]+|[A-Za-z0-9]+")

_OWN_WORDS = {
    "藏医": [["zàng"], ["yī"]],
    "藏药": [["zàng"], ["yào"]],
    "藏语": [["zàng"], ["yǔ"]],
    "藏香": [["zàng"], ["xiāng"]],
    "藏传": [["zàng"], ["chuán"]],
}
"""Words of the halls of Tibet that the dictionary lacks."""


_spelled: dict[str, tuple[str, str]] = {}


def spell_all(names: Iterable[str]) -> Mapping[str, tuple[str, str]]:
    """Return for each Chinese name its toneless pinyin, joined, and its initials.

    >>> spell_all(["银行行政许可(C1)"])
    {'银行行政许可(C1)': ('yinhangxingzhengxukec1', 'yhxzxkc1')}
    """
    wanted = list(names)
    new = [name for name in wanted if name not in _spelled]
    if new:
        with _dictionary() as syllables_of:
            _spelled.update((name, _joined(_syllables(name, syllables_of))) for name in new)
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


def _syllables(name: str, syllables_of: Callable[[str], list[str]]) -> list[str]:
    syllables: list[str] = []
    for part in _PART.findall(name):
        syllables += [part.lower()] if part.isascii() else syllables_of(part)
    return syllables


@contextmanager
def _dictionary() -> Iterator[Callable[[str], list[str]]]:
    """Load the dictionary of words for as long as it is needed.

    It is needed once, at the start of the core, and weighs 55 MB; letting go of it gives 45 MB back. Without
    the copy of its tables the import takes 0.2 s instead of 0.5 s.
    Source: https://pypinyin.readthedocs.io/zh-cn/master/faq.html
    """
    is_ours = "pypinyin" not in sys.modules
    os.environ.setdefault("PYPINYIN_NO_DICT_COPY", "true")
    import pypinyin

    pypinyin.load_phrases_dict(_OWN_WORDS)
    try:
        yield pypinyin.lazy_pinyin
    finally:
        if is_ours:
            for module in [each for each in sys.modules if each.partition(".")[0] == "pypinyin"]:
                del sys.modules[module]
            del pypinyin
            gc.collect()
