"""A hall that a story happens in: a real core process on a shipped hall file, and a clock that is moved."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from core.domain.clock import to_text
from tests.support.file_clock import FileClock, hall_instant
from tests.support.running_core import CoreProcess
from tests.system.stories.board import Board
from tests.system.stories.people import Admin, Clerk, Desk, Guide, Kiosk, Supervisor, Visitor, refused
from tests.system.stories.wire import Wire


@dataclass(frozen=True, slots=True)
class Story:
    """The hall and its people.

    Attributes:
        core: The core's process.
        wire: How people reach it.
        clock: The clock on the hall's wall.
        board: It follows the feed from the first event on.
        desks: Who sits at which window, as they came.
    """

    core: CoreProcess
    wire: Wire
    clock: FileClock
    board: Board
    kiosk: Kiosk
    guide: Guide
    supervisor: Supervisor
    admin: Admin
    desks: dict[int, Desk] = field(default_factory=dict)

    def clerk(self, clerk: str, window: int, skills: list[str] | None = None) -> Clerk:
        """Enter a clerk, who signs in at a window and opens it."""
        self.admin.hire(clerk, skills)
        seated = self.desks[window] = Clerk(self.wire, clerk, window)
        return seated

    def desk(self, window: int) -> Desk:
        """Have the supervisor open a window for whoever sits there."""
        assert self.supervisor.token is not None
        self.desks[window] = Desk(self.wire, self.supervisor.token, window)
        return self.desks[window]

    def at(self, window: int) -> Desk:
        """Return who sits at a window."""
        return self.desks[window]

    def back(self, window: int) -> Clerk:
        """Have the clerk of a window sign in again: what was given for an earlier shift has ended."""
        clerk = self.desks[window]
        assert isinstance(clerk, Clerk)
        with refused("auth.required", why="expired"):
            clerk.do("start")
        clerk.sign_in()
        return clerk

    def visitor(self, slip: dict[str, Any]) -> Visitor:
        """Return who holds a slip."""
        return Visitor(self.wire, slip)

    def power_cut(self) -> None:
        """Kill the core and start it again; the board comes back by itself."""
        self.core.kill()
        self.board.hang_up()
        self.core.start()
        self.board.connect()


@contextmanager
def story(hall: str, folder: Path, at: str) -> Iterator[Story]:
    """Run a shipped hall from a time on its wall; at the end the board must agree with the core."""
    clock = FileClock(folder / "clock")
    clock.set(at)
    core = CoreProcess(hall, folder / "data", clock=clock.path)
    wire, board = Wire(core), None
    try:
        core.start()
        board = Board(core)
        people = Kiosk(wire), Guide(wire), Supervisor(wire), Admin(wire)
        yield Story(core, wire, clock, board, *people)
        board.must_agree(people[1].ticket)
    finally:
        if board is not None:
            board.hang_up()
        wire.close()
        core.stop()


def wall(local: str) -> str:
    """Return a time on the hall's wall, ``"2026-11-23 09:30"``, as answers write it."""
    return to_text(hall_instant(local))
