"""The table as a person reads it."""

from __future__ import annotations

from collections.abc import Sequence

from hallcall.bench.row import Row

HEAD = ("what", "value", "baseline", "ratio", "goal", "")
_LEFT = (0, 4, 5)
"""Columns that are words."""


def table(rows: Sequence[Row]) -> str:
    """Return the rows with their goals and ratios; what there is to say of a row follows below it."""
    cells = [HEAD, *(_cells(row) for row in rows)]
    widths = [max(len(each[at]) for each in cells) for at in range(len(HEAD))]
    lines = [_line(HEAD, widths), "  ".join("-" * width for width in widths).rstrip()]
    for row, each in zip(rows, cells[1:], strict=True):
        lines.append(_line(each, widths))
        if row.note:
            lines.append(f"    {row.note}")
    return "\n".join(lines)


def tally(rows: Sequence[Row]) -> str:
    """Return how many goals are met, missed, not judged and not measured."""
    goals = [row for row in rows if row.goal is not None]
    counts = {
        "met": sum(row.met is True for row in goals),
        "missed": sum(row.met is False for row in goals),
        "too noisy to judge": sum(bool(row.noise) for row in goals),
        "not measured": sum(row.value is None for row in goals),
    }
    return f"{len(goals)} goals: " + ", ".join(f"{count} {name}" for name, count in counts.items())


def noise(rows: Sequence[Row]) -> str:
    """Return why which groups were not judged, a line for each reason; nothing if all were."""
    named: dict[str, dict[str, None]] = {}
    for row in rows:
        for reason in row.noise:
            named.setdefault(reason, {})[row.group] = None
    return "\n".join(f"too noisy to judge {', '.join(groups)}: {reason}" for reason, groups in named.items())


def _cells(row: Row) -> tuple[str, ...]:
    return (
        row.what,
        _number(row.value, row.unit),
        _number(row.baseline, row.unit),
        "" if row.ratio is None else f"{row.ratio:.2f} x",
        row.goal.text(row.unit) if row.goal else "",
        _verdict(row),
    )


def _verdict(row: Row) -> str:
    if row.value is None:
        return "not measured"
    if row.noise:
        return "noisy"
    return {True: "met", False: "MISSED", None: ""}[row.met]


def _number(value: float | None, unit: str) -> str:
    if value is None:
        return "-"
    digits = 0 if abs(value) >= 1000 else 1 if abs(value) >= 100 else 2
    return f"{value:,.{digits}f} {unit}"


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (
        cell.ljust(width) if at in _LEFT else cell.rjust(width)
        for at, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return "  ".join(padded).rstrip()
