"""Yuzhong: one joint window for nineteen departments, visits of several steps, and a clerk's whole day."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from core.domain.event import EventKind
from tests.system.stories.people import Clerk, Desk, Person, refused
from tests.system.stories.story import Story, story

JOINT, ESTATE, TAX, INSURANCE = "joint", "estate", "tax", "social_insurance"


def test_a_visit_of_several_steps_keeps_one_number_and_a_clerk_does_all_a_clerk_does(tmp_path: Path) -> None:
    with story("yuzhong", tmp_path, "2026-11-23 09:00") as hall:
        nineteen_departments_share_one_queue(hall)
        nobody_is_given_to_a_clerk_without_the_skill(hall)
        the_pay_step_comes_back_to_the_same_window(hall)
        a_restaurant_is_opened_in_three_steps(hall)
        clerk = hall.clerk("3201", 32)
        called_again_within_the_rules(hall, clerk)
        passed_and_restored_behind_three(hall, clerk)
        called_out_of_turn_with_a_reason(hall, clerk)
        put_back_and_walked_in(hall, clerk)
        waits_for_a_step_outside_and_comes_back_alone(hall, clerk)
        moved_to_another_window_and_signed_out(hall, clerk)


def nineteen_departments_share_one_queue(hall: Story) -> None:
    described = hall.kiosk.get("/api/hall")
    items = [item for item in described["items"] if item["queue"] == JOINT]
    assert len({item["department"] for item in items}) == 19
    assert len(items) > 100
    windows = [window["number"] for window in described["windows"] if JOINT in window["queues"]]
    assert set(range(1, 17)) < set(windows), "sixteen joint windows, and neighbours that help"


def nobody_is_given_to_a_clerk_without_the_skill(hall: Story) -> None:
    """Windows 20 and 21 serve both queues; one of their clerks is not qualified for joint matters."""
    waits = hall.kiosk.take(item="food_business_permit")
    assert (waits["number"], waits["queue"]) == ("A001", JOINT)
    hall.clock.advance(minutes=40)
    plain, skilled = hall.clerk("2001", 20, ["company"]), hall.clerk("2101", 21, ["company", JOINT])
    assert plain.next() == {"ticket": None, "why": None}, "40 minutes do not make somebody qualified"
    with refused("window.does_not_serve", window=20, queue=JOINT, number="A001"):
        plain.do("call", ticket=waits["id"], reason="urgent")
    with refused("window.does_not_serve", window=20, queue=JOINT):
        plain.do("walk-in", queue=JOINT)
    hall.kiosk.take(queue="company")
    assert plain.next()["ticket"]["number"] == "C001"
    assert skilled.next()["ticket"]["number"] == "A001"
    assert hall.guide.ticket(waits["id"])["legs"][0]["clerk"] == "2101"
    for clerk in (plain, skilled):
        clerk.act("finish")


def the_pay_step_comes_back_to_the_same_window(hall: Story) -> None:
    slip = hall.kiosk.take(matter="house_sale")
    assert [(leg["queue"], leg["step"], leg["state"]) for leg in slip["legs"]] == [
        (ESTATE, 1, "waiting"),
        (TAX, 2, "planned"),
        (ESTATE, 3, "planned"),
    ]
    must_be_at_step(slip, 1, 3, "K001")
    seller, other, cashier = hall.clerk("4601", 46), hall.clerk("4701", 47), hall.desk(26)
    must_be_at_step(seller.next()["ticket"], 1, 3, "K001")
    must_be_at_step(seller.act("start"), 1, 3, "K001")
    must_be_at_step(seller.act("finish"), 1, 3, "K001")
    assert hall.kiosk.queue(TAX)["waiting"] == 1
    taken_back(hall, seller, slip)
    must_be_at_step(cashier.next()["ticket"], 2, 3, "K001")
    with refused("window.busy", window=46, number="K002"):
        # By now the first clerk has somebody else: the finish stands.
        hall.kiosk.take(queue=ESTATE)
        seller.next()
        seller.act("undo")
    hall.kiosk.take(queue=ESTATE)
    cashier.act("start")
    must_be_at_step(cashier.act("finish", outcome="done"), 2, 3, "K001")
    shown = hall.visitor(slip).look()
    assert (shown["step"], shown["steps"], shown["queue"], shown["state"]) == (3, 3, ESTATE, "waiting")
    back = hall.guide.ticket(slip["id"])["legs"][-1]
    assert (back["pin"], back["first"]) == (46, True)
    with refused("ticket.elsewhere", number="K001", window=46):
        other.do("call", ticket=slip["id"], reason="urgent")
    assert other.next()["ticket"]["number"] == "K003", "who comes back waits for window 46 alone"
    called = seller.next()
    must_be_at_step(called["ticket"], 3, 3, "K001")
    assert (called["why"]["first"], called["why"]["window"]) == (True, 46)
    seller.act("finish", outcome="done")
    other.act("finish")
    every_event_says_which_step(hall, slip, 3)


def taken_back(hall: Story, seller: Clerk, slip: dict[str, Any]) -> None:
    """The finish was a slip of the hand: the step that it opened waits no more, and then again."""
    hall.clock.advance(seconds=20)
    again = seller.act("undo")
    assert again["state"] == "serving"
    must_be_at_step(again, 1, 3, "K001")
    assert hall.kiosk.queue(TAX)["waiting"] == 0
    legs = hall.guide.ticket(slip["id"])["legs"]
    assert [leg["state"] for leg in legs] == ["serving", "planned", "planned"]
    with refused("undo.nothing", window=46):
        seller.act("undo")
    seller.act("finish", outcome="accepted")


def a_restaurant_is_opened_in_three_steps(hall: Story) -> None:
    """Three departments in order; in the second one it turns out that a fee is to be paid on the way."""
    slip = hall.kiosk.take(matter="open_restaurant")
    must_be_at_step(slip, 1, 3, "C002")
    assert [leg["queue"] for leg in slip["legs"]] == ["company", JOINT, TAX]
    company, joint, tax = (hall.desk(window) for window in (22, 1, 27))
    company.next()
    company.act("finish")
    must_be_at_step(joint.next()["ticket"], 2, 3, "C002")
    joint.act("start")
    paying = joint.act("transfer", queue=TAX, back=True, reason="to_pay")
    must_be_at_step(paying, 3, 5, "C002")
    must_be_at_step(tax.next()["ticket"], 3, 5, "C002")
    tax.act("finish")
    back = joint.next()["ticket"]
    must_be_at_step(back, 4, 5, "C002")
    assert (back["queue"], back["window"]) == (JOINT, 1)
    joint.act("finish")
    must_be_at_step(tax.next()["ticket"], 5, 5, "C002")
    tax.act("finish")
    legs = hall.guide.ticket(slip["id"])["legs"]
    assert [
        (leg["queue"], leg["step"], leg["state"]) for leg in sorted(legs, key=lambda leg: leg["step"])
    ] == [
        ("company", 1, "done"),
        (JOINT, 2, "transferred"),
        (TAX, 3, "done"),
        (JOINT, 4, "done"),
        (TAX, 5, "done"),
    ]
    assert {leg["number"] for leg in legs} == {"C002"}
    assert {leg["since"] for leg in legs} == {slip["taken_at"]}, "who came at nine came at nine everywhere"


def called_again_within_the_rules(hall: Story, clerk: Clerk) -> None:
    hall.clock.set("2026-11-23 10:00")
    for _ in range(6):
        hall.kiosk.take(queue=INSURANCE)
        hall.clock.advance(seconds=10)
    assert clerk.next()["ticket"]["number"] == "F001"
    with refused("recall.too_soon", number="F001", wait_s=5):
        clerk.act("recall")
    for calls in (2, 3, 4):
        hall.clock.advance(seconds=5)
        assert clerk.act("recall")["calls"] == calls
    hall.clock.advance(seconds=5)
    with refused("recall.used_up", number="F001", most=3):
        clerk.act("recall")


def passed_and_restored_behind_three(hall: Story, clerk: Clerk) -> None:
    with refused("pass.too_soon", number="F001", wait_s=25):
        clerk.act("pass", reason="absent")
    hall.clock.advance(seconds=25)
    with refused("reason.unknown", act="pass", reason="meal"):
        clerk.act("pass", reason="meal")
    assert clerk.act("pass", reason="absent")["state"] == "passed"
    assert hall.board.last(EventKind.PASSED).data["reason"] == "absent"
    passed = hall.guide.find("F001")[0]
    with refused("ticket.not_passed", number="F002", state="waiting", window=None):
        hall.guide.act(hall.guide.find("F002")[0]["id"], "restore")
    assert hall.guide.act(passed["id"], "restore")["state"] == "waiting"
    assert hall.board.last(EventKind.RESTORED).data["by"] == hall.guide.by
    assert hall.guide.ticket(passed["id"])["ahead"] == 3
    assert [clerk.next()["ticket"]["number"] for _ in range(4)] == ["F002", "F003", "F004", "F001"]


def called_out_of_turn_with_a_reason(hall: Story, clerk: Clerk) -> None:
    last = hall.guide.find("F006")[0]["id"]
    with refused("reason.unknown", act="call", reason="friend"):
        clerk.do("call", ticket=last, reason="friend")
    called = clerk.do("call", ticket=last, reason="urgent")
    assert (called["ticket"]["number"], called["why"]) == ("F006", {"picked": "urgent"})
    event = hall.board.last(EventKind.CALLED)
    assert (event.data["why"], event.data["by"]) == ({"picked": "urgent"}, "clerk:3201")
    assert hall.guide.ticket(last)["legs"][0]["why"]["picked"] == "urgent"
    with refused("ticket.not_waiting", number="F006", state="called", window=32):
        clerk.do("call", ticket=last, reason="urgent")


def put_back_and_walked_in(hall: Story, clerk: Clerk) -> None:
    assert clerk.next()["ticket"]["number"] == "F005"
    hall.kiosk.take(queue=INSURANCE)
    assert clerk.act("put-back")["state"] == "waiting"
    assert clerk.next()["ticket"]["number"] == "F005", "the old place"
    walked_in = clerk.do("walk-in", **{"class": "elderly"})
    assert (walked_in["number"], walked_in["state"]) == ("F008", "serving")
    assert walked_in["class"] == "elderly", "who sees the visitor vouches for the class"
    assert hall.guide.find("F005")[0]["state"] == "done", "one key finished who was there"
    with refused("ticket.not_called", number="F008", state="serving", window=32):
        clerk.act("put-back")


def waits_for_a_step_outside_and_comes_back_alone(hall: Story, clerk: Desk) -> None:
    """Photographs take a quarter of an hour; after it the visitor is first in line at this window."""
    away = clerk.act("suspend", kind="step", reason="other_step", wake_min=15)
    assert clerk.next()["ticket"]["number"] == "F007"
    woken = hall.clock.advance(minutes=15)
    event = hall.board.wait_for(EventKind.RESUMED, away["leg"])
    assert (event.data["by"], event.data["to"], event.at) == ("core", "waiting", woken)
    called = clerk.next()
    assert (called["ticket"]["number"], called["why"]["window"]) == ("F008", 32)
    assert called["why"]["first"] is True


def moved_to_another_window_and_signed_out(hall: Story, clerk: Clerk) -> None:
    with refused("clerk.elsewhere", window=32, number="F008"):
        clerk.move_to(33)
    assert clerk.act("finish", outcome="done")["state"] == "done"
    old = clerk.token
    clerk.move_to(33)
    windows = hall.supervisor.windows()
    assert (windows[32]["status"], windows[32]["clerk"]) == ("closed", None)
    assert (windows[33]["status"], windows[33]["clerk"]) == ("open", "3201")
    assert hall.board.last(EventKind.WINDOW_CLOSED).window == 32
    left = Person(hall.wire, old)
    with refused("window.not_open", window=32, status="closed"):
        left.post("/api/windows/32/call-next")
    with refused("auth.denied", role="clerk"):
        left.post("/api/windows/33/call-next")
    clerk.do("pause", reason="meal")
    with refused("window.not_open", window=33, status="paused"):
        clerk.next()
    assert hall.supervisor.windows()[33]["reason"] == "meal"
    clerk.do("open")
    hall.kiosk.take(queue=INSURANCE)
    assert clerk.next()["ticket"]["number"] == "F009"
    with refused("clerk.elsewhere", window=33, number="F009"):
        clerk.sign_out()
    clerk.act("finish")
    assert clerk.sign_out() == [33]
    assert hall.supervisor.windows()[33]["status"] == "closed"
    with refused("auth.required", why="signed_out"):
        clerk.next()


def must_be_at_step(shown: dict[str, Any], step: int, steps: int, number: str) -> None:
    assert (shown["number"], shown["step"], shown["steps"]) == (number, step, steps)


def every_event_says_which_step(hall: Story, slip: dict[str, Any], steps: int) -> None:
    told = hall.board.of_ticket(slip["id"])
    assert {(event.data["number"], event.data["steps"]) for event in told} == {(slip["number"], steps)}
    for event in told:
        place = int((event.leg or "").rpartition(".")[2])
        assert event.data["step"] == place, event
