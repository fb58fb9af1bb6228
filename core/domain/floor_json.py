"""The floor as plain JSON values and back: the feed's snapshot, and ``GET /api/windows``."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from core.domain.clock import from_text, to_text
from core.domain.event import MASKED_NAME
from core.domain.floor import AtWindow, CallView, Floor, WindowView
from core.domain.ready_results import results_from_json
from core.domain.ticket import LegState
from core.domain.window import WindowStatus


def floor_to_json(floor: Floor) -> dict[str, Any]:
    """Return the floor as JSON-ready values; :func:`floor_from_json` reads it back equal."""
    return {
        "seq": floor.seq,
        "queues": [{"id": queue, "waiting": count} for queue, count in floor.waiting.items()],
        "windows": [_window_to_json(view) for view in floor.windows.values()],
        "calls": [_call_to_json(call) for call in floor.calls],
        **floor.results.to_json(),
    }


def floor_from_json(json: Mapping[str, Any]) -> Floor:
    """Return the floor that :func:`floor_to_json` wrote."""
    return Floor(
        seq=json["seq"],
        waiting={queue["id"]: queue["waiting"] for queue in json["queues"]},
        windows={window["number"]: _window_from_json(window) for window in json["windows"]},
        calls=deque(_call_from_json(call) for call in json["calls"]),
        results=results_from_json(json),
    )


def window_to_json(view: WindowView) -> dict[str, Any]:
    """Return a window's view as ``GET /api/windows`` shows it: without anything of a name."""
    return {
        "number": view.number,
        "zone": view.zone,
        "status": view.status.value,
        "clerk": view.clerk,
        "reason": view.reason,
        "since": _text(view.since),
        "ticket": _visitor_to_json(view.visitor) if view.visitor else None,
    }


def _window_to_json(view: WindowView) -> dict[str, Any]:
    """Return a window's view as the snapshot shows it, with the masked name if there is one."""
    json = window_to_json(view)
    if view.visitor is not None and view.visitor.masked_name:
        json["ticket"][MASKED_NAME] = view.visitor.masked_name
    return json


def _window_from_json(json: Mapping[str, Any]) -> WindowView:
    return WindowView(
        number=json["number"],
        zone=json["zone"],
        status=WindowStatus(json["status"]),
        clerk=json["clerk"],
        reason=json["reason"],
        since=_instant(json["since"]),
        visitor=_visitor_from_json(json["ticket"]) if json["ticket"] else None,
    )


def _visitor_to_json(visitor: AtWindow) -> dict[str, Any]:
    return {
        "id": visitor.ticket,
        "leg": visitor.leg,
        "number": visitor.number,
        "queue": visitor.queue,
        "class": visitor.visitor_class,
        "state": visitor.state.value,
        "calls": visitor.calls,
        "called_at": to_text(visitor.called_at),
        "started_at": _text(visitor.started_at),
        "step": visitor.step,
        "steps": visitor.steps,
    }


def _visitor_from_json(json: Mapping[str, Any]) -> AtWindow:
    return AtWindow(
        ticket=json["id"],
        leg=json["leg"],
        number=json["number"],
        queue=json["queue"],
        visitor_class=json["class"],
        state=LegState(json["state"]),
        calls=json["calls"],
        called_at=from_text(json["called_at"]),
        started_at=_instant(json["started_at"]),
        step=json.get("step", 1),
        steps=json.get("steps", 1),
        masked_name=json.get(MASKED_NAME, ""),
    )


def _call_to_json(call: CallView) -> dict[str, Any]:
    named = {MASKED_NAME: call.masked_name} if call.masked_name else {}
    return named | {
        "leg": call.leg,
        "number": call.number,
        "queue": call.queue,
        "zone": call.zone,
        "window": call.window,
        "calls": call.calls,
        "at": to_text(call.at),
        "seq": call.seq,
        "step": call.step,
        "steps": call.steps,
    }


def _call_from_json(json: Mapping[str, Any]) -> CallView:
    return CallView(**{**json, "at": from_text(json["at"])})


def _text(at: datetime | None) -> str | None:
    return to_text(at) if at else None


def _instant(text: str | None) -> datetime | None:
    return from_text(text) if text else None
