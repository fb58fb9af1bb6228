"""What the core reports of a day, as what the closing slip and the call-back list are made from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from core.domain.clock import from_text
from core.domain.hall import Hall

if TYPE_CHECKING:
    from hardware.slip.callbacks import CallBack
    from hardware.slip.closing import DayClosed

DAY = "/api/reports/day"
CALLBACKS = "/api/reports/callbacks"


def day_closed(answer: Mapping[str, Any], hall: Hall) -> DayClosed:
    """Return the day of the answer to ``GET /api/reports/day``."""
    from hardware.slip.closing import DayClosed, QueueOfDay

    names = {queue.id: queue.name for queue in hall.queues}
    queues = tuple(
        QueueOfDay(
            name=names.get(each["queue"], {hall.languages[0]: each["queue"]}),
            taken=each["taken"],
            served=each["served"],
            passed=each["passed"],
            void=each["void"],
            first=each["first"] or "",
            last=each["last"] or "",
        )
        for each in answer["queues"]
    )
    windows = tuple((each["window"], each["served"]) for each in answer["windows"])
    unprinted = tuple(each["number"] for each in answer["slips"])
    return DayClosed(date.fromisoformat(answer["day"]), queues, unprinted, windows)


def call_backs(answer: Mapping[str, Any], hall: Hall) -> tuple[CallBack, ...]:
    """Return the calls of the answer to ``GET /api/reports/callbacks``."""
    from hardware.slip.callbacks import CallBack

    items = {item.id: item.name for item in hall.items}
    matters = {matter.id: matter.name for matter in hall.matters}
    queues = {queue.id: queue.name for queue in hall.queues}
    return tuple(
        CallBack(
            number=each["number"],
            matter=matters.get(each["matter"]) or items.get(each["item"]) or queues.get(each["queue"], {}),
            window=each["window"],
            at=from_text(each["at"]),
            phone=each["phone"],
        )
        for each in answer["callbacks"]
    )
