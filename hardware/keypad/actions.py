"""What a key can do, in the words of the LAN contract."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Action(Enum):
    """What a key asks for; the values are what settings write."""

    CALL_NEXT = "call-next"
    CALL = "call"
    RECALL = "recall"
    START = "start"
    FINISH = "finish"
    PASS = "pass"  # noqa: S105 - nobody's password
    PUT_BACK = "put-back"
    UNDO = "undo"
    ASK_RATING = "ask-rating"
    SUSPEND = "suspend"
    RESUME = "resume"
    TRANSFER = "transfer"
    WALK_IN = "walk-in"
    OPEN = "open"
    PAUSE = "pause"
    CLOSE = "close"
    RATE = "rate"
    DIGIT = "digit"
    CLEAR = "clear"


NUMBERED = {Action.RATE: (1, 5), Action.DIGIT: (0, 9)}
"""Actions that come with a number, and which: ``rate-1`` to ``rate-5``, ``digit-0`` to ``digit-9``."""


@dataclass(frozen=True, slots=True)
class Act:
    """What one key does.

    Attributes:
        number: The level of ``RATE``, the digit of ``DIGIT``, else ``None``.
    """

    action: Action
    number: int | None = None

    def __post_init__(self) -> None:
        bounds = NUMBERED.get(self.action)
        if bounds is None and self.number is None:
            return
        if bounds is None or self.number is None or not bounds[0] <= self.number <= bounds[1]:
            wanted = f"with a number from {bounds[0]} to {bounds[1]}" if bounds else "without a number"
            raise ValueError(f"{self.action.value} comes {wanted}, not {self.number}")


def act(name: object) -> Act:
    """Read what settings write: ``"call-next"``, ``"rate-5"``.

    Raises:
        ValueError: It is nothing that a key can do.
    """
    if isinstance(name, str):
        stem, _, number = name.rpartition("-")
        if number.isdecimal() and number.isascii() and stem in (one.value for one in NUMBERED):
            return Act(Action(stem), int(number))
        if name in (one.value for one in Action):
            return Act(Action(name))
    raise ValueError(f"{name!r} is no action; known are {', '.join(known_actions())}")


def known_actions() -> list[str]:
    """Return everything that settings may write."""
    plain = [one.value for one in Action if one not in NUMBERED]
    return plain + [f"{one.value}-{low} to {one.value}-{high}" for one, (low, high) in NUMBERED.items()]
