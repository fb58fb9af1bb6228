"""A simulated day against a real core: nothing is lost or late, and what is, is said."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

import pytest

from core.app.hallfile.export import export
from core.domain.booking import Slots
from core.domain.event import Event, EventKind
from core.domain.hall import Hall, Voice
from core.domain.people import Role
from hallcall.cli import main
from hallcall.simulate import Options, Report, run
from hallcall.simulate.clock import DayClock
from hallcall.simulate.draw import draw_plan
from hallcall.simulate.faults import Fault, Faults
from hallcall.simulate.ledger import Ledger
from hallcall.simulate.plan import Comes
from hallcall.simulate.report import spread
from hallcall.simulate.screen import Screen
from hallcall.simulate.voice import Sound, speak
from hallcall.simulate.wall import Wall
from tests.support.every_rule import every_rule
from tests.support.running_core import CoreHandle, core_in_thread

VISITORS, SPEED = 60, 4000.0


def small_hall() -> Hall:
    """Return a hall of five windows with matters, bookings and rules of every kind."""
    hall = every_rule()
    return replace(
        hall,
        languages=("zh",),
        voice=Voice(("zh",), {"zh": hall.voice.call["zh"]}),
        slots=(Slots("insurance", (1, 2, 3, 4, 5), time(9, 0), time(12, 0), 60, 3),),
    )


# --- a whole day --------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> tuple[int, dict[str, Any]]:
    """Return the exit code and the report of a day of sixty visitors."""
    folder = tmp_path_factory.mktemp("day")
    file, report = folder / "hall.toml", folder / "report.json"
    file.write_text(export(small_hall()), encoding="utf-8")
    words = ["--visitors", str(VISITORS), "--speed", str(SPEED), "--seed", "3", "--report", str(report)]
    code = main(["simulate", "--hall", str(file), *words])
    return code, json.loads(report.read_text("utf-8"))


def test_a_day_goes_by_and_nothing_is_lost_or_late(day: tuple[int, dict[str, Any]]) -> None:
    code, report = day
    assert (code, report["ok"], report["faults"], report["told"]) == (0, True, {}, [])
    assert report["refused"].keys() <= {"ticket.restore_refused", "recall.used_up"}


def test_everybody_who_came_got_a_ticket_and_was_called(day: tuple[int, dict[str, Any]]) -> None:
    _, report = day
    assert report["tickets"] == report["visitors"]
    counts = Counter(report["counts"])
    assert counts["ticket.taken"] == report["tickets"]
    assert counts["leg.called"] >= report["tickets"] - counts["leg.void"] - 2
    assert counts["window.opened"] >= 5
    assert counts["booking.changed"] > 0
    assert report["waits_min"][""]["count"] == sum(
        waits["count"] for zone, waits in report["waits_min"].items() if zone
    )


def test_every_screen_and_every_desk_is_a_connection_of_its_own(day: tuple[int, dict[str, Any]]) -> None:
    _, report = day
    # Screens: two hall boards, three zones, five windows with a screen and a pad. Lines: five clerks, two
    # kiosks, guides and phones each.
    assert report["connections"] == (2 + 3 + 5 + 5) + (5 + 2 + 2 + 2)


def test_the_report_says_how_quick_and_how_heavy_the_core_was(day: tuple[int, dict[str, Any]]) -> None:
    _, report = day
    seen = report["call_to_screen_ms"]
    assert 0 < seen["p50"] <= seen["p99"] <= seen["most"]
    # Each call is shown on the window's screen and pad, the zone's board and two hall boards at least.
    calls = report["counts"]["leg.called"] + report["counts"].get("leg.recalled", 0)
    assert seen["count"] >= 5 * calls
    assert report["core"]["cpu_s"] > 0
    assert 20 < report["core"]["peak_mb"] < 400
    assert sum(channel["calls"] for channel in report["channels"].values()) == calls


# --- the plan -----------------------------------------------------------------------------------------------


def test_a_seed_gives_the_same_plan_and_another_seed_another() -> None:
    hall = small_hall()
    assert draw_plan(hall, 200, 7) == draw_plan(hall, 200, 7)
    assert draw_plan(hall, 200, 7) != draw_plan(hall, 200, 8)


def test_a_plan_has_something_of_everything() -> None:
    plan = draw_plan(small_hall(), 500, 1)
    assert len(plan.people) + len(plan.walk_ins) == pytest.approx(500, abs=5)
    assert {person.comes for person in plan.people} == set(Comes)
    assert any(person.suspended for person in plan.people)
    assert any(person.sent_to for person in plan.people)
    assert any(person.by_guide for person in plan.people)
    assert any(person.booking is not None for person in plan.people)
    wanted = {key for person in plan.people for key in person.wish}
    assert wanted >= {"queue", "item", "matter", "class", "lang"}
    assert plan.walk_ins
    assert [person.at_s for person in plan.people] == sorted(person.at_s for person in plan.people)
    assert all(plan.opens_s - 1200 <= person.at_s < plan.closes_s for person in plan.people)


def test_every_window_has_a_clerk_and_every_queue_one_who_stays() -> None:
    hall = small_hall()
    plan = draw_plan(hall, 100, 1)
    assert {shift.window for shift in plan.shifts} == {window.number for window in hall.windows}
    for queue in hall.queues:
        assert any(window.number in plan.keeps for window in hall.windows_of(queue.id))


def test_ten_times_the_visitors_are_served_in_the_same_time() -> None:
    hall = small_hall()
    few, many = draw_plan(hall, 60, 1), draw_plan(hall, 6000, 1)
    assert max(many.mean_s.values()) < min(few.mean_s.values())
    needed_s = sum(many.work_s(_queue(hall, person.wish)) for person in many.people)
    assert needed_s < 0.95 * many.open_s * len(hall.windows)


def _queue(hall: Hall, wish: Any) -> str:
    if "item" in wish:
        return hall.item(wish["item"]).queue
    return str(wish.get("queue") or hall.queues[0].id)


# --- what goes wrong is said --------------------------------------------------------------------------------


def a_day_at(core: CoreHandle) -> Report:
    token = core.token(Role.ADMIN)
    return run(Options(core=core.url, token=token, visitors=15, speed=8000.0, seed=2))


def rule_less() -> Hall:
    """Return the small hall without rules that count the wall's seconds."""
    hall = small_hall()
    return replace(hall, queues=tuple(replace(queue, rules=None) for queue in hall.queues), slots=())


def test_a_running_core_is_visited_and_an_event_that_a_screen_was_not_told_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lost: list[int] = []
    heard = Screen.heard

    def forgetful(screen: Screen, text: bytes, now: float) -> None:
        if screen.name == "window screen 1" and b'"leg.called"' in text and not lost:
            lost.append(json.loads(text)["seq"])
        else:
            heard(screen, text, now)

    with core_in_thread(rule_less(), tmp_path) as core:
        assert a_day_at(core).told == []
        monkeypatch.setattr(Screen, "heard", forgetful)
        report = a_day_at(core)
    assert not report.ok
    assert report.faults[Fault.LOST] == 1
    assert any(f"window screen 1 differs in the events {lost[0]}" in each for each in report.told)


def test_a_feed_that_breaks_is_reported_and_opened_again_where_it_was(tmp_path: Path) -> None:
    faults = Faults()

    async def follow(core: CoreHandle) -> list[EventKind]:
        happened: list[EventKind] = []
        wall = Wall(
            rule_less(),
            core.url,
            core.token(Role.SCREEN),
            faults,
            lambda event: happened.append(event.kind),
        )
        await wall.open()
        broken = wall.screens[5]
        assert broken.socket is not None
        broken.socket.drop()
        for _ in range(3):
            await asyncio.to_thread(core.post, "/api/tickets", {"queue": "insurance"})
        async with asyncio.timeout(10):
            while wall.screens[0].seq < 4 or broken.seq < wall.screens[0].seq:
                await asyncio.sleep(0.02)
        await wall.settle()
        await wall.check()
        wall.close()
        return happened

    with core_in_thread(rule_less(), tmp_path) as core:
        assert asyncio.run(follow(core)).count(EventKind.TAKEN) == 3
    assert faults.counts == {Fault.CUT: 1}


def event(kind: EventKind, number: str, before: str | None, after: str, window: int | None = None) -> Event:
    at = datetime(2026, 11, 23, 1, tzinfo=UTC)
    data = {"number": number, "queue": "insurance", "class": "ordinary", "from": before, "to": after}
    return Event(1, at, kind, f"t-{number}", f"t-{number}.1", window, "social", {**data, "calls": 1})


def ledger_of(*events: Event) -> tuple[Ledger, Faults]:
    faults = Faults()
    ledger = Ledger(faults, lambda each: float(each.seq))
    for each in events:
        ledger.fold(each)
    return ledger, faults


TAKEN = event(EventKind.TAKEN, "A001", None, "waiting")
CALLED = event(EventKind.CALLED, "A001", "waiting", "called", 1)


def test_a_ticket_called_to_two_windows_is_reported() -> None:
    again = event(EventKind.CALLED, "A001", "waiting", "called", 2)
    _, faults = ledger_of(TAKEN, CALLED, again)
    assert faults.counts == {Fault.TWICE: 1}
    assert "A001 was called" in faults.told[0]


def test_two_visitors_at_one_window_are_reported() -> None:
    other = event(EventKind.TAKEN, "A002", None, "waiting")
    _, faults = ledger_of(TAKEN, other, CALLED, event(EventKind.CALLED, "A002", "waiting", "called", 1))
    assert faults.counts == {Fault.TWICE: 1}
    assert "A001 and A002 are both at window 1" in faults.told[0]


def test_a_number_given_twice_is_reported() -> None:
    twin = replace(TAKEN, ticket="t-other", leg="t-other.1")
    _, faults = ledger_of(TAKEN, twin)
    assert faults.counts == {Fault.NUMBER: 1}


def test_an_answer_without_an_event_is_reported() -> None:
    ledger, faults = ledger_of(TAKEN, CALLED, event(EventKind.DONE, "A001", "called", "done", 1))
    ledger.taken("t-A001", "A001")
    ledger.called("t-A001.1", 1, 0.0)
    ledger.end()
    assert not faults
    ledger.taken("t-A009", "A009")
    ledger.called("t-A001.1", 1, 0.0)
    ledger.end()
    assert faults.counts == {Fault.UNTOLD: 2}


def test_a_ticket_that_nobody_called_is_reported() -> None:
    ledger, faults = ledger_of(TAKEN)
    ledger.end()
    assert faults.counts == {Fault.LEFT: 1}


# --- its parts ----------------------------------------------------------------------------------------------


def test_a_loudspeaker_says_one_call_after_the_other_and_leaves_old_ones_to_the_screens() -> None:
    calls = [Sound(float(at), "social", f"leg{at}", f"A{at:03d}", window=1) for at in range(10)]
    came = Sound(6.5, "social", "leg2", "A002")
    channel = speak(sorted([*calls, came], key=lambda each: each.at_s), 5.0)["social"]
    # Said at 0, 5, 10 ... 35: A002 was quicker, and what is older than 30 s is said no more.
    assert (channel.calls, channel.said, channel.moved_on, channel.dropped) == (10, 8, 1, 1)
    assert channel.busy_s == {0: 40.0}
    assert channel.fullest_hour == 40.0 / 3600


def test_a_spread_is_counted_by_hand() -> None:
    found = spread([float(each) for each in range(1, 101)])
    assert (found.count, found.mean, found.p50, found.p90, found.p99, found.most) == (
        100,
        50.5,
        51,
        91,
        100,
        100,
    )
    assert spread([]).count == 0


def test_the_day_stands_still_until_it_begins_and_then_goes_faster(tmp_path: Path) -> None:
    clock = DayClock(3600.0, 100.0)
    assert clock.at_s == clock.at_s == 3600.0
    clock.begin(tmp_path / "began")
    asyncio.run(clock.until(3605.0))
    assert clock.at_s >= 3605.0
    assert float((tmp_path / "began").read_text("ascii")) > 0


# --- wrong use ----------------------------------------------------------------------------------------------


def test_a_running_core_is_not_visited_without_a_token(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("HALLCALL_TOKEN", raising=False)
    with pytest.raises(SystemExit) as ended:
        main(["simulate", "--core", "http://127.0.0.1:9"])
    assert ended.value.code == 2
    assert "needs --token" in capsys.readouterr().err


def test_a_hall_that_is_none_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["simulate", "--hall", "atlantis"]) == 2
    assert "no hall file 'atlantis'" in capsys.readouterr().err


def test_a_core_that_does_not_answer_or_does_not_know_us_is_told_in_a_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["simulate", "--core", "http://127.0.0.1:9", "--token", "x"]) == 1
    assert "http://127.0.0.1:9: GET /api/hall" in capsys.readouterr().err
    with core_in_thread(rule_less(), tmp_path) as core:
        assert main(["simulate", "--core", core.url, "--token", "x"]) == 1
    assert "401 auth.required" in capsys.readouterr().err
