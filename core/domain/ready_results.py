"""Which results can be collected, as the screens see it: a part of the floor, kept up by folding events."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from core.domain.clock import from_text, to_text
from core.domain.event import Event, EventKind
from core.domain.privacy import Erased
from core.domain.result import Result

if TYPE_CHECKING:
    from core.domain.scope import Scope

RESULTS_TOLD = 60
"""So many newest results of each zone a snapshot lists; of the others it tells how many they are."""


@dataclass(frozen=True, slots=True)
class ResultView:
    """One result as a screen lists it.

    Attributes:
        window: Where it is collected; ``None``: at any window of ``queue``.
        at: Since when.
        day: Business date of the ticket whose number it is, ``None`` for another text.
    """

    id: str
    text: str
    zone: str
    window: int | None
    queue: str | None
    at: datetime
    day: date | None = None


@dataclass
class ReadyResults:
    """The results that can be collected.

    The core has all of them listed; a screen has those of its snapshot and whatever came since.

    Attributes:
        listed: By id, oldest first.
        more: Zone id to how many older ones are not listed.
    """

    listed: dict[str, ResultView] = field(default_factory=dict)
    more: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, results: Iterable[Result]) -> ReadyResults:
        """Return the list of results, oldest first."""
        return cls({each.id: view_of(each) for each in results})

    def newest(self, zone: str | None = None) -> list[ResultView]:
        """Return those of a zone or of the whole hall, newest first."""
        return [each for each in reversed(self.listed.values()) if zone in (None, each.zone)]

    def count(self, zone: str | None = None) -> int:
        """Return how many there are in a zone or in the whole hall, listed or not."""
        return len(self.newest(zone)) + sum(n for each, n in self.more.items() if zone in (None, each))

    def apply(self, event: Event) -> None:
        """Fold one event; most are not about results."""
        if event.kind is EventKind.RESULT_READY:
            self.listed[event.data["result"]] = _view_of_event(event)
        elif event.kind in GONE:
            if self.listed.pop(event.data["result"], None) is None:
                self._fewer(event.zone or "", 1)
        elif event.kind is EventKind.ERASED and event.data["what"] == Erased.RESULTS:
            self._erased(from_text(event.data["ready_before"]), event.data["zones"])

    def narrow(self, scope: Scope) -> ReadyResults:
        """Return what a screen of that scope shows; called where all of them are listed."""
        return ReadyResults(
            {
                each.id: each
                for each in self.listed.values()
                if each.queue in scope.queues or each.window in scope.windows
            }
        )

    def to_json(self) -> dict[str, Any]:
        """Return the newest of each zone and how many others there are, as a snapshot tells them."""
        told: list[ResultView] = []
        counts: dict[str, int] = {}
        more = dict(self.more)
        for each in reversed(self.listed.values()):
            counts[each.zone] = counts.get(each.zone, 0) + 1
            if counts[each.zone] <= RESULTS_TOLD:
                told.append(each)
            else:
                more[each.zone] = more.get(each.zone, 0) + 1
        return {"results": [_to_json(each) for each in told], "results_more": more}

    def _fewer(self, zone: str, count: int) -> None:
        left = self.more.get(zone, 0) - count
        if left > 0:
            self.more[zone] = left
        else:
            self.more.pop(zone, None)

    def _erased(self, before: datetime, zones: Mapping[str, int]) -> None:
        left = dict(zones)
        for each in [each for each in self.listed.values() if each.at < before]:
            del self.listed[each.id]
            left[each.zone] = left.get(each.zone, 0) - 1
        for zone, count in left.items():
            self._fewer(zone, count)


GONE = frozenset({EventKind.RESULT_COLLECTED, EventKind.RESULT_WITHDRAWN})
"""Events after which a result is not there any more."""


def view_of(result: Result) -> ResultView:
    """Return a result as a screen lists it."""
    return ResultView(
        result.id,
        result.text,
        result.zone,
        result.window,
        result.queue,
        result.ready_at,
        result.day,
    )


def results_from_json(json: Mapping[str, Any]) -> ReadyResults:
    """Return the results of a snapshot; a core of before tells none."""
    told = [_from_json(each) for each in reversed(json.get("results", ()))]
    return ReadyResults({each.id: each for each in told}, dict(json.get("results_more", {})))


def _view_of_event(event: Event) -> ResultView:
    data = event.data
    return ResultView(
        data["result"],
        data.get("text", ""),
        event.zone or "",
        event.window,
        data.get("queue"),
        event.at,
        _day(data.get("date")),
    )


def _to_json(view: ResultView) -> dict[str, Any]:
    return {
        "id": view.id,
        "text": view.text,
        "zone": view.zone,
        "window": view.window,
        "queue": view.queue,
        "at": to_text(view.at),
        "date": view.day.isoformat() if view.day else None,
    }


def _from_json(json: Mapping[str, Any]) -> ResultView:
    return ResultView(
        json["id"],
        json["text"],
        json["zone"],
        json["window"],
        json["queue"],
        from_text(json["at"]),
        _day(json["date"]),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
