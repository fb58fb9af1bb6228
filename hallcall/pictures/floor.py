"""Scenes of guides and supervisors: the hall, numbers for others, tickets, missing slips."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from PySide6.QtCore import Qt

from caller.floor.table import FloorTable
from core.client.reply import Answer, Refused, Unreachable
from core.domain.hall import Hall
from hallcall.pictures.clerk import MESSAGE
from hallcall.pictures.desk import Desk, Play, Scene
from hallcall.pictures.usual import NOW, morning, queue_told

_SLIPS = ("failed", "unknown", "pending", "printed", "")
_STATES = ("waiting", "called", "serving", "passed", "suspended", "done")


def _hall(desk: Desk) -> None:
    printers = [
        {"name": "guide-desk", "kind": "printer", "state": "ready"},
        {"name": "kiosk-1", "kind": "printer", "state": "degraded"},
    ]
    desk.answer("/api/devices", Answer({"devices": printers}))
    desk.answer("/api/tickets?slip=missing", Answer({"tickets": [_ticket(desk.hall, n) for n in range(3)]}))
    desk.answer("/api/queues", Answer({"queues": [queue_told(desk.hall, each) for each in desk.hall.queues]}))
    desk.line.snapshot(morning(desk.hall))
    desk.hurry()


def _ticket(hall: Hall, place: int, **changed: Any) -> dict[str, Any]:
    queue = hall.queues[place * 5 % len(hall.queues)]
    number = f"{queue.prefix}{place * 37 + 998:03d}"
    state = _STATES[place % len(_STATES)]
    leg = {
        "id": number,
        "number": number,
        "state": state,
        "queue": queue.id,
        "slip": _SLIPS[place % len(_SLIPS)],
    }
    window = hall.windows_of(queue.id)[0].number if state in ("called", "serving") else None
    return {
        **leg,
        "class": hall.classes[place % len(hall.classes)].id,
        "window": window,
        "assisted": False,
        **changed,
    }


def _table(desk: Desk, name: str) -> FloorTable:
    found = desk.top.findChild(FloorTable, name)
    assert found is not None, name
    return found


def _then(*steps: Any) -> Play:
    def play(desk: Desk) -> None:
        _hall(desk)
        for step in steps:
            step(desk)
            desk.settle()

    return play


def _page(key: Qt.Key) -> Any:
    return lambda desk: desk.press(key)


def _zone(desk: Desk) -> None:
    fullest = max(desk.hall.zones, key=lambda zone: sum(each.zone == zone.id for each in desk.hall.windows))
    _table(desk, "zones").choose(fullest.id)


def _window(place: int) -> Any:
    def choose(desk: Desk) -> None:
        windows = _table(desk, "windows")
        windows.choose(windows.ids()[place])

    return choose


def _said(desk: Desk) -> None:
    desk.type("message-text", MESSAGE)


def _offline(desk: Desk) -> None:
    desk.line.go_dark(NOW - timedelta(minutes=4))


def _degraded(desk: Desk) -> None:
    desk.line.degrade()


def _search(text: str) -> Any:
    return lambda desk: desk.type("issue-search", text)


def _issued(reply: Any) -> Any:
    def issue(desk: Desk) -> None:
        desk.answer("/api/tickets", reply(desk) if callable(reply) else reply)
        places = _table(desk, "places")
        places.choose(places.ids()[0])
        desk.settle()
        desk.click("issue-now")

    return issue


def _taken(desk: Desk) -> Answer:
    return Answer({"id": "t", "number": f"{desk.hall.queues[0].prefix}1017", "ahead": 12})


def _find(*places: int) -> Any:
    def find(desk: Desk) -> None:
        desk.answer("/api/tickets?number=A017", Answer({"tickets": [_ticket(desk.hall, n) for n in places]}))
        desk.type("ticket-number", "A017")
        desk.click("ticket-find")

    return find


def _scenes() -> Iterator[Scene]:
    issue, find, slips = (_page(key) for key in (Qt.Key.Key_F2, Qt.Key.Key_F3, Qt.Key.Key_F4))
    refused = Refused("queue.closed", {"opens_at": "2026-12-01T01:00:00.000000Z"})
    plays = {
        "hall": _then(),
        "hall-zone": _then(_zone, _window(0)),
        "hall-paused": _then(_window(7), _said),
        "hall-offline": _then(_offline),
        "hall-degraded": _then(_degraded),
        "issue": _then(issue),
        "issue-searched": _then(issue, _search("登记")),
        "issue-done": _then(issue, _issued(_taken)),
        "issue-refused": _then(issue, _issued(refused)),
        "issue-unknown": _then(issue, _issued(Unreachable(""))),
        "find": _then(find),
        "find-found": _then(find, _find(3, 9, 15)),
        "find-nothing": _then(find, _find()),
        "slips": _then(slips),
    }
    for name, play in plays.items():
        yield Scene(f"guide-{name}", play, "guide")
    plays["hall-windows"] = _then(_zone, _window(0), _page(Qt.Key.Key_F1))
    for name in ("hall", "hall-zone", "hall-windows", "hall-paused", "hall-offline"):
        yield Scene(f"supervisor-{name}", plays[name], "supervisor")


SCENES = tuple(_scenes())
