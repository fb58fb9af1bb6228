"""Whether the machine was quiet enough for a figure to mean something."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from hallcall.bench import processes

SPREAD_MOST = 0.5
"""Baselines of one group that lie further apart, (largest - smallest) / median, say: do not judge."""
FOREIGN_MOST = 0.10
"""Share of all processors that others may take while we measure."""
STOLEN_MOST = 0.02
"""Share that other guests of the same host may take."""
LOAD_MOST = 1.0
"""Runnable processes a processor, over the minute before the start."""


@dataclass(frozen=True, slots=True)
class Quiet:
    """How quiet it was for a while.

    Attributes:
        foreign: Share of all processors that others took; ``None`` where it cannot be known.
        stolen: Share that other guests of the host took; ``None`` where it cannot be known.
    """

    foreign: float | None = None
    stolen: float | None = None

    def reasons(self, spread: float | None = None) -> list[str]:
        """Return why it was too noisy; nothing if it was not.

        Args:
            spread: Of the baselines of that while.
        """
        limits = (
            (self.foreign, FOREIGN_MOST, "others took {:.0%} of the processors"),
            (self.stolen, STOLEN_MOST, "the host stole {:.0%} of the processors"),
            (spread, SPREAD_MOST, "the baseline varied by {:.0%}"),
        )
        return [text.format(value) for value, most, text in limits if value is not None and value > most]


class Listening:
    """Listens to the machine from its making on."""

    def __init__(self) -> None:
        self._known = processes.KNOWN
        if self._known:
            self._machine = processes.machine_ticks()
            self._ours = processes.family_seconds(os.getpid())

    def quiet(self) -> Quiet:
        """Return how quiet it was since the beginning."""
        if not self._known:
            return Quiet()
        now, ours = processes.machine_ticks(), processes.family_seconds(os.getpid())
        whole = now.all - self._machine.all
        if whole <= 0:
            return Quiet(0.0, 0.0)
        foreign = (now.busy - self._machine.busy) - (ours - self._ours)
        return Quiet(max(0.0, foreign / whole), (now.stolen - self._machine.stolen) / whole)


@dataclass(frozen=True, slots=True)
class Machine:
    """Where it was measured.

    Attributes:
        load: Load average of the minute before the start; ``None`` where it cannot be known.
    """

    system: str
    processors: int
    python: str
    load: float | None

    def reasons(self) -> list[str]:
        """Return why nothing of this run can be judged; nothing if it can."""
        if self.load is None or self.load <= LOAD_MOST * self.processors:
            return []
        return [f"load average {self.load:.1f} on {self.processors} processors before the start"]

    def to_json(self) -> dict[str, Any]:
        """Return it as JSON-ready values."""
        return {
            "system": self.system,
            "processors": self.processors,
            "python": self.python,
            "load": None if self.load is None else round(self.load, 2),
        }


def this_machine() -> Machine:
    """Return what is known of this machine."""
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else None
    return Machine(
        f"{platform.system()} {platform.release()}", os.cpu_count() or 1, platform.python_version(), load
    )


def loudest(quiets: Sequence[Quiet]) -> Quiet:
    """Return the worst of several whiles."""
    foreign = [each.foreign for each in quiets if each.foreign is not None]
    stolen = [each.stolen for each in quiets if each.stolen is not None]
    return Quiet(max(foreign, default=None), max(stolen, default=None))
