"""A whole run: every group in its order, each judged by how quiet the machine was meanwhile."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from core.domain.clock import to_text
from hallcall.bench.bench import QUICK, Bench, Found, Sizes
from hallcall.bench.child import ChildEnded
from hallcall.bench.load.driver import LoadFailed, LoadProcess
from hallcall.bench.noise import Listening, Machine, this_machine
from hallcall.bench.parts.estimate import estimate
from hallcall.bench.parts.feeds import feeds
from hallcall.bench.parts.floors import floors
from hallcall.bench.parts.growth import history, waiting
from hallcall.bench.parts.idle import idle
from hallcall.bench.parts.kept import kept
from hallcall.bench.parts.painted import painted
from hallcall.bench.parts.pingliang import pingliang
from hallcall.bench.parts.search import search
from hallcall.bench.parts.seen import seen
from hallcall.bench.parts.slip import slip
from hallcall.bench.parts.start import start
from hallcall.bench.parts.tickets import tickets
from hallcall.bench.parts.voice import voice
from hallcall.bench.row import Row, unjudged

SCHEMA = 1
"""Of the JSON file."""
PARTS: dict[str, Callable[[Bench], Found]] = {
    "floors": floors,
    "tickets": tickets,
    "feeds": feeds,
    "history": history,
    "waiting": waiting,
    "pingliang": pingliang,
    "painted": painted,
    "slip": slip,
    "search": search,
    "voice": voice,
    "start": start,
    "kept": kept,
    "seen": seen,
    "idle": idle,
    "estimate": estimate,
}
"""The groups of rows, by the names that ``--only`` takes."""
SHORT = "a short run"


@dataclass(frozen=True)
class Report:
    """What a run came to.

    Attributes:
        failed: Groups that could not be run to their end, each with the reason.
    """

    began: datetime
    quick: bool
    machine: Machine
    rows: Sequence[Row]
    failed: Sequence[str] = ()

    @property
    def missed(self) -> bool:
        """Whether a goal is missed."""
        return any(row.met is False for row in self.rows)

    def to_json(self) -> dict[str, Any]:
        """Return the report as JSON-ready values."""
        return {
            "schema": SCHEMA,
            "began": to_text(self.began),
            "quick": self.quick,
            "machine": self.machine.to_json(),
            "failed": list(self.failed),
            "rows": [row.to_json() for row in self.rows],
        }


def bench(
    parts: Sequence[str],
    *,
    folder: Path,
    quick: bool,
    say: Callable[[str], None],
    sizes: Sizes | None = None,
) -> Report:
    """Run groups of :data:`PARTS` and return their rows.

    Args:
        folder: On the disk that is measured; big databases stay there.
        sizes: Instead of those of a full or a quick run.
    """
    machine, began = this_machine(), datetime.now(UTC)
    folder.mkdir(parents=True, exist_ok=True)
    rows: list[Row] = []
    failed: list[str] = []
    with tempfile.TemporaryDirectory(prefix="run-", dir=folder) as place, LoadProcess() as load:
        ours = Bench(Path(place), folder, sizes or (QUICK if quick else Sizes()), load, say)
        for name in parts:
            say(name)
            listening = Listening()
            try:
                found = PARTS[name](ours)
            except (ChildEnded, LoadFailed, OSError, RuntimeError) as error:
                # The other groups are still worth having.
                failed.append(f"{name}: {error}")
                continue
            reasons = [*machine.reasons(), *listening.quiet().reasons(found.spread)]
            rows += [_judged(row, name, reasons, quick=quick) for row in found.rows]
            rows += [_judged(row, name, [], quick=quick) for row in found.steady]
    return Report(began, quick, machine, rows, failed)


def _judged(row: Row, group: str, reasons: Sequence[str], *, quick: bool) -> Row:
    row = replace(row, group=group)
    if row.value is None:
        return row
    if quick:
        row = replace(row, note="; ".join(filter(None, (row.note, SHORT))))
    return unjudged(row, reasons) if reasons else row
