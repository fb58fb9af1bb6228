"""What a hall is: its zones, departments, queues, items, windows, classes, hours and words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time
from functools import cached_property
from zoneinfo import ZoneInfo

from core.domain.errors import (
    ClassUnknown,
    ItemUnknown,
    LanguageUnknown,
    QueueUnknown,
    ReasonUnknown,
    WindowUnknown,
)
from core.domain.text import Text

Tiers = tuple[tuple[str, ...], ...]
"""Queue ids in tiers: the tiers in strict order, the queues inside one tier equal."""


@dataclass(frozen=True, slots=True)
class Zone:
    """A part of the hall with its own screens, loudspeaker, queues and windows."""

    id: str
    name: Text
    floor: int | None = None


@dataclass(frozen=True, slots=True)
class Department:
    """Who a matter belongs to.

    Attributes:
        level: ``"city"``, ``"district"`` or ``"public"`` (a public service body).
    """

    id: str
    name: Text
    level: str


@dataclass(frozen=True, slots=True)
class Queue:
    """Where people wait.

    Attributes:
        prefix: One or two letters in front of every number of this queue.
        departments: Ids of the departments whose matters are handled here.
    """

    id: str
    name: Text
    prefix: str
    zone: str
    departments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of the catalogue people search.

    Attributes:
        pinyin: The Chinese name in toneless pinyin, syllables joined (``"shebaokabanli"``).
        initials: First letters of the syllables (``"sbkbl"``).
        frequent: Shown first on the kiosk (高频事项).
    """

    id: str
    name: Text
    queue: str
    department: str
    pinyin: str = ""
    initials: str = ""
    frequent: bool = False


@dataclass(frozen=True, slots=True)
class Window:
    """A counter.

    Attributes:
        number: What the visitor reads above it, 1 and up, unique in the hall.
        tiers: Its profile: which queues it serves, in which order.
    """

    number: int
    zone: str
    tiers: Tiers

    @property
    def queues(self) -> tuple[str, ...]:
        """Ids of every queue it serves, first tier first."""
        return tuple(queue for tier in self.tiers for queue in tier)


@dataclass(frozen=True, slots=True)
class VisitorClass:
    """A class of visitors, e.g. ordinary, elderly.

    Attributes:
        weight: A minute waited counts so much (1 for ordinary people).
        head_start_min: Minutes a visitor of this class is treated as having waited already.
    """

    id: str
    name: Text
    weight: float = 1.0
    head_start_min: float = 0.0


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason a clerk picks.

    Attributes:
        act: What it is a reason for: ``"pause"``, ``"pass"`` or ``"cancel"``.
    """

    id: str
    name: Text
    act: str


@dataclass(frozen=True, slots=True)
class Hours:
    """Opening hours of some days of the week, in the hall's own time.

    Attributes:
        days: ISO weekdays, Monday = 1.
    """

    days: tuple[int, ...]
    opens: time
    closes: time


@dataclass(frozen=True, slots=True)
class Voice:
    """What the loudspeakers say.

    Attributes:
        languages: In which order a call is spoken.
        call: The sentence of a call in each language, with ``{number}`` and ``{window}``.
        chime: A gong before each call.
    """

    languages: tuple[str, ...]
    call: Text
    chime: bool = True


@dataclass(frozen=True)
class Hall:
    """One site on one LAN, as its hall file describes it.

    Attributes:
        languages: In which languages the screens and slips speak, first one first.
        day_starts: When a business day begins, the hall's own time.
        classes: The first one is the ordinary visitor's.
        notice: The line that the screens show below.
        passed_rule: What a visitor whose number was passed can do, printed on the slip.
    """

    id: str
    name: Text
    languages: tuple[str, ...]
    time_zone: str
    zones: tuple[Zone, ...]
    departments: tuple[Department, ...]
    queues: tuple[Queue, ...]
    items: tuple[Item, ...]
    windows: tuple[Window, ...]
    classes: tuple[VisitorClass, ...]
    reasons: tuple[Reason, ...]
    hours: tuple[Hours, ...]
    voice: Voice
    day_starts: time = time(4, 0)
    phone: str = ""
    notice: Text = field(default_factory=dict)
    passed_rule: Text = field(default_factory=dict)

    @cached_property
    def zone_info(self) -> ZoneInfo:
        """The hall's time zone."""
        return ZoneInfo(self.time_zone)

    @cached_property
    def _queues(self) -> Mapping[str, Queue]:
        return {queue.id: queue for queue in self.queues}

    @cached_property
    def _windows(self) -> Mapping[int, Window]:
        return {window.number: window for window in self.windows}

    @cached_property
    def _items(self) -> Mapping[str, Item]:
        return {item.id: item for item in self.items}

    @cached_property
    def _classes(self) -> Mapping[str, VisitorClass]:
        return {each.id: each for each in self.classes}

    def queue(self, queue: str | None) -> Queue:
        """Return the queue of that id, or raise :class:`QueueUnknown`."""
        if queue is None or queue not in self._queues:
            raise QueueUnknown(queue=queue)
        return self._queues[queue]

    def window(self, number: int) -> Window:
        """Return the window of that number, or raise :class:`WindowUnknown`."""
        if number not in self._windows:
            raise WindowUnknown(window=number)
        return self._windows[number]

    def item(self, item: str) -> Item:
        """Return the item of that id, or raise :class:`ItemUnknown`."""
        if item not in self._items:
            raise ItemUnknown(item=item)
        return self._items[item]

    def visitor_class(self, visitor_class: str | None) -> VisitorClass:
        """Return the class of that id (``None``: the ordinary one), or raise :class:`ClassUnknown`."""
        if visitor_class is None:
            return self.classes[0]
        if visitor_class not in self._classes:
            raise ClassUnknown(visitor_class=visitor_class)
        return self._classes[visitor_class]

    def language(self, language: str | None) -> str:
        """Return the language if the hall speaks it (``None``: its first), or raise ``LanguageUnknown``."""
        if language is None:
            return self.languages[0]
        if language not in self.languages:
            raise LanguageUnknown(language=language)
        return language

    def reason(self, act: str, reason: str) -> Reason:
        """Return the reason of that id for that act, or raise :class:`ReasonUnknown`."""
        for each in self.reasons:
            if each.act == act and each.id == reason:
                return each
        raise ReasonUnknown(act=act, reason=reason)

    def zone_of(self, queue: str) -> str | None:
        """Return the zone of a queue, ``None`` if the hall no longer has that queue."""
        found = self._queues.get(queue)
        return found.zone if found else None

    def windows_of(self, queue: str) -> tuple[Window, ...]:
        """Return the windows that serve a queue, by number."""
        return tuple(window for window in self.windows if queue in window.queues)
