"""A hall file read whole: the hall, or every mistake at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from core.app.hallfile.assemble import assemble
from core.app.hallfile.findings import Findings
from core.app.hallfile.mistake import HallFileInvalid, Mistake
from core.app.hallfile.pinyin import spell_all
from core.app.hallfile.syntax import decode, parse
from core.app.hallfile.table import Table
from core.domain.hall import Hall, Item

MARK = "\ufeff"
"""What Notepad puts before a text."""


@dataclass(frozen=True, slots=True)
class Report:
    """What came of reading a hall file.

    Attributes:
        hall: The hall, ``None`` if there are mistakes.
        assumed: Section to how many of its entries are marked ``assumed``.
    """

    hall: Hall | None
    mistakes: tuple[Mistake, ...] = ()
    assumed: Mapping[str, int] = field(default_factory=dict)


def load(source: str | Path) -> Hall:
    """Return the hall of a hall file: its text, or the path of the file.

    Raises:
        HallFileInvalid: The file has mistakes; it carries all of them.
        OSError: There is no such file, or it cannot be read.
    """
    report = examine(source)
    if report.hall is None:
        raise HallFileInvalid(report.mistakes)
    return report.hall


def check(source: str | Path) -> list[Mistake]:
    """Return every mistake of a hall file, in the order of the lines."""
    return list(examine(source).mistakes)


def examine(source: str | Path) -> Report:
    """Return the hall or its mistakes, and how much of it is assumed."""
    try:
        text = (source if isinstance(source, str) else decode(source.read_bytes())).removeprefix(MARK)
        values = parse(text)
    except HallFileInvalid as invalid:
        return Report(None, invalid.mistakes)
    findings = Findings(values)
    hall, assumed = assemble(Table(values, (), findings))
    mistakes = findings.mistakes(text)
    return Report(None if mistakes else _with_pinyin(hall), tuple(mistakes), assumed)


def _with_pinyin(hall: Hall) -> Hall:
    """Return the hall with the pinyin of every item that the file gave none."""
    lacking = [item.name["zh"] for item in hall.items if not item.pinyin and "zh" in item.name]
    spelled = spell_all(lacking)

    def fill(item: Item) -> Item:
        if item.pinyin or "zh" not in item.name:
            return item
        pinyin, initials = spelled[item.name["zh"]]
        return replace(item, pinyin=pinyin, initials=initials)

    return replace(hall, items=tuple(fill(item) for item in hall.items))
