"""Which text messages are due to whom: said by how the visits stand, so that none is lost with an event.

Each message has an id that no other has, whoever asks and however often; who sends remembers ids.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from core.domain.hall import Hall
from core.domain.leg import Leg
from core.domain.sms import FIELDS, TRACK_SIGNS, MessageKind, SmsTexts, units
from core.domain.text import pick
from core.domain.ticket import LegState, Ticket

OPEN = (LegState.WAITING, LegState.CALLED, LegState.SERVING, LegState.PASSED, LegState.SUSPENDED)
"""States of a leg whose visitor may still be told something."""

_NUMBER_MOST = "9999"
_AHEAD_MOST = "999"


@dataclass(frozen=True, slots=True)
class Reachable:
    """A leg of a visitor whose phone number is kept.

    Attributes:
        ahead: How many wait in front, while it waits.
    """

    leg: Leg
    ticket: Ticket
    ahead: int = 0


@dataclass(frozen=True, slots=True)
class Due:
    """A message that is due.

    Attributes:
        id: No other message has it; it tells nothing of a person.
        at: When it became true, UTC.
    """

    id: str
    kind: MessageKind
    at: datetime
    ticket: str
    leg: str
    number: str
    queue: str
    window: int | None = None
    ahead: int = 0


def due(found: Iterable[Reachable], texts: SmsTexts, now: datetime) -> list[Due]:
    """Return the messages that are due by how the legs stand, those that are switched off left out."""
    each = [message for one in found for message in _of(one, texts, now)]
    return [message for message in each if texts.of(message.kind).on]


def _of(one: Reachable, texts: SmsTexts, now: datetime) -> Iterator[Due]:
    leg, ticket = one.leg, one.ticket
    if leg.state is LegState.WAITING:
        if leg.place == 1 and leg.since == ticket.taken_at:
            yield _due(one, MessageKind.TAKEN, ticket.id, ticket.taken_at)
        # Who is next is called any moment; and a visitor who waits anew is told anew.
        if not leg.held and 1 <= one.ahead <= texts.ahead:
            yield _due(one, MessageKind.SOON, f"{leg.id}/{leg.entered}", now)
    elif leg.state is LegState.CALLED and leg.called_at is not None:
        again = texts.recalls and leg.call_at is not None
        at = leg.call_at if again and leg.call_at is not None else leg.called_at
        yield _due(one, MessageKind.NOW, f"{leg.id}/{_short(leg.called_at)}/{leg.calls if again else 1}", at)
    elif leg.state is LegState.PASSED and leg.ended_at is not None:
        yield _due(one, MessageKind.PASSED, f"{leg.id}/{_short(leg.ended_at)}", leg.ended_at)
    elif leg.state is LegState.DONE and leg.ended_at is not None:
        yield _due(one, MessageKind.RATING, leg.id, leg.ended_at)


def _due(one: Reachable, kind: MessageKind, of: str, at: datetime) -> Due:
    leg = one.leg
    return Due(
        f"{of}/{kind.value}", kind, at, leg.ticket, leg.id, leg.number, leg.queue, leg.window, one.ahead
    )


def _short(at: datetime) -> str:
    return f"{at:%H%M%S}"


def values(hall: Hall, message: Due, language: str, track: str) -> Mapping[str, str]:
    """Return what is put into the words of a message.

    Args:
        track: Token of the visitor's own page.
    """
    queue = next((each for each in hall.queues if each.id == message.queue), None)
    window = hall.find_window(message.window)
    return {
        "number": message.number,
        "window": str(message.window or ""),
        "queue": pick(queue.name, language, "zh") if queue else "",
        "zone": next(
            (pick(z.name, language, "zh") for z in hall.zones if window and z.id == window.zone), ""
        ),
        "ahead": str(message.ahead),
        "hall": pick(hall.name, language, "zh"),
        "link": f"{hall.sms.page}{track}" if hall.sms.page else "",
    }


def text_of(hall: Hall, message: Due, wanted: str, track: str) -> str:
    """Return a message as it is sent to somebody who reads ``wanted``."""
    language = hall.sms.language(wanted, hall.languages)
    return hall.sms.template(message.kind, language).format(**values(hall, message, language, track))


def longest_values(hall: Hall, kind: MessageKind, language: str) -> Mapping[str, str]:
    """Return the longest value that each field of a kind's words can have in this hall."""
    ahead = str(hall.sms.ahead) if kind is MessageKind.SOON else _AHEAD_MOST
    known = {
        "number": _longest(f"{queue.prefix}{_NUMBER_MOST}" for queue in hall.queues),
        "window": _longest(str(window.number) for window in hall.windows),
        "queue": _longest(pick(queue.name, language, "zh") for queue in hall.queues),
        "zone": _longest(pick(zone.name, language, "zh") for zone in hall.zones),
        "ahead": ahead,
        "hall": pick(hall.name, language, "zh"),
        "link": f"{hall.sms.page}{'x' * TRACK_SIGNS}",
    }
    return {name: known[name] for name in FIELDS[kind] if name != "link" or hall.sms.page}


def _longest(texts: Iterable[str]) -> str:
    return max(texts, key=units, default="")
