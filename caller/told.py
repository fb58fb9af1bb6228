"""What somebody else did to the window, as the clerk is told; pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from caller.derive import Note, NoteKind
from caller.moves import Move
from core.domain.event import Event, EventKind

NEVER_AGAIN = ("auth.required", "auth.denied")
"""Refusals that say the sign-in is over, when they come to a console that was let in before."""


def told_of(event: Event, *, window: int, clerk: str) -> Note | None:
    """Return what is said of an event that was not this clerk's doing at this window, or nothing.

    Args:
        clerk: Who is signed in here; of a supervisor, who has no window of one's own, nothing is said.
    """
    data = event.data
    if not clerk:
        return None
    if event.kind is EventKind.HALL_CHANGED:
        changed = data.get("window") == window
        return Note(NoteKind.QUEUES_CHANGED) if changed else None
    if event.window != window:
        return None
    if "signed_out" in data:
        return relieved(window, data.get("sent_to"))
    if event.kind is EventKind.WINDOW_CLOSED and data.get("by") == f"clerk:{clerk}":
        at = data.get("sent_to")
        return Note(NoteKind.ELSEWHERE, params={"to": at}) if at else None
    kind = _BY_A_SUPERVISOR.get(event.kind)
    directs = str(data.get("by", "")).partition(":")[0] in ("supervisor", "admin")
    return Note(kind, params={"window": window}) if kind is not None and directs else None


def relieved(window: int, to: int | None, move: Move | None = None) -> Note:
    """Return what a clerk is told who was signed out.

    Args:
        to: The window to go to, if one was said.
        move: What was pressed and not done any more.
    """
    kind = NoteKind.SENT_TO if to else NoteKind.RELIEVED
    return Note(kind, params={"window": window, "to": to}, move=move)


def refused(key: str, params: Mapping[str, Any], window: int, move: Move | None = None) -> Note:
    """Return what is said of a refusal; of one that ends the sign-in also why.

    Args:
        move: What was refused, where that is not plain.
    """
    why = params.get("why") if key in NEVER_AGAIN else None
    if why == "relieved":
        return relieved(window, params.get("to"), move)
    if why == "role_changed":
        return Note(NoteKind.ROLE_CHANGED, key=key, move=move)
    return Note(NoteKind.REFUSED, key=key, params=params)


_BY_A_SUPERVISOR = {
    EventKind.WINDOW_CLOSED: NoteKind.CLOSED_BY,
    EventKind.WINDOW_PAUSED: NoteKind.PAUSED_BY,
}
