"""A row of the table, and whether its goal is met."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Goal:
    """What a row is to reach; every limit that is set must hold.

    Attributes:
        most: The value is no more than this, in the row's unit.
        least: The value is no less.
        ratio_most: Value divided by baseline is no more than this.
        ratio_least: It is no less.
    """

    most: float | None = None
    least: float | None = None
    ratio_most: float | None = None
    ratio_least: float | None = None

    def met(self, value: float, ratio: float | None) -> bool:
        """Whether a value and its ratio are within all limits."""
        if ratio is None and (self.ratio_most is not None or self.ratio_least is not None):
            return False
        return (
            (self.most is None or value <= self.most)
            and (self.least is None or value >= self.least)
            and (self.ratio_most is None or ratio is None or ratio <= self.ratio_most)
            and (self.ratio_least is None or ratio is None or ratio >= self.ratio_least)
        )

    def text(self, unit: str) -> str:
        """Return the goal as the table says it, e.g. ``"<= 20 x, <= 50 ms"``."""
        limits = (
            (">=", self.ratio_least, "x"),
            ("<=", self.ratio_most, "x"),
            (">=", self.least, unit),
            ("<=", self.most, unit),
        )
        return ", ".join(f"{sign} {limit:g} {of}" for sign, limit, of in limits if limit is not None)


@dataclass(frozen=True, slots=True)
class Row:
    """One figure.

    Attributes:
        name: Stable, for scripts, e.g. ``"tickets.16-clients"``.
        what: The same as a person reads it.
        value: ``None``: not measured; ``note`` says why.
        unit: Of the value and, in a row that has one, of the baseline.
        baseline: What it is compared with.
        ratio: The median of the rounds' own ratios where there are rounds, else value / baseline.
        goal: ``None``: the row is there to be read.
        met: ``None``: there is no goal, nothing was measured, or the machine was too noisy to judge.
        group: The group of rows it was measured with.
        noise: Why it was too noisy; nothing if it was not.
    """

    name: str
    what: str
    unit: str
    value: float | None = None
    baseline: float | None = None
    ratio: float | None = None
    goal: Goal | None = None
    met: bool | None = None
    group: str = ""
    noise: tuple[str, ...] = ()
    note: str = ""

    def to_json(self) -> dict[str, Any]:
        """Return the row as JSON-ready values."""
        return {
            "name": self.name,
            "group": self.group,
            "value": _rounded(self.value),
            "unit": self.unit,
            "baseline": _rounded(self.baseline),
            "ratio": _rounded(self.ratio),
            "goal": self.goal.text(self.unit) if self.goal else None,
            "met": self.met,
            "noise": list(self.noise),
            "what": self.what,
            "note": self.note,
        }


def measured(
    name: str,
    what: str,
    unit: str,
    value: float,
    *,
    baseline: float | None = None,
    ratio: float | None = None,
    goal: Goal | None = None,
    note: str = "",
) -> Row:
    """Return the row of a figure, judged."""
    if ratio is None and baseline:
        ratio = value / baseline
    met = goal.met(value, ratio) if goal else None
    return Row(name, what, unit, value, baseline, ratio, goal, met, note=note)


def unjudged(row: Row, reasons: Sequence[str]) -> Row:
    """Return a row whose goal nobody can judge."""
    return replace(row, met=None, noise=tuple(reasons))


def _rounded(value: float | None) -> float | None:
    """Return four digits of a figure: more would be invented."""
    return None if value is None else float(f"{value:.4g}")
