"""What a hall says of its kiosks: what each one offers, asks and does, and in which mode it is when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum
from typing import TYPE_CHECKING

from core.domain.block import SIZE_USUAL
from core.domain.calendar import Hours, Schedule

if TYPE_CHECKING:
    from core.domain.hall import Hall, Item, Matter, Queue


class Mode(StrEnum):
    """What a kiosk is for now; the values are the words of the hall file."""

    TICKET = "ticket"
    """Numbers are taken, and everything else can be done too."""
    QUERY = "query"
    """One's place is asked for; nothing is taken."""
    BOOKING = "booking"
    """Bookings are made and checked; no numbers."""
    GUIDE = "guide"
    """A guide's tablet: for others, in every zone."""
    CLOSED = "closed"
    """Nothing but a page that says when the hall opens."""


class HomeList(StrEnum):
    """What the first page lists."""

    ZONES = "zones"
    DEPARTMENTS = "departments"
    FREQUENT = "frequent"


class ClassChoice(StrEnum):
    """Whether a visitor is asked for a class that visitors give themselves (``Proof.CHOICE``)."""

    ASK = "ask"
    """Everybody is, before the number."""
    OFFER = "offer"
    """There is a button for it."""
    OFF = "off"


class ToldOnce(StrEnum):
    """What becomes of the list of papers of an item (一次告知)."""

    SHOW = "show"
    """It is on the item's page."""
    PRINT = "print"
    """That, and a button prints it."""
    OFF = "off"


class Confirm(StrEnum):
    """Whether a page stands between a tile and the number."""

    ALWAYS = "always"
    WHEN_ASKED = "when_asked"
    """Only where something has to be asked (class, card, which queue); else one tap takes the number."""
    NEVER = "never"
    """One tap takes the number; what can be left out is not asked."""


OUT_OF_HOURS = (Mode.QUERY, Mode.BOOKING, Mode.CLOSED, Mode.TICKET)
"""What a kiosk can be while the hall is closed."""

TURNS = (0, 90, 180, 270)
"""Degrees a picture can be turned by."""

SEVERAL_MOST = 9
IDLE_LEAST_S, IDLE_MOST_S = 15, 600
RESULT_LEAST_S, RESULT_MOST_S = 5, 120
SAVER_MOST_S = 24 * 3600
PANEL_LEAST_MM, PANEL_MOST_MM = 50, 3000
LOUDEST = 100


@dataclass(frozen=True, slots=True)
class ModeTime:
    """A mode at some times of the week, whatever the hours of the hall.

    Attributes:
        days: ISO weekdays, Monday = 1; a make-up workday has those of the day it is like, a holiday none.
        ends: No longer inside; at or before ``begins``: past midnight.
    """

    days: tuple[int, ...]
    begins: time
    ends: time
    mode: Mode

    @property
    def hours(self) -> Hours:
        """When that is, as the hours of a place."""
        return Hours(self.days, self.begins, self.ends)


@dataclass(frozen=True, slots=True)
class KioskRules:
    """How a kiosk is run.

    Attributes:
        mode: The mode it has at all times; ``None``: tickets in opening hours, else ``out_of_hours``.
        out_of_hours: Its mode while everything that it offers is closed.
        times: Exceptions from both, none over another.
        zones: Ids of the zones whose queues it offers; empty: all.
        departments: Ids of the departments whose matters it offers; empty: all.
        home: What the first page lists.
        classes: Whether a visitor is asked for a class.
        phone: A phone number for text messages can be given.
        assisted: There is a button to take a number for somebody else (帮办).
        several: Several matters can be put into one ticket.
        several_most: So many at most, 2-9.
        told_once: What becomes of an item's list of papers.
        less_busy: A less busy queue that also handles the item is offered.
        confirm: Whether a page stands between a tile and the number.
        unprinted: Numbers are given while no slip can be printed; else visitors are sent to the next machine.
        low: Everything to touch is in the lower half from the start (wheelchairs).
        rotate: The picture is turned clockwise by so many degrees: 0, 90, 180 or 270.
        panel_mm: Width and height of the lit panel as visitors see it, mm; ``None``: not known.
        spoken: Pages can be spoken.
        volume: How loud, percent.
        idle_s: A page that nobody touches goes back to the first one after so long, seconds.
        result_s: So long the number stays once its slip is out, seconds.
        saver_after_s: So long the first page is left alone until notices are shown, seconds; 0: never.
        staff_pin: Argon2id hash of the staff page's PIN; ``""``: there is no staff page. Told to kiosks only.
        numbers_kept: So many numbers of each queue it holds for the time without the core, 0-100; 0: none.
        self_test: When it tries its devices each day, the hall's own time; ``None``: never.
    """

    mode: Mode | None = None
    out_of_hours: Mode = Mode.QUERY
    times: tuple[ModeTime, ...] = ()
    zones: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    home: HomeList = HomeList.ZONES
    classes: ClassChoice = ClassChoice.OFFER
    phone: bool = True
    assisted: bool = True
    several: bool = True
    several_most: int = 5
    told_once: ToldOnce = ToldOnce.PRINT
    less_busy: bool = True
    confirm: Confirm = Confirm.WHEN_ASKED
    unprinted: bool = True
    low: bool = False
    rotate: int = 0
    panel_mm: tuple[int, int] | None = None
    spoken: bool = True
    volume: int = 70
    idle_s: int = 60
    result_s: int = 20
    saver_after_s: int = 180
    staff_pin: str = ""
    numbers_kept: int = SIZE_USUAL
    self_test: time | None = time(6, 30)


@dataclass(frozen=True, slots=True)
class Kiosk:
    """A machine that is run otherwise than the others.

    Attributes:
        name: What the machine is started with (``--name``).
        rules: All its rules.
    """

    name: str
    rules: KioskRules


def mode_at(kiosk: KioskRules, hall: Hall, local_now: datetime) -> Mode:
    """Return the mode of a kiosk at an instant.

    Args:
        local_now: Aware; in which zone it is written does not matter.
    """
    for each in kiosk.times:
        if Schedule((each.hours,), hall.holidays, hall.workdays, hall.zone_info).open_span(local_now):
            return each.mode
    if kiosk.mode is not None:
        return kiosk.mode
    return Mode.TICKET if _is_open(kiosk, hall, local_now) else kiosk.out_of_hours


def _is_open(kiosk: KioskRules, hall: Hall, at: datetime) -> bool:
    """Return whether something that the kiosk offers is open; a hall that keeps no hours always is."""
    if not hall.keeps_hours:
        return True
    # Most queues keep the hall's own hours: each calendar is looked at once.
    calendars = {hall.calendar_of(queue.id) for queue in hall.queues if offers_queue(kiosk, hall, queue)}
    return any(hall.schedule(each).open_span(at) for each in calendars)


def offers_queue(kiosk: KioskRules, hall: Hall, queue: Queue) -> bool:
    """Return whether a kiosk offers a queue: it is in its zones and handles something of its departments."""
    if kiosk.zones and queue.zone not in kiosk.zones:
        return False
    return not kiosk.departments or not hall.departments_of(queue.id).isdisjoint(kiosk.departments)


def offers_item(kiosk: KioskRules, hall: Hall, item: Item) -> bool:
    """Return whether a kiosk offers an item: it is of its departments, a queue for it in its zones."""
    if kiosk.departments and item.department not in kiosk.departments:
        return False
    return not kiosk.zones or any(hall.zone_of(queue) in kiosk.zones for queue in (item.queue, *item.also))


def offers_matter(kiosk: KioskRules, hall: Hall, matter: Matter) -> bool:
    """Return whether a kiosk offers a matter: it offers a queue of its first step."""
    return any(offers_queue(kiosk, hall, hall.queue(queue)) for queue in matter.stages[0].queues)
