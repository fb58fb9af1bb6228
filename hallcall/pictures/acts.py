"""Scenes of the clerk: every page of the acts (F10)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from PySide6.QtCore import Qt

from core.client.reply import Answer, Unreachable
from core.domain.clock import to_text
from core.domain.event import EventKind
from core.domain.hall import Hall, Item
from hallcall.pictures.clerk import LOW, called, free, serving
from hallcall.pictures.desk import Desk, Play, Scene
from hallcall.pictures.usual import NOW


def _papers(hall: Hall) -> Item | None:
    """Return the item with most papers, ``None`` where the hall lists none."""
    item = max(hall.items, key=lambda each: len(each.materials), default=None)
    return item if item is not None and item.materials else None


def _open(before: Play, keys: str = "") -> Play:
    """Open the acts after something happened and press keys on them."""

    def play(desk: Desk) -> bool | None:
        if before(desk) is False:
            return False
        desk.settle()
        desk.press(Qt.Key.Key_F10)
        desk.keys(keys)
        return None

    return play


def _finished(desk: Desk) -> None:
    """Finish somebody, who can be taken back."""
    serving(desk)
    desk.now = NOW - timedelta(seconds=18)
    desk.happens(EventKind.DONE, **{"from": "serving"})
    desk.now = NOW


def _offline(desk: Desk) -> None:
    serving(desk)
    desk.line.go_dark(NOW - timedelta(minutes=4))


def _with_papers(desk: Desk) -> bool | None:
    item = _papers(desk.hall)
    if item is None:
        return False
    serving(desk, item)
    return None


def _leg(desk: Desk, place: int, queue: str, **changed: Any) -> dict[str, Any]:
    number = f"{desk.hall.queue(queue).prefix}{place * 13 % 990 + 8:03d}"
    since = to_text(NOW - timedelta(minutes=4 * (40 - place)))
    leg = {"id": number, "leg": f"{number}.1", "number": number, "queue": queue, "since": since}
    return {
        **leg,
        "class": desk.hall.classes[0 if place % 4 else place % 5].id,
        "state": "waiting",
        "suspension": None,
        **changed,
    }


def _suspended(desk: Desk, count: int = 3) -> None:
    kinds = ("no_papers", "papers_left", "step")
    longest = max(desk.hall.queues, key=lambda each: len(each.name.get(desk.language, ""))).id
    legs = [
        _leg(desk, place, longest, state="suspended", suspension=kinds[place % 3]) for place in range(count)
    ]
    desk.answer(f"/api/windows/{desk.window}/suspended", Answer({"tickets": legs}))


def _has_suspended(count: int, before: Play = free) -> Play:
    def play(desk: Desk) -> None:
        before(desk)
        _suspended(desk, count)

    return play


def _no_list(desk: Desk) -> None:
    free(desk)
    desk.answer(f"/api/windows/{desk.window}/suspended", Unreachable(""))


def _queues_listed(desk: Desk) -> None:
    free(desk)
    for queue in desk.hall.window(desk.window).queues:
        for state, count in (("waiting", 12), ("passed", 2)):
            legs = [_leg(desk, place, queue, state=state) for place in range(count)]
            if state == "passed":
                legs = [_leg(desk, 20 + place, queue, state=state) for place in range(count)]
            desk.answer(f"/api/tickets?queue={queue}&state={state}", Answer({"tickets": legs}))


def _then(play: Play, *steps: Any) -> Play:
    """Do more, e.g. type into the search or press a row."""

    def all_of(desk: Desk) -> bool | None:
        if play(desk) is False:
            return False
        for step in steps:
            step(desk)
            desk.settle()
        return None

    return all_of


def _search(text: str) -> Any:
    return lambda desk: desk.type("acts-search", text)


def _first_row(desk: Desk) -> None:
    desk.console.acts.choose_first()


def _no_sense(desk: Desk) -> None:
    desk.type("acts-search", "zzzz")


def _scenes() -> Iterator[Scene]:
    for name, before in (("free", free), ("called", called), ("serving", serving), ("undo", _finished)):
        yield Scene(f"acts-list-{name}", _open(before))
    yield Scene("acts-list-offline", _open(_offline))
    yield Scene("acts-outcome", _open(serving, "1"))
    yield Scene("acts-pass", _open(_late, "2"))
    yield Scene("acts-no-papers", _open(serving, "3"))
    yield Scene("acts-papers-left", _open(serving, "4"))
    yield Scene("acts-step", _open(serving, "5"))
    yield Scene("acts-suspended", _open(_has_suspended(3), "6"))
    yield Scene("acts-suspended-many", _open(_has_suspended(14), "6"))
    yield Scene("acts-suspended-busy", _open(_has_suspended(3, serving), "6"))
    yield Scene("acts-suspended-none", _open(_has_suspended(0), "6"))
    yield Scene("acts-suspended-failed", _open(_no_list, "6"))
    yield Scene("acts-suspended-asking", _open(free, "6"))
    yield Scene("acts-transfer", _open(serving, "7"))
    yield Scene("acts-transfer-found", _then(_open(serving, "7"), _search("1")))
    yield Scene("acts-transfer-nothing", _then(_open(serving, "7"), _no_sense))
    yield Scene("acts-transfer-reason", _then(_open(serving, "7"), _first_row))
    yield Scene("acts-pick", _open(_queues_listed, "8"))
    yield Scene("acts-pick-reason", _then(_open(_queues_listed, "8"), _first_row))
    yield Scene("acts-walk-in", _open(free, "9"))
    yield Scene("acts-walk-in-finishes", _open(serving, "9"))
    yield Scene("acts-told", _open(_with_papers, "-"))
    yield Scene("acts-result", _open(serving, "+"))
    yield Scene("low-acts", _open(serving), screen=LOW)
    yield Scene("acts-told-ticked", _open(_with_papers, "-13"))


def _late(desk: Desk) -> None:
    """Call somebody who may be passed by now."""
    called(desk)
    desk.now = NOW + timedelta(minutes=2)
    desk.settle()


SCENES = tuple(_scenes())
"""Whoever brings a new page of the acts adds a line."""
