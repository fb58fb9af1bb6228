"""What the core reports of a day, as what the closing slip and the call-back list are made from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from core.domain.clock import from_text
from core.domain.hall import Hall

if TYPE_CHECKING:
    from hallcall.over_http import OverHttp
    from hardware.slip.callbacks import CallBacks
    from hardware.slip.closing import Counts, DayClosed


def day_closed(core: OverHttp, hall: Hall, day: date) -> DayClosed:
    """Ask the core for a day's figures; the numbers of missing slips it knows of the day that goes on only.

    Raises:
        hallcall.over_http.Refused: The token may not see them.
        hallcall.over_http.Unreachable: There is no core.
    """
    answer = core.get(f"/api/reports/day?{urlencode({'date': day.isoformat()})}")
    missing = () if answer["complete"] else core.get("/api/tickets?slip=missing")["tickets"]
    return read_day(answer, hall, tuple(sorted(each["number"] for each in missing)))


def read_day(answer: Mapping[str, Any], hall: Hall, missing: tuple[str, ...] = ()) -> DayClosed:
    """Return the day of the answer to ``GET /api/reports/day``."""
    from hardware.slip.closing import DayClosed, QueueOfDay

    prefixes = {queue.id: queue.prefix for queue in hall.queues}
    series = {each["prefix"]: each for each in answer["series"]}
    queues = []
    for each in answer["queues"]:
        given = series.get(prefixes.get(each["queue"], ""), {"first": "", "last": ""})
        name = each["name"] or {hall.languages[0]: each["queue"]}
        queues.append(QueueOfDay(name, _counts(each), given["first"], given["last"]))
    slips = answer["slips"]
    return DayClosed(
        date=date.fromisoformat(answer["date"]),
        complete=answer["complete"],
        tickets=answer["tickets"],
        total=_counts(answer["total"]),
        queues=tuple(queues),
        unprinted=slips["failed"] + slips["unknown"] + slips["pending"],
        missing=missing,
        windows=tuple((each["window"], each["served"]) for each in answer["windows"]),
    )


def _counts(values: Mapping[str, Any]) -> Counts:
    from hardware.slip.closing import Counts

    names = ("taken", "joined", "served", "passed", "moved", "void", "open")
    return Counts(**{name: values[name] for name in names})


def call_backs(core: OverHttp, hall: Hall, day: date, count: int | None, seed: str | None) -> CallBacks:
    """Ask the core whom to ring up.

    Raises:
        hallcall.over_http.Refused: The token may not see it.
        hallcall.over_http.Unreachable: There is no core.
    """
    asked = {"date": day.isoformat(), "count": count, "seed": seed}
    said = urlencode({name: value for name, value in asked.items() if value is not None})
    return read_calls(core.get(f"/api/reports/callbacks?{said}"), hall)


def read_calls(answer: Mapping[str, Any], hall: Hall) -> CallBacks:
    """Return the calls of the answer to ``GET /api/reports/callbacks``."""
    from hardware.slip.callbacks import CallBack, CallBacks

    items = {item.id: item.name for item in hall.items}
    queues = {queue.id: queue.name for queue in hall.queues}
    calls = tuple(
        CallBack(
            number=each["number"],
            matter=items.get(each["item"]) or queues.get(each["queue"], {}),
            window=each["window"],
            ended_at=from_text(each["ended_at"]),
            phone=each["phone"] or "",
            level=each["level"],
        )
        for each in answer["cases"]
    )
    return CallBacks(date.fromisoformat(answer["date"]), answer["seed"], answer["finished"], calls)
