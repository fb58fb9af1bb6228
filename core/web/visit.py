"""What the visitor's page shows of a visit: plain values, and nothing that says who the visitor is."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from core.app.own_acts import OwnAct, own_acts
from core.app.ports_reader import TicketView
from core.app.ratings import indicators_now, ratable
from core.domain.errors import HallError
from core.domain.hall import Hall
from core.domain.leg import Leg
from core.domain.rules import Restore
from core.domain.text import ranges
from core.domain.ticket import LegState, Suspension
from core.domain.visit import in_state
from core.domain.whereabouts import windows_for, zone_for
from core.web.words import Speech

SOON_MIN = 2
"""A wait that ends so soon is said in words, as on the slip."""
EVERY_S = 15
"""How often an open visit is looked at anew."""
ENDED_EVERY_S, ENDED_FOR = 60, timedelta(minutes=10)
"""An ended one is looked at less often, and then no more: a finish can be taken back for a minute only."""
_OPEN_STEP = "now"


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found of a visit.

    Attributes:
        wait: The estimate as answers say it, ``None`` where there is none.
        rated: Ids of the legs that have been rated.
    """

    view: TicketView
    hall: Hall
    wait: Mapping[str, Any] | None
    rated: frozenset[str]
    now: datetime

    @property
    def passed(self) -> bool:
        """Whether a number of the visit was passed."""
        return any(leg.state is LegState.PASSED for leg, _ in self.view.legs)


@dataclass(frozen=True, slots=True)
class StepShown:
    """One step of several: its state is a word of the style, ``said`` one for the visitor."""

    step: int
    name: str
    state: str
    said: str


@dataclass(frozen=True, slots=True)
class ToRate:
    """A leg that can be rated.

    Attributes:
        leg: Its place in the visit.
    """

    leg: int
    title: str
    about: str


@dataclass(frozen=True, slots=True)
class VisitShown:
    """The page.

    Attributes:
        state: A word of the style.
        headline: What the visitor is to do or to know, in one sentence.
        more: Further lines below it.
        place: Where that is: floor and zone, windows.
        acts: What the visitor may do with the visit: word of the address and what the button says.
        every_s: When the page looks again, 0: no more.
        levels: The five levels to rate with, best first: number and name.
    """

    hall: str
    number: str
    matter: str
    state: str
    headline: str
    more: tuple[str, ...]
    place: tuple[str, ...]
    step: str
    steps: tuple[StepShown, ...]
    acts: tuple[tuple[str, str], ...]
    to_rate: tuple[ToRate, ...]
    levels: tuple[tuple[int, str], ...]
    phones: tuple[tuple[str, str], ...]
    at: str
    every_s: int


def show(looked: Looked, say: Speech) -> VisitShown:
    """Return what the page shows."""
    hall, leg = looked.hall, looked.view.leg
    headline, more = _state(looked, say)
    return VisitShown(
        hall=say.name(hall.name),
        number=leg.number,
        matter=_came_for(looked, say),
        state=leg.state.value,
        headline=headline,
        more=more,
        place=_place(hall, leg, say),
        step=say("steps.of", step=leg.step, steps=leg.steps) if leg.steps > 1 else "",
        steps=_steps(looked, say),
        acts=_acts(looked, say),
        to_rate=tuple(to_rate(hall, each, say) for each in rateable(looked)),
        levels=levels(say),
        phones=_phones(hall, say),
        at=f"{looked.now.astimezone(hall.zone_info):%H:%M:%S}",
        every_s=_every_s(leg, looked.now),
    )


def rateable(looked: Looked) -> tuple[Leg, ...]:
    """Return the legs that can be rated now, the last one first."""
    legs = [leg for leg, _ in looked.view.legs]
    return ratable(looked.hall, legs, looked.rated, looked.now)[::-1]


def may(looked: Looked) -> tuple[OwnAct, ...]:
    """Return what the visitor may do with the visit now."""
    return own_acts(looked.hall, [leg for leg, _ in looked.view.legs])


def asked(looked: Looked, act: OwnAct, say: Speech) -> tuple[str, str]:
    """Return the question before an act, and what comes of it."""
    if act is OwnAct.CANCEL:
        return say("cancel.ask"), say("cancel.means")
    passed = in_state([leg for leg, _ in looked.view.legs], LegState.PASSED)
    rules = looked.hall.rules_of(passed.queue)
    if rules.restore is Restore.AFTER:
        return say("restore.ask"), say("restore.after", count=rules.restore_after)
    return say("restore.ask"), say("restore.end")


def _acts(looked: Looked, say: Speech) -> tuple[tuple[str, str], ...]:
    # What brings somebody back stands before what ends it all.
    return tuple((act.value, say(f"{act.value}.act")) for act in reversed(may(looked)))


def to_rate(hall: Hall, leg: Leg, say: Speech) -> ToRate:
    """Return a leg as it is asked about."""
    title = say("rating.ask", window=leg.window) if leg.window else say("rating.ask_any")
    return ToRate(leg.place, title, _queue(hall, leg.queue, say))


def levels(say: Speech) -> tuple[tuple[int, str], ...]:
    """Return the five levels, best first."""
    return tuple((each.level, say.name(each.name)) for each in indicators_now().levels)


def _state(looked: Looked, say: Speech) -> tuple[str, tuple[str, ...]]:
    leg, hall = looked.view.leg, looked.hall
    match leg.state:
        case LegState.WAITING:
            return _waiting(looked, say)
        case LegState.CALLED:
            return say("called.now", window=leg.window), ()
        case LegState.SERVING:
            return say("serving.at", window=leg.window), ()
        case LegState.SUSPENDED:
            return say("suspended.paused"), _suspended(looked, say)
        case LegState.PASSED:
            return say("passed.passed"), (say.text(hall.passed_rule) or say("passed.ask"),)
        case LegState.DONE:
            return say("done.done"), (say("done.thanks"),)
        case LegState.VOID:
            return say("void.void"), (say("void.again"),)
        case _:
            return say("waiting.next"), ()


def _waiting(looked: Looked, say: Speech) -> tuple[str, tuple[str, ...]]:
    ahead, leg = looked.view.ahead, looked.view.leg
    more = [_wait(looked.wait, say)]
    if leg.ready_at is not None and leg.ready_at > looked.now:
        more.append(say("waiting.from", time=_clock(looked.hall, leg.ready_at)))
    return say("waiting.ahead", count=ahead) if ahead else say("waiting.nobody"), tuple(more)


def _wait(wait: Mapping[str, Any] | None, say: Speech) -> str:
    """Return the estimate in minutes, rounded as on the slip."""
    if wait is None:
        return say("waiting.unknown")
    least, most = round(wait["p50_s"] / 60), -(-wait["p90_s"] // 60)
    if most <= SOON_MIN:
        return say("waiting.soon")
    if least == 0:
        return say("waiting.most", most=most)
    return say("waiting.range", least=least, most=max(most, least + 1))


def _suspended(looked: Looked, say: Speech) -> tuple[str, ...]:
    leg = looked.view.leg
    kind = leg.suspension or Suspension.NO_PAPERS
    lines = [say(f"suspended.{kind.value}", window=leg.window)]
    if leg.wake_at is not None:
        lines.append(say("suspended.wakes", time=_clock(looked.hall, leg.wake_at)))
    return tuple(lines)


def _came_for(looked: Looked, say: Speech) -> str:
    hall, leg, matter = looked.hall, looked.view.leg, looked.view.ticket.matter
    if matter is not None:
        with suppress(HallError):
            return say.name(hall.matter(matter).name)
    return say.name(hall.item(leg.item).name) if hall.has_item(leg.item) else _queue(hall, leg.queue, say)


def _queue(hall: Hall, queue: str, say: Speech) -> str:
    """Return a queue's name, nothing if the hall no longer has it."""
    with suppress(HallError):
        return say.name(hall.queue(queue).name)
    return ""


def _place(hall: Hall, leg: Leg, say: Speech) -> tuple[str, ...]:
    """Return where the visitor is to be, and nothing once the visit has ended."""
    if leg.state.ended:
        return ()
    numbers, zone_id = windows_for(hall, leg), zone_for(hall, leg)
    zone = next((each for each in hall.zones if each.id == zone_id), None)
    parts = []
    if zone is not None and zone.floor is not None:
        parts.append(say("place.floor", floor=zone.floor))
    if zone is not None:
        parts.append(say.name(zone.name))
    lines = [" · ".join(part for part in parts if part)]
    if numbers:
        key = "place.window" if len(numbers) == 1 else "place.windows"
        lines.append(say(key, windows=ranges(numbers)))
    return tuple(line for line in lines if line)


def _steps(looked: Looked, say: Speech) -> tuple[StepShown, ...]:
    """Return the steps of a visit of several; what was sent on stands where it went."""
    here = looked.view.leg
    if here.steps < 2:
        return ()
    legs = sorted(
        (leg for leg, _ in looked.view.legs if leg.state is not LegState.TRANSFERRED),
        key=lambda leg: (leg.step, leg.place),
    )
    shown = []
    for leg in legs:
        state = leg.state.value if leg.state in _OTHER_STEPS else _OPEN_STEP
        name = _queue(looked.hall, leg.queue, say)
        shown.append(StepShown(leg.step, name, state, say(f"steps.{state}")))
    return tuple(shown)


_OTHER_STEPS = (LegState.DONE, LegState.PLANNED, LegState.VOID)


def _phones(hall: Hall, say: Speech) -> tuple[tuple[str, str], ...]:
    kept = (("foot.phone", hall.phone), ("foot.complaints", hall.complaint_phone))
    return tuple((phone, say(key, phone=phone)) for key, phone in kept if phone)


def _clock(hall: Hall, at: datetime) -> str:
    return f"{at.astimezone(hall.zone_info):%H:%M}"


def _every_s(leg: Leg, now: datetime) -> int:
    if not leg.state.ended:
        return EVERY_S
    return ENDED_EVERY_S if now - (leg.ended_at or leg.since) < ENDED_FOR else 0
