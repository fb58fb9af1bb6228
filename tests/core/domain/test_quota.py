"""How many tickets a half-day and a person get."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.calendar import Schedule
from core.domain.errors import CardNeeded, HallError, TicketHeld, TicketsADay
from core.domain.quota import Half, half_of, must_be_free, must_have_card, next_quota_at, quota_left
from tests.support.calendars import (
    BROKEN,
    EVENING,
    EXTENDED,
    NEVER,
    NEW_YORK,
    ROUND_THE_CLOCK,
    SHANGHAI,
    hall_time,
)

MORNING, AFTERNOON = Half
FOUR = time(4)


@pytest.mark.parametrize(
    ("at", "day", "half"),
    [
        ("2026-11-23 09:00", None, MORNING),
        ("2026-11-23 11:59:59", None, MORNING),
        ("2026-11-23 12:00", None, AFTERNOON),
        ("2026-11-23 23:59", None, AFTERNOON),
        ("2026-11-24 00:30", None, MORNING),
        ("2026-11-24 00:30", date(2026, 11, 23), AFTERNOON),
        ("2026-11-24 09:00", date(2026, 11, 24), MORNING),
    ],
)
def test_a_half_day_is_split_at_twelve_in_the_hall(at: str, day: date | None, half: Half) -> None:
    assert half_of(hall_time(at), SHANGHAI, day) is half


def test_twelve_is_another_instant_elsewhere() -> None:
    assert half_of(hall_time("2026-11-23 23:00"), NEW_YORK.zone) is MORNING


@pytest.mark.parametrize(
    ("quota", "taken", "left"),
    [(0, 0, None), (0, 500, None), (20, 0, 20), (20, 19, 1), (20, 20, 0), (20, 25, 0)],
)
def test_a_quota_of_nought_is_no_limit(quota: int, taken: int, left: int | None) -> None:
    assert quota_left(quota, taken) == left


@given(st.integers(1, 500), st.integers(0, 500))
def test_what_is_left_is_never_less_than_nothing_and_each_ticket_takes_one(quota: int, taken: int) -> None:
    left, after = quota_left(quota, taken), quota_left(quota, taken + 1)
    assert left is not None
    assert after == max(left - 1, 0)


@pytest.mark.parametrize(
    ("schedule", "at", "day", "opens"),
    [
        pytest.param(BROKEN, "2026-11-23 10:00", "2026-11-23", "2026-11-23 13:30", id="after noon"),
        pytest.param(
            EXTENDED, "2026-11-23 10:00", "2026-11-23", "2026-11-23 12:00", id="at noon without break"
        ),
        pytest.param(BROKEN, "2026-11-23 14:00", "2026-11-23", "2026-11-24 09:00", id="tomorrow"),
        pytest.param(BROKEN, "2026-09-30 14:00", "2026-09-30", "2026-10-08 09:00", id="after National Day"),
        pytest.param(EVENING, "2026-11-27 10:00", "2026-11-27", "2026-11-27 20:00", id="this evening"),
        pytest.param(
            EVENING, "2026-11-28 00:30", "2026-11-27", "2026-11-30 09:00", id="past midnight: Monday"
        ),
        pytest.param(
            ROUND_THE_CLOCK, "2026-11-23 15:00", "2026-11-23", "2026-11-24 04:00", id="when the day begins"
        ),
        pytest.param(NEVER, "2026-11-23 10:00", "2026-11-23", None, id="never"),
    ],
)
def test_the_next_tickets_are_those_of_the_next_half_day(
    schedule: Schedule, at: str, day: str, opens: str | None
) -> None:
    found = next_quota_at(hall_time(at), schedule, day=date.fromisoformat(day), day_starts=FOUR)
    assert found == (hall_time(opens) if opens else None)


def test_a_half_day_in_which_tickets_have_stopped_is_skipped() -> None:
    at = hall_time("2026-11-23 10:00")
    found = next_quota_at(at, BROKEN, day=date(2026, 11, 23), day_starts=FOUR, stops_min=205)
    assert found == hall_time("2026-11-23 13:30")
    # The half of Friday is too short, the weekend closed.
    at = hall_time("2026-11-27 10:00")
    found = next_quota_at(at, BROKEN, day=date(2026, 11, 27), day_starts=FOUR, stops_min=205)
    assert found == hall_time("2026-11-30 13:30")


@pytest.mark.parametrize(
    ("held", "taken", "open_tickets", "a_day", "refusal", "params"),
    [
        ([], 0, 1, 0, None, {}),
        (["A001"], 1, 1, 0, TicketHeld, {"number": "A001"}),
        (["A001"], 1, 2, 0, None, {}),
        (["A001", "A004"], 2, 2, 0, TicketHeld, {"number": "A001"}),
        (["A001"], 1, 0, 0, None, {}),
        ([], 2, 1, 2, TicketsADay, {"most": 2}),
        ([], 1, 1, 2, None, {}),
        (["A001"], 2, 1, 2, TicketHeld, {"number": "A001"}),
    ],
)
def test_a_person_has_so_many_tickets_of_a_queue(
    held: list[str],
    taken: int,
    open_tickets: int,
    a_day: int,
    refusal: type[HallError] | None,
    params: dict[str, object],
) -> None:
    if refusal is None:
        must_be_free(held, taken, open_tickets=open_tickets, tickets_a_day=a_day)
        return
    with pytest.raises(refusal) as refused:
        must_be_free(held, taken, open_tickets=open_tickets, tickets_a_day=a_day)
    assert refused.value.params == params


@pytest.mark.parametrize(("card", "needs_card"), [("a1", True), ("a1", False), (None, False)])
def test_who_has_a_card_or_needs_none_gets_a_ticket(card: str | None, needs_card: bool) -> None:
    must_have_card(card, needs_card=needs_card)


@pytest.mark.parametrize("card", [None, ""])
def test_without_a_card_there_is_no_ticket_where_one_is_needed(card: str | None) -> None:
    with pytest.raises(CardNeeded):
        must_have_card(card, needs_card=True)
