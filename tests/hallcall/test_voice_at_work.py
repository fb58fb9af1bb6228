"""``hallcall announcer`` and ``hallcall display --voice`` as processes beside a real core."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from core.domain.people import Role
from hallcall.demo.hurried import write_hurried
from hallcall.voice_options import loudspeakers, set_quiet
from tests.support.halls import shipped
from tests.support.running_core import CoreHandle, CoreProcess
from tests.support.warm_command import WarmCommand

PATIENCE_S = 60.0
DEVICES = """
[[loudspeakers]]
name = "南厅"
device = "Nobody has this card"
channel = "left"
zones = ["enterprise"]
volume = 80

[[loudspeakers]]
name = "北厅"
device = "Nobody has this card"
channel = "right"
zones = ["projects"]
"""


@pytest.fixture
def core(tmp_path: Path) -> Iterator[CoreHandle]:
    _, file = write_hurried(shipped("lhasa"), tmp_path)
    process = CoreProcess(str(file), tmp_path / "core")
    yield process.start()
    process.stop()


def until(true: Callable[[], object]) -> None:
    """Wait for something."""
    deadline = time.monotonic() + PATIENCE_S
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.02)


class Voice:
    """The program on a machine without a sound card."""

    def __init__(self, core: CoreHandle, folder: Path, *words: str) -> None:
        self.core = core
        self.folder = folder
        (folder / "devices.toml").write_text(DEVICES, encoding="utf-8")
        token = core.token(Role.SCREEN, subject="voice-1")
        places = ("--out", folder / "out", "--state", folder / "state", "--devices", folder / "devices.toml")
        where = ("--core", core.url, "--token", token, "--machine", "voice-1")
        self._words = [*words, *where, *map(str, places)]

    @contextmanager
    def running(self) -> Iterator[WarmCommand]:
        env = {"PULSE_SERVER": "unix:/nonexistent/pulse", "QT_QPA_PLATFORM": "offscreen"}
        with (self.folder / "log").open("ab") as log:
            process = WarmCommand(*self._words, stderr=log.fileno(), **env)
        try:
            yield process
        finally:
            process.kill()
            process.ended(PATIENCE_S)

    def said(self) -> list[dict[str, Any]]:
        try:
            lines = (self.folder / "state" / "spoken.jsonl").read_text().splitlines()
        except OSError:
            return []
        return [json.loads(line) for line in lines]

    def numbers(self) -> list[str]:
        return [line["number"] for line in self.said()]

    def devices(self) -> dict[str, tuple[str, str]]:
        listed = self.core.get("/api/devices").body["devices"]
        return {each["name"]: (each["state"], each["key"]) for each in listed}

    def call(self, queue: str, window: int) -> str:
        """Have a visitor come, and a window that is open call the visitor."""
        taken = self.core.post("/api/tickets", {"queue": queue}, role=Role.KIOSK).body["number"]
        called = self.core.post(f"/api/windows/{window}/call-next").body["ticket"]["number"]
        assert called == taken
        return str(taken)


def counter(zone: str) -> tuple[str, int]:
    """Return a queue of a zone and a window that serves it alone or first."""
    hall = shipped("lhasa")
    for queue in hall.queues:
        if queue.zone == zone and hall.windows_of(queue.id):
            return queue.id, hall.windows_of(queue.id)[0].number
    raise AssertionError(zone)


@pytest.mark.parametrize("words", [("announcer",), ("display", "--voice")])
def test_a_program_that_is_killed_and_started_again_says_every_call_once(
    core: CoreHandle, tmp_path: Path, words: tuple[str, ...]
) -> None:
    voice = Voice(core, tmp_path, *words)
    counters = {zone: counter(zone) for zone in ("enterprise", "projects")}
    for _, window in counters.values():
        assert core.post(f"/api/windows/{window}/open").status == 200
    with voice.running():
        until(lambda: set(voice.devices().values()) == {("gone", "voice.no_loudspeaker")})
        assert set(voice.devices()) == {"南厅", "北厅"}
        first = [voice.call(*where) for where in counters.values()]
        until(lambda: sorted(voice.numbers()) == sorted(first))
    # Nobody is there to hear these.
    while_away = [voice.call(*where) for where in counters.values()]
    with voice.running():
        until(lambda: len(voice.numbers()) >= 4)
        last = [voice.call(*where) for where in counters.values()]
        until(lambda: len(voice.numbers()) >= 6)
    assert sorted(voice.numbers()) == sorted([*first, *while_away, *last])
    by_channel = {line["channel"]: line["zone"] for line in voice.said()}
    assert by_channel == {"南厅": "enterprise", "北厅": "projects"}
    assert all(line["languages"] == ["zh"] and line["unspoken"] == ["bo"] for line in voice.said())
    assert len(list((tmp_path / "out").rglob("call-*.wav"))) == 6


def test_the_switch_for_quiet_is_heard_by_the_program_that_runs(core: CoreHandle, tmp_path: Path) -> None:
    voice = Voice(core, tmp_path, "announcer")
    queue, window = counter("projects")
    assert core.post(f"/api/windows/{window}/open").status == 200
    assert set_quiet(tmp_path / "state", quiet=True) == 0
    with voice.running():
        until(lambda: voice.devices())
        voice.call(queue, window)
        until(lambda: "not said (quiet)" in (tmp_path / "log").read_text())
        assert set_quiet(tmp_path / "state", quiet=False) == 0
        number = voice.call(queue, window)
        until(lambda: voice.numbers() == [number])


def test_the_loudspeakers_of_a_display_are_those_of_its_zone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (file := tmp_path / "devices.toml").write_text(DEVICES, encoding="utf-8")
    assert [each.name for each in loudspeakers(file, "projects") or []] == ["北厅"]
    assert [each.zones for each in loudspeakers(None, "projects") or []] == [frozenset({"projects"})]
    assert [each.zones for each in loudspeakers(None, None) or []] == [None]
    assert loudspeakers(file, "police") is None
    assert "no loudspeakers for police" in capsys.readouterr().err
