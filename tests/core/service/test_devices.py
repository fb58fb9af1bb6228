"""Devices over HTTP and on the feed, and what the core notices by itself."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import pytest

from core.app.devices import report_devices
from core.app.ports import StoreFailed
from core.domain.clock import from_text
from core.domain.device import TELL_EVERY
from core.domain.event import EventKind
from core.domain.people import Role
from core.service.device_watch import DeviceWatch
from core.service.wire_devices import DeviceBody
from tests.core.service.test_ticker import Night, play
from tests.support.clock import Clock
from tests.support.following import following
from tests.support.halls import lhasa_like
from tests.support.rule_hall import rule_hall
from tests.support.running_core import CoreHandle, Reply, core_in_thread

PRINTER = {"name": "取号机一", "kind": "printer", "state": "ready"}
READER = {"name": "读卡器", "kind": "card_reader", "state": "starting", "detail": "COM3"}
NO_PAPER = PRINTER | {"state": "degraded", "key": "printer.paper_out"}
CALM_S = TELL_EVERY.total_seconds()


def report(core: CoreHandle, *devices: Any, role: Role = Role.KIOSK, **more: Any) -> Reply:
    return core.post("/api/devices", {"machine": "kiosk-1", "devices": devices} | more, role=role)


def states(reply: Reply) -> list[tuple[str, str, str]]:
    return [(each["name"], each["state"], each["key"]) for each in reply.body["devices"]]


def test_a_machine_tells_and_staff_sees(core: CoreHandle) -> None:
    told = report(core, PRINTER, READER, every_s=30)
    assert told.status == 200
    assert states(told) == [("取号机一", "ready", ""), ("读卡器", "starting", "")]
    for role in (Role.CLERK, Role.GUIDE, Role.SUPERVISOR, Role.ADMIN):
        assert core.get("/api/devices", role=role).body == told.body
    (_, reader) = told.body["devices"]
    assert (reader["machine"], reader["kind"], reader["detail"]) == ("kiosk-1", "card_reader", "COM3")
    assert (reader["every_s"], reader["by"], reader["since"]) == (30, "kiosk:test", reader["heard_at"])


def test_every_role_may_tell_and_devices_may_not_look(core: CoreHandle) -> None:
    for role in Role:
        assert report(core, PRINTER, role=role, machine=f"m-{role.value}").status == 200
    assert [core.get("/api/devices", role=role).status for role in (Role.KIOSK, Role.SCREEN)] == [403, 403]


@pytest.mark.parametrize(
    "wrong",
    [
        {"devices": [PRINTER, PRINTER]},
        {"devices": [PRINTER | {"state": "fine"}]},
        {"devices": [PRINTER | {"kind": "toaster"}]},
        {"devices": [PRINTER | {"key": "Kein Papier"}]},
        {"devices": [PRINTER | {"detail": "a\nb"}]},
        {"devices": [PRINTER | {"name": ""}]},
        {"devices": [PRINTER | {"name": str(place)} for place in range(101)]},
        {"every_s": 0},
        {"machine": None},
    ],
)
def test_what_does_not_fit_is_refused(shared_core: CoreHandle, wrong: dict[str, Any]) -> None:
    reply = shared_core.post("/api/devices", {"machine": "kiosk-1", "devices": [PRINTER]} | wrong)
    assert (reply.status, reply.body["key"]) == (422, "request.invalid")
    assert shared_core.get("/api/devices").body == {"devices": []}


def test_the_feed_hears_of_each_change_once_and_of_one_that_came_too_soon_a_little_later(
    core: CoreHandle,
) -> None:
    with following(core) as feed:
        report(core, PRINTER)
        report(core, NO_PAPER)
        report(core, NO_PAPER, machine="kiosk-2")
        found: list[Any] = []
        while len(found) < 3:
            message = feed.next()
            found += [message] if message["kind"] == "device.changed" else []
    told = [(each["data"]["machine"], each["data"]["state"]) for each in found]
    assert told == [("kiosk-1", "ready"), ("kiosk-2", "degraded"), ("kiosk-1", "degraded")]
    assert from_text(found[2]["at"]) - from_text(found[0]["at"]) >= TELL_EVERY
    assert found[2]["data"]["by"] == "kiosk:test"


def test_a_removed_device_is_not_shown_and_an_empty_list_forgets_a_machine(core: CoreHandle) -> None:
    report(core, PRINTER, READER)
    assert states(report(core, PRINTER)) == [("取号机一", "ready", "")]
    assert report(core, role=Role.ADMIN).body == core.get("/api/devices").body == {"devices": []}


def test_what_was_told_is_there_after_the_core_comes_back(tmp_path: Path) -> None:
    with core_in_thread(lhasa_like(), tmp_path) as core:
        told = report(core, NO_PAPER).body
    with core_in_thread(lhasa_like(), tmp_path) as core:
        assert core.get("/api/devices").body == told


# --- by itself --------------------------------------------------------------------------------------------


class Machines:
    """Machines in a core whose time the test moves."""

    def __init__(self, night: Night) -> None:
        self.night = night

    async def report(self, *devices: Any, machine: str = "kiosk-1") -> None:
        said = [DeviceBody(**each).said() for each in devices]
        core = self.night.core
        asked = partial(report_devices, machine=machine, every_s=60, said=said, by="kiosk:1")
        core.devices.heard(await core.run(asked))

    def told(self) -> list[tuple[str, str]]:
        events = self.night.core.reader.events_after(0, 1000)
        found = [each.data for each in events if each.kind is EventKind.DEVICE_CHANGED]
        return [(data["state"], data["key"]) for data in found]


def test_a_machine_that_says_nothing_any_more_is_noticed_and_nothing_is_written_before_or_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def story(night: Night) -> None:
        machines = Machines(night)
        await machines.report(PRINTER)
        await night.after(179)
        asked: list[str] = []
        with monkeypatch.context() as patch:
            patch.setattr(night.core.reader, "devices", lambda: asked.append("reader"))
            patch.setattr(night.core._writer, "submit", lambda *_: asked.append("writer"))
            await night.after(0.5)
        assert (machines.told(), asked) == ([("ready", "")], [])
        await night.after(1)
        assert machines.told()[1:] == [("gone", "device.machine_silent")]
        await night.after(1)
        patched, seq = list[str](), night.seq
        monkeypatch.setattr(night.core.reader, "devices", lambda: patched.append("reader"))
        monkeypatch.setattr(night.core._writer, "submit", lambda *_: patched.append("writer"))
        for _ in range(50):
            await night.after(60)
        assert (night.seq, patched) == (seq, [])

    play(tmp_path, rule_hall(), story)


def test_a_machine_that_is_heard_is_never_silent_and_looked_at_seldom(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def story(night: Night) -> None:
        machines = Machines(night)
        await machines.report(PRINTER)
        looks: list[int] = []
        found = night.core.reader.devices

        def look() -> Any:
            looks.append(1)
            return found()

        monkeypatch.setattr(night.core.reader, "devices", look)
        for _ in range(60):
            await night.after(60)
            await machines.report(PRINTER)
        assert machines.told() == [("ready", "")]
        assert len(looks) <= 60 * 60 / 60

    play(tmp_path, rule_hall(), story)


def test_a_change_that_came_too_soon_is_told_by_the_ticker(tmp_path: Path) -> None:
    async def story(night: Night) -> None:
        machines = Machines(night)
        await machines.report(PRINTER)
        await machines.report(NO_PAPER)
        await night.after(CALM_S - 1)
        assert machines.told() == [("ready", "")]
        await night.after(1)
        assert machines.told()[1:] == [("degraded", "printer.paper_out")]

    play(tmp_path, rule_hall(), story)


@pytest.mark.logs("the database can be used again")
def test_a_night_without_the_core_and_a_disk_in_trouble_silence_nobody(tmp_path: Path) -> None:
    async def evening(night: Night) -> None:
        await Machines(night).report(PRINTER)

    async def morning(night: Night) -> None:
        machines = Machines(night)
        # The machine was told of an hour ago by this clock.
        night.clock.advance(hours=1)
        night.core.devices.was_deaf()
        await night.after(179)
        assert machines.told() == [("ready", "")]
        # It is tried, and goes again.
        night.core.trouble = "full"
        await night.after(1)
        assert machines.told() == [("ready", "")]
        await night.after(178)
        assert machines.told() == [("ready", "")]
        await night.after(1)
        assert machines.told()[1:] == [("gone", "device.machine_silent")]

    play(tmp_path, rule_hall(), evening)
    play(tmp_path, rule_hall(), morning)


def test_what_could_not_be_done_is_still_due(tmp_path: Path) -> None:
    async def story(night: Night) -> None:
        machines = Machines(night)
        await machines.report(PRINTER)
        night.clock.advance(seconds=180)

        async def refuse(_command: Any) -> None:
            raise StoreFailed

        for _ in range(2):
            with pytest.raises(StoreFailed):
                await night.core.devices.tend(refuse)
        await night.after(0)
        assert machines.told()[1:] == [("gone", "device.machine_silent")]

    play(tmp_path, rule_hall(), story)


def test_a_core_that_has_just_started_looks_once(tmp_path: Path) -> None:
    async def story(night: Night) -> None:
        looks: list[int] = []

        class Reader:
            def devices(self) -> list[Any]:
                looks.append(1)
                return []

        watch = DeviceWatch(Reader(), Clock())  # type: ignore[arg-type]
        for _ in range(3):
            await watch.tend(night.core.run)
        assert looks == [1]

    play(tmp_path, rule_hall(), story)
