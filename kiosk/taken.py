"""Tickets as the core tells them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from core.domain.clock import from_text
from core.domain.wait import Wait
from kiosk.state import Taken


def read_taken(body: Mapping[str, Any], item: str | None, language: str) -> Taken:
    """Return the ticket of the core's answer to ``POST /api/tickets``."""
    return Taken(
        id=body["id"],
        number=body["number"],
        queue=body["queue"],
        ahead=body["ahead"],
        at=from_text(body["taken_at"]),
        language=language,
        item=item,
        matter=body["matter"],
        wait=read_wait(body["wait"]),
        steps=_steps(body["legs"]),
        step=body.get("step", 1),
        track=body.get("track", ""),
        visitor_class=body.get("class", ""),
        booked=body.get("booking") is not None,
        assisted=body.get("assisted", False),
    )


def read_ticket(body: Mapping[str, Any]) -> Taken:
    """Return the ticket of the core's answer to ``GET /api/tickets/{ticket}``, as it is now."""
    now = [leg for leg in body["legs"] if leg["step"] == body["step"]]
    item = now[0]["item"] if now and body["matter"] is None else None
    return read_taken(body, item, body["lang"])


def read_wait(wait: Mapping[str, Any] | None) -> Wait | None:
    """Return an estimate, ``None`` where the core has none."""
    return Wait(wait["p50_s"], wait["p90_s"]) if wait else None


def _steps(legs: Sequence[Mapping[str, Any]]) -> tuple[tuple[str, ...], ...]:
    """Return the queues of each step; legs in parallel share one."""
    steps = sorted({leg["step"] for leg in legs})
    return tuple(tuple(leg["queue"] for leg in legs if leg["step"] == step) for step in steps)
