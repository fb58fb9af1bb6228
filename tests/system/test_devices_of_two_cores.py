"""Two cores of one hall: a machine is heard whichever it reports to, and missed once."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from core.domain.people import Role
from tests.support.following import following
from tests.support.halls import lhasa_like
from tests.support.postgres import server
from tests.support.running_core import CoreHandle, core_in_thread
from tests.support.waiting import wait_until

EVERY_S = 2
"""Three times as long is more than a device may be told of again after."""
PRINTER = {"name": "打印机", "kind": "printer", "state": "ready"}


@pytest.fixture
def cores(tmp_path: Path) -> Iterator[tuple[CoreHandle, CoreHandle]]:
    url = server().lend()
    try:
        with core_in_thread(lhasa_like(), tmp_path / "one", database=url) as one:
            (tmp_path / "other").mkdir()
            for name in ("secret.key", "phones.key"):
                shutil.copy(tmp_path / "one" / name, tmp_path / "other")
            with core_in_thread(lhasa_like(), tmp_path / "other", database=url) as other:
                yield one, other
    finally:
        server().take_back(url)


def report(core: CoreHandle, machine: str) -> None:
    body = {"machine": machine, "every_s": EVERY_S, "devices": [PRINTER]}
    assert core.post("/api/devices", body, role=Role.KIOSK).status == 200


def states(core: CoreHandle) -> dict[str, str]:
    return {each["machine"]: each["state"] for each in core.get("/api/devices").body["devices"]}


def test_a_machine_is_heard_whichever_core_it_reports_to_and_missed_once(
    cores: tuple[CoreHandle, CoreHandle],
) -> None:
    one, other = cores
    with following(one) as feed:
        report(one, "falls-silent")
        assert states(other) == {"falls-silent": "ready"}
        turns = 0

        def waits_for(machine: str) -> bool:
            """Look at both, while a machine goes from one core to the other."""
            nonlocal turns
            turns += 1
            report(cores[turns % 2], "wanders")
            return states(one).get(machine) == states(other).get(machine) == "gone"

        wait_until(lambda: waits_for("falls-silent"))
        # By the time a second one is missed, the first has had the time to be missed by both.
        report(other, "falls-silent-later")
        wait_until(lambda: waits_for("falls-silent-later"))
        heard: list[Any] = []
        while len(heard) < 5:
            message = feed.next()
            heard += [message["data"]] if message["kind"] == "device.changed" else []
    assert states(one)["wanders"] == "ready"
    told = [(each["machine"], each["state"], each["key"]) for each in heard]
    gone = ("gone", "device.machine_silent")
    assert told == [
        ("falls-silent", "ready", ""),
        ("wanders", "ready", ""),
        ("falls-silent", *gone),
        ("falls-silent-later", "ready", ""),
        ("falls-silent-later", *gone),
    ]
    # The feed has no gap, so nothing else was written.
    assert one.get("/api/health").body["seq"] == other.get("/api/health").body["seq"]
