"""A core's own description, narrowed to the names that its hall knows, so that random requests get far."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from core.domain.people import Role
from tests.support.running_core import CoreHandle

CHOICES = {
    "TakeBody": ("queue", "item", "items", "matter", "booking"),
    "WalkInBody": ("queue", "item"),
    "TransferBody": ("queue", "window"),
    "SendOnBody": ("queue", "window"),
    "ReadyBody": ("ticket", "text"),
    "BookBody": ("queue", "item"),
    "WhoBody": ("code", "card"),
    "CheckInBody": ("code", "card"),
}
"""Bodies that name one thing out of several."""

Known = Mapping[str, Sequence[Any]]


def bring_about(core: CoreHandle, window: int) -> Known:
    """Bring tickets into every state and return the names that the hall knows, by what they are called."""
    hall = core.get("/api/hall").body
    queue = hall["windows"][0]["queues"][0]
    phones = ["138 0013 8000"] * 2 + [None] * 12
    taken = [core.post("/api/tickets", {"queue": queue, "phone": phone}).body for phone in phones]
    at = f"/api/windows/{window}"
    core.post(f"{at}/open", {"clerk": "0301"})
    for act, body in (
        ("finish", None),
        ("pass", None),
        ("suspend", {"kind": "no_papers"}),
        ("suspend", {"kind": "step", "wake_min": 600}),
        ("transfer", {"queue": hall["queues"][1]["id"]}),
        ("start", None),
    ):
        core.post(f"{at}/call-next")
        assert core.post(f"{at}/{act}", body).status == 200, act
    core.post(f"/api/tickets/{taken[-1]['id']}/cancel")
    return _names(hall) | {
        "ticket": [each["id"] for each in taken],
        "track": [each["track"] for each in taken],
        "number": [each["number"] for each in taken],
        "clerk": ["0301"],
        "pin": ["2468"],
        "phone": ["138 0013 8000", "0891 6325000"],
        "result": [_ready(core, at, text) for text in ("B-1", "B-2")],
        "text": ["B-2", "B-3", "A001"],
        **_block(core),
    }


def _ready(core: CoreHandle, at: str, text: str) -> str:
    """Put a result on the screens and return its id."""
    result: str = core.post(f"{at}/results", {"text": text}).body["result"]["id"]
    return result


def _block(core: CoreHandle) -> dict[str, list[Any]]:
    """Set numbers aside for a kiosk and return what it hands in."""
    block = core.post("/api/blocks", {"machine": "kiosk-1", "size": 3}, role=Role.KIOSK).body
    return {
        "machine": ["kiosk-1"],
        "aside": [each["number"] for each in block["blocks"][0]["numbers"]],
        "today": [block["date"]],
    }


def _names(hall: Any) -> dict[str, list[Any]]:
    ids = {
        name: [each["id"] for each in hall[name][:5]] for name in ("queues", "items", "matters", "classes")
    }
    reasons = [each["id"] for each in hall["reasons"]]
    return {
        "window": [each["number"] for each in hall["windows"][:3]],
        "queue": ids["queues"],
        "item": ids["items"],
        "items": [ids["items"][:1], ids["items"][:3]],
        "matter": ids["matters"],
        "class": ids["classes"],
        "reason": reasons,
        "outcome": reasons,
        "lang": hall["languages"],
        "skills": [ids["queues"], []],
        "tiers": ["; ".join(ids["queues"]), ", ".join(ids["queues"][:2]) + " @ 5"],
        "from": ["2026-11-23"],
        "to": ["2026-11-23", "2026-11-30"],
        "date": ["2026-11-23"],
    }


def knowing(schema: Any, known: Known) -> Any:
    """Return a description in which names are those that are known, and now and then one that is not."""
    if isinstance(schema, list):
        # Without the idempotency key: whatever is sent is done.
        return [knowing(each, known) for each in schema if not _is_header(each)]
    if not isinstance(schema, dict):
        return schema
    changed = {name: knowing(each, known) for name, each in schema.items()}
    if schema.get("in") in ("path", "query") and schema["name"] in known:
        changed["schema"] = {"enum": list(known[schema["name"]])}
    title = str(schema.get("title"))
    if title.endswith("Body") and "properties" in schema:
        for name in schema["properties"].keys() & known.keys():
            changed["properties"][name] = {"enum": list(known[name])}
        if title == "OfflineTicketBody":
            # What has been set aside is not what was taken.
            of_block = {"number": known["aside"], "date": known["today"]}
            changed["properties"] |= {name: {"enum": list(each)} for name, each in of_block.items()}
        return _chosen(changed, CHOICES.get(title, ()))
    return changed


def _is_header(schema: Any) -> bool:
    return isinstance(schema, dict) and schema.get("in") == "header"


def _chosen(body: dict[str, Any], choices: Sequence[str]) -> dict[str, Any]:
    """Return a body that names one of ``choices``, and exactly one."""
    if not choices:
        return body
    variants = []
    for choice in choices:
        properties = {
            name: each for name, each in body["properties"].items() if name == choice or name not in choices
        }
        required = [*body.get("required", ()), choice]
        variants.append(body | {"properties": properties, "required": required})
    return {"oneOf": variants}
