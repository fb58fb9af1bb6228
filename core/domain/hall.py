"""What a hall is: its zones, departments, queues, items, windows, classes, hours, rules and words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum
from functools import cached_property
from typing import TypeGuard
from zoneinfo import ZoneInfo

from core.domain.booking import BookingRules, Slots
from core.domain.calendar import Calendar, Holiday, Hours, Schedule, Workday
from core.domain.console import ConsoleAct, ConsoleRules, shown_acts
from core.domain.errors import (
    ClassUnknown,
    ItemUnknown,
    LanguageUnknown,
    MatterUnknown,
    QueueUnknown,
    ReasonUnknown,
    WindowUnknown,
)
from core.domain.kiosk import Kiosk, KioskRules
from core.domain.layout import Layout
from core.domain.limits import Limit
from core.domain.notice import Notice, notices_on
from core.domain.rules import USUAL, Rules
from core.domain.screen import Screen
from core.domain.slip_layout import SlipLayout
from core.domain.sms import SmsTexts
from core.domain.text import Text
from core.domain.voice import Voice as Voice  # part of a hall, and named with it


@dataclass(frozen=True, slots=True)
class Tier:
    """Queues of a window's profile that are equal to each other.

    Attributes:
        when_wait_over_min: The window helps each of these queues only once its first one has waited longer.
    """

    queues: tuple[str, ...]
    when_wait_over_min: float | None = None


Tiers = tuple[Tier, ...]
"""A window's profile: its tiers in strict order."""


class Proof(StrEnum):
    """How a visitor comes to a class; the values are the words of the hall file."""

    CHOICE = "choice"
    AGE = "age"
    GUIDE = "guide"


@dataclass(frozen=True, slots=True)
class Zone:
    """A part of the hall with its own screens, loudspeaker, queues and windows.

    Attributes:
        calendar: Id of a calendar, ``""`` for the hall's own hours.
        masked_names: Who is called here may have the name's beginning (``张*``) beside the number.
    """

    id: str
    name: Text
    floor: int | None = None
    calendar: str = ""
    masked_names: bool = False


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
        calendar: Id of a calendar, ``""`` for the hours of its zone.
        rules: Where it is run otherwise than the hall, all its rules.
    """

    id: str
    name: Text
    prefix: str
    zone: str
    departments: tuple[str, ...] = ()
    calendar: str = ""
    rules: Rules | None = None


@dataclass(frozen=True, slots=True)
class Material:
    """A paper that an item asks for (一次告知).

    Attributes:
        form: Original, copy, electronic ...: in the hall's words.
        issuer: Who gives it out.
        how: How to get it.
    """

    id: str
    name: Text
    form: Text = field(default_factory=dict)
    copies: int = 1
    issuer: Text = field(default_factory=dict)
    how: Text = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of the catalogue people search.

    Attributes:
        pinyin: The Chinese name in toneless pinyin, syllables joined (``"shebaokabanli"``).
        initials: First letters of the syllables (``"sbkbl"``).
        frequent: Shown first on the kiosk (高频事项).
        materials: What to bring.
        promised: Within which time the department promises to be done.
        legal: Within which time the law asks it to be done.
        fee: What it costs, in words.
        also: Ids of other queues that handle it too.
    """

    id: str
    name: Text
    queue: str
    department: str
    pinyin: str = ""
    initials: str = ""
    frequent: bool = False
    materials: tuple[Material, ...] = ()
    promised: Limit | None = None
    legal: Limit | None = None
    fee: Text = field(default_factory=dict)
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of a matter.

    Attributes:
        queues: Where the visitor waits; in several at once, where departments work in parallel (并联审批).
        back: After it the visitor returns to the window of the stage before (a shared pay step).
    """

    queues: tuple[str, ...]
    back: bool = False


@dataclass(frozen=True, slots=True)
class Matter:
    """Several items done in one visit with one number (一件事一次办).

    Attributes:
        lead: Id of the department that answers for the whole.
    """

    id: str
    name: Text
    stages: tuple[Stage, ...]
    lead: str = ""
    frequent: bool = False


@dataclass(frozen=True, slots=True)
class Window:
    """A counter.

    Attributes:
        number: What the visitor reads above it, 1 and up, unique in the hall.
        tiers: Its profile: which queues it serves, in which order.
        calendar: Id of a calendar, ``""`` for a window that may call whenever people wait.
        acts: What has a button on its console; ``None``: as the hall says for all.
    """

    number: int
    zone: str
    tiers: Tiers
    calendar: str = ""
    acts: tuple[ConsoleAct, ...] | None = None

    @property
    def queues(self) -> tuple[str, ...]:
        """Ids of every queue it serves, first tier first."""
        return tuple(queue for tier in self.tiers for queue in tier.queues)


@dataclass(frozen=True, slots=True)
class VisitorClass:
    """A class of visitors, e.g. ordinary, elderly.

    Attributes:
        weight: A minute waited counts so much (1 for ordinary people).
        head_start_min: Minutes a visitor of this class is treated as having waited already.
        proof: Who may give it: everyone to themselves, the age on the card, or the staff only.
        age_from: With ``Proof.AGE``: years of age from which it is given by the card alone.
    """

    id: str
    name: Text
    weight: float = 1.0
    head_start_min: float = 0.0
    proof: Proof = Proof.CHOICE
    age_from: int = 0


REASON_ACTS = ("pause", "pass", "cancel", "call", "transfer", "suspend", "finish", "class")
"""What reasons are given for; those of ``finish`` are the outcomes of a visit."""


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason a clerk picks.

    Attributes:
        act: What it is a reason for, one of ``REASON_ACTS``.
    """

    id: str
    name: Text
    act: str


@dataclass(frozen=True)
class Hall:
    """One site on one LAN, as its hall file describes it.

    Attributes:
        languages: In which languages the screens and slips speak, first one first.
        day_starts: When a business day begins, the hall's own time.
        classes: The first one is the ordinary visitor's.
        notice: The line that the screens show below.
        passed_rule: What a visitor whose number was passed can do, printed on the slip.
        rules: How queues are run that say nothing else.
        hours: When the hall is open; zones and queues may name a calendar of their own.
        keeps_hours: Tickets are issued in the opening hours only; else at any time (training, trials).
        rating_days: So long after a visit it can be rated and its phone number is kept.
        rating_answer_s: So long a rating pad asks; without a touch in that time it asks no more.
        rating_text_days: So long what a visitor wrote in a rating is kept, so that it can be answered.
        slip: How its slips look; ``None``: as usual.
        sms: The text messages to visitors' phones.
        notices: What is told for some days, by boards and resting kiosks.
        kiosk_rules: How its kiosks are run that say nothing else.
        kiosks: The machines that are run otherwise.
        screens: The public screens that have a name.
        layouts: The boards' layouts of the hall's own.
        caller: How its clerks' consoles are.
        result_days: So long a result that nobody collects stays on the screens, business days after its own.
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
    matters: tuple[Matter, ...] = ()
    calendars: tuple[Calendar, ...] = ()
    holidays: tuple[Holiday, ...] = ()
    workdays: tuple[Workday, ...] = ()
    keeps_hours: bool = True
    rules: Rules = USUAL
    bookings: BookingRules = field(default_factory=BookingRules)
    slots: tuple[Slots, ...] = ()
    rating_days: int = 7
    rating_text_days: int = 30
    rating_answer_s: int = 60
    complaint_phone: str = ""
    slip: SlipLayout | None = None
    sms: SmsTexts = field(default_factory=SmsTexts)
    notices: tuple[Notice, ...] = ()
    kiosk_rules: KioskRules = field(default_factory=KioskRules)
    kiosks: tuple[Kiosk, ...] = ()
    screens: tuple[Screen, ...] = ()
    layouts: tuple[Layout, ...] = ()
    caller: ConsoleRules = field(default_factory=ConsoleRules)
    result_days: int = 30

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
    def _windows_of(self) -> Mapping[str, tuple[Window, ...]]:
        found: dict[str, list[Window]] = {}
        for window in self.windows:
            for queue in dict.fromkeys(window.queues):
                found.setdefault(queue, []).append(window)
        return {queue: tuple(windows) for queue, windows in found.items()}

    @cached_property
    def _items(self) -> Mapping[str, Item]:
        return {item.id: item for item in self.items}

    @cached_property
    def classes_by_id(self) -> Mapping[str, VisitorClass]:
        """The classes by their ids."""
        return {each.id: each for each in self.classes}

    @cached_property
    def _matters(self) -> Mapping[str, Matter]:
        return {each.id: each for each in self.matters}

    @cached_property
    def _zones(self) -> Mapping[str, Zone]:
        return {each.id: each for each in self.zones}

    @cached_property
    def favoured(self) -> frozenset[str]:
        """Ids of the classes that a cap bounds: they go before ordinary people who came earlier."""
        plain = self.classes[0]
        return frozenset(
            each.id
            for each in self.classes
            if each.id != self.bookings.visitor_class
            and (each.weight > plain.weight or each.head_start_min > plain.head_start_min)
        )

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

    def find_window(self, number: int | None) -> Window | None:
        """Return the window of that number, ``None`` if the hall has none (any more)."""
        return self._windows.get(number) if number is not None else None

    def queues_at(self, window: int) -> tuple[str, ...]:
        """Return the queues that a window serves; of one that is not there none."""
        found = self.find_window(window)
        return found.queues if found is not None else ()

    def item(self, item: str) -> Item:
        """Return the item of that id, or raise :class:`ItemUnknown`."""
        if item not in self._items:
            raise ItemUnknown(item=item)
        return self._items[item]

    def has_item(self, item: str | None) -> TypeGuard[str]:
        """Whether the hall (still) has an item."""
        return item in self._items

    def matter(self, matter: str) -> Matter:
        """Return the matter of that id, or raise :class:`MatterUnknown`."""
        if matter not in self._matters:
            raise MatterUnknown(matter=matter)
        return self._matters[matter]

    def visitor_class(self, visitor_class: str | None) -> VisitorClass:
        """Return the class of that id (``None``: the ordinary one), or raise :class:`ClassUnknown`."""
        if visitor_class is None:
            return self.classes[0]
        if visitor_class not in self.classes_by_id:
            raise ClassUnknown(visitor_class=visitor_class)
        return self.classes_by_id[visitor_class]

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

    def shows_names(self, queue: str) -> bool:
        """Return whether who is called of a queue may have a masked name beside the number."""
        return self.zone_shows_names(self.zone_of(queue))

    def zone_shows_names(self, zone: str | None) -> bool:
        """Return whether that holds of a zone; of one that the hall no longer has it does not."""
        found = self._zones.get(zone or "")
        return found is not None and found.masked_names

    @property
    def names_somewhere(self) -> bool:
        """Whether it holds of any zone."""
        return any(zone.masked_names for zone in self.zones)

    def windows_of(self, queue: str) -> tuple[Window, ...]:
        """Return the windows that serve a queue, by number."""
        return self._windows_of.get(queue, ())

    def rules_of(self, queue: str) -> Rules:
        """Return how a queue is run; one that the hall no longer has is run by the hall's rules."""
        found = self._queues.get(queue)
        return (found.rules if found else None) or self.rules

    def schedule(self, calendar: str = "") -> Schedule:
        """Return the hours of a calendar, or the hall's own ones."""
        return self._schedules.get(calendar, self._schedules[""])

    @cached_property
    def _schedules(self) -> Mapping[str, Schedule]:
        hours = {"": self.hours, **{each.id: each.hours for each in self.calendars}}
        return {
            calendar: Schedule(open_at, self.holidays, self.workdays, self.zone_info)
            for calendar, open_at in hours.items()
        }

    def schedule_of(self, queue: str) -> Schedule:
        """Return when a queue's tickets are issued: by its calendar, its zone's, or the hall's hours."""
        return self.schedule(self.calendar_of(queue))

    def calendar_of(self, queue: str) -> str:
        """Return the id of a queue's calendar, its own or its zone's; ``""`` for the hall's own hours."""
        found = self.queue(queue)
        zone = self._zones.get(found.zone)
        return found.calendar or (zone.calendar if zone else "")

    @cached_property
    def _departments_of(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = {queue.id: set(queue.departments) for queue in self.queues}
        for item in self.items:
            for queue in (item.queue, *item.also):
                found.setdefault(queue, set()).add(item.department)
        return {queue: frozenset(departments) for queue, departments in found.items()}

    def departments_of(self, queue: str) -> frozenset[str]:
        """Return whose matters a queue handles: the departments it names and those of its items."""
        return self._departments_of.get(queue, frozenset())

    def console_acts(self, number: int) -> frozenset[ConsoleAct]:
        """Return what has a button on the console of a window; one that the hall has not is as all are."""
        found = self.find_window(number)
        return shown_acts(self.caller.acts if found is None or found.acts is None else found.acts)

    def kiosk(self, name: str) -> KioskRules:
        """Return how the kiosk of that name is run; one that the hall does not name is run as all are."""
        return next((each.rules for each in self.kiosks if each.name == name), self.kiosk_rules)

    def notices_on(self, day: date) -> tuple[Text, ...]:
        """Return what is told on a day of the hall: its notice, and those for some days."""
        return notices_on(day, self.notice, self.notices)
