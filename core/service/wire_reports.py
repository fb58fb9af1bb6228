"""Reports on the wire: the figures of a day, and whom to ring up afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from typing import Annotated, Any

from pydantic import Field

from core.domain.callbacks import FinishedCase
from core.domain.clock import to_text
from core.domain.day_figures import DayFigures, Figures, Mean, OwnFinished, WindowFigures
from core.domain.hall import Hall
from core.domain.slip import SlipState
from core.service.answers import Answer, Instant, Number, TicketId
from core.service.wire_visitors import DayText

NO_SLIP = "none"
"""The word on the wire for tickets that nobody prints a slip of."""

Count = Annotated[int, Field(ge=0)]
Name = Annotated[
    dict[str, str] | None,
    Field(
        description="By language; `null`: the hall has it no longer.", examples=[{"zh": "社保", "en": "SI"}]
    ),
]
HallName = Annotated[dict[str, str], Field(description="The hall's name by language.")]
Complete = Annotated[bool, Field(description="Whether the business date is over; else the figures go on.")]


class ShareAnswer(Answer):
    """So many of so many."""

    count: Count = Field(description="Numerator.")
    of: Count = Field(description="Denominator.")
    percent: float | None = Field(
        description="Cut after one decimal, never rounded up; `null` where the denominator is 0."
    )


class ServingAnswer(Answer):
    """How long people were served, suspensions left out."""

    mean_s: int | None = Field(description="Seconds, rounded; `null` where there are none.", examples=[412])
    of: Count = Field(description="So many: those that count as served.")


class WaitedAnswer(Answer):
    """How long people waited in a queue until they were (last) called."""

    mean_s: int | None = Field(description="Seconds, rounded; `null` where there are none.", examples=[940])
    of: Count = Field(description="So many: those that were called.")
    longest_s: int | None = Field(description="Seconds, rounded.", examples=[3120])


class _Ends(Answer):
    walk_ins: Count = Field(description="Served without having waited (无号办理).")
    called: Count = Field(description="Called and not put back.")
    served: Count = Field(description="Served to an end, also if they were sent on then.")
    passed: Count = Field(description="Called, and nobody came; not those who came back later.")
    moved: Count = Field(description="Sent on without having been served.")
    void: Count = Field(description="Cancelled, or left over at the day's end without having been called.")
    open: Count = Field(description="Not ended yet.")
    passed_share: ShareAnswer = Field(description="`passed` of `called`.")
    serving: ServingAnswer


class _Came(_Ends):
    taken: Count = Field(description="Visits that began there.")
    joined: Count = Field(
        description="Came there from elsewhere. With `taken` they are `served`, `passed`, `moved`, `void` and"
        " `open` together."
    )
    wait: WaitedAnswer


class TotalAnswer(_Came):
    """The whole hall, each stay in a queue counted."""


class QueueFiguresAnswer(_Came):
    """A queue's day."""

    queue: str = Field(examples=["social_insurance"])
    name: Name
    zone: str | None


class WindowFiguresAnswer(_Ends):
    """A window's day."""

    window: int = Field(examples=[3])
    zone: str | None
    clerks: list[str] = Field(description="Numbers of the clerks who called there.", examples=[["0301"]])


class SeriesAnswer(Answer):
    """The numbers that were given out with a prefix."""

    prefix: str = Field(examples=["A"])
    first: str = Field(description="Of the running series; empty: it did not begin.", examples=["A001"])
    last: str = Field(description="Of the running series; empty: it did not begin.", examples=["A017"])
    count: Count = Field(description="Those of kiosks' number blocks included.")


class SlipsAnswer(Answer):
    """How the printing of the day's slips ended."""

    printed: Count
    failed: Count
    unknown: Count
    pending: Count = Field(description="Nothing was heard of them.")
    none: Count = Field(description="Tickets that nobody printed a slip of.")
    printed_share: ShareAnswer = Field(description="`printed` of the tickets that were to have a slip.")


class DayAnswer(Answer):
    """A business date in figures; of the tickets of that date, whenever they were served."""

    date: DayText
    at: Instant = Field(description="When it was counted.")
    complete: Complete
    hall: str
    name: HallName
    tickets: Count = Field(description="How many numbers were given out.")
    series: list[SeriesAnswer]
    total: TotalAnswer
    queues: list[QueueFiguresAnswer] = Field(description="Every queue, in the hall file's order.")
    windows: list[WindowFiguresAnswer] = Field(description="Windows that called somebody, by number.")
    slips: SlipsAnswer


class OwnServingAnswer(Answer):
    """How long visitors were at the clerk's window, suspensions left out."""

    mean_s: int | None = Field(description="Seconds, rounded; `null` where there are none.", examples=[412])


class OwnItemAnswer(Answer):
    """What a clerk finished of one queue and item."""

    queue: str = Field(examples=["social_insurance"])
    item: str | None = Field(description="Id of the item, `null` where it is not known.")
    finished: Count
    serving: OwnServingAnswer


class MineAnswer(Answer):
    """A clerk's own business date so far."""

    date: DayText
    at: Instant = Field(description="When it was counted.")
    clerk: str = Field(examples=["0301"])
    finished: Count = Field(description="Visits finished at windows by this clerk, whenever they began.")
    serving: OwnServingAnswer
    items: list[OwnItemAnswer] = Field(description="By queue and item, most first.")


class CaseAnswer(Answer):
    """A finished visit to be rung up."""

    ticket: TicketId
    number: Number
    queue: str
    queue_name: Name
    item: str | None
    item_name: Name
    department: str | None = Field(description="Whose matter it was, as far as that is known.")
    department_name: Name
    window: int | None
    ended_at: Instant
    level: int | None = Field(
        description="The worst rating of the visit; `null` where there is none, and for guides.", ge=1, le=5
    )
    phone: str | None = Field(
        description="Masked; `null` if none was left or it is erased.", examples=["138****8000"]
    )


class CallbacksAnswer(Answer):
    """Whom to ring up about a day."""

    hall: str
    name: HallName
    date: DayText
    at: Instant = Field(description="When it was drawn.")
    complete: Complete
    seed: str = Field(description="The same again draws the same visits of a day that is over.")
    count: int = Field(description="How many were asked for.")
    finished: Count = Field(description="How many visits they were drawn from.")
    cases: list[CaseAnswer]


def share_json(count: int, of: int) -> dict[str, Any]:
    """Return so many of so many; in whole numbers: 0.29 * 1000 is 290 minus a little."""
    return {"count": count, "of": of, "percent": count * 1000 // of / 10 if of else None}


def _serving(mean: Mean) -> dict[str, Any]:
    return {"mean_s": mean.mean_s, "of": mean.of}


def _ends(figures: Figures) -> dict[str, Any]:
    return {
        "walk_ins": figures.walk_ins,
        "called": figures.called,
        "served": figures.served,
        "passed": figures.passed,
        "moved": figures.moved,
        "void": figures.void,
        "open": figures.open,
        "passed_share": share_json(figures.passed, figures.called),
        "serving": _serving(figures.serving),
    }


def _came(figures: Figures) -> dict[str, Any]:
    longest = round(figures.wait.longest_s) if figures.wait.of else None
    wait = _serving(figures.wait) | {"longest_s": longest}
    return _ends(figures) | {"taken": figures.taken, "joined": figures.joined, "wait": wait}


def _slips(figures: DayFigures) -> dict[str, Any]:
    by_state = {state.value if state else NO_SLIP: count for state, count in figures.slips.items()}
    printed = figures.slips[SlipState.PRINTED]
    return by_state | {"printed_share": share_json(printed, figures.slips_wanted)}


def day_json(figures: DayFigures, hall: Hall, day: date, *, at: datetime, complete: bool) -> dict[str, Any]:
    """Return the figures of a day; what the hall has given up since comes last and has no name."""
    return {
        "date": day.isoformat(),
        "at": to_text(at),
        "complete": complete,
        "hall": hall.id,
        "name": dict(hall.name),
        "tickets": figures.tickets,
        "series": [
            {"prefix": each.prefix, "first": each.first, "last": each.last, "count": each.count}
            for each in figures.series
        ],
        "total": _came(figures.total),
        "queues": list(_queues(figures, hall)),
        "windows": [_window(hall, number, each) for number, each in sorted(figures.windows.items())],
        "slips": _slips(figures),
    }


def mine_json(own: Sequence[OwnFinished], clerk: str, day: date, *, at: datetime) -> dict[str, Any]:
    """Return a clerk's own day so far."""
    finished, served_s = sum(each.count for each in own), sum(each.served_s for each in own)
    return {
        "date": day.isoformat(),
        "at": to_text(at),
        "clerk": clerk,
        "finished": finished,
        "serving": _own_serving(finished, served_s),
        "items": [
            {
                "queue": each.queue,
                "item": each.item,
                "finished": each.count,
                "serving": _own_serving(each.count, each.served_s),
            }
            for each in own
        ],
    }


def _own_serving(count: int, served_s: float) -> dict[str, Any]:
    return {"mean_s": Mean(served_s, count).mean_s}


def _queues(figures: DayFigures, hall: Hall) -> Iterable[dict[str, Any]]:
    known = {queue.id: queue for queue in hall.queues}
    for queue in (*known, *sorted(figures.queues.keys() - known.keys())):
        name = dict(known[queue].name) if queue in known else None
        of_queue = figures.queues.get(queue, Figures())
        yield _came(of_queue) | {"queue": queue, "name": name, "zone": hall.zone_of(queue)}


def _window(hall: Hall, number: int, figures: WindowFigures) -> dict[str, Any]:
    zone = next((window.zone for window in hall.windows if window.number == number), None)
    return _ends(figures) | {"window": number, "zone": zone, "clerks": sorted(figures.clerks)}


def callbacks_json(
    cases: Sequence[FinishedCase],
    hall: Hall,
    *,
    phones: Sequence[str | None],
    department: Callable[[FinishedCase], str | None],
    levels: bool,
    **of: Any,
) -> dict[str, Any]:
    """Return whom to ring up.

    Args:
        phones: Of each case, masked.
        levels: Whether who asks may see who rated how.
        of: What else is said of the draw.
    """
    names = _names(hall)
    told = [
        {
            "ticket": case.ticket,
            "number": case.number,
            "queue": case.queue,
            "queue_name": names["queue"].get(case.queue),
            "item": case.item,
            "item_name": names["item"].get(case.item),
            "department": department(case),
            "department_name": names["department"].get(department(case)),
            "window": case.window,
            "ended_at": to_text(case.ended_at),
            "level": case.level if levels else None,
            "phone": phone,
        }
        for case, phone in zip(cases, phones, strict=True)
    ]
    return {"hall": hall.id, "name": dict(hall.name), **of, "cases": told}


def _names(hall: Hall) -> dict[str, dict[str | None, dict[str, str]]]:
    return {
        "queue": {each.id: dict(each.name) for each in hall.queues},
        "item": {each.id: dict(each.name) for each in hall.items},
        "department": {each.id: dict(each.name) for each in hall.departments},
    }
