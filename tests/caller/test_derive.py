"""From what the console heard to what it shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from caller.derive import ConsoleInputs, Longest, derive
from caller.elapsed import CoreClock, clock_text
from caller.moves import Move
from core.domain.floor import AtWindow, WindowView
from core.domain.ticket import LegState
from core.domain.window import WindowStatus
from tests.support.halls import lhasa_like

AT = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
VISITOR = AtWindow("t1", "t1.1", "C007", "food", "elderly", LegState.CALLED, 2, AT)
INPUTS = ConsoleInputs(
    window=3,
    hall=lhasa_like(),
    view=WindowView(3, "business", status=WindowStatus.OPEN, clerk="0301", visitor=VISITOR),
    waiting={"company": 4, "food": 2, "insurance": 90},
    live=True,
    heard_at=AT,
)


def test_the_visitor_is_named_in_the_language_in_use() -> None:
    visitor = derive(replace(INPUTS, language="en")).visitor
    assert visitor is not None
    assert (visitor.number, visitor.queue) == ("C007", "Food business licences, new and changed")
    assert (visitor.mark, visitor.calls, visitor.since) == ("Elderly", 2, AT)


def test_an_ordinary_visitor_has_no_mark() -> None:
    view = WindowView(
        3, "business", status=WindowStatus.OPEN, visitor=replace(VISITOR, visitor_class="ordinary")
    )
    visitor = derive(replace(INPUTS, view=view)).visitor
    assert visitor is not None
    assert visitor.mark == ""


def test_a_queue_or_class_the_hall_no_longer_has_is_left_unnamed() -> None:
    gone = replace(VISITOR, queue="gone", visitor_class="gone")
    visitor = derive(replace(INPUTS, view=WindowView(3, "business", visitor=gone))).visitor
    assert visitor is not None
    assert (visitor.number, visitor.queue, visitor.mark) == ("C007", "", "")


def test_only_the_queues_of_the_window_are_counted() -> None:
    props = derive(INPUTS)
    assert [(queue.id, queue.waiting) for queue in props.queues] == [("company", 4), ("food", 2)]
    assert props.total == 6


def test_why_is_shown_for_the_leg_it_was_told_of_only() -> None:
    why = {"tier": 2, "score": 23.456, "runner_up": {"number": "C008", "score": 9.0}}
    known = derive(replace(INPUTS, why=why, why_leg="t1.1")).visitor
    other = derive(replace(INPUTS, why=why, why_leg="t0.1")).visitor
    assert known is not None
    assert other is not None
    assert (known.tier, known.score, known.runner_up) == (2, 23.456, "C008")
    assert (other.tier, other.runner_up) == (0, "")


@pytest.mark.parametrize("change", [{"live": False}, {"busy": Move.RECALL}, {"view": None}])
def test_nothing_can_be_pressed(change: dict[str, object]) -> None:
    assert derive(replace(INPUTS, **change)).moves == frozenset()  # type: ignore[arg-type]


def test_right_after_a_call_only_the_next_call_rests() -> None:
    usual = derive(INPUTS).moves
    assert derive(replace(INPUTS, resting=True)).moves == usual - {Move.CALL_NEXT}


@pytest.mark.parametrize(
    ("change", "leaves"),
    [
        ({}, False),  # somebody is at the window
        ({"view": WindowView(3, "business", status=WindowStatus.OPEN)}, True),
        ({"view": WindowView(3, "business")}, True),
        ({"view": WindowView(3, "business"), "busy": Move.OPEN}, False),
        ({"live": False}, True),
        ({"view": None}, True),
    ],
)
def test_when_the_clerk_may_leave(change: dict[str, object], leaves: bool) -> None:
    assert derive(replace(INPUTS, **change)).may_leave is leaves  # type: ignore[arg-type]


def test_the_longest_wait_counts_queues_where_somebody_still_waits() -> None:
    longest = Longest(AT, {"company": 300, "food": 900})
    assert derive(replace(INPUTS, longest=longest)).head_since == AT - timedelta(seconds=900)
    emptied = replace(INPUTS, longest=longest, waiting={"company": 4, "food": 0})
    assert derive(emptied).head_since == AT - timedelta(seconds=300)
    assert derive(replace(INPUTS, longest=longest, waiting={})).head_since is None


@pytest.mark.parametrize(
    ("live", "heard_at", "since"), [(True, AT, None), (False, AT, "10:00"), (False, None, "")]
)
def test_since_when_it_is_offline_in_the_halls_time(
    live: bool, heard_at: datetime | None, since: str | None
) -> None:
    assert derive(replace(INPUTS, live=live, heard_at=heard_at)).offline_since == since


def test_a_window_the_hall_does_not_have_has_no_queues() -> None:
    assert derive(replace(INPUTS, window=99, view=None)).queues == ()


def test_the_reason_of_a_pause_is_named() -> None:
    view = WindowView(3, "business", status=WindowStatus.PAUSED, reason="meeting")
    assert derive(replace(INPUTS, view=view)).status_reason == "开会"


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "00:00"), (59.9, "00:59"), (61, "01:01"), (3599, "59:59"), (3600, "1:00:00"), (-5, "00:00")],
)
def test_a_length_of_time_as_people_read_it(seconds: float, text: str) -> None:
    assert clock_text(seconds) == text


def test_the_cores_clock_is_followed_where_this_machines_is_wrong() -> None:
    now = [AT]
    clock = CoreClock(lambda: now[0])
    clock.heard(AT + timedelta(minutes=7))
    now[0] += timedelta(seconds=3)
    assert clock.now() == AT + timedelta(minutes=7, seconds=3)


def test_at_a_colleagues_window_nothing_but_taking_over_is_possible_and_the_line_says_why() -> None:
    elsewhere = derive(replace(INPUTS, clerk="0302"))
    assert elsewhere.moves == {Move.OPEN}
    assert elsewhere.may_leave, "who typed the wrong number can go to the right one"
    assert elsewhere.note is not None
    assert elsewhere.note.key == "window.taken"
    assert elsewhere.note.params == {"window": 3, "clerk": "0301"}
    assert derive(replace(INPUTS, clerk="0301")).note is None
