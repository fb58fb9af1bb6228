"""The strip below the calls: how many wait, and which windows work."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from core.domain.floor import WindowView
from core.domain.hall import Hall
from core.domain.window import WindowStatus
from display import words
from display.board.asked import Minutes
from display.lines import Line, Lines, say_all
from display.words import Speak

LETTERS_TOLD = 18
"""So many letters of numbers ("1–4  7") a line has room for, large enough to be read; where there are more,
windows are told by how many they are."""


@dataclass(frozen=True, slots=True)
class Tile:
    """How many wait in a queue, or on a hall's board in a zone.

    Attributes:
        wait: How long somebody who comes now will wait; nothing where the core does not know.
    """

    key: str
    names: Lines
    waiting: str
    wait: Lines = ()


@dataclass(frozen=True, slots=True)
class WindowLine:
    """Windows in one status, e.g. "Paused 4 · 6"; without a label, ``numbers`` is empty."""

    labels: Lines
    numbers: str = ""
    paused: bool = False


WindowLines = tuple[WindowLine, ...]
"""Which windows work, at most a line for the open and one for the paused ones."""


def derive_tiles(
    hall: Hall, zone: str | None, waiting: Mapping[str, int], waits: Mapping[str, Minutes], speak: Speak
) -> tuple[Tile, ...]:
    """Return a tile for each queue of the zone; for a whole hall of several zones, one for each zone."""
    if zone is None and len(hall.zones) > 1:
        return tuple(
            Tile(
                each.id,
                Line.of(each.name, hall.languages)[:2],
                str(sum(waiting.get(queue.id, 0) for queue in hall.queues if queue.zone == each.id)),
            )
            for each in hall.zones
            if any(queue.zone == each.id for queue in hall.queues)
        )
    return tuple(
        Tile(
            queue.id,
            Line.of(queue.name, hall.languages)[:2],
            str(waiting.get(queue.id, 0)),
            _wait(waits.get(queue.id), hall.languages[:1], speak) if waiting.get(queue.id) else (),
        )
        for queue in hall.queues
        if zone in (None, queue.zone)
    )


def _wait(minutes: Minutes | None, languages: Sequence[str], speak: Speak) -> Lines:
    if minutes is None:
        return ()
    least, most = minutes
    if least == most or least == 0:
        return say_all(speak, languages, words.UP_TO_MIN, most=most)
    return say_all(speak, languages, words.ABOUT_MIN, least=least, most=most)


def derive_windows(windows: Sequence[WindowView], say: Callable[..., Lines]) -> WindowLines:
    """Return which of ``windows`` work; closed ones are not listed."""
    open_, paused = (
        sorted(view.number for view in windows if view.status is status)
        for status in (WindowStatus.OPEN, WindowStatus.PAUSED)
    )
    if not open_ and not paused:
        return (WindowLine(say(words.NO_WINDOW_OPEN)),) if windows else ()
    if max(len(_numbers(open_)), len(_numbers(paused))) > LETTERS_TOLD:
        return (WindowLine(say(words.OPEN_OF, open=len(open_), all=len(windows))),)
    told = (
        WindowLine(say(words.SERVING)[:2], _numbers(open_)),
        WindowLine(say(words.PAUSED)[:2], _numbers(paused), paused=True),
    )
    return tuple(line for line in told if line.numbers)


def _numbers(windows: Sequence[int]) -> str:
    return "  ".join(_say_run(first, last) for first, last in _runs(windows))


def _runs(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Return the first and last of each run of neighbours: 1, 2, 3, 7 gives (1, 3) and (7, 7)."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs


def _say_run(first: int, last: int) -> str:
    if last - first < 2:
        return "  ".join(str(number) for number in range(first, last + 1))
    return f"{first}–{last}"
