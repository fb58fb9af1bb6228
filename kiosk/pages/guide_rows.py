"""Rows of a guide's page: how a zone or a queue is now. Pure."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from core.domain.hall import Hall, Queue, Zone
from core.domain.text import ranges
from core.domain.wait import Wait
from core.domain.window import WindowStatus
from kiosk.guide import words
from kiosk.names import queues_of
from kiosk.speech import UNSAID, Said, Speech
from kiosk.state import Inputs
from kiosk.tiles import waiting, with_sheet
from kiosk.view import Tile, View
from kiosk.visit import SOON_MIN

LATE_S = 30 * 60
"""Who has waited so long waits too long. Assumed: halls promise 20 to 30 minutes, and none says it to us."""

RANGES_MOST = 8
"""Characters of window numbers that can be read at a glance; of more there is the count."""


def alone(say: Speech) -> Speech:
    """Return the same in one language only: a guide reads one, and has many figures on a page."""
    return Speech(say.speak, say.chosen, "", say.zone)


def on_rows(inputs: Inputs, view: View, shown: Sequence[Tile]) -> View:
    """Return a page with the rows of its open sheet."""
    return with_sheet(inputs, replace(view, layout="guide"), shown)


def zone_row(inputs: Inputs, hall: Hall, zone: Zone, say: Speech) -> Tile:
    """Return a zone: all its queues together; who comes next is told of the queue with the shortest wait."""
    queues = [each.id for each in queues_of(hall, zone.id)]
    windows = [window.number for window in hall.windows if window.zone == zone.id]
    states = inputs.guide.windows
    open_now = sum(states.get(number) is WindowStatus.OPEN for number in windows)
    at = say.say(words.OPEN_OF, open=open_now, all=len(windows)) if windows else say.say(words.NO_WINDOW)
    facts = (waiting(inputs, queues, say), longest(inputs, queues, say), at, upcoming(inputs, queues, say))
    return Tile(f"guide.zone:{zone.id}", say.name(zone.name), facts=facts, late=late(inputs, queues, say))


def queue_row(inputs: Inputs, hall: Hall, queue: Queue, say: Speech) -> Tile:
    """Return a queue, with its windows and which of them pause; it leads to a number there."""
    serving = [window.number for window in hall.windows_of(queue.id)]
    at = _windows(inputs, serving, say)
    only = [queue.id]
    facts = (waiting(inputs, only, say), longest(inputs, only, say), at, upcoming(inputs, only, say))
    return Tile(f"guide.queue:{queue.id}", say.name(queue.name), facts=facts, late=late(inputs, only, say))


def longest(inputs: Inputs, queues: Collection[str], say: Speech) -> Said:
    """Return how long who came first has waited; nothing where nobody waits."""
    seconds = _longest_s(inputs, queues)
    return say.say(words.LONGEST, minutes=seconds // 60) if seconds is not None else UNSAID


def late(inputs: Inputs, queues: Collection[str], say: Speech) -> Said:
    """Return that somebody waits too long, in words."""
    return say.say(words.LATE) if (_longest_s(inputs, queues) or 0) >= LATE_S else UNSAID


def upcoming(inputs: Inputs, queues: Collection[str], say: Speech) -> Said:
    """Return how long somebody waits who comes now, in the queue where that is shortest."""
    known = [wait for queue in queues if (wait := _wait(inputs, queue)) is not None]
    if not known:
        return say.say(words.NEXT_UNKNOWN)
    shortest = min(known, key=lambda wait: (wait.p50_s, wait.p90_s))
    least, most = round(shortest.p50_s / 60), -(-shortest.p90_s // 60)
    if most <= SOON_MIN:
        return say.say(words.NEXT_SOON)
    return say.say(words.NEXT, least=least, most=max(most, least + 1))


def _wait(inputs: Inputs, queue: str) -> Wait | None:
    now = inputs.guide.queues.get(queue)
    return now.wait if now is not None else None


def _longest_s(inputs: Inputs, queues: Collection[str]) -> int | None:
    # The feed knows first that a queue is empty.
    known = (inputs.guide.queues[each] for each in queues if each in inputs.guide.queues)
    some = any(inputs.waiting.get(queue) for queue in queues)
    seconds = [now.longest_s for now in known if now.longest_s is not None]
    return max(seconds) if seconds and some else None


def _windows(inputs: Inputs, serving: Sequence[int], say: Speech) -> Said:
    states = inputs.guide.windows
    open_now = [number for number in serving if states.get(number) is WindowStatus.OPEN]
    paused = [number for number in serving if states.get(number) is WindowStatus.PAUSED]
    told = say.windows(open_now).main if open_now else say.say(words.NO_WINDOW)
    if len(ranges(open_now)) + len(ranges(paused)) > RANGES_MOST:
        return say.say(words.OPEN_AND_PAUSED, open=len(open_now), paused=len(paused))
    if not paused:
        return told
    return Said(f"{told.text} · {say.say(words.PAUSED, windows=ranges(sorted(paused))).text}", told.lang)
