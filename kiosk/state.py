"""What the kiosk has heard and been told: the frozen inputs of everything it shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from core.domain.hall import Hall
from core.domain.kiosk import KioskRules, Mode
from core.domain.ticket import LegState
from core.domain.wait import Wait
from hardware.idcard.card import SeenCard
from kiosk.booked import NO_BOOKING, BookingWish
from kiosk.guide.state import NOBODY, Guide
from kiosk.hours import Closed
from kiosk.search.state import NO_SEARCH, Search
from kiosk.staff_state import NO_STAFF, Staff
from kiosk.trouble_state import CALM, Trouble


class Page(StrEnum):
    """What can be open; ``NOTICE`` and the pages after it are never chosen by a visitor."""

    HOME = "home"
    ZONE = "zone"
    DEPARTMENTS = "departments"
    DEPARTMENT = "department"
    MATTERS = "matters"
    SEARCH = "search"
    ITEM = "item"
    CONFIRM = "confirm"
    OPTIONS = "options"
    CLASS = "class"
    PHONE = "phone"
    CARD = "card"
    BASKET = "basket"
    BOOKING = "booking"
    BOOK = "book"
    ASK = "ask"
    PLACE = "place"
    RESULT = "result"
    GUIDE_SIGN_IN = "guideSignIn"
    GUIDE = "guide"
    GUIDE_TICKET = "guideTicket"
    STAFF_PIN = "staffPin"
    STAFF = "staff"
    CLOSED = "closed"
    BOOKED = "booked"
    NOTICE = "notice"
    OUT_OF_SERVICE = "outOfService"
    SAVER = "saver"


@dataclass(frozen=True, slots=True)
class Open:
    """A page that is open, or beneath the open one.

    Attributes:
        which: What it is of: id of a zone, an item, a queue ...; ``""`` where the page is one of a kind.
        sheet: Which sheet of a long list is open, from 0.
    """

    page: Page
    which: str = ""
    sheet: int = 0


START = (Open(Page.HOME),)

FIRST: Mapping[Mode, Page] = {
    Mode.TICKET: Page.HOME,
    Mode.QUERY: Page.ASK,
    Mode.BOOKING: Page.BOOK,
    Mode.GUIDE: Page.GUIDE_SIGN_IN,
    Mode.CLOSED: Page.CLOSED,
}
"""What the first page is."""


class Printing(StrEnum):
    """How the slip is getting on; ``NONE``: this kiosk has no printer."""

    UNDER_WAY = "underWay"
    DONE = "done"
    FAILED = "failed"
    UNKNOWN = "unknown"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Taken:
    """A ticket that the core has given; it is valid whether or not its slip prints.

    Attributes:
        queue: Where the visitor waits first.
        ahead: How many wait there before the visitor; ``None``: nobody knows, the core is away.
        at: When it was taken, UTC.
        language: What the visitor reads.
        item: The item it was taken for, if the visitor chose one.
        matter: The matter it was taken for, if the visitor chose one.
        wait: How long the visitor will wait, as far as the core can say.
        steps: The queues of each step, in order; of a step in parallel several.
        step: Which of them comes now, 1 and up.
        track: Token of the visit's own page; no personal data.
        visitor_class: Id of the visitor's class.
        booked: It is the ticket of a booking.
        assisted: Staff took it for somebody who cannot.
        offline: It was given from this kiosk's own block while the core was away; it has no ``id`` then.
        day: The business day of such a number, ``"2026-11-30"``.
    """

    id: str
    number: str
    queue: str
    ahead: int | None
    at: datetime
    language: str
    item: str | None = None
    matter: str | None = None
    wait: Wait | None = None
    steps: tuple[tuple[str, ...], ...] = ()
    step: int = 1
    track: str = ""
    visitor_class: str = ""
    booked: bool = False
    assisted: bool = False
    offline: bool = False
    day: str = ""

    @property
    def first(self) -> tuple[str, ...]:
        """The queues in which the visitor waits now."""
        return self.steps[self.step - 1] if self.steps else (self.queue,)


@dataclass(frozen=True, slots=True)
class Place:
    """A visit as its visitor may see it, whose slip was scanned or whose number was typed.

    Attributes:
        state: As :class:`core.domain.ticket.LegState` says.
        window: Where the visitor is called to or served, is expected back, or was passed.
        ahead: How many are called first.
        queue: Where the visit is.
        zone: Where that is, ``None`` if the hall has it no more.
        windows: Where the visitor is or may be called to.
        step: Which of ``steps`` it is at, 1 and up.
        to_come: The queues of the steps after it, in order.
        can: What who asked may do: ``"cancel"``, ``"restore"``.
        track: Token of the slip, ``""`` where the number was typed.
    """

    number: str
    state: LegState
    window: int | None
    ahead: int
    wait: Wait | None = None
    queue: str = ""
    zone: str | None = None
    windows: tuple[int, ...] = ()
    step: int = 1
    steps: int = 1
    to_come: tuple[str, ...] = ()
    can: tuple[str, ...] = ()
    track: str = field(default="", repr=False)


class Undone(StrEnum):
    """What did not happen, as its prompt of ``hardware/voice/prompts.toml`` is called.

    Who sees the page knows what was touched; who only hears it is told first.
    """

    NOTHING = ""
    """The refusal says it itself, as that a card was not read."""
    NUMBER = "undone_number"
    CANCEL = "undone_cancel"
    RESTORE = "undone_restore"
    LOOK_UP = "undone_look_up"
    BOOKING = "undone_booking"
    GIVE_BACK = "undone_give_back"
    SIGN_IN = "undone_sign_in"
    DEED = "undone_deed"
    """Something a guide does for somebody."""
    UNSURE = "undone_unsure"
    """The core was to change something, and nobody knows whether it has."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """The core said no.

    Attributes:
        key: Message key (:mod:`core.qt.messages`).
        undone: What did not happen for it.
    """

    key: str
    params: Mapping[str, object] = field(default_factory=dict)
    undone: Undone = Undone.NOTHING


@dataclass(frozen=True, slots=True)
class Wish:
    """What the visitor has chosen so far.

    Attributes:
        what: ``"queue"``, ``"item"`` or ``"matter"``.
        which: Its id.
        queue: Of an item: another of its queues, chosen because it is less busy.
        items: The list: items for one ticket of several steps.
        visitor_class: Id of the class the visitor named.
        class_told: The visitor was asked for the class, and said it.
        assisted: It is taken for somebody else.
        phone: Where the messages of this visit go.
        named: The masked name of the card is shown beside the number; the visitor said so.
        name_asked: The visitor has seen that question.
    """

    what: str = ""
    which: str = ""
    queue: str = ""
    items: tuple[str, ...] = ()
    visitor_class: str = ""
    class_told: bool = False
    assisted: bool = False
    phone: str = ""
    named: bool = False
    name_asked: bool = False


NO_WISH = Wish()


@dataclass(frozen=True, slots=True)
class Look:
    """How this visitor sees best.

    Attributes:
        large: In large type and high contrast.
        spoken: The pages are read aloud.
    """

    large: bool = False
    spoken: bool = False


USUAL_LOOK = Look()
USUAL_RULES = KioskRules()


@dataclass(frozen=True, slots=True)
class Figures:
    """How long people wait in each of the queues in which an item is done, as the core told it last.

    Attributes:
        waits: Queue id to the wait of somebody who comes now; ``None`` where that cannot be known.
        left: Queue id to how many numbers are left of this half-day; ``None``: there is no limit.
        better: The clearly less busy one, ``""``: none is.
    """

    item: str = ""
    waits: Mapping[str, Wait | None] = field(default_factory=dict)
    left: Mapping[str, int | None] = field(default_factory=dict)
    better: str = ""


NO_FIGURES = Figures()


@dataclass(frozen=True, slots=True)
class Told:
    """An item's list of papers on paper (一次告知).

    Attributes:
        item: Whose; ``""``: none was printed in this visit.
    """

    item: str = ""
    printing: Printing = Printing.UNDER_WAY


NOTHING_TOLD = Told()


@dataclass(frozen=True, slots=True)
class Spread:
    """How the lines of a page are spread over sheets, as the screen found it: by letters and panel.

    Attributes:
        which: Of what page: its word, a colon and what it is of.
        starts: Of each sheet its first line, counted from 0.
    """

    which: str = ""
    starts: tuple[int, ...] = ()


UNSPREAD = Spread()


@dataclass(frozen=True, slots=True)
class Inputs:
    """One field per thing heard or done.

    Attributes:
        rules: What the hall says of this kiosk.
        waiting: Queue id to how many wait in it.
        closed: Which queues issue no tickets now.
        live: The core is heard.
        degraded: The core can write nothing: it gives no numbers.
        reserved: Queue id to how many numbers this kiosk may give without the core.
        pages: The open page last, beneath it those that "back" leads to.
        busy: The core is being asked; taps do nothing.
        search: What the visitor types, on the page ``SEARCH``.
        refusal: Why there is no number, on the page ``NOTICE``.
        figures: How busy the places of the open item are.
        told: The list of papers that was printed, or is being printed.
        place: The visit that was asked for, on the page ``PLACE``.
        card: The card of the visitor who is here; gone with the visit.
        prints: Slips can be printed now.
        reads_cards: A card can be read now.
        guide: Who has signed in to help others, and what that guide sees.
        entries: What was typed on each of the open pages (:mod:`kiosk.typing`).
        trouble: How the line and the devices are, and since when.
        ways: Pages that visitors are offered here, for pages that lead to them.
        asked: The core was asked for something that can be asked again.
        staff: What staff see of this machine.
        site: What the addresses begin with that a phone may open; ``""``: not known.
        speaks: Pages can be read aloud now.
        mode: What this kiosk is for now; it stays while somebody is here.
        mode_ends: When another mode begins, ``None`` where that is not known.
        numbers_from: When numbers are taken here again, ``None`` where they are now or that is not known.
        booking: What is booked or was booked here (:mod:`kiosk.booked`).
        screen: Width and height of the window, px, as the panel has it.
        spread: On which sheets the lines of the open page stand.
        left_s: Whole seconds until the page goes away, ``None`` while that is not said.
        now: The hall's own time, to the minute.
    """

    hall: Hall | None = None
    waiting: Mapping[str, int] = field(default_factory=dict)
    closed: Closed = field(default_factory=dict)
    live: bool = False
    degraded: bool = False
    reserved: Mapping[str, int] = field(default_factory=dict)
    language: str = "zh"
    pages: tuple[Open, ...] = START
    busy: bool = False
    wish: Wish = NO_WISH
    search: Search = NO_SEARCH
    look: Look = USUAL_LOOK
    taken: Taken | None = None
    printing: Printing = Printing.UNDER_WAY
    refusal: Refusal | None = None
    figures: Figures = NO_FIGURES
    told: Told = NOTHING_TOLD
    place: Place | None = None
    card: SeenCard | None = None
    prints: bool = True
    reads_cards: bool = False
    guide: Guide = NOBODY
    entries: Mapping[Open, str] = field(default_factory=dict)
    trouble: Trouble = CALM
    ways: frozenset[Page] = frozenset()
    asked: bool = False
    staff: Staff = NO_STAFF
    site: str = ""
    speaks: bool = False
    rules: KioskRules = USUAL_RULES
    mode: Mode = Mode.TICKET
    mode_ends: datetime | None = None
    numbers_from: datetime | None = None
    booking: BookingWish = NO_BOOKING
    screen: tuple[int, int] = (1080, 1920)
    spread: Spread = UNSPREAD
    left_s: int | None = None
    now: datetime | None = None

    @property
    def start(self) -> tuple[Open, ...]:
        """The first page, alone: a guide's own while one is signed in, else that of the mode."""
        return (Open(Page.GUIDE if self.guide.here else FIRST[self.mode]),)

    @property
    def first(self) -> bool:
        """Whether the first page is open."""
        return self.pages == self.start

    @property
    def takes(self) -> bool:
        """Whether numbers are taken here in this mode."""
        return self.mode in (Mode.TICKET, Mode.GUIDE)

    @property
    def at(self) -> Open:
        """The open page."""
        return self.pages[-1]

    @property
    def typed(self) -> str:
        """What was typed on the open page so far."""
        return self.entries.get(self.at, "")

    @property
    def open(self) -> bool:
        """Whether this machine may give numbers, as far as staff and its printer go."""
        return not self.trouble.shut and (self.prints or self.rules.unprinted)

    @property
    def serves(self) -> bool:
        """Whether the core gives numbers now."""
        return self.live and not self.degraded and self.open

    @property
    def starts(self) -> tuple[int, ...]:
        """Of each sheet of the open page of lines its first line; of one that was not spread only 0."""
        spread = self.spread
        known = spread.which == f"{self.at.page.value}:{self.at.which}"
        return spread.starts if known and spread.starts else (0,)

    @property
    def issues(self) -> bool:
        """Whether there are numbers at all: the core's, or those reserved for this kiosk."""
        return self.serves or (any(self.reserved.values()) and self.open)
