"""What every group of rows works with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from core.domain.hall import Hall
from hallcall.bench.baseline import Disk
from hallcall.bench.halls import real_hall
from hallcall.bench.load.driver import LoadProcess
from hallcall.bench.row import Row


@dataclass(frozen=True)
class Sizes:
    """How much is measured.

    Attributes:
        rounds: Of each measure.
        tickets: Taken in a round.
        calls: In a round, with everybody listening.
        pairs: Tickets taken and called in a round.
        feeds: Screens that listen.
        old: Numbers of old tickets, the smallest first; the last one is the goal's.
        waiting: Numbers of people who wait, the smallest first.
        starts: Of each program.
        taps: On the kiosk.
        painted: Calls that are painted, on each size of screen.
        spoken: Calls that are said.
        burst: Calls that come at once.
        items: In the catalogue that is searched and looked through; the largest hall we know has 1,887.
        idle_s: How long nothing happens.
        rest_s: How long the first page of a kiosk whose pages were all seen is left alone before it is
            weighed.
        replayed: Visitors of the day whose estimates are measured.
        hall: The real hall that is run.
        simulated: Visitors of the simulated day.
        simulated_speed: So much faster than a real day; ``None``: as fast as keeps order.
    """

    rounds: int = 5
    tickets: int = 1600
    calls: int = 200
    pairs: int = 150
    feeds: int = 300
    old: tuple[int, ...] = (1_000, 100_000, 5_000_000)
    waiting: tuple[int, ...] = (50, 500, 5_000)
    starts: int = 5
    taps: int = 15
    painted: int = 40
    spoken: int = 12
    burst: int = 500
    items: int = 2_000
    idle_s: float = 20.0
    rest_s: float = 16.0
    replayed: int = 900
    hall: str = "pingliang"
    simulated: int = 30_000
    simulated_speed: float | None = None


QUICK = Sizes(
    rounds=3,
    tickets=600,
    calls=80,
    pairs=60,
    old=(1_000, 100_000),
    waiting=(50, 5_000),
    starts=3,
    taps=6,
    painted=12,
    spoken=5,
    burst=100,
    idle_s=6.0,
    replayed=400,
    simulated=3_000,
    simulated_speed=240,
)
"""For a look in between; its rows say that they are of a short run."""


@dataclass(frozen=True)
class Found:
    """What a group of rows came to.

    Attributes:
        rows: Those that a noisy machine would change.
        spread: Of the baselines between the rounds; ``None``: there were none.
        steady: Those in which noise changes nothing: memory, a day replayed by its own clock.
    """

    rows: Sequence[Row]
    spread: float | None = None
    steady: Sequence[Row] = ()


@dataclass(frozen=True)
class Bench:
    """One run.

    Attributes:
        folder: Of this run, on the disk that is measured.
        cache: Of the big databases, on the same disk.
        say: Told what is being done.
    """

    folder: Path
    cache: Path
    sizes: Sizes
    load: LoadProcess
    say: Callable[[str], None]

    @cached_property
    def disk(self) -> Disk:
        """The disk without Hallcall."""
        return Disk(self.folder)

    @cached_property
    def real_hall(self) -> tuple[Hall, Path]:
        """The real hall and its file, without the seconds that its rules put between calls."""
        return real_hall(self.folder, self.sizes.hall)

    def place(self, name: str) -> Path:
        """Return a folder for a core of this run."""
        return self.folder / name

    def take(self, core: str, token: str, bodies: Sequence[dict[str, Any]], clients: int = 16) -> Any:
        """Have tickets taken."""
        return self.load.do("take", core=core, token=token, clients=clients, bodies=bodies)
