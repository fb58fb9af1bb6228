"""The devices of a console and its line to the core, as the clerk sees them; pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What stands at a window, in the order in which it is shown."""

    PRINTER = "printer"
    KEYPAD = "keypad"
    RATER = "rater"
    CARD_READER = "card_reader"


class Well(StrEnum):
    """How a device is; each has a word and a shape of its own."""

    READY = "ready"
    STARTING = "starting"
    DEGRADED = "degraded"
    GONE = "gone"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class DeviceRow:
    """One device.

    Attributes:
        name: As the device file names it, ``""``: there is none of this kind here.
    """

    kind: Kind
    name: str
    well: Well


@dataclass(frozen=True, slots=True)
class LinkState:
    """How the line to the core is.

    Attributes:
        heard_at: ``hh:mm`` of the hall when the core was heard last, ``""``: never.
    """

    live: bool
    degraded: bool
    heard_at: str


Source = Callable[[], Iterable[DeviceRow]]
"""Tells how some of the console's devices are now; asked while they are looked at."""


def device_rows(told: Sequence[DeviceRow]) -> tuple[DeviceRow, ...]:
    """Return a row of each device, and one of each kind of which there is none."""
    rows: list[DeviceRow] = []
    for kind in Kind:
        rows += [each for each in told if each.kind is kind] or [DeviceRow(kind, "", Well.NONE)]
    return tuple(rows)
