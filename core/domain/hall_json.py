"""A hall as plain JSON values and back: what the database keeps and ``GET /api/hall`` answers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time
from typing import Any

from core.domain.hall import (
    Department,
    Hall,
    Hours,
    Item,
    Queue,
    Reason,
    VisitorClass,
    Voice,
    Window,
    Zone,
)

Json = Mapping[str, Any]


def hall_to_json(hall: Hall) -> dict[str, Any]:
    """Return the hall as JSON-ready values; :func:`hall_from_json` reads it back equal."""
    return {
        "id": hall.id,
        "name": dict(hall.name),
        "languages": list(hall.languages),
        "time_zone": hall.time_zone,
        "day_starts": _clock(hall.day_starts),
        "phone": hall.phone,
        "notice": dict(hall.notice),
        "passed_rule": dict(hall.passed_rule),
        "zones": [{"id": z.id, "name": dict(z.name), "floor": z.floor} for z in hall.zones],
        "departments": [{"id": d.id, "name": dict(d.name), "level": d.level} for d in hall.departments],
        "queues": [_queue_to_json(queue) for queue in hall.queues],
        "items": [_item_to_json(item) for item in hall.items],
        "windows": [_window_to_json(window) for window in hall.windows],
        "classes": [_class_to_json(each) for each in hall.classes],
        "reasons": [{"id": r.id, "name": dict(r.name), "act": r.act} for r in hall.reasons],
        "hours": [_hours_to_json(hours) for hours in hall.hours],
        "voice": {
            "languages": list(hall.voice.languages),
            "call": dict(hall.voice.call),
            "chime": hall.voice.chime,
        },
    }


def hall_from_json(json: Json) -> Hall:
    """Return the hall that :func:`hall_to_json` wrote."""
    return Hall(
        id=json["id"],
        name=json["name"],
        languages=tuple(json["languages"]),
        time_zone=json["time_zone"],
        day_starts=time.fromisoformat(json["day_starts"]),
        phone=json["phone"],
        notice=json["notice"],
        passed_rule=json["passed_rule"],
        zones=tuple(Zone(z["id"], z["name"], z["floor"]) for z in json["zones"]),
        departments=tuple(Department(d["id"], d["name"], d["level"]) for d in json["departments"]),
        queues=tuple(_queue_from_json(queue) for queue in json["queues"]),
        items=tuple(_item_from_json(item) for item in json["items"]),
        windows=tuple(_window_from_json(window) for window in json["windows"]),
        classes=tuple(_class_from_json(each) for each in json["classes"]),
        reasons=tuple(Reason(r["id"], r["name"], r["act"]) for r in json["reasons"]),
        hours=tuple(_hours_from_json(hours) for hours in json["hours"]),
        voice=Voice(
            languages=tuple(json["voice"]["languages"]),
            call=json["voice"]["call"],
            chime=json["voice"]["chime"],
        ),
    )


def _clock(at: time) -> str:
    return at.strftime("%H:%M")


def _queue_to_json(queue: Queue) -> dict[str, Any]:
    return {
        "id": queue.id,
        "name": dict(queue.name),
        "prefix": queue.prefix,
        "zone": queue.zone,
        "departments": list(queue.departments),
    }


def _queue_from_json(json: Json) -> Queue:
    return Queue(json["id"], json["name"], json["prefix"], json["zone"], tuple(json["departments"]))


def _item_to_json(item: Item) -> dict[str, Any]:
    return {
        "id": item.id,
        "name": dict(item.name),
        "queue": item.queue,
        "department": item.department,
        "pinyin": item.pinyin,
        "initials": item.initials,
        "frequent": item.frequent,
    }


def _item_from_json(json: Json) -> Item:
    return Item(
        id=json["id"],
        name=json["name"],
        queue=json["queue"],
        department=json["department"],
        pinyin=json["pinyin"],
        initials=json["initials"],
        frequent=json["frequent"],
    )


def _window_to_json(window: Window) -> dict[str, Any]:
    return {
        "number": window.number,
        "zone": window.zone,
        "queues": list(window.queues),
        "tiers": [list(tier) for tier in window.tiers],
    }


def _window_from_json(json: Json) -> Window:
    return Window(json["number"], json["zone"], tuple(tuple(tier) for tier in json["tiers"]))


def _class_to_json(each: VisitorClass) -> dict[str, Any]:
    return {
        "id": each.id,
        "name": dict(each.name),
        "weight": each.weight,
        "head_start_min": each.head_start_min,
    }


def _class_from_json(json: Json) -> VisitorClass:
    return VisitorClass(json["id"], json["name"], json["weight"], json["head_start_min"])


def _hours_to_json(hours: Hours) -> dict[str, Any]:
    return {"days": list(hours.days), "opens": _clock(hours.opens), "closes": _clock(hours.closes)}


def _hours_from_json(json: Json) -> Hours:
    return Hours(tuple(json["days"]), time.fromisoformat(json["opens"]), time.fromisoformat(json["closes"]))
