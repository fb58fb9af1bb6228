"""The voice follows the feed: every call once, in order, nothing stale."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.domain.event import EventKind
from core.domain.floor import Floor, empty_floor
from core.domain.hall import Hall
from core.domain.voice import Wording
from hallcall.agents.announcer import Announcer
from hardware.voice import wav
from hardware.voice.channel import Channel
from hardware.voice.filesink import FileSink
from hardware.voice.said import SaidNote
from hardware.voice.saying import Begun, ChannelSettings
from hardware.voice.synth import Synthesizer
from hardware.worker import State
from tests.support.day import Day
from tests.support.fake_link import FakeLink
from tests.support.halls import lhasa_like

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
    """An announcer beside a line to a core, whose loudspeakers are folders.

    Attributes:
        said: What began, ``"A001-1"``, with its wording where it is not a call.
        spoke: Each change between speaking and not.
    """

    def __init__(self, synthesizer: Synthesizer, folder: Path, *zones: str | None) -> None:
        self.hall = lhasa_like()
        self.ours, self.cores = Clock(), Clock()
        self.link = FakeLink()
        self.day = Day(self.hall, self.link.push, self.cores)
        self.folder = folder
        self.said: list[str] = []
        self.files: list[Path] = []
        self.spoke: list[bool] = []
        self._synthesizer = synthesizer
        self._zones = zones or (None,)
        self.announcer = self.start()

    def start(self) -> Announcer:
        """Start the program, again after :meth:`close`."""
        self.channels = [self._channel(zone) for zone in self._zones]
        announcer = Announcer(
            self.link,
            self.link.hall,
            self._synthesizer,
            [(each, self.folder) for each in self.channels],
            clock=self.ours,
        )
        announcer.began.connect(self._began)
        announcer.spoken.connect(self.files.append)
        announcer.speaking_changed.connect(self.spoke.append)
        self.announcer = announcer
        return announcer

    def _channel(self, zone: str | None) -> Channel:
        name = zone or "hall"
        return Channel(
            ChannelSettings(name, frozenset({zone}) if zone else None),
            None,
            FileSink(self.folder),
            note=SaidNote(self.folder / "notes" / f"{name}.json"),
            clock=self.ours,
        )

    def _began(self, begun: Begun) -> None:
        call = begun.call
        words = "" if call.said_as is Wording.CALL else f" {call.said_as}"
        self.said.append(f"{call.number}-{call.window}{words}")

    def close(self) -> None:
        self.announcer.close()


@pytest.fixture(scope="module")
def synthesizer() -> Iterator[Synthesizer]:
    with Synthesizer() as made:
        yield made


@pytest.fixture
def rig(qapp: object, synthesizer: Synthesizer, tmp_path: Path) -> Iterator[Rig]:
    made = Rig(synthesizer, tmp_path)
    yield made
    made.close()


def with_words(hall: Hall, **wordings: str) -> Hall:
    """Return the hall with sentences of its own in Chinese."""
    said = {Wording(each): {"zh": words} for each, words in wordings.items()}
    return replace(hall, voice=replace(hall.voice, wordings=said))


def test_calls_are_said_in_order_each_in_a_file_of_its_own(rig: Rig, qtbot: QtBot) -> None:
    rig.link.connect_to(rig.hall)
    rig.day.take("A001")
    rig.day.take("A002")
    rig.day.call("A001", 1)
    rig.day.call("A002", 2)
    qtbot.waitUntil(lambda: len(rig.files) == 2)
    assert rig.said == ["A001-1", "A002-2"]
    assert len(set(rig.files)) == 2
    assert all(wav.seconds(wav.read(path)) > 2 for path in rig.files)


def test_a_recall_is_said_again_with_its_warning(rig: Rig, qtbot: QtBot) -> None:
    rig.link.connect_to(rig.hall)
    rig.day.call("A001", 1)
    qtbot.waitUntil(lambda: len(rig.files) == 1)
    rig.ours.forward(10)
    rig.cores.forward(10)
    rig.day.recall("A001")
    qtbot.waitUntil(lambda: len(rig.files) == 2)
    assert rig.said == ["A001-1", "A001-1 recall"]
    first, again = (wav.seconds(wav.read(path)) for path in rig.files)
    assert again > first + 0.5


def test_nothing_is_said_before_the_hall_is_known_and_then_it_is_made_up(rig: Rig, qtbot: QtBot) -> None:
    rig.day.call("A001", 1)
    assert len(rig.announcer.waiting) == 1
    rig.link.set_hall(rig.hall)
    qtbot.waitUntil(lambda: rig.said == ["A001-1"])


@pytest.mark.logs("not said")
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
    qtbot.waitUntil(lambda: rig.said == ["A002-2"] and dropped == ["A001"])


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


def test_each_zones_loudspeaker_says_its_own_calls_only(
    qtbot: QtBot, synthesizer: Synthesizer, tmp_path: Path
) -> None:
    rig = Rig(synthesizer, tmp_path, "business", "social")
    channels: list[tuple[str, str]] = []
    rig.announcer.began.connect(lambda begun: channels.append((begun.channel, begun.call.zone)))
    rig.link.connect_to(rig.hall)
    zones = {queue.zone: queue for queue in rig.hall.queues}
    for zone in ("business", "social"):
        rig.day.call(f"{zones[zone].prefix}001", rig.hall.windows_of(zones[zone].id)[0].number)
    qtbot.waitUntil(lambda: len(channels) == 2)
    assert sorted(channels) == [("business", "business"), ("social", "social")]
    rig.close()


@pytest.mark.logs("voice: cannot start", "only the chime is heard")
def test_without_a_voice_every_call_still_has_its_chime(qtbot: QtBot, tmp_path: Path) -> None:
    with Synthesizer(command=(sys.executable, "-c", "")) as dead:
        rig = Rig(dead, tmp_path)
        rig.link.connect_to(rig.hall)
        rig.day.call("A001", 1)
        rig.day.call("A002", 2)
        qtbot.waitUntil(lambda: len(rig.files) == 2)
        assert rig.channels[0].health.key == "voice.failed"
        rig.close()
    assert all(wav.read(path) == wav.chime() for path in rig.files)


def test_closing_while_calls_wait_is_quiet(rig: Rig) -> None:
    for i in range(1, 5):
        rig.day.call(f"A{i:03d}", 1)
    assert len(rig.announcer.waiting) == 4


@pytest.mark.parametrize("end", ["start", "finish", "put_back", "suspend", "send_on"])
def test_a_waiting_call_whose_visitor_has_come_or_gone_is_not_said(rig: Rig, qtbot: QtBot, end: str) -> None:
    rig.day.call("A001", 1)
    rig.day.call("A002", 2)
    getattr(rig.day, end)("A001")
    rig.link.set_hall(rig.hall)
    qtbot.waitUntil(lambda: rig.said == ["A002-2"])


@pytest.mark.logs("cannot be made", "not said", "kept in memory", "is degraded")
def test_a_voice_that_fails_costs_the_calls_of_that_time_and_not_those_after(
    rig: Rig, qtbot: QtBot, tmp_path: Path
) -> None:
    rig.link.connect_to(replace(rig.hall, voice=replace(rig.hall.voice, languages=("bo",), chime=False)))
    rig.day.call("A001", 1)
    qtbot.waitUntil(lambda: rig.channels[0].health.state is State.DEGRADED)
    assert rig.channels[0].health.key == "voice.failed"
    rig.link.set_hall(rig.hall)
    qtbot.waitUntil(lambda: rig.channels[0].health.state is State.READY)
    rig.day.call("A002", 2)
    qtbot.waitUntil(lambda: rig.said == ["A002-2"])


def test_a_program_that_was_started_again_says_what_is_fresh_and_nothing_twice(
    rig: Rig, qtbot: QtBot
) -> None:
    floor = known(rig)
    rig.link.connect_to(rig.hall, floor)
    rig.day.call("A001", 1)
    qtbot.waitUntil(lambda: rig.said == ["A001-1"])
    rig.close()
    rig.day.call("A002", 2)
    rig.ours.forward(20)
    rig.cores.forward(20)
    rig.start()
    rig.link.snapshot(rig.link.floor)
    qtbot.waitUntil(lambda: rig.said == ["A001-1", "A002-2"])
    rig.day.call("A003", 3)
    qtbot.waitUntil(lambda: rig.said == ["A001-1", "A002-2", "A003-3"])


def test_what_is_old_or_over_when_the_program_starts_is_not_said(rig: Rig, qtbot: QtBot) -> None:
    floor = known(rig)
    rig.link.connect_to(rig.hall, floor)
    rig.close()
    rig.day.call("A001", 1)
    rig.ours.forward(31)
    rig.cores.forward(31)
    rig.day.call("A002", 2)
    rig.day.start("A002")
    rig.day.call("A003", 3)
    rig.start()
    rig.link.snapshot(rig.link.floor)
    rig.day.call("A004", 4)
    qtbot.waitUntil(lambda: "A004-4" in rig.said)
    assert rig.said == ["A003-3", "A004-4"]


def test_a_restart_knows_the_cores_clock_from_before(rig: Rig, qtbot: QtBot) -> None:
    rig.cores.forward(-600)
    rig.link.connect_to(rig.hall, known(rig))
    rig.day.call("A001", 1)
    qtbot.waitUntil(lambda: rig.said == ["A001-1"])
    rig.close()
    rig.day.call("A002", 2)
    rig.start()
    rig.link.snapshot(rig.link.floor)
    qtbot.waitUntil(lambda: rig.said == ["A001-1", "A002-2"])


def test_a_restored_hall_whose_numbers_come_again_is_heard(rig: Rig, qtbot: QtBot) -> None:
    rig.link.connect_to(rig.hall, known(rig))
    rig.day.call("A001", 1)
    rig.day.call("A002", 2)
    qtbot.waitUntil(lambda: rig.said == ["A001-1", "A002-2"])
    rig.link.go_dark()
    # The hall as it was after A001: the next event has A002's number.
    rig.ours.forward(5)
    rig.cores.forward(5)
    restored = Day(rig.hall, (floor := known(rig)).apply, lambda: NOON)
    restored.call("A001", 1)
    restored.clock = rig.cores
    restored.call("A003", 3)
    rig.link.snapshot(floor)
    qtbot.waitUntil(lambda: rig.said == ["A001-1", "A002-2", "A003-3"])


def test_a_snapshot_in_between_takes_nothing_twice_and_ends_what_is_over(rig: Rig, qtbot: QtBot) -> None:
    rig.link.snapshot(known(rig))
    rig.day.call("A001", 1)
    rig.day.call("A002", 2)
    rig.link.go_dark()
    away = Day(rig.hall, rig.link.floor.apply, rig.cores, rig.day.seq, rig.day.calls, rig.day.windows)
    away.start("A001")
    rig.link.snapshot(rig.link.floor)
    assert [call.number for call in rig.announcer.waiting] == ["A002"]
    rig.link.set_hall(rig.hall)
    qtbot.waitUntil(lambda: rig.said == ["A002-2"])


def test_other_sentences_are_said_where_the_hall_has_words_for_them(rig: Rig, qtbot: QtBot) -> None:
    hall = with_words(rig.hall, back="请{number}号回到{window}号窗口", paused="{window}号窗口暂停服务")
    rig.link.connect_to(hall)
    rig.day.call("A001", 1)
    qtbot.waitUntil(lambda: rig.said == ["A001-1"])
    rig.day.start("A001")
    rig.day.suspend("A001")
    rig.day.resume("A001", 1)
    rig.day.pause(2)
    qtbot.waitUntil(lambda: rig.said == ["A001-1", "A001-1 back", "-2 paused"])


def test_a_suspended_visitor_who_waits_again_is_not_called_back(rig: Rig, qtbot: QtBot) -> None:
    rig.link.connect_to(with_words(rig.hall, back="请{number}号回到{window}号窗口"))
    rig.day.call("A001", 1)
    qtbot.waitUntil(lambda: rig.said == ["A001-1"])
    rig.day.start("A001")
    rig.day.suspend("A001")
    rig.day.windows["A001"] = 1
    rig.day._ticket(EventKind.RESUMED, "A001", **{"from": "suspended", "to": "waiting"})
    rig.day.call("A002", 2)
    qtbot.waitUntil(lambda: "A002-2" in rig.said)
    assert rig.said == ["A001-1", "A002-2"]


@pytest.mark.logs("no place for its calls", "cannot be read")
def test_a_folder_that_cannot_be_made_is_looked_for_again(rig: Rig, qtbot: QtBot, tmp_path: Path) -> None:
    rig.announcer.close()
    rig.folder = tmp_path / "out"
    rig.folder.write_text("a file where the folder should be")
    rig.link.connect_to(rig.hall)
    rig.start()
    rig.day.call("A001", 1)
    qtbot.waitUntil(lambda: rig.announcer._mute)
    rig.folder.unlink()
    rig.announcer.look()
    qtbot.waitUntil(lambda: rig.said == ["A001-1"])


def test_they_are_not_said_where_it_has_none(rig: Rig, qtbot: QtBot) -> None:
    rig.link.connect_to(rig.hall)
    rig.day.call("A001", 1)
    rig.day.start("A001")
    rig.day.suspend("A001")
    rig.day.resume("A001", 1)
    rig.day.pause(2)
    rig.day.call("A002", 3)
    qtbot.waitUntil(lambda: "A002-3" in rig.said)
    assert not [each for each in rig.said if " " in each]


def test_a_window_that_is_open_again_is_not_said_to_be_paused(rig: Rig) -> None:
    rig.link.snapshot(known(rig))
    rig.link.hall = with_words(rig.hall, paused="{window}号窗口暂停服务")
    rig.announcer._hall = rig.link.hall
    rig.day.pause(2)
    assert len(rig.announcer.waiting) == 1
    rig.day.open(2)
    assert not rig.announcer.waiting


def test_that_the_zones_close_for_the_day_is_said_once(rig: Rig, qtbot: QtBot) -> None:
    hall = with_words(replace(rig.hall, keeps_hours=True), closing="今天的办理时间已经结束")
    closes = hall.schedule("").last_closing(NOON.astimezone(hall.zone_info).date())
    assert closes is not None
    rig.ours.now = rig.cores.now = closes - timedelta(seconds=20)
    rig.link.connect_to(hall)
    rig.announcer.look()
    assert not rig.announcer.waiting
    rig.ours.forward(25)
    rig.announcer.look()
    rig.announcer.look()
    qtbot.waitUntil(lambda: rig.said == ["-0 closing"])
    rig.ours.forward(30)
    rig.announcer.look()
    assert not rig.announcer.waiting
    rig.close()
    rig.start()
    rig.announcer.look()
    assert not rig.announcer.waiting


def test_in_quiet_hours_calls_are_left_to_the_screens(
    rig: Rig, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    dropped: list[str] = []
    rig.announcer.dropped.connect(lambda call: dropped.append(call.number))
    quiet = replace(rig.hall.voice, quiet=((time(11, 0), time(12, 30)),))
    rig.link.connect_to(replace(rig.hall, voice=quiet))
    rig.day.call("A001", 1)
    qtbot.waitUntil(lambda: dropped == ["A001"])
    assert rig.channels[0].health.key == "voice.quiet"
    for clock in (rig.ours, rig.cores):
        clock.forward(30 * 60)
    rig.day.call("A002", 2)
    qtbot.waitUntil(lambda: rig.said == ["A002-2"])
    rig.announcer.look()
    assert rig.channels[0].health.key == ""


def test_quiet_mode_ends_and_begins_with_a_switch(rig: Rig, qtbot: QtBot) -> None:
    quiet = [True]
    dropped: list[str] = []
    rig.announcer.dropped.connect(lambda call: dropped.append(call.number))
    rig.channels[0].quiet = lambda: quiet[0]
    rig.link.connect_to(rig.hall)
    rig.day.call("A001", 1)
    qtbot.waitUntil(lambda: dropped == ["A001"])
    quiet[0] = False
    rig.day.call("A002", 2)
    qtbot.waitUntil(lambda: rig.said == ["A002-2"])


def test_who_plays_beside_it_hears_when_it_begins_and_when_it_has_ended(rig: Rig, qtbot: QtBot) -> None:
    rig.link.connect_to(rig.hall)
    rig.day.call("A001", 1)
    rig.day.call("A002", 2)
    qtbot.waitUntil(lambda: len(rig.files) == 2 and rig.spoke[-1:] == [False])
    assert rig.spoke[0] is True


def known(rig: Rig) -> Floor:
    """Return the floor of a core on which nobody has been called."""
    return empty_floor(rig.hall)
