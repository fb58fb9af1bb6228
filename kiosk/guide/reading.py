"""What the core answers a guide, read into frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from core.domain.clock import from_text
from core.domain.device import DeviceKind, DeviceState
from core.domain.slip import SlipState
from core.domain.ticket import LegState
from kiosk.guide.state import Found, Missing, PrinterNow, QueueNow, Step
from kiosk.taken import read_wait


def read_queues(body: Mapping[str, Any]) -> dict[str, QueueNow]:
    """Return the queues of ``GET /api/queues``."""
    return {
        each["id"]: QueueNow(each["longest_s"], read_wait(each["estimate"]), tuple(each["windows"]))
        for each in body["queues"]
    }


def read_found(body: Mapping[str, Any]) -> Found:
    """Return the ticket of ``GET /api/tickets/{ticket}``."""
    steps = tuple(
        Step(each["step"], each["queue"], LegState(each["state"]), each["window"]) for each in body["legs"]
    )
    now = [each for each in steps if each.step == body["step"] and each.queue == body["queue"]]
    return Found(
        id=body["id"],
        number=body["number"],
        state=LegState(body["state"]),
        queue=body["queue"],
        visitor_class=body["class"],
        at=from_text(body["taken_at"]),
        window=now[-1].window if now else None,
        ahead=body["ahead"],
        wait=read_wait(body["wait"]),
        slip=SlipState(body["slip"]) if body["slip"] else None,
        assisted=body["assisted"],
        steps=steps,
    )


def read_newest(body: Mapping[str, Any]) -> str | None:
    """Return the id of the newest of the tickets that ``GET /api/tickets`` found, ``None`` if it found none.

    One number may be of today and of an older visit that is still open.
    """
    legs = sorted(body["tickets"], key=lambda leg: leg["taken_at"])
    return legs[-1]["id"] if legs else None


def read_missing(body: Mapping[str, Any]) -> tuple[Missing, ...]:
    """Return the tickets of ``GET /api/tickets?slip=missing``, who came first before the others."""
    found = {
        leg["id"]: Missing(
            leg["id"], leg["number"], leg["queue"], SlipState(leg["slip"]), from_text(leg["taken_at"])
        )
        for leg in body["tickets"]
    }
    return tuple(sorted(found.values(), key=lambda each: each.at))


def read_printers(body: Mapping[str, Any], here: str) -> tuple[PrinterNow, ...]:
    """Return the printers of ``GET /api/devices``, that of this machine first.

    Args:
        here: Its name.
    """
    printers = [
        PrinterNow(each["name"], each["machine"], DeviceState(each["state"]), each["key"])
        for each in body["devices"]
        if each["kind"] == DeviceKind.PRINTER
    ]
    return tuple(sorted(printers, key=lambda each: (each.name != here, each.machine, each.name)))
