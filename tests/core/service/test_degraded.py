"""A disk that takes nothing: said, logged once, and over when the disk takes something again."""

from __future__ import annotations

import re
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from core.domain.people import Role
from tests.support.running_core import CoreProcess, Reply
from tests.support.waiting import wait_until


@contextmanager
def full_disk(process: CoreProcess) -> Iterator[None]:
    """Let no file of a core grow or change, as a full disk does."""
    _, hard = resource.prlimit(process.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (hard, hard))


@pytest.fixture
def process(tmp_path: Path) -> Iterator[CoreProcess]:
    running = CoreProcess("dazi", tmp_path, keep_log=True)
    running.start()
    try:
        yield running
    finally:
        running.stop()


def test_a_full_disk_degrades_the_core_and_is_over_by_itself(process: CoreProcess) -> None:
    core = process.handle
    queue = core.get("/api/hall").body["queues"][0]["id"]

    def take() -> Reply:
        return core.post("/api/tickets", {"queue": queue}, role=Role.KIOSK, key="the same")

    with full_disk(process):
        refused = [take() for _ in range(20)]
        assert {(each.status, each.body["key"]) for each in refused} == {(503, "store.failed")}
        health = core.ask("GET", "/api/health")
        assert (health.status, health.body["status"]) == (503, "degraded")
        assert core.get("/api/queues").status == 200, "what is known is still shown"
    wait_until(lambda: core.ask("GET", "/api/health").status == 200)
    assert core.ask("GET", "/api/health").body["trouble"] is None
    taken = take()
    assert (taken.status, taken.body["number"][-3:]) == (201, "001")
    process.stop()
    assert len(re.findall("the database cannot be used", process.log)) == 1
    assert len(re.findall("the database can be used again", process.log)) == 1
    assert "Traceback" not in process.log
