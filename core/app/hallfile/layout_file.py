"""A file of layouts: a whole hall file, or one of ``[[layouts]]`` only, while they are being written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.app.hallfile.findings import Findings
from core.app.hallfile.layouts import check_layouts, read_layouts
from core.app.hallfile.mistake import HallFileInvalid, Mistake
from core.app.hallfile.read import examine
from core.app.hallfile.syntax import decode, parse
from core.app.hallfile.table import Table
from core.domain.hall import Hall
from core.domain.layout import Layout

ALSO = ("schema",)


@dataclass(frozen=True, slots=True)
class LayoutReport:
    """What came of reading the file.

    Attributes:
        hall: The hall, where the file is a whole hall file without mistakes.
    """

    layouts: tuple[Layout, ...] = ()
    hall: Hall | None = None
    mistakes: Sequence[Mistake] = ()


def examine_layouts(content: bytes) -> LayoutReport:
    """Return the layouts of a file or its mistakes."""
    try:
        text = decode(content)
        values = parse(text)
    except HallFileInvalid as invalid:
        return LayoutReport(mistakes=invalid.mistakes)
    if "hall" in values:
        report = examine(text)
        layouts = report.hall.layouts if report.hall else ()
        return LayoutReport(layouts, report.hall, report.mistakes)
    findings = Findings(values)
    table = Table(values, (), findings)
    placed = read_layouts(table)
    check_layouts(placed)
    if not placed:
        findings.add((), "hall.missing_key", name="[[layouts]]", expected="a layout")
    table.finish(ALSO)
    mistakes = tuple(findings.mistakes(text))
    return LayoutReport(() if mistakes else tuple(each.value for each in placed), None, mistakes)
