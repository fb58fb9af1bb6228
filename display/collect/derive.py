"""What the list of results shows, as a pure function of what was heard."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from core.domain.clock import business_date
from core.domain.hall import Hall
from core.domain.layout import Colours
from core.domain.ready_results import ResultView
from core.domain.screen import Screen
from core.qt.dates import long_date, weekday
from display import words as shared
from display.board.stage import is_lit, next_step
from display.collect import words
from display.collect.paging import Paging
from display.collect.room import PLACE_LETTERS, Area, Room, room_of
from display.lines import Line, Lines, say_all, spoken
from display.words import Speak

LETTERS = 4
"""Letters of a usual number, e.g. "C017"."""
_SOON = timedelta(milliseconds=1)


@dataclass(frozen=True, slots=True)
class CollectInputs:
    """Everything a list of results heard so far.

    Attributes:
        now: The time, UTC.
        speak: Words in any language.
        screen: Whose list it is.
        area: Where it stands.
        known: Whether a first floor came.
        results: What can be collected there, newest first.
        more: How many older ones are not among them.
        dark_since: When the line went down, ``None`` while it is live.
        fault: What to say about a missing font.
    """

    now: datetime
    speak: Speak
    screen: Screen = field(default_factory=Screen)
    area: Area = field(default_factory=Area)
    hall: Hall | None = None
    known: bool = False
    results: tuple[ResultView, ...] = ()
    more: int = 0
    paging: Paging = field(default_factory=Paging)
    dark_since: datetime | None = None
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One result.

    Attributes:
        key: Its id.
        number: What stands there.
        window: Number of the window; empty: at any window of ``place``.
        place: The queue's name.
        day: Month and day of an earlier date's number, ``""`` for today's.
    """

    key: str
    number: str
    window: str
    place: Lines = ()
    day: str = ""
    flashing: bool = False


@dataclass(frozen=True, slots=True)
class CollectProps:
    """Everything a list of results shows.

    Attributes:
        titles: What this is.
        zone: Whose: the zone, or the hall.
        please: What to do, or that there are more than stand here.
        none_yet: Said while nothing is there.
        entries: The page in view.
        room: How the page is divided.
        window_letters: Room for a window, in digits.
        page: ``"2/4"``, empty when one page holds all.
        tints: The colours, by name.
        dark: Shown in place of the notice while the line is down.
        lit: Whether what flashes is light now.
    """

    connecting: bool = True
    connecting_lines: Lines = ()
    titles: Lines = ()
    zone: Lines = ()
    clock: str = ""
    dates: Lines = ()
    please: Lines = ()
    none_yet: Lines = ()
    entries: tuple[Entry, ...] = ()
    room: Room = field(default_factory=Room)
    number_letters: int = LETTERS
    window_letters: float = 1
    page: str = ""
    tints: dict[str, Any] = field(default_factory=dict)
    letters: float = 1.0
    notices: Lines = ()
    dark: Lines = ()
    fault: str = ""
    lit: bool = False


def derive_collect(inputs: CollectInputs) -> CollectProps:
    """Return what a list of results shows after ``inputs``."""
    hall = inputs.hall
    if hall is None or not inputs.known:
        connecting = say_all(inputs.speak, shared.EVERY_LANGUAGE, shared.CONNECTING)
        return CollectProps(connecting_lines=connecting, fault=inputs.fault)
    say = spoken(inputs.speak, hall.languages, words.CONTEXT)
    room, page, pages = _room(inputs, hall), page_of(inputs), pages_of(inputs)
    entries = _entries(inputs, hall, room, page)
    local = inputs.now.astimezone(hall.zone_info)
    colours, letters = _looks(hall, inputs.screen)
    told = say(words.MORE, count=inputs.more) if inputs.more and page == pages - 1 else say(words.PLEASE)
    return CollectProps(
        connecting=False,
        titles=say(words.TITLE),
        zone=_whose(hall, inputs.screen),
        clock=f"{local:%H:%M}",
        dates=_dates(inputs.speak, hall, local),
        please=told if inputs.results else (),
        none_yet=() if inputs.results else say(words.NONE_YET),
        entries=entries,
        room=room,
        number_letters=_number_letters(inputs),
        window_letters=_window_letters(inputs, hall),
        page=f"{page + 1}/{pages}" if pages > 1 else "",
        tints=asdict(colours),
        letters=letters,
        notices=tuple(
            line for text in hall.notices_on(local.date()) for line in Line.of(text, hall.languages)
        ),
        dark=_dark(inputs, hall),
        fault=inputs.fault,
        lit=any(each.flashing for each in entries) and is_lit(inputs.now),
    )


def pages_of(inputs: CollectInputs) -> int:
    """Return how many pages there are, at least one."""
    room = _room(inputs, inputs.hall) if inputs.hall else Room()
    return max(1, -(-len(inputs.results) // room.count))


def page_of(inputs: CollectInputs) -> int:
    """Return which page is shown, from 0."""
    return inputs.paging.page(inputs.now, pages_of(inputs))


def changes_at(inputs: CollectInputs, props: CollectProps) -> datetime:
    """Return when the list looks different next, if nothing is heard until then."""
    now = inputs.now
    moments = [now.replace(second=0, microsecond=0) + timedelta(minutes=1)]
    moments += inputs.paging.changes_at(now)
    if props.page:
        moments.append(inputs.paging.turns_at(now))
    if any(each.flashing for each in props.entries):
        moments.append(next_step(now))
    return max(min(moments), now + _SOON)


def _room(inputs: CollectInputs, hall: Hall) -> Room:
    return room_of(
        inputs.area,
        len(inputs.results),
        _number_letters(inputs),
        _window_letters(inputs, hall),
        inches=inputs.screen.inches,
        metres=inputs.screen.metres,
    )


def _number_letters(inputs: CollectInputs) -> int:
    return max([LETTERS, *(len(each.text) for each in inputs.results)])


def _window_letters(inputs: CollectInputs, hall: Hall) -> float:
    digits = max([1, *(len(str(each.number)) for each in hall.windows)])
    return max(digits, PLACE_LETTERS) if any(each.window is None for each in inputs.results) else digits


def _entries(inputs: CollectInputs, hall: Hall, room: Room, page: int) -> tuple[Entry, ...]:
    today = business_date(inputs.now, hall.zone_info, hall.day_starts)
    flashing = inputs.paging.flashing(inputs.now) if inputs.dark_since is None else frozenset()
    # Evenly: four and three rather than six and one would jump about; the newest page is always full.
    shown = inputs.results[page * room.count : (page + 1) * room.count]
    return tuple(
        Entry(
            key=each.id,
            number=each.text,
            window="" if each.window is None else str(each.window),
            place=_queue_names(hall, each.queue) if each.window is None else (),
            day=f"{each.day:%m-%d}" if each.day and each.day != today else "",
            flashing=each.id in flashing,
        )
        for each in shown
    )


def _queue_names(hall: Hall, queue: str | None) -> Lines:
    """A hall that was changed since may no longer have the queue."""
    names = next((each.name for each in hall.queues if each.id == queue), {})
    return Line.of(names, hall.languages)[:2]


def _whose(hall: Hall, screen: Screen) -> Lines:
    names = next((each.name for each in hall.zones if each.id == screen.zone), hall.name)
    return Line.of(names, hall.languages)


def _looks(hall: Hall, screen: Screen) -> tuple[Colours, float]:
    own = next((each for each in hall.layouts if each.id == screen.layout), None)
    return (own.colours, own.letters) if own else (Colours(), 1.0)


def _dates(speak: Speak, hall: Hall, local: datetime) -> Lines:
    first, *others = hall.languages
    full = Line(first, long_date(local, partial(speak, first)))
    return (full, *(Line(each, weekday(local, partial(speak, each))) for each in others))


def _dark(inputs: CollectInputs, hall: Hall) -> Lines:
    if inputs.dark_since is None:
        return ()
    at = f"{inputs.dark_since.astimezone(hall.zone_info):%H:%M}"
    return say_all(inputs.speak, hall.languages, shared.NOT_LIVE_SINCE, time=at)
