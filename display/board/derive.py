"""What a board shows, as a pure function of what it heard."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import partial
from typing import TypedDict
from zoneinfo import ZoneInfo

from core.domain.floor import CallView, WindowView
from core.domain.hall import Hall
from core.domain.screen import Screen, Way
from core.qt.dates import long_date, weekday
from display import words
from display.board.asked import PassedView, Waits
from display.board.plan import Picture, Place, Plan, plan_of, shows_names
from display.board.roll import Roll
from display.board.stage import FLASH, Stage, is_lit, next_step
from display.board.strip import Tile, WindowLines, derive_tiles, derive_windows
from display.lines import Line, Lines, say_all, split_window, spoken
from display.names import name_lines
from display.words import Speak

LETTERS = 4
"""Letters of a usual number, e.g. "C017"."""
TILE_PAGE = timedelta(seconds=8)
_SOON = timedelta(milliseconds=1)


@dataclass(frozen=True, slots=True)
class BoardInputs:
    """Everything a board heard so far.

    Attributes:
        now: The time, UTC.
        speak: Words in any language.
        screen: Whose board it is, and where it hangs.
        picture: What it is shown on.
        media: Whether there are pictures or films to show.
        known: Whether a first floor came.
        calls: Latest calls, newest first.
        ended: Legs that are served or were passed.
        roll: The list of calls, and who waits for a row.
        waits: What the core expects of each queue, e.g. ``("tax", (5, 12))`` minutes.
        passed: Numbers that were passed and did not come back, newest first.
        dark_since: When the line went down, ``None`` while it is live.
        fault: What to say about a missing font.
    """

    now: datetime
    speak: Speak
    screen: Screen = field(default_factory=Screen)
    picture: Picture = field(default_factory=Picture)
    media: bool = False
    hall: Hall | None = None
    known: bool = False
    calls: tuple[CallView, ...] = ()
    ended: frozenset[str] = frozenset()
    waiting: tuple[tuple[str, int], ...] = ()
    windows: tuple[WindowView, ...] = ()
    stage: Stage = field(default_factory=Stage)
    roll: Roll = field(default_factory=Roll)
    waits: Waits = ()
    passed: tuple[PassedView, ...] = ()
    dark_since: datetime | None = None
    fault: str = ""

    @property
    def zone(self) -> str | None:
        """Id of the zone; ``None`` shows the whole hall."""
        return self.screen.zone or None


@dataclass(frozen=True, slots=True)
class Hero:
    """The large field.

    Attributes:
        number: Empty before the first call: then ``headline`` and ``sentences`` greet.
        place: Where the call belongs: the queue, or the zone on a hall's board.
        window: The window in the hall's first language, cut into before, number and after.
        sentences: Where to go, in the other languages.
        name: The visitor's masked name, where it is shown.
        calling: Whether the visitor is still expected.
        way: Where to go from the screen, ``"right"`` if it is not told.
        floor: The floor to go to, e.g. ``"3F"``; empty on the screen's own.
    """

    number: str = ""
    headline: Lines = ()
    place: Lines = ()
    language: str = ""
    window: tuple[str, str, str] = ("", "", "")
    sentences: Lines = ()
    name: Lines = ()
    calling: bool = False
    flashing: bool = False
    way: str = "right"
    floor: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A call in the list.

    Attributes:
        key: The leg; a recall keeps it.
        names: Of the queue.
        name: The visitor's masked name, where it is shown.
        calling: Whether the visitor is still expected.
    """

    key: str
    number: str
    window: str
    names: Lines = ()
    name: Lines = ()
    calling: bool = False
    flashing: bool = False
    way: str = "right"
    floor: str = ""


@dataclass(frozen=True, slots=True)
class BoardProps:
    """Everything a board shows.

    Attributes:
        connecting: There is nothing to show yet but the words and the clock.
        lit: Whether what flashes is light now.
        tile_page: ``"2/4"``, empty when one page holds all.
        logo: The hall's, that of its slips, as an address that QML shows.
        plan: How the parts are laid out.
        places: Where each part stands; told apart, as a list that grows denser leaves them where they are.
        number_letters: Letters of the longest number in the list.
        window_letters: Digits of the hall's largest window.
        notices: What the hall tells today, in every language, shown in turn.
        passed: The numbers that were passed, newest first.
        dark: Shown in place of the notice while the line is down.
    """

    connecting: bool = True
    connecting_lines: Lines = ()
    titles: Lines = ()
    logo: str = ""
    zone: Lines = ()
    clock: str = ""
    dates: Lines = ()
    hero: Hero = field(default_factory=Hero)
    heads: tuple[Lines, Lines, Lines] = ((), (), ())
    plan: Plan = field(default_factory=Plan)
    places: tuple[Place, ...] = ()
    number_letters: int = 4
    window_letters: int = 1
    no_calls: Lines = ()
    rows: tuple[Row, ...] = ()
    waiting_label: Lines = ()
    tiles: tuple[Tile, ...] = ()
    tile_page: str = ""
    windows: WindowLines = ()
    passed_label: Lines = ()
    passed: tuple[str, ...] = ()
    notices: Lines = ()
    dark: Lines = ()
    fault: str = ""
    lit: bool = False


def derive_board(inputs: BoardInputs) -> BoardProps:
    """Return what a board shows after ``inputs``."""
    hall = inputs.hall
    if hall is None or not inputs.known:
        return BoardProps(
            connecting_lines=say_all(inputs.speak, words.EVERY_LANGUAGE, words.CONNECTING),
            fault=inputs.fault,
        )
    say = spoken(inputs.speak, hall.languages)
    plan = plan_of(hall, inputs.screen, inputs.picture, media=inputs.media)
    roll = inputs.roll.roomy(plan.room, plan.rush_room, inputs.now)
    hero = _hero(inputs, hall)
    rows = _rows(inputs, hall, roll)
    tiles = derive_tiles(hall, inputs.zone, dict(inputs.waiting), dict(inputs.waits), inputs.speak)
    # So many are shown at a time; the others follow on further pages.
    pages = -(-len(tiles) // (plan.tile_lines * plan.tiles_across))
    page = _tile_page(inputs.now, pages)
    # Evenly: four and three rather than six and one.
    per_page = -(-len(tiles) // max(1, pages))
    local = inputs.now.astimezone(hall.zone_info)
    return BoardProps(
        connecting=False,
        titles=Line.of(hall.name, hall.languages),
        logo=f"data:image/png;base64,{hall.slip.logo}" if hall.slip and hall.slip.logo else "",
        zone=_zone_names(hall, inputs.zone),
        clock=f"{local:%H:%M}",
        dates=_dates(inputs.speak, hall, local),
        hero=hero,
        heads=(say(words.HEAD_NUMBER), say(words.HEAD_QUEUE), say(words.HEAD_WINDOW)),
        plan=plan.in_rush() if roll.dense else plan,
        places=plan.places,
        number_letters=max([LETTERS, *(len(row.number) for row in rows)]),
        window_letters=max([1, *(len(str(each.number)) for each in hall.windows)]),
        no_calls=() if rows else say(words.NO_CALLS),
        rows=rows,
        waiting_label=say(words.WAITING),
        tiles=tiles[page * per_page : (page + 1) * per_page],
        tile_page=f"{page + 1}/{pages}" if pages > 1 else "",
        windows=derive_windows(_windows_in(inputs), say),
        passed_label=say(words.PASSED_NUMBERS),
        passed=tuple(each.number for each in inputs.passed if inputs.zone in (None, each.zone)),
        notices=_notices(hall, local.date()),
        dark=_dark(inputs, hall),
        fault=inputs.fault,
        lit=_flashes(hero, rows) and is_lit(inputs.now),
    )


def changes_at(inputs: BoardInputs, props: BoardProps) -> datetime:
    """Return when the board looks different next, if nothing is heard until then."""
    now = inputs.now
    moments = [now.replace(second=0, microsecond=0) + timedelta(minutes=1)]
    moments += [each for each in (inputs.stage.changes_at(now), inputs.roll.changes_at()) if each]
    if _flashes(props.hero, props.rows):
        moments.append(next_step(now))
    if props.tile_page:
        moments.append(_EPOCH + ((now - _EPOCH) // TILE_PAGE + 1) * TILE_PAGE)
    return max(min(moments), now + _SOON)


def _hero(inputs: BoardInputs, hall: Hall) -> Hero:
    say = spoken(inputs.speak, hall.languages)
    call = inputs.stage.on or next(iter(_calls_in(inputs)), None)
    if call is None:
        return Hero(headline=say(words.WELCOME), sentences=say(words.PLEASE_WATCH))
    first, *others = hall.languages
    calling = inputs.dark_since is None and call.leg not in inputs.ended
    please = say_all(inputs.speak, others or [first], words.PLEASE_GO, window=call.window)
    return Hero(
        number=call.number,
        headline=say(words.NOW_CALLING if calling else words.LATEST_CALL),
        place=_place(hall, inputs.zone, call),
        language=first,
        window=split_window(inputs.speak(first, words.CONTEXT, words.WINDOW), call.window),
        sentences=please,
        name=_name(inputs, hall, call),
        calling=calling,
        flashing=inputs.dark_since is None
        and inputs.stage.on is not None
        and inputs.stage.on_flashes(inputs.now),
        **_way(hall, inputs.screen, call.zone),
    )


def _place(hall: Hall, zone: str | None, call: CallView) -> Lines:
    if zone is None and len(hall.zones) > 1:
        return _zone_names(hall, call.zone)
    return _queue_names(hall, call.queue)


def _rows(inputs: BoardInputs, hall: Hall, roll: Roll) -> tuple[Row, ...]:
    live = inputs.dark_since is None
    # Who had to wait for a row flashes once it has one.
    young = {each.call.leg for each in roll.rows if each.since + FLASH > inputs.now}
    flashing = inputs.stage.flashing() | young if live else frozenset()
    return tuple(
        Row(
            key=call.leg,
            number=call.number,
            window=str(call.window),
            names=_queue_names(hall, call.queue)[:2],
            name=_name(inputs, hall, call),
            calling=live and call.leg not in inputs.ended,
            flashing=call.leg in flashing,
            **_way(hall, inputs.screen, call.zone),
        )
        for call in (each.call for each in roll.filled(_calls_in(inputs)).rows)
    )


def _name(inputs: BoardInputs, hall: Hall, call: CallView) -> Lines:
    """Return who is called where the zone shows it; on the whole hall's board that has to show it, too."""
    return name_lines(call.masked_name) if shows_names(hall, inputs.screen, call.zone) else ()


class _Way(TypedDict):
    way: str
    floor: str


def _way(hall: Hall, screen: Screen, zone: str) -> _Way:
    """Return where to go from a screen: an arrow, or the floor where that is another one."""
    floor = next((each.floor for each in hall.zones if each.id == zone), None)
    other = None not in (screen.floor, floor) and floor != screen.floor
    return {"way": str(screen.ways.get(zone, Way.RIGHT)), "floor": f"{floor}F" if other else ""}


def _notices(hall: Hall, day: date) -> Lines:
    told = hall.notices_on(day)
    return tuple(line for text in told for line in Line.of(text, hall.languages))


def _calls_in(inputs: BoardInputs) -> tuple[CallView, ...]:
    return tuple(call for call in inputs.calls if inputs.zone in (None, call.zone))


def _windows_in(inputs: BoardInputs) -> tuple[WindowView, ...]:
    return tuple(window for window in inputs.windows if inputs.zone in (None, window.zone))


def _queue_names(hall: Hall, queue: str) -> Lines:
    """A hall that was changed a moment ago may list calls of a queue that it no longer has."""
    names = next((each.name for each in hall.queues if each.id == queue), {})
    return Line.of(names, hall.languages)


def _zone_names(hall: Hall, zone: str | None) -> Lines:
    names = next((each.name for each in hall.zones if each.id == zone), {})
    return Line.of(names, hall.languages)


def _dates(speak: Speak, hall: Hall, local: datetime) -> Lines:
    first, *others = hall.languages
    full = Line(first, long_date(local, partial(speak, first)))
    return (full, *(Line(each, weekday(local, partial(speak, each))) for each in others))


def _dark(inputs: BoardInputs, hall: Hall) -> Lines:
    if inputs.dark_since is None:
        return ()
    at = _clock(inputs.dark_since, hall.zone_info)
    return say_all(inputs.speak, hall.languages, words.NOT_LIVE_SINCE, time=at)


def _clock(at: datetime, zone: ZoneInfo) -> str:
    return f"{at.astimezone(zone):%H:%M}"


def _flashes(hero: Hero, rows: tuple[Row, ...]) -> bool:
    return hero.flashing or any(row.flashing for row in rows)


def _tile_page(now: datetime, pages: int) -> int:
    return (now - _EPOCH) // TILE_PAGE % pages if pages else 0


_EPOCH = datetime.fromisoformat("2020-01-01T00:00:00+00:00")
