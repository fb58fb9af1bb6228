"""The numbers that were passed, as a board asks for them."""

from __future__ import annotations

from pathlib import Path

from core.domain.people import Role
from tests.support.clock import Clock
from tests.support.clocked_core import clocked_core
from tests.support.halls import lhasa_like


def test_a_board_is_told_what_was_passed_and_where_it_belongs(tmp_path: Path) -> None:
    clock = Clock()
    with clocked_core(lhasa_like(), tmp_path, clock) as core:
        number = core.post("/api/tickets", {"queue": "food"}).body["number"]
        core.post("/api/windows/3/open", role=Role.CLERK, window=3)
        core.post("/api/windows/3/call-next", role=Role.CLERK, window=3)
        clock.advance(minutes=3)
        assert core.get("/api/passed", Role.SCREEN).body == {"passed": []}
        assert core.post("/api/windows/3/pass", role=Role.CLERK, window=3).status == 200
        passed = {"number": number, "queue": "food", "zone": "business", "window": 3}
        assert core.get("/api/passed", Role.SCREEN).body == {"passed": [passed]}
