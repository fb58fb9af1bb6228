"""The rows of the floor's tables from its props; pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from caller.floor.find import Found, Place
from caller.floor.order import Cell, Row, Tone
from caller.floor.state import Lateness, QueueRow, WindowRow, ZoneRow
from caller.floor.words import (
    ALL_ZONES,
    CALLS_IN,
    LATENESS,
    NO_NUMBERS,
    NONE_OPEN,
    OPEN_OF,
    SERVES_NOW,
    SLIP_STATES,
    STATES,
    estimate,
    minutes,
)
from caller.words import STATUS, Words
from core.domain.ticket import LegState
from core.domain.window import WindowStatus

_TONES = {Lateness.FINE: Tone.PLAIN, Lateness.LATE: Tone.LATE, Lateness.VERY_LATE: Tone.VERY_LATE}
_STATUS_RANK = {WindowStatus.OPEN: 2.0, WindowStatus.PAUSED: 1.0, WindowStatus.CLOSED: 0.0}
ALL = "*"
"""Id of the row that stands for all zones."""


def zone_rows(zones: Sequence[ZoneRow], words: Words) -> list[Row]:
    """Return all zones together, then each."""
    return [_all(zones, words), *(_zone(each, words) for each in zones)]


def queue_rows(queues: Sequence[QueueRow], words: Words) -> list[Row]:
    """Return the queues of what is looked at."""
    return [_queue(each, words) for each in queues]


def window_rows(windows: Sequence[WindowRow], words: Words) -> list[Row]:
    """Return the windows of what is looked at."""
    return [_window(each, words) for each in windows]


def place_rows(places: Sequence[Place]) -> list[Row]:
    """Return what a number can be issued for."""
    return [
        Row(
            f"{each.queue}/{each.item}",
            (
                Cell(each.name, each.name, Tone.PLAIN if each.item else Tone.STRONG),
                Cell(each.where, each.where, Tone.SOFT),
            ),
        )
        for each in places
    ]


def found_rows(
    tickets: Sequence[Found], words: Words, queues: Mapping[str, str], classes: Mapping[str, str]
) -> list[Row]:
    """Return tickets with number, state, queue, class, window and slip."""
    rows = []
    for each in tickets:
        state = words(STATES[each.state]) if each.state in STATES else each.state
        window = str(each.window or "—")
        slip = words(SLIP_STATES[each.slip]) if each.slip in SLIP_STATES else each.slip
        wrong = each.slip in ("failed", "unknown")
        cells = (
            Cell(each.number, each.number, Tone.STRONG),
            Cell(state, state),
            Cell(queues.get(each.queue, each.queue), each.queue),
            Cell(classes.get(each.visitor_class, each.visitor_class), each.visitor_class),
            Cell(window, each.window),
            Cell(slip, slip, Tone.LATE if wrong else Tone.SOFT),
        )
        rows.append(Row(each.id, cells))
    return rows


def _all(zones: Sequence[ZoneRow], words: Words) -> Row:
    longest = max((each.longest_min for each in zones if each.longest_min is not None), default=None)
    worst = max((each.lateness for each in zones), default=Lateness.FINE)
    waits = [each.wait_min for each in zones if each.wait_min is not None]
    whole = ZoneRow(
        id=ALL,
        name=words(ALL_ZONES),
        waiting=sum(each.waiting for each in zones),
        longest_min=longest,
        lateness=worst,
        open=sum(each.open for each in zones),
        paused=sum(each.paused for each in zones),
        windows=sum(each.windows for each in zones),
        wait_min=max(waits, key=lambda wait: wait[1], default=None),
    )
    return _zone(whole, words)


def _zone(zone: ZoneRow, words: Words) -> Row:
    idle = zone.waiting > 0 and zone.open == 0
    opened = words(NONE_OPEN) if not zone.open else words(OPEN_OF, open=zone.open, all=zone.windows)
    return Row(
        zone.id,
        (
            Cell(zone.name, zone.name, Tone.STRONG),
            Cell(str(zone.waiting), zone.waiting),
            _longest(words, zone.longest_min, zone.lateness),
            _lateness(words, zone.longest_min, zone.lateness),
            Cell(opened if zone.windows else "—", zone.open, Tone.VERY_LATE if idle else Tone.PLAIN),
            Cell(estimate(words, zone.wait_min), zone.wait_min[1] if zone.wait_min else None, Tone.SOFT),
        ),
    )


def _queue(queue: QueueRow, words: Words) -> Row:
    windows = ", ".join(str(each) for each in queue.windows) or words(NONE_OPEN)
    name = f"{queue.prefix} · {queue.name}"
    coming = estimate(words, queue.wait_min) if queue.issues else words(NO_NUMBERS)
    idle = queue.waiting > 0 and not queue.windows
    return Row(
        queue.id,
        (
            Cell(name, name),
            Cell(str(queue.waiting), queue.waiting),
            _longest(words, queue.longest_min, queue.lateness),
            _lateness(words, queue.longest_min, queue.lateness),
            Cell(windows, len(queue.windows), Tone.VERY_LATE if idle else Tone.SOFT),
            Cell(coming, queue.wait_min[1] if queue.wait_min else None, Tone.SOFT),
        ),
    )


def _window(window: WindowRow, words: Words) -> Row:
    status = words(STATUS[window.status])
    text = f"{status} · {window.reason}" if window.reason else status
    tones = {WindowStatus.OPEN: Tone.STRONG, WindowStatus.PAUSED: Tone.LATE}
    visitor = ""
    if window.number:
        source = CALLS_IN if window.state is LegState.CALLED else SERVES_NOW
        visitor = words(source, number=window.number)
    return Row(
        str(window.window),
        (
            Cell(str(window.window), window.window, Tone.STRONG),
            Cell(text, _STATUS_RANK[window.status], tones.get(window.status, Tone.SOFT)),
            Cell(window.clerk or "—", window.clerk or None),
            Cell(visitor or "—", window.number or None),
            Cell(window.since or "—", window.since or None, Tone.SOFT),
            Cell(window.serves, window.serves, Tone.SOFT),
        ),
    )


def _longest(words: Words, longest: int | None, lateness: Lateness) -> Cell:
    return Cell(minutes(words, longest), longest, _TONES[lateness])


def _lateness(words: Words, longest: int | None, lateness: Lateness) -> Cell:
    text = words(LATENESS[lateness]) if lateness in LATENESS else ""
    return Cell(text, longest, _TONES[lateness])
