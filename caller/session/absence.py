"""What happened at the window while the session was locked or the machine slept; pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, tzinfo

from caller.derive import ConsoleProps
from caller.words import STATUS, Words
from core.domain.window import WindowStatus
from core.qt.translate import QT_TRANSLATE_NOOP

MEANWHILE = QT_TRANSLATE_NOOP("caller", "PC locked or asleep {since}–{until}: {what}")
NOW_WAITING = QT_TRANSLATE_NOOP("caller", "waiting before {before}, now {after}")
NOW_WINDOW = QT_TRANSLATE_NOOP("caller", "window now: {status}")
NOW_HERE = QT_TRANSLATE_NOOP("caller", "now at the window: {number}")
NOT_HERE = QT_TRANSLATE_NOOP("caller", "{number} is no longer at the window")


@dataclass(frozen=True, slots=True)
class Seen:
    """What the console showed at one moment.

    Attributes:
        at: When, by the core's clock.
        number: Who was at the window, empty for nobody.
        waiting: How many waited for the window.
    """

    at: datetime
    status: WindowStatus
    number: str
    waiting: int


def seen(props: ConsoleProps, at: datetime) -> Seen:
    """Return what ``props`` show, ``at`` being now."""
    return Seen(at, props.status, props.visitor.number if props.visitor else "", props.total)


def meanwhile(before: Seen, after: Seen, words: Words, zone: tzinfo | None) -> str:
    """Return what has changed, in one line; empty where nothing has."""
    what = " · ".join(_changes(before, after, words))
    if not what:
        return ""
    since, until = (each.at.astimezone(zone).strftime("%H:%M") for each in (before, after))
    return words(MEANWHILE, since=since, until=until, what=what)


def _changes(before: Seen, after: Seen, words: Words) -> Iterator[str]:
    if before.status is not after.status:
        yield words(NOW_WINDOW, status=words(STATUS[after.status]))
    if before.number != after.number:
        here = (NOW_HERE, after.number) if after.number else (NOT_HERE, before.number)
        yield words(here[0], number=here[1])
    if before.waiting != after.waiting:
        yield words(NOW_WAITING, before=before.waiting, after=after.waiting)
