from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.voice.announcer import Announcement, Announcements, Drop

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def call(number: str, *, window: int = 3, zone: str = "social", after_s: float = 0) -> Announcement:
    return Announcement(f"leg-{number}", number, window, zone, NOON + timedelta(seconds=after_s))


def later(seconds: float) -> datetime:
    return NOON + timedelta(seconds=seconds)


def test_calls_are_said_in_the_order_they_came() -> None:
    queue = Announcements()
    for number in ("A001", "A002", "B001"):
        queue.offer(call(number))
    said = [queue.take(NOON, "social") for _ in range(4)]
    assert [each and each.number for each in said] == ["A001", "A002", "B001", None]


def test_each_zone_has_its_own_channel() -> None:
    queue = Announcements()
    queue.offer(call("A001"))
    queue.offer(call("B001", zone="business"))
    assert queue.take(NOON, "business") == call("B001", zone="business")
    assert queue.take(NOON, "business") is None
    assert queue.take(NOON, "social") == call("A001")


def test_one_loudspeaker_for_all_zones_says_the_longest_waiting_first() -> None:
    queue = Announcements()
    queue.offer(call("A001", after_s=2))
    queue.offer(call("B001", zone="business", after_s=1))
    said = [queue.take(later(3)), queue.take(later(3))]
    assert [each and each.number for each in said] == ["B001", "A001"]


def test_a_recall_takes_its_own_waiting_calls_place() -> None:
    drops: list[tuple[Announcement, Drop]] = []
    queue = Announcements(dropped=lambda each, why: drops.append((each, why)))
    first, recall = call("A001"), replace(call("A001", after_s=5), repeat=1)
    queue.offer(first)
    queue.offer(call("A002"))
    queue.offer(recall)
    assert queue.waiting("social") == (recall, call("A002"))
    assert drops == [(first, Drop.REPLACED)]


def test_a_recall_of_what_was_said_already_waits_at_the_end() -> None:
    queue = Announcements()
    queue.offer(call("A001"))
    queue.offer(call("A002"))
    assert queue.take(NOON, "social") == call("A001")
    recall = replace(call("A001", after_s=5), repeat=1)
    queue.offer(recall)
    assert queue.waiting("social") == (call("A002"), recall)


def test_a_ticket_called_in_another_zone_is_not_sent_to_the_old_window() -> None:
    queue = Announcements()
    queue.offer(call("A001"))
    moved = call("A001", window=9, zone="business", after_s=4)
    queue.offer(moved)
    assert queue.waiting("social") == ()
    assert queue.waiting("business") == (moved,)


@pytest.mark.logs("not said")
def test_a_call_older_than_half_a_minute_is_dropped() -> None:
    drops: list[tuple[Announcement, Drop]] = []
    queue = Announcements(dropped=lambda each, why: drops.append((each, why)))
    queue.offer(call("A001"))
    queue.offer(call("A002", after_s=10))
    assert queue.take(later(30.001), "social") == call("A002", after_s=10)
    assert drops == [(call("A001"), Drop.OLD)]


def test_a_call_of_just_half_a_minute_is_still_said() -> None:
    queue = Announcements()
    queue.offer(call("A001"))
    assert queue.take(later(30), "social") == call("A001")


@pytest.mark.logs("not said")
def test_a_full_channel_drops_its_oldest() -> None:
    drops: list[tuple[Announcement, Drop]] = []
    queue = Announcements(limit=2, dropped=lambda each, why: drops.append((each, why)))
    for number in ("A001", "A002", "A003"):
        queue.offer(call(number))
    assert [each.number for each in queue.waiting("social")] == ["A002", "A003"]
    assert drops == [(call("A001"), Drop.FULL)]


@pytest.mark.logs("not said")
@given(st.lists(st.tuples(st.integers(1, 6), st.sampled_from(("x", "y")), st.booleans()), max_size=60))
def test_nothing_is_lost_without_being_told_and_no_ticket_waits_twice(
    steps: list[tuple[int, str, bool]],
) -> None:
    drops: list[Announcement] = []
    queue = Announcements(limit=4, dropped=lambda each, _why: drops.append(each))
    said = offered = 0
    for second, (ticket, zone, take) in enumerate(steps):
        queue.offer(call(f"A{ticket:03d}", zone=zone, after_s=second))
        offered += 1
        waiting = [each.number for name in ("x", "y") for each in queue.waiting(name)]
        assert len(waiting) == len(set(waiting)) == len(queue)
        assert all(len(queue.waiting(name)) <= 4 for name in ("x", "y"))
        said += take and queue.take(later(second), zone) is not None
    assert offered == said + len(drops) + len(queue)


def test_a_call_whose_visitor_came_meanwhile_is_not_said() -> None:
    drops: list[tuple[Announcement, Drop]] = []
    queue = Announcements(dropped=lambda each, why: drops.append((each, why)))
    queue.offer(call("A001"))
    queue.offer(call("A002"))
    queue.withdraw("leg-A001")
    queue.withdraw("leg-of-nobody")
    assert queue.waiting("social") == (call("A002"),)
    assert drops == [(call("A001"), Drop.MOVED_ON)]
