"""Longnan: transport windows, limits over a holiday, one cashier, a power cut, a changed hall file."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from core.domain.event import EventKind
from tests.system.stories.people import Refused, refused
from tests.system.stories.story import Story, story, wall

ROAD, WORKERS, CASHIER, POLICE = "road_transport", "transport_workers", "cashier", "police"
TRANSPORT_WINDOWS = list(range(1, 9))
CASHIER_WINDOW = 66
DUE = "2027-01-19 18:00"
"""The end of the 20th working day after 21 December 2026: New Year's Day and four weekends do not count."""


def test_limits_hold_over_holidays_and_neither_power_cut_nor_new_file_loses_anybody(tmp_path: Path) -> None:
    with story("longnan", tmp_path, "2026-12-21 08:30") as hall:
        file = hall.admin.export_file()
        eight_windows_share_the_transport_visitors(hall)
        bus_line = due_in_twenty_working_days(hall)
        on_the_spot_and_within_minutes(hall)
        one_cashier_for_every_service(hall)
        left_open = somebody_is_in_every_state(hall)
        a_wrong_file_is_refused_whole(hall, file)
        a_changed_file_loses_nobody(hall, file)
        a_power_cut_loses_nothing(hall, left_open)
        the_day_turns(hall, left_open, bus_line)
        late_after_the_twentieth_working_day(hall, bus_line)


def eight_windows_share_the_transport_visitors(hall: Story) -> None:
    windows = hall.kiosk.get("/api/hall")["windows"]
    assert [each["number"] for each in windows if ROAD in each["queues"]] == TRANSPORT_WINDOWS
    for window in TRANSPORT_WINDOWS:
        hall.desk(window)
    slips = [hall.kiosk.take(queue=(ROAD, WORKERS)[place % 2]) for place in range(8)]
    hall.clock.advance(minutes=10)
    called = [hall.at(window).next()["ticket"] for window in TRANSPORT_WINDOWS]
    assert {each["id"] for each in called} == {each["id"] for each in slips}
    # The first six help the workers' queue once nobody waits in their own, the last two the other way round.
    assert [each["number"][0] for each in called] == list("AAAABBBB")
    for window in TRANSPORT_WINDOWS:
        hall.at(window).act("finish")


def due_in_twenty_working_days(hall: Story) -> dict[str, Any]:
    item = hall.kiosk.get("/api/items/bus_line_permit")
    assert item["promised"] == {"amount": 20.0, "unit": "working_days"} == item["legal"]
    assert item["cut_percent"] == 0.0
    days = hall.kiosk.get("/api/calendar", from_="2026-12-22", to="2027-01-19")["days"]
    assert sum(day["working"] for day in days) == 20
    assert [day["date"] for day in days if day["holiday"]] == ["2027-01-01"]
    slip = hall.kiosk.take(item="bus_line_permit")
    clerk = hall.clerk("0101", 1)
    assert clerk.next()["ticket"]["due_at"] is None, "the limit runs from the start of the service"
    assert clerk.act("start")["due_at"] == wall(DUE)
    assert leg_of(hall, slip)["late"] is False
    return slip


def on_the_spot_and_within_minutes(hall: Story) -> None:
    spot = hall.kiosk.get("/api/items/transport_worker_certificate")
    assert (spot["promised"]["amount"], spot["legal"]["amount"], spot["cut_percent"]) == (0.0, 10.0, 100.0)
    hall.kiosk.take(item="transport_worker_certificate")
    seventh = hall.clerk("0701", 7)
    seventh.next()
    assert seventh.act("start")["due_at"] == wall("2026-12-21 18:00"), "on the spot: on the same day"
    seventh.act("finish")
    slow, quick = (hall.kiosk.take(item="limited_company_new") for _ in range(2))
    clerk = hall.clerk("1901", 19)
    hall.clock.set("2026-12-21 09:10")
    clerk.next()
    assert clerk.act("start")["due_at"] == wall("2026-12-21 09:40")
    hall.clock.set("2026-12-21 09:40")
    assert leg_of(hall, slow)["late"] is False
    hall.clock.advance(seconds=1)
    assert leg_of(hall, slow)["late"] is True
    clerk.next()
    clerk.act("start")
    hall.clock.advance(minutes=20)
    clerk.act("finish", outcome="done")
    hall.clock.advance(minutes=40)
    assert leg_of(hall, slow)["late"] is True, "what was late stays late"
    assert leg_of(hall, quick)["late"] is False, "what was in time stays in time"


def one_cashier_for_every_service(hall: Story) -> None:
    """Three services send to one pay window, two by the plan of the matter; each gets its visitor back."""
    for window in (28, 48, CASHIER_WINDOW):
        hall.desk(window)
    wishes: list[dict[str, Any]] = [
        {"matter": "bus_line_with_fee"},
        {"matter": "house_registration_with_fee"},
        {"queue": "food_permit"},
        {"queue": "food_permit"},
    ]
    slips = []
    for wish in wishes:
        hall.clock.advance(minutes=1)
        slips.append(hall.kiosk.take(**wish))
    bus, house, food, plain = slips
    sent = {2: bus, 48: house, 28: food}
    for window, slip in reversed(sent.items()):
        assert hall.at(window).next()["ticket"]["id"] == slip["id"]
    hall.at(28).act("transfer", queue=CASHIER, back=True, reason="to_pay")
    hall.at(28).next()
    hall.at(28).act("transfer", queue=CASHIER)
    hall.at(48).act("finish")
    hall.at(2).act("finish")
    assert hall.kiosk.queue(CASHIER)["waiting"] == 4
    for slip in (bus, house, food, plain):
        called = hall.at(CASHIER_WINDOW).next()["ticket"]
        assert (called["number"], called["queue"]) == (slip["number"], CASHIER), "as they came to the hall"
    hall.at(CASHIER_WINDOW).act("finish")
    for window, slip in sent.items():
        back = hall.at(window).next()
        assert (back["ticket"]["id"], back["why"]["window"]) == (slip["id"], window)
        assert (back["ticket"]["step"], back["ticket"]["steps"]) == (3, 3)
        hall.at(window).act("finish")
    assert hall.guide.ticket(plain["id"])["state"] == "done", "who only went to pay is done there"


def somebody_is_in_every_state(hall: Story) -> dict[str, dict[str, Any]]:
    slips = {name: hall.kiosk.take(queue=ROAD) for name in ("passed", "suspended", "called", "waiting")}
    slips["planned"] = hall.kiosk.take(matter="house_registration_with_fee")
    hall.at(3).next()
    hall.clock.advance(seconds=30)
    hall.at(3).act("pass", reason="absent")
    hall.at(4).next()
    hall.at(4).act("suspend", kind="papers_left", reason="copies")
    hall.at(5).next()
    for name, slip in slips.items():
        states = [leg["state"] for leg in hall.guide.ticket(slip["id"])["legs"]]
        assert states == (["waiting", "planned", "planned"] if name == "planned" else [name])
    return slips


def a_wrong_file_is_refused_whole(hall: Story, file: str) -> None:
    broken = file.replace('tiers = "police"', 'tiers = "polise"').replace('prefix = "S"', 'prefix = "A"')
    with pytest.raises(Refused) as found:
        hall.admin.import_file(broken)
    assert found.value.key == "hall.file_invalid"
    lines = broken.splitlines()
    mistakes = {each["key"]: lines[each["line"] - 1] for each in found.value.params["mistakes"]}
    assert any('"polise"' in line for line in mistakes.values())
    assert any('"cashier", prefix = "A"' in line for line in mistakes.values())
    assert hall.admin.export_file() == file, "nothing has changed"


def a_changed_file_loses_nobody(hall: Story, file: str) -> None:
    """The police's queue is given up at noon: whoever is in it is named, then taken to another queue."""
    changed = without_police(file)
    waiting = [hall.kiosk.take(queue=POLICE) for _ in range(3)]
    hall.desk(64)
    assert hall.at(64).next()["ticket"]["number"] == "R001"
    at_window = {"queue": POLICE, "tickets": ["R001"], "windows": [64]}
    in_queue = {"queue": POLICE, "tickets": ["R002", "R003"]}
    findings = [
        {"key": "hall.queue_at_window", "params": at_window},
        {"key": "hall.queue_in_use", "params": in_queue},
    ]
    with refused("hall.in_use", findings=findings):
        hall.admin.import_file(changed)
    with refused("hall.in_use", findings=findings[:1]):
        hall.admin.import_file(changed, police="one_window")
    hall.at(64).act("finish")
    done = hall.admin.import_file(changed, police="one_window")
    assert done == {"changed": True, "moved": ["R002", "R003"], "warnings": []}
    told = hall.board.last(EventKind.HALL_CHANGED)
    assert (told.data["hall"], told.data["by"], told.at) == ("longnan", "admin:admin", hall.clock())
    assert hall.admin.export_file() == changed, "byte for byte"
    with refused("queue.unknown", queue=POLICE):
        hall.kiosk.take(queue=POLICE)
    # The number on the slip stays, and so does the time of arrival.
    called = hall.at(64).next()["ticket"]
    assert (called["number"], called["queue"]) == ("R002", "one_window")
    assert called["since"] == waiting[1]["taken_at"]
    hall.at(64).act("finish")
    assert hall.guide.ticket(waiting[2]["id"])["state"] == "waiting"
    assert hall.admin.import_file(changed)["changed"] is False


def a_power_cut_loses_nothing(hall: Story, slips: dict[str, dict[str, Any]]) -> None:
    file, windows = hall.admin.export_file(), hall.supervisor.windows()
    before = {name: hall.guide.ticket(slip["id"]) for name, slip in slips.items()}
    asked = ("POST", "/api/tickets", {"queue": "tax"}, "kiosk-1:4711")
    answered = hall.kiosk.ask(*asked)
    hall.power_cut()
    after = {name: hall.guide.ticket(slip["id"]) for name, slip in slips.items()}
    # How long people wait is learnt anew from what happened; all else is as it was.
    assert without_wait(after) == without_wait(before)
    assert hall.supervisor.windows() == windows
    assert hall.admin.export_file() == file, "the file that was taken in the running hall"
    # The kiosk that heard no answer asks again: it gets the first one, and no second number.
    assert hall.kiosk.ask(*asked)["id"] == answered["id"]
    assert hall.kiosk.take(queue="tax")["number"] == "G002"
    with refused("idempotency.key_reused", idempotency_key="kiosk-1:4711"):
        hall.kiosk.ask("POST", "/api/tickets", {"queue": "estate"}, "kiosk-1:4711")


def the_day_turns(hall: Story, left_open: dict[str, dict[str, Any]], bus_line: dict[str, Any]) -> None:
    hall.clock.set("2026-12-22 08:30")
    assert hall.kiosk.take(queue=ROAD)["number"] == "A001", "a new day, a new series"
    for slip in left_open.values():
        legs = hall.guide.ticket(slip["id"])["legs"]
        assert {(leg["state"], leg["reason"]) for leg in legs} == {("void", "day_end")}
        assert hall.board.of_ticket(slip["id"])[-1].data["by"] == "core"
    with refused("ticket.not_passed", number=left_open["passed"]["number"], state="void", window=3):
        hall.guide.act(left_open["passed"]["id"], "restore")
    # The visitor at window 1 is left in peace, and so is the window; every other one is closed.
    windows = hall.supervisor.windows()
    assert windows[1]["ticket"]["id"] == bus_line["id"]
    assert [number for number, each in windows.items() if each["status"] != "closed"] == [1]


def late_after_the_twentieth_working_day(hall: Story, bus_line: dict[str, Any]) -> None:
    hall.clock.set("2027-01-19 18:00")
    assert leg_of(hall, bus_line)["late"] is False
    hall.clock.advance(seconds=1)
    assert leg_of(hall, bus_line)["late"] is True
    clerk = hall.back(1)
    assert clerk.act("finish", outcome="done")["due_at"] == wall(DUE)
    assert leg_of(hall, bus_line)["late"] is True


def without_police(file: str) -> str:
    """Return the hall file with the police's queue given up."""
    without = re.sub(r'  \{ id = "police", prefix = "R".*\n', "", file)
    return without.replace('tiers = "police"', 'tiers = "one_window"').replace(
        'queue = "police"', 'queue = "one_window"'
    )


def without_wait(shown: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {name: {**each, "wait": None} for name, each in shown.items()}


def leg_of(hall: Story, slip: dict[str, Any]) -> dict[str, Any]:
    """Return the only leg of a plain visit as staff sees it."""
    legs: list[dict[str, Any]] = hall.guide.ticket(slip["id"])["legs"]
    assert len(legs) == 1
    return legs[0]
