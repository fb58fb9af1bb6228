"""What a guide or a supervisor asks of the core, as requests; pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from core.domain.hall import Tier, Tiers


@dataclass(frozen=True, slots=True)
class Act:
    """One request.

    Attributes:
        name: What it is, e.g. ``"class"``; who asked knows by it whose answer came.
        verb: ``"POST"`` or ``"PUT"``.
    """

    name: str
    path: str
    body: Mapping[str, Any] = field(default_factory=dict)
    verb: str = "POST"


@dataclass(frozen=True, slots=True)
class Order:
    """A number that is issued for somebody.

    Attributes:
        item: Id of an item, or ``""``: then of the queue only.
        visitor_class: Id of a class, ``""`` for the ordinary one; who signed in vouches for it.
        prints: A printer was chosen, so its slip is looked for if it does not come.
    """

    queue: str = ""
    item: str = ""
    visitor_class: str = ""
    language: str = ""
    phone: str = ""
    assisted: bool = False
    prints: bool = False


def issue(order: Order) -> Act:
    """Return the request for a number."""
    body: dict[str, Any] = {"item": order.item} if order.item else {"queue": order.queue}
    given = {"class": order.visitor_class, "lang": order.language, "phone": order.phone.strip()}
    body |= {key: value for key, value in given.items() if value}
    body |= {key: True for key, wanted in (("assisted", order.assisted), ("slip", order.prints)) if wanted}
    return Act("issue", "/api/tickets", body)


def give_class(ticket: str, visitor_class: str) -> Act:
    """Return the request that gives a visitor another class."""
    return Act("class", f"/api/tickets/{ticket}/class", {"class": visitor_class})


def move(ticket: str, *, queue: str = "", window: int = 0, first: bool = False) -> Act:
    """Return the request that sends a visitor to a queue, to a window, or to a window for a queue."""
    body: dict[str, Any] = {"first": first}
    body |= {"queue": queue} if queue else {}
    body |= {"window": window} if window else {}
    return Act("move", f"/api/tickets/{ticket}/transfer", body)


def restore(ticket: str) -> Act:
    """Return the request that lets a passed or suspended visitor wait again."""
    return Act("restore", f"/api/tickets/{ticket}/restore")


def cancel(ticket: str, reason: str) -> Act:
    """Return the request that ends a visit."""
    return Act("cancel", f"/api/tickets/{ticket}/cancel", {"reason": reason} if reason else {})


def reprint(ticket: str, printer: str) -> Act:
    """Return the request that has a slip printed once more at a printer."""
    return Act("reprint", f"/api/tickets/{ticket}/reprint", {"printer": printer})


def open_window(window: int) -> Act:
    """Return the request that opens a window for whoever sits there."""
    return Act("open", f"/api/windows/{window}/open")


def pause_window(window: int, reason: str) -> Act:
    """Return the request that pauses a window."""
    return Act("pause", f"/api/windows/{window}/pause", {"reason": reason})


def close_window(window: int) -> Act:
    """Return the request that closes a window."""
    return Act("close", f"/api/windows/{window}/close")


def relieve(window: int, to: int = 0) -> Act:
    """Return the request that signs the clerk of a window out, or sends the clerk to another window."""
    return Act("relieve", f"/api/windows/{window}/relieve", {"to": to} if to else {})


def serve(window: int, tiers: Tiers) -> Act:
    """Return the request that gives a window another profile."""
    told = [{"queues": list(tier.queues), "when_wait_over_min": tier.when_wait_over_min} for tier in tiers]
    return Act("serve", f"/api/windows/{window}/profile", {"tiers": told}, "PUT")


def say(text: str, window: int | None = None) -> Act:
    """Return the request that says something to a window, or to all."""
    path = "/api/windows/message" if window is None else f"/api/windows/{window}/message"
    return Act("say", path, {"text": text.strip()})


def serving_first(tiers: Tiers, queue: str) -> Tiers:
    """Return a profile in which ``queue`` is equal to those that are served first."""
    rest = without(tiers, queue)
    if not rest or rest[0].when_wait_over_min is not None:
        return (Tier((queue,)), *rest)
    return (Tier((*rest[0].queues, queue)), *rest[1:])


def helping(tiers: Tiers, queue: str, over_min: float) -> Tiers:
    """Return a profile that helps ``queue``, last, once its first one has waited longer."""
    rest = without(tiers, queue)
    if rest and rest[-1].when_wait_over_min == over_min:
        return (*rest[:-1], Tier((*rest[-1].queues, queue), over_min))
    return (*rest, Tier((queue,), over_min))


def without(tiers: Tiers, queue: str) -> Tiers:
    """Return a profile that leaves ``queue`` out; tiers that become empty go."""
    left = (Tier(tuple(q for q in tier.queues if q != queue), tier.when_wait_over_min) for tier in tiers)
    return tuple(tier for tier in left if tier.queues)
