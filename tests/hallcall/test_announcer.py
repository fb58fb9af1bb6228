"""The voice follows the feed: every call once, in order, nothing stale."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hallcall.agents.announcer import Announcer
from hardware.voice import wav
from hardware.voice.filesink import FileSink
from hardware.voice.player import Player
from hardware.voice.synth import Synthesizer
from tests.support.day import Day
from tests.support.fake_link import FakeLink
from tests.support.halls import lhasa_like

pytestmark = pytest.mark.qt_log_ignore("pa_context_connect", "No audio device")
NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now

    def forward(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


class Rig:
    """An announcer beside a line to a core, on a machine without a sound card.

    Attributes:
        said: Names of the files that were said.
    """

    def __init__(self, synthesizer: Synthesizer, folder: Path, zone: str | None = None) -> None:
        self.hall = lhasa_like()
        self.ours, self.cores = Clock(), Clock()
        self.link = FakeLink()
        self.day = Day(self.hall, self.link.push, self.cores)
        self.player = Player(FileSink(folder))
        self.said: list[str] = []
        self.announcer = Announcer(
            self.link, None, synthesizer, folder, self.player, zone=zone, clock=self.ours
        )
        self.announcer.spoken.connect(lambda path: self.said.append("-".join(path.stem.split("-")[2:])))

    def close(self) -> None:
        self.player.stop()
        self.announcer.close()


@pytest.fixture(scope="module")
def synthesizer() -> Iterator[Synthesizer]:
    with Synthesizer() as made:
        yield made


@pytest.fixture
def rig(
    monkeypatch: pytest.MonkeyPatch, qapp: object, synthesizer: Synthesizer, tmp_path: Path
) -> Iterator[Rig]:
    monkeypatch.setenv("PULSE_SERVER", "unix:/nonexistent/pulse")
    made = Rig(synthesizer, tmp_path)
    yield made
    made.close()


@pytest.mark.logs("no loudspeaker")
def test_calls_are_said_in_order_each_in_a_file_of_its_own(rig: Rig, qtbot: QtBot, tmp_path: Path) -> None:
    rig.link.connect_to(rig.hall)
    rig.day.take("A001")
    rig.day.take("A002")
    rig.day.call("A001", 1)
    rig.day.call("A002", 2)
    rig.day.start("A001")
    qtbot.waitUntil(lambda: rig.said == ["A001-1", "A002-2"])
    files = sorted(tmp_path.iterdir())
    assert len(files) == 2
    assert all(wav.seconds(wav.read(path)) > 2 for path in files)


@pytest.mark.logs("no loudspeaker")
def test_a_recall_is_said_again_with_its_warning(rig: Rig, qtbot: QtBot, tmp_path: Path) -> None:
    rig.link.connect_to(rig.hall)
    rig.day.call("A001", 1)
    qtbot.waitUntil(lambda: rig.said == ["A001-1"])
    rig.ours.forward(10)
    rig.cores.forward(10)
    rig.day.recall("A001")
    qtbot.waitUntil(lambda: rig.said == ["A001-1", "A001-1"])
    first, again = (wav.seconds(wav.read(path)) for path in sorted(tmp_path.iterdir()))
    assert again > first + 0.5


@pytest.mark.logs("no loudspeaker")
def test_nothing_is_said_before_the_hall_is_known_and_then_it_is_made_up(rig: Rig, qtbot: QtBot) -> None:
    rig.day.call("A001", 1)
    assert len(rig.announcer.waiting) == 1
    rig.link.set_hall(rig.hall)
    qtbot.waitUntil(lambda: rig.said == ["A001-1"])


@pytest.mark.logs("no loudspeaker", "not said")
def test_what_was_called_long_before_the_line_came_back_is_left_to_the_screens(
    rig: Rig, qtbot: QtBot
) -> None:
    rig.link.connect_to(rig.hall)
    dropped: list[str] = []
    rig.announcer.dropped.connect(lambda call: dropped.append(call.number))
    rig.link.go_dark()
    rig.ours.forward(40)
    rig.day.call("A001", 1)
    rig.cores.forward(35)
    rig.day.call("A002", 2)
    rig.link.go_live()
    qtbot.waitUntil(lambda: rig.said == ["A002-2"])
    assert dropped == ["A001"]


@pytest.mark.logs("no loudspeaker")
@pytest.mark.parametrize("minutes_off", [-7, 7])
def test_a_core_whose_clock_is_wrong_is_heard_all_the_same(rig: Rig, qtbot: QtBot, minutes_off: int) -> None:
    rig.cores.forward(60 * minutes_off)
    rig.link.connect_to(rig.hall)
    rig.day.call("A001", 1)
    qtbot.waitUntil(lambda: rig.said == ["A001-1"])
    rig.link.go_dark()
    rig.ours.forward(5)
    rig.cores.forward(5)
    rig.day.call("A002", 2)
    rig.link.go_live()
    qtbot.waitUntil(lambda: rig.said == ["A001-1", "A002-2"])


@pytest.mark.logs("no loudspeaker")
def test_a_zones_loudspeaker_says_its_own_calls_only(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, synthesizer: Synthesizer, tmp_path: Path
) -> None:
    monkeypatch.setenv("PULSE_SERVER", "unix:/nonexistent/pulse")
    rig = Rig(synthesizer, tmp_path, zone="business")
    rig.link.connect_to(rig.hall)
    other = next(queue for queue in rig.hall.queues if queue.zone == "business")
    window = rig.hall.windows_of(other.id)[0].number
    rig.day.call("A001", 1)
    rig.day.call(f"{other.prefix}001", window)
    qtbot.waitUntil(lambda: rig.said == [f"{other.prefix}001-{window}"])
    assert len(rig.announcer.waiting) == 0
    rig.close()


@pytest.mark.logs("no loudspeaker", "voice: cannot start")
def test_without_a_voice_every_call_still_has_its_chime(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, tmp_path: Path
) -> None:
    monkeypatch.setenv("PULSE_SERVER", "unix:/nonexistent/pulse")
    with Synthesizer(command=(sys.executable, "-c", "")) as dead:
        rig = Rig(dead, tmp_path)
        rig.link.connect_to(rig.hall)
        rig.day.call("A001", 1)
        rig.day.call("A002", 2)
        qtbot.waitUntil(lambda: rig.said == ["A001-1", "A002-2"])
        rig.close()
    assert all(wav.read(path) == wav.chime() for path in tmp_path.iterdir())


def test_closing_while_calls_wait_is_quiet(rig: Rig) -> None:
    rig.link.connect_to(rig.hall)
    for i in range(1, 5):
        rig.day.call(f"A{i:03d}", 1)
    assert len(rig.announcer.waiting) == 3


@pytest.mark.logs("no loudspeaker")
@pytest.mark.parametrize("end", ["start", "finish", "put_back", "suspend", "send_on"])
def test_a_waiting_call_whose_visitor_has_come_or_gone_is_not_said(rig: Rig, qtbot: QtBot, end: str) -> None:
    rig.day.call("A001", 1)
    rig.day.call("A002", 2)
    getattr(rig.day, end)("A001")
    rig.link.set_hall(rig.hall)
    qtbot.waitUntil(lambda: rig.said == ["A002-2"])


@pytest.mark.logs("no loudspeaker", "a call is not said", "spoken")
def test_a_full_disk_costs_the_calls_of_that_time_and_not_those_after(
    rig: Rig, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    rig.link.connect_to(rig.hall)
    with monkeypatch.context() as full:
        full.setattr(tempfile, "tempdir", str(tmp_path / "not there"))
        rig.day.call("A001", 1)
        qtbot.waitUntil(lambda: "a call is not said" in caplog.text)
    rig.day.call("A002", 2)
    qtbot.waitUntil(lambda: rig.said == ["A002-2"])
