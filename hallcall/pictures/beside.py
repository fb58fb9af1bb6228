"""Scenes of the clerk: the column beside the panel (F11), each of its pages."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from PySide6.QtCore import Qt

from caller.sight.devices import DeviceRow, Kind, Well
from core.client.reply import Answer, Unreachable
from core.domain.clock import to_text
from hallcall.pictures.clerk import serving
from hallcall.pictures.desk import Desk, Play, Scene
from hallcall.pictures.usual import NOW

_EACH = 7
"""So many wait in each queue."""


def _leg(desk: Desk, place: int, queue: str) -> dict[str, Any]:
    hall = desk.hall
    items = [each.id for each in hall.items if each.queue == queue]
    number = f"{hall.queue(queue).prefix}{place * 13 % 990 + 8:03d}"
    return {
        "id": number,
        "leg": f"{number}.1",
        "number": number,
        "queue": queue,
        "class": hall.classes[0 if place % 4 else place % 5].id,
        "state": "waiting",
        "since": to_text(NOW - timedelta(minutes=3 * (30 - place))),
        "first": place == 0,
        "pin": None,
        "ready_at": to_text(NOW + timedelta(minutes=12)) if place % 6 == 5 else None,
        "step": 1 + place % 3 // 2,
        "steps": 3 if place % 3 == 2 else 1,
        "item": items[place % len(items)] if items and place % 5 else None,
        "matter": None,
        "booking": "b" if place % 4 == 3 else None,
    }


def _line(desk: Desk) -> None:
    for at, queue in enumerate(desk.hall.queues_at(desk.window)):
        legs = [_leg(desk, at + 2 * place, queue) for place in range(_EACH)]
        desk.answer(f"/api/tickets?queue={queue}&state=waiting", Answer({"tickets": legs}))
    desk.answer(f"/api/tickets?window={desk.window}&state=waiting", Answer({"tickets": []}))


def _no_line(desk: Desk) -> None:
    for queue in desk.hall.queues_at(desk.window):
        desk.answer(f"/api/tickets?queue={queue}&state=waiting", Unreachable(""))


def _day(desk: Desk) -> None:
    queue = desk.queue.id
    items: Sequence[str | None] = [each.id for each in desk.hall.items if each.queue == queue][:4] or [None]
    finished = [12 - 3 * at for at in range(len(items))]
    rows = [
        {"item": item, "queue": queue, "finished": count, "serving": {"mean_s": 260 + 30 * count}}
        for item, count in zip(items, finished, strict=True)
    ]
    told = {"finished": sum(finished), "serving": {"mean_s": 318}, "items": rows}
    desk.answer("/api/reports/mine", Answer(told))
    days = "from=2026-11-23&to=2026-11-29"
    desk.answer(f"/api/ratings/mine?{days}", Answer({"total": {"rated": 41, "percent": 97.6}}))


def _devices(desk: Desk) -> None:
    desk.console.sight.watch(
        lambda: (
            DeviceRow(Kind.PRINTER, "desk", Well.READY),
            DeviceRow(Kind.KEYPAD, "pad", Well.DEGRADED),
            DeviceRow(Kind.RATER, "rater", Well.GONE),
        )
    )


def _look(key: Qt.Key, tell: Play) -> Play:
    """Look at a page while somebody is served."""

    def play(desk: Desk) -> None:
        serving(desk)
        tell(desk)
        desk.press(Qt.Key.Key_F11)
        desk.press(key, Qt.KeyboardModifier.ControlModifier)
        desk.hurry()

    return play


SCENES = (
    Scene("beside-line", _look(Qt.Key.Key_1, _line)),
    Scene("beside-line-failed", _look(Qt.Key.Key_1, _no_line)),
    Scene("beside-windows", _look(Qt.Key.Key_2, lambda _: None)),
    Scene("beside-day", _look(Qt.Key.Key_3, _day)),
    Scene("beside-devices", _look(Qt.Key.Key_4, _devices)),
)
