"""What a board shows, as a pure function of what it heard."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from core.domain.floor import CallView, WindowView
from core.domain.hall import Hall
from core.qt.dates import long_date, weekday
from display import words
from display.board.stage import Stage, is_lit, next_step
from display.board.strip import Tile, WindowLines, derive_tiles, derive_windows
from display.lines import Line, Lines, say_all, split_window, spoken
from display.words import Speak

ROWS = 7
"""Calls with the name of their queue."""
COMPACT_ROWS = 14
"""Calls as number and window only, in two columns."""
COMPACT_ABOVE = 24
"""A board of more windows lists compact calls: in a rush each still stays for more than ten seconds."""
TILES = 6
"""Waiting counts shown at a time; the others follow on further pages."""
TILE_PAGE = timedelta(seconds=8)


@dataclass(frozen=True, slots=True)
class BoardInputs:
    """Everything a board heard so far.

    Attributes:
        now: The time, UTC.
        speak: Words in any language.
        zone: Whose board it is; ``None`` shows the whole hall.
        known: Whether a first floor came.
        calls: Latest calls, newest first.
        ended: Legs that are served or were passed.
        dark_since: When the line went down, ``None`` while it is live.
        fault: What to say about a missing font.
    """

    now: datetime
    speak: Speak
    zone: str | None = None
    hall: Hall | None = None
    known: bool = False
    calls: tuple[CallView, ...] = ()
    ended: frozenset[str] = frozenset()
    waiting: tuple[tuple[str, int], ...] = ()
    windows: tuple[WindowView, ...] = ()
    stage: Stage = field(default_factory=Stage)
    dark_since: datetime | None = None
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Hero:
    """The large field.

    Attributes:
        number: Empty before the first call: then ``headline`` and ``sentences`` greet.
        place: Where the call belongs: the queue, or the zone on a hall's board.
        window: The window in the hall's first language, cut into before, number and after.
        sentences: Where to go, in the other languages.
        calling: Whether the visitor is still expected.
    """

    number: str = ""
    headline: Lines = ()
    place: Lines = ()
    language: str = ""
    window: tuple[str, str, str] = ("", "", "")
    sentences: Lines = ()
    calling: bool = False
    flashing: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A call in the list.

    Attributes:
        key: The leg; a recall keeps it.
        calling: Whether the visitor is still expected.
    """

    key: str
    number: str
    window: str
    names: Lines = ()
    calling: bool = False
    flashing: bool = False


@dataclass(frozen=True, slots=True)
class BoardProps:
    """Everything a board shows.

    Attributes:
        connecting: There is nothing to show yet but the words and the clock.
        lit: Whether what flashes is light now.
        tile_page: ``"2/4"``, empty when one page holds all.
        notices: The hall's notice, in every language, shown in turn.
        dark: Shown in place of the notice while the line is down.
    """

    connecting: bool = True
    connecting_lines: Lines = ()
    titles: Lines = ()
    zone: Lines = ()
    clock: str = ""
    dates: Lines = ()
    hero: Hero = field(default_factory=Hero)
    heads: tuple[Lines, Lines, Lines] = ((), (), ())
    compact: bool = False
    no_calls: Lines = ()
    rows: tuple[Row, ...] = ()
    waiting_label: Lines = ()
    tiles: tuple[Tile, ...] = ()
    tile_page: str = ""
    windows: WindowLines = ()
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
    hero = _hero(inputs, hall)
    rows = _rows(inputs, hall)
    tiles = derive_tiles(hall, inputs.zone, dict(inputs.waiting))
    pages = -(-len(tiles) // TILES)
    page = _tile_page(inputs.now, pages)
    # Evenly: four and three rather than six and one.
    per_page = -(-len(tiles) // max(1, pages))
    local = inputs.now.astimezone(hall.zone_info)
    return BoardProps(
        connecting=False,
        titles=Line.of(hall.name, hall.languages),
        zone=_zone_names(hall, inputs.zone),
        clock=f"{local:%H:%M}",
        dates=_dates(inputs.speak, hall, local),
        hero=hero,
        heads=(say(words.HEAD_NUMBER), say(words.HEAD_QUEUE), say(words.HEAD_WINDOW)),
        compact=_is_compact(hall, inputs.zone),
        no_calls=() if rows else say(words.NO_CALLS),
        rows=rows,
        waiting_label=say(words.WAITING),
        tiles=tiles[page * per_page : (page + 1) * per_page],
        tile_page=f"{page + 1}/{pages}" if pages > 1 else "",
        windows=derive_windows(_windows_in(inputs), say),
        notices=Line.of(hall.notice, hall.languages),
        dark=_dark(inputs, hall),
        fault=inputs.fault,
        lit=_flashes(hero, rows) and is_lit(inputs.now),
    )


def changes_at(inputs: BoardInputs, props: BoardProps) -> datetime:
    """Return when the board looks different next, if nothing is heard until then."""
    now = inputs.now
    moments = [now.replace(second=0, microsecond=0) + timedelta(minutes=1)]
    staged = inputs.stage.changes_at(now)
    if staged is not None:
        moments.append(staged)
    if _flashes(props.hero, props.rows):
        moments.append(next_step(now))
    if props.tile_page:
        moments.append(_EPOCH + ((now - _EPOCH) // TILE_PAGE + 1) * TILE_PAGE)
    return min(moments)


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
        calling=calling,
        flashing=inputs.dark_since is None
        and inputs.stage.on is not None
        and inputs.stage.on_flashes(inputs.now),
    )


def _place(hall: Hall, zone: str | None, call: CallView) -> Lines:
    if zone is None and len(hall.zones) > 1:
        return _zone_names(hall, call.zone)
    return _queue_names(hall, call.queue)


def _rows(inputs: BoardInputs, hall: Hall) -> tuple[Row, ...]:
    live = inputs.dark_since is None
    flashing = inputs.stage.flashing() if live else frozenset()
    room = COMPACT_ROWS if _is_compact(hall, inputs.zone) else ROWS
    return tuple(
        Row(
            key=call.leg,
            number=call.number,
            window=str(call.window),
            names=_queue_names(hall, call.queue)[:2],
            calling=live and call.leg not in inputs.ended,
            flashing=call.leg in flashing,
        )
        for call in _calls_in(inputs)[:room]
    )


def _calls_in(inputs: BoardInputs) -> tuple[CallView, ...]:
    return tuple(call for call in inputs.calls if inputs.zone in (None, call.zone))


def _windows_in(inputs: BoardInputs) -> tuple[WindowView, ...]:
    return tuple(window for window in inputs.windows if inputs.zone in (None, window.zone))


def _is_compact(hall: Hall, zone: str | None) -> bool:
    return sum(zone in (None, window.zone) for window in hall.windows) > COMPACT_ABOVE


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
