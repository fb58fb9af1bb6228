"""What a board asks the core for, beside what the feed tells: expected waits and passed numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil
from typing import Any

Minutes = tuple[int, int]
"""How long somebody who comes now will wait: half of all people less than the first, nine in ten than the
second."""
Waits = tuple[tuple[str, Minutes], ...]
"""By id of the queue; one that the core knows nothing of is not there."""


@dataclass(frozen=True, slots=True)
class PassedView:
    """A number that was passed and has not come back."""

    number: str
    zone: str


def waits_of(answer: Mapping[str, Any]) -> Waits:
    """Return the waits of an answer of ``GET /api/queues``, in whole minutes as slips say them."""
    return tuple(
        (each["id"], (ceil(each["estimate"]["p50_s"] / 60), ceil(each["estimate"]["p90_s"] / 60)))
        for each in answer["queues"]
        if each["estimate"] is not None
    )


def passed_of(answer: Mapping[str, Any]) -> tuple[PassedView, ...]:
    """Return the numbers of an answer of ``GET /api/passed``, newest first."""
    return tuple(PassedView(each["number"], each["zone"]) for each in answer["passed"])
