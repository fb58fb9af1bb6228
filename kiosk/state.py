"""What the kiosk has heard and been told: the frozen inputs of everything it shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from core.domain.hall import Hall


class Page(StrEnum):
    """Where the visitor is; the values are the words QML reads."""

    HOME = "home"
    ZONE = "zone"
    MATTERS = "matters"
    RESULT = "result"


class Printing(StrEnum):
    """How the slip is getting on."""

    UNDER_WAY = "underWay"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Taken:
    """A ticket that the core has given; it is valid whether or not its slip prints.

    Attributes:
        item: The item it was taken for, if the visitor chose one.
        at: When it was taken, UTC.
        language: What the visitor reads.
    """

    id: str
    number: str
    queue: str
    ahead: int
    at: datetime
    language: str
    item: str | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """The core said no.

    Attributes:
        key: Message key (:mod:`core.qt.messages`).
    """

    key: str
    params: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Inputs:
    """One field per thing heard or done.

    Attributes:
        waiting: Queue id to how many wait in it.
        live: The core is heard.
        zone: The zone that was chosen, on the page ``ZONE``.
        sheet: Which sheet of a long list is open, from 0.
        busy: A ticket is being taken; taps do nothing.
        left_s: Whole seconds until the page goes away, ``None`` while that is not said.
        now: The hall's own time, to the minute.
    """

    hall: Hall | None = None
    waiting: Mapping[str, int] = field(default_factory=dict)
    live: bool = False
    language: str = "zh"
    page: Page = Page.HOME
    zone: str = ""
    sheet: int = 0
    busy: bool = False
    taken: Taken | None = None
    printing: Printing = Printing.UNDER_WAY
    refusal: Refusal | None = None
    left_s: int | None = None
    now: datetime | None = None
