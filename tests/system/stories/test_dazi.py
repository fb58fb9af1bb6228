"""Dazi: bookings with their rules, extended hours, a holiday, and the quota of a half-day."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from core.domain.event import EventKind
from tests.system.stories.people import refused
from tests.system.stories.story import Story, story, wall

QUEUE = "market"
SLOTS = ["09:30", "10:00", "10:30", "11:00", "11:30", "12:00", "12:30", "15:30", "16:00", "16:30", "17:00"]
QUOTA = 4
MORNING_QUOTA = 3


def test_who_booked_is_expected_and_who_comes_after_hours_is_told_when(tmp_path: Path) -> None:
    with story("dazi", tmp_path, "2026-11-26 16:00") as hall:
        booked = booked_for_tomorrow(hall)
        slots_fill_up(hall)
        given_back_in_time_only(hall, booked)
        checked_in_by_code_and_by_card(hall, booked)
        booked_and_others_take_turns(hall)
        late_is_ordinary(hall, booked)
        missed_at_the_end_of_the_day(hall, booked)
        only_the_first_floor_is_open_on_saturday(hall)
        half_a_day_has_so_many_tickets(hall)
        nobody_comes_on_a_holiday(hall)


def booked_for_tomorrow(hall: Story) -> dict[str, dict[str, Any]]:
    """Each person has a card of the day that is booked: nobody links one day's visits to another's."""
    left = hall.kiosk.slots(QUEUE, "2026-11-27")
    assert list(left) == [wall(f"2026-11-27 {at}") for at in SLOTS]
    assert set(left.values()) == {QUOTA}
    days = hall.kiosk.get("/api/bookings/slots", queue=QUEUE)["days"]
    assert days[0] == "2026-11-26"
    assert days[-1] == "2026-12-03", "five working days ahead"
    assert "2026-11-28" in days, "the Saturday between has extended hours"
    booked = {}
    for person, at in (("early", "09:30"), ("by card", "10:00"), ("late", "10:30"), ("away", "11:00")):
        booked[person] = book(hall, person, "2026-11-27", at)
        assert booked[person]["state"] == "booked"
        assert len(booked[person]["code"]) == 8
    with refused("booking.one_a_day", date="2026-11-27"):
        book(hall, "early", "2026-11-27", "12:00")
    assert book(hall, "early", "2026-11-30", "12:00")["state"] == "booked", "one a day, not one for ever"
    with refused("booking.day_refused", date="2026-12-04", last="2026-12-03"):
        hall.kiosk.book(queue=QUEUE, date="2026-12-04", starts=wall("2026-12-04 09:30"))
    with refused("card.day_refused", date="2026-12-04"):
        hall.kiosk.card("early", date="2026-12-04")
    with refused("booking.slot_over", starts=wall("2026-11-26 15:30")):
        hall.kiosk.book(queue=QUEUE, date="2026-11-26", starts=wall("2026-11-26 15:30"))
    with refused("booking.slot_unknown", date="2026-11-27", starts=wall("2026-11-27 13:00")):
        hall.kiosk.book(queue=QUEUE, date="2026-11-27", starts=wall("2026-11-27 13:00"))
    return booked


def slots_fill_up(hall: Story) -> None:
    for person in ("second", "third", "fourth"):
        book(hall, person, "2026-11-27", "09:30")
    starts = wall("2026-11-27 09:30")
    assert hall.kiosk.slots(QUEUE, "2026-11-27")[starts] == 0
    with refused("booking.slot_full", starts=starts, quota=QUOTA):
        book(hall, "fifth", "2026-11-27", "09:30")


def given_back_in_time_only(hall: Story, booked: dict[str, dict[str, Any]]) -> None:
    spare = book(hall, "spare", "2026-11-27", "10:00")
    given = hall.kiosk.post(f"/api/bookings/{spare['id']}/cancel")
    assert given["state"] == "cancelled"
    assert hall.kiosk.slots(QUEUE, "2026-11-27")[wall("2026-11-27 10:00")] == QUOTA - 1
    with refused("booking.ended", state="cancelled"):
        hall.kiosk.check_in(code=spare["code"])
    until = wall("2026-11-27 07:30")
    assert booked["early"]["cancel_until"] == until
    hall.clock.set("2026-11-27 07:31")
    with refused("booking.cancel_too_late", until=until):
        hall.kiosk.post(f"/api/bookings/{booked['early']['id']}/cancel")


def checked_in_by_code_and_by_card(hall: Story, booked: dict[str, dict[str, Any]]) -> None:
    early = booked["early"]
    with refused("booking.too_early", opens_at=wall("2026-11-27 09:00")):
        hall.clock.set("2026-11-27 08:59")
        hall.kiosk.check_in(code=early["code"])
    hall.clock.set("2026-11-27 09:29")
    with refused("queue.closed", opens_at=wall("2026-11-27 09:30"), why="before", holiday={}):
        hall.kiosk.take(queue=QUEUE)
    spaced = f"{early['code'][:4]} {early['code'][4:]}"
    slip = hall.kiosk.check_in(code=spaced, lang="bo")
    assert (slip["number"], slip["class"], slip["lang"]) == ("A001", "booked", "bo")
    with refused("booking.ended", state="checked_in"):
        hall.kiosk.take(booking=early["code"])
    hall.clock.set("2026-11-27 09:31")
    card = hall.kiosk.card("by card")
    found = hall.kiosk.post("/api/bookings/find", card=card)
    assert (found["id"], found["state"]) == (booked["by card"]["id"], "booked")
    with refused("booking.unknown"):
        hall.kiosk.check_in(card=hall.kiosk.card("a stranger"))
    by_card = hall.kiosk.check_in(card=card)
    assert (by_card["number"], by_card["class"], by_card["ahead"]) == ("A002", "booked", 1)
    told = hall.board.last(EventKind.BOOKING_CHANGED).data
    assert (told["from"], told["to"]) == ("booked", "checked_in")
    assert card not in str(told), "no personal data on the feed"


def booked_and_others_take_turns(hall: Story) -> None:
    """One booked, one other, while both wait (1:1), although the booked ones' score is higher."""
    ordinary = [hall.kiosk.take(queue=QUEUE)["number"] for _ in range(2)]
    assert ordinary == ["A003", "A004"]
    clerk = hall.clerk("0101", 1)
    calls = [clerk.next() for _ in range(4)]
    assert [call["ticket"]["number"] for call in calls] == ["A001", "A003", "A002", "A004"]
    assert calls[1]["why"]["held_back"] == [{"number": "A002", "rule": "mix"}]
    clerk.act("finish")


def late_is_ordinary(hall: Story, booked: dict[str, dict[str, Any]]) -> None:
    hall.clock.set("2026-11-27 11:15")
    assert hall.kiosk.take(queue=QUEUE)["number"] == "A005"
    late = hall.kiosk.check_in(code=booked["late"]["code"])
    assert (late["number"], late["class"]) == ("A006", "booked"), (
        "a quarter of an hour after its end is in time"
    )
    hall.clock.set("2026-11-27 12:00")
    second = hall.kiosk.check_in(card=hall.kiosk.card("second"))
    assert (second["number"], second["class"]) == ("A007", "ordinary"), "two hours after its end is not"
    shown = hall.kiosk.get(f"/api/bookings/{booked['late']['id']}")
    assert (shown["state"], shown["late"], shown["ticket"]) == ("checked_in", False, late["id"])
    clerk = hall.at(1)
    calls = [clerk.next() for _ in range(3)]
    # After A002 it is the others' turn, whatever the scores say.
    assert [call["ticket"]["number"] for call in calls] == ["A005", "A006", "A007"]
    assert calls[0]["why"]["held_back"] == [{"number": "A006", "rule": "mix"}]
    clerk.act("finish")


def missed_at_the_end_of_the_day(hall: Story, booked: dict[str, dict[str, Any]]) -> None:
    """The extended hours are Saturday morning, on the first floor only."""
    hall.clock.set("2026-11-27 17:46")
    opens_at = wall("2026-11-28 10:00")
    with refused("queue.closed", opens_at=opens_at, why="after", holiday={}):
        hall.kiosk.take(queue=QUEUE)
    hall.clock.set("2026-11-28 09:45")
    with refused("queue.closed", opens_at=opens_at, why="before", holiday={}):
        hall.kiosk.take(queue=QUEUE)
    away = hall.kiosk.get(f"/api/bookings/{booked['away']['id']}")
    assert (away["state"], away["ticket"]) == ("no_show", None)
    with refused("booking.ended", state="no_show"):
        hall.kiosk.check_in(code=booked["away"]["code"])


def only_the_first_floor_is_open_on_saturday(hall: Story) -> None:
    day = hall.kiosk.get("/api/calendar", queue=QUEUE)["days"][0]
    assert (day["date"], day["working"], day["holiday"]) == ("2026-11-28", False, None)
    assert [span["extended"] for span in day["spans"]] == [True]
    hall.clock.set("2026-11-28 10:00")
    assert hall.kiosk.queue(QUEUE)["open"]
    assert hall.kiosk.take(queue=QUEUE)["number"] == "A001", "a new day, a new series"
    with refused("queue.closed", opens_at=wall("2026-11-30 09:30"), why="no_hours", holiday={}):
        hall.kiosk.take(queue="estate")
    hall.clock.set("2026-11-28 12:45")
    with refused("queue.closed", opens_at=wall("2026-11-30 09:30"), why="after", holiday={}):
        hall.kiosk.take(queue=QUEUE)
    # Everyone who holds a ticket is served, also after closing.
    hall.clock.set("2026-11-28 13:20")
    clerk = hall.back(1)
    with refused("window.not_open", window=1, status="closed"):
        # Friday's end has closed it.
        clerk.next()
    clerk.do("open")
    assert clerk.next()["ticket"]["number"] == "A001"
    clerk.act("finish")


def half_a_day_has_so_many_tickets(hall: Story) -> None:
    """A rule of one queue is a line of the hall file, taken into the running hall."""
    file = hall.admin.export_file()
    line = 'id = "bills", prefix = "F"'
    assert line in file
    changed = file.replace(line, f"{line}, rules = {{ quota_morning = {MORNING_QUOTA} }}")
    assert hall.admin.import_file(changed) == {"changed": True, "moved": [], "warnings": []}
    hall.clock.set("2026-11-30 11:00")
    numbers = [hall.kiosk.take(queue="bills")["number"] for _ in range(MORNING_QUOTA)]
    assert numbers == ["F001", "F002", "F003"]
    opens_at = wall("2026-11-30 12:00")
    with refused("queue.quota_used", queue="bills", half="morning", opens_at=opens_at):
        hall.kiosk.take(queue="bills")
    shown = hall.kiosk.queue("bills")
    assert (shown["open"], shown["opens_at"]) == (False, opens_at)
    assert shown["left"] == {"morning": 0, "afternoon": None}
    hall.clock.set("2026-11-30 12:00")
    assert hall.kiosk.take(queue="bills")["number"] == "F004"
    # No place is promised twice: the visitor of a booking is let in whatever the quota says.
    assert hall.kiosk.check_in(card=hall.kiosk.card("early"))["class"] == "booked"


def nobody_comes_on_a_holiday(hall: Story) -> None:
    hall.clock.set("2027-01-01 10:00")
    name = {"zh": "元旦", "bo": "སྤྱི་ལོའི་ལོ་གསར།", "en": "New Year's Day"}
    # Saturday's extended hours come before Monday.
    with refused("queue.closed", opens_at=wall("2027-01-02 10:00"), why="holiday", holiday=name):
        hall.kiosk.take(queue=QUEUE)
    with refused("queue.closed", opens_at=wall("2027-01-04 09:30"), why="holiday", holiday=name):
        hall.kiosk.take(queue="estate")
    day = hall.kiosk.get("/api/calendar")["days"][0]
    assert (day["date"], day["working"], day["holiday"], day["spans"]) == ("2027-01-01", False, name, [])


def book(hall: Story, person: str, day: str, at: str) -> dict[str, Any]:
    """Book for somebody with a card."""
    card = hall.kiosk.card(person, date=day)
    return hall.kiosk.book(queue=QUEUE, date=day, starts=wall(f"{day} {at}"), card=card)
