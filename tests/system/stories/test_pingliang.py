"""Pingliang: twenty zones, every window open, a rush, favour with a cap, help, parallel departments."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

from core.domain.event import EventKind
from tests.system.stories.people import Kiosk, refused
from tests.system.stories.story import Story, story

RUSH = {"tax_general": 1, "vehicle": 31, "mi_join": 61, "company": 79, "estate": 99, "household": 135}
"""Queues of six zones, each with the window of one of its clerks."""
VISITORS_EACH = 50
KIOSKS = 4

T = TypeVar("T")


def test_every_window_calls_by_one_key_and_everybody_is_called_once_and_fairly(tmp_path: Path) -> None:
    with story("pingliang", tmp_path, "2026-11-23 09:00") as hall:
        every_window_is_open(hall)
        some_hundred_are_called_once_each(hall)
        rerouted_with_number_and_arrival(hall)
        favour_is_proven(hall)
        at_most_one_call_in_three_is_favoured(hall)
        a_neighbour_is_helped_after_a_while(hall)
        a_profile_is_changed_at_a_busy_hour(hall)
        departments_work_in_parallel(hall)


def every_window_is_open(hall: Story) -> None:
    described = hall.kiosk.get("/api/hall")
    assert len(described["zones"]) == 20
    numbers = [window["number"] for window in described["windows"]]
    assert numbers == list(range(1, 252))
    for window in numbers:
        hall.desk(window)
    assert {each["status"] for each in hall.supervisor.windows().values()} == {"open"}


def some_hundred_are_called_once_each(hall: Story) -> None:
    """Four kiosks and twelve windows at once, one visitor after the other by one key."""

    def at_kiosk(place: int) -> list[str]:
        kiosk = Kiosk(hall.wire)
        wanted = [queue for queue in RUSH for _ in range(VISITORS_EACH)][place::KIOSKS]
        return [kiosk.take(queue=queue)["id"] for queue in wanted]

    taken = [ticket for tickets in at_once(KIOSKS, at_kiosk) for ticket in tickets]
    assert len(set(taken)) == len(RUSH) * VISITORS_EACH
    hall.clock.advance(minutes=10)
    for window in list(RUSH.values())[:4]:
        hall.clerk(f"{window:03}1", window)
    windows = [number for window in RUSH.values() for number in (window, window + 1)]

    def at_window(place: int) -> list[str]:
        return called_until_nobody_waits(hall.at(windows[place]).next)

    called = [ticket for tickets in at_once(len(windows), at_window) for ticket in tickets]
    assert Counter(called) == Counter(taken), "none twice, none lost"
    assert all(each["ticket"] is None for each in hall.supervisor.windows().values())
    hall.board.catch_up()
    calls = [event for event in hall.board.events if event.kind is EventKind.CALLED]
    assert Counter(event.ticket for event in calls) == Counter(taken), "and so every board heard"
    for queue in RUSH:
        numbers = [event.data["number"] for event in calls if event.data["queue"] == queue]
        assert numbers == sorted(numbers), "first come, first served"


def rerouted_with_number_and_arrival(hall: Story) -> None:
    """Somebody took a number for the tax office and wants the medical insurance; the guide sends them on."""
    lost = hall.kiosk.take(queue="tax_general")
    hall.clock.advance(minutes=20)
    before = hall.kiosk.take(queue="mi_join")
    with refused("reason.unknown", act="transfer", reason="seen"):
        hall.guide.act(lost["id"], "transfer", queue="mi_join", reason="seen")
    found = hall.guide.find(lost["number"])
    assert [leg["id"] for leg in found] == [lost["id"]]
    moved = hall.guide.act(lost["id"], "transfer", queue="mi_join", reason="wrong_queue")
    assert (moved["number"], moved["queue"], moved["since"]) == (lost["number"], "mi_join", lost["taken_at"])
    assert hall.board.last(EventKind.TRANSFERRED).data["by"] == hall.guide.by
    clerk = hall.at(61)
    called = clerk.next()
    assert called["ticket"]["number"] == lost["number"], "the hall knows since when they are here"
    assert called["why"] == {"tier": 1, "score": 20.0}
    assert hall.guide.ticket(before["id"])["ahead"] == 0, "who came later is next"
    gone = hall.kiosk.take(queue="mi_join")
    hall.guide.act(gone["id"], "cancel", reason="visitor")
    with refused("ticket.ended", number=gone["number"], state="void", window=None):
        hall.guide.act(gone["id"], "transfer", queue="estate")
    clerk.next()
    clerk.act("finish")


def favour_is_proven(hall: Story) -> None:
    """Sixty by the card is elderly by itself; other favour a guide vouches for who has seen it."""
    with refused("class.needs_proof", visitor_class="elderly", proof="age"):
        hall.kiosk.take(queue="marriage", **{"class": "elderly"})
    with refused("class.needs_proof", visitor_class="disabled", proof="guide"):
        hall.kiosk.take(queue="marriage", **{"class": "disabled"})
    young = hall.kiosk.take(queue="divorce", card={"hash": hall.kiosk.card("fifty-nine"), "age": 59})
    assert young["class"] == "ordinary"
    seen = hall.guide.act(young["id"], "class", reason="seen", **{"class": "disabled"})
    assert seen["class"] == "disabled"
    told = hall.board.last(EventKind.CHANGED).data
    assert (told["was"], told["class"], told["by"]) == ("ordinary", "disabled", hall.guide.by)
    hall.guide.act(young["id"], "cancel", reason="visitor")


def at_most_one_call_in_three_is_favoured(hall: Story) -> None:
    ordinary = [hall.kiosk.take(queue="marriage")["number"] for _ in range(8)]
    elderly = []
    for person in range(5):
        card = {"hash": hall.kiosk.card(f"elderly {person}"), "age": 71}
        slip = hall.kiosk.take(queue="marriage", card=card)
        assert slip["class"] == "elderly"
        elderly.append(slip["number"])
    hall.clock.advance(minutes=5)
    calls = [hall.at(216).next() for _ in range(13)]
    kinds = "".join("E" if call["ticket"]["class"] == "elderly" else "o" for call in calls)
    assert kinds == "EooEooEooEooE"
    numbers = [call["ticket"]["number"] for call in calls]
    assert [number for number in numbers if number in elderly] == elderly, "in the order they came"
    assert [number for number in numbers if number in ordinary] == ordinary
    assert calls[0]["why"] == {
        "tier": 1,
        "score": 5 * 1.5 + 10,
        "runner_up": {"number": ordinary[0], "score": 5.0},
    }
    why = hall.guide.ticket(calls[1]["ticket"]["id"])["legs"][0]["why"]
    assert why["held_back"] == [{"number": elderly[1], "rule": "cap"}], "why was he before me?"
    hall.at(216).act("finish")


def a_neighbour_is_helped_after_a_while(hall: Story) -> None:
    """Window 31 serves vehicles, and drivers only once the first of them has waited over 15 minutes."""
    driver = hall.kiosk.take(queue="driver")
    hall.clock.advance(minutes=15)
    assert hall.at(31).next() == {"ticket": None, "why": None}
    hall.clock.advance(seconds=1)
    vehicle = hall.kiosk.take(queue="vehicle")
    assert hall.at(31).next()["ticket"]["number"] == vehicle["number"], "its own first"
    helped = hall.at(31).next()
    assert (helped["ticket"]["number"], helped["why"]["tier"]) == (driver["number"], 2)
    hall.at(31).act("finish")


def a_profile_is_changed_at_a_busy_hour(hall: Story) -> None:
    served, other = hall.kiosk.take(queue="vehicle"), hall.kiosk.take(queue="vehicle")
    fined = hall.kiosk.take(queue="violation")
    clerk = hall.at(31)
    assert clerk.next()["ticket"]["number"] == served["number"]
    with refused("auth.denied", role="clerk"):
        clerk.put("/api/windows/31/profile", tiers="violation")
    with refused("window.profile_invalid", window=31, queue="vehicle"):
        hall.supervisor.profile(31, "vehicle; violation, vehicle")
    with refused("queue.unknown", queue="parking"):
        hall.supervisor.profile(31, "parking")
    changed = hall.supervisor.profile(31, "violation; vehicle @ 10")
    assert changed["text"] == "violation; vehicle @ 10"
    told = hall.board.last(EventKind.HALL_CHANGED)
    assert told.at == hall.clock()
    assert told.data == {
        "hall": "pingliang",
        "window": 31,
        "by": hall.supervisor.by,
        "before": "vehicle; driver @ 15",
        "after": "violation; vehicle @ 10",
    }
    assert hall.supervisor.windows()[31]["ticket"]["number"] == served["number"], "who is there stays"
    assert clerk.next()["ticket"]["number"] == fined["number"], "the next call goes by the new profile"
    assert clerk.next()["ticket"] is None
    hall.supervisor.profile(31, "vehicle; driver @ 15")
    assert clerk.next()["ticket"]["number"] == other["number"]
    clerk.act("finish")


def departments_work_in_parallel(hall: Story) -> None:
    """One department leads; two others work on it at once, and the visitor is at one window at a time."""
    matter = next(
        each for each in hall.kiosk.get("/api/hall")["matters"] if each["id"] == "construction_project"
    )
    assert matter["lead"] == "city_ndrc"
    assert [stage["queues"] for stage in matter["stages"]] == [["project"], ["construction", "planning"]]
    slip = hall.kiosk.take(matter="construction_project")
    number = slip["number"]
    assert [(leg["queue"], leg["step"], leg["steps"]) for leg in slip["legs"]] == [
        ("project", 1, 2),
        ("construction", 2, 2),
        ("planning", 2, 2),
    ]
    hall.at(149).next()
    hall.at(149).act("finish")
    shown = {queue: hall.kiosk.queue(queue)["waiting"] for queue in ("construction", "planning")}
    assert shown == {"construction": 1, "planning": 1}, "waits for both at once"
    assert hall.at(160).next()["ticket"]["number"] == number
    assert hall.at(154).next()["ticket"] is None, "and is at one window at a time"
    with refused("ticket.elsewhere", number=number, window=None):
        hall.at(154).do("call", ticket=slip["id"], reason="urgent")
    hall.at(160).act("finish")
    assert hall.at(154).next()["ticket"]["number"] == number
    hall.at(154).act("finish", outcome="accepted")
    legs = hall.guide.ticket(slip["id"])["legs"]
    assert [(leg["state"], leg["window"]) for leg in legs] == [("done", 149), ("done", 154), ("done", 160)]


def called_until_nobody_waits(press: Callable[[], dict[str, Any]]) -> list[str]:
    """Press the one key until nobody waits and return who was called."""
    called = []
    while (ticket := press()["ticket"]) is not None:
        called.append(ticket["id"])
    return called


def at_once(count: int, work: Callable[[int], T]) -> list[T]:
    """Run ``work`` in threads that begin at the same moment."""
    together = threading.Barrier(count)

    def run(place: int) -> T:
        together.wait(30)
        return work(place)

    with ThreadPoolExecutor(count) as threads:
        return list(threads.map(run, range(count)))
