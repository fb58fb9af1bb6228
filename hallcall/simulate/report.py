"""What a simulated day showed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from hallcall.simulate.process import Used
from hallcall.simulate.voice import Channel

LATE_MOST_MS = 100.0
"""A load that is itself later than that cannot say what was late."""


@dataclass(frozen=True, slots=True)
class Spread:
    """Mean, median and tails of some figures.

    Attributes:
        count: Of how many.
    """

    count: int
    mean: float
    p50: float
    p90: float
    p99: float
    most: float

    def to_json(self) -> dict[str, float]:
        """Return the figures, rounded."""
        return {name: round(value, 3) for name, value in asdict(self).items()}


def spread(figures: Sequence[float]) -> Spread:
    """Return how some figures are spread; none of them is no spread at all."""
    if not figures:
        return Spread(0, 0.0, 0.0, 0.0, 0.0, 0.0)
    ordered = sorted(figures)

    def at(part: float) -> float:
        return ordered[min(len(ordered) - 1, int(len(ordered) * part))]

    mean = sum(ordered) / len(ordered)
    return Spread(len(ordered), mean, at(0.5), at(0.9), at(0.99), ordered[-1])


@dataclass(frozen=True, slots=True)
class DeviceFigures:
    """What the devices of a day did.

    Attributes:
        slips: Tickets by how their slip ended.
        copies: Slips that a guide had printed again.
        broken: How often a printer had each fault.
        sign_texts: How often signs were told what to show.
        sign_looks: How often one was held against its window.
        pads: Windows whose clerk calls by a keypad.
        pressed_again: Keys that were pressed again, because nothing came of them.
        messages: Of every kind.
        called_by_message_ms: From the call to the message "come now", milliseconds of the wall.
    """

    printers: int
    slips: Mapping[str, int]
    copies: int
    broken: Mapping[str, int]
    signs: int
    sign_texts: int
    sign_looks: int
    pads: int
    pad_calls: int
    pressed_again: int
    messages: int
    called_by_message_ms: Spread

    def to_json(self) -> dict[str, Any]:
        """Return the figures as JSON-ready values."""
        return asdict(self) | {"called_by_message_ms": self.called_by_message_ms.to_json()}


@dataclass(frozen=True, slots=True)
class Report:
    """What a simulated day showed.

    Attributes:
        visitors: How many were to come.
        tickets: How many got a ticket.
        connections: How many were open at once when the day began.
        took_s: How long it took, by the wall.
        open_s: For how long the hall was open, seconds of the day.
        counts: Events by their kind.
        deliveries: How often an event was told to a screen.
        answers_ms: By what was asked: how long the answers took, milliseconds of the wall.
        refused: Of them refused by a rule of the hall, by the refusal's key.
        waits_min: By zone, and of all (``""``): from joining a queue to the call, minutes of the day.
        call_to_screen_ms: From the key to each screen that shows the call, milliseconds of the wall.
        channels: Each zone's loudspeaker.
        one_channel: A single loudspeaker for the whole hall, that would be.
        faults: What must not happen, by its kind.
        told: Sentences about the first ones.
        core: What the core used while the day went by; ``None``: it runs elsewhere.
        load: What the visitors, clerks and screens used.
        devices: What the devices did; ``None``: there were none.
        late_ms: How late the load itself was at worst: what it measures cannot be surer.
    """

    hall: str
    visitors: int
    seed: int
    speed: float
    windows: int
    connections: int
    took_s: float
    open_s: float
    tickets: int
    counts: Mapping[str, int]
    deliveries: int
    answers_ms: Mapping[str, Spread]
    refused: Mapping[str, int]
    waits_min: Mapping[str, Spread]
    call_to_screen_ms: Spread
    channels: Mapping[str, Channel]
    one_channel: Channel
    faults: Mapping[str, int]
    told: Sequence[str]
    core: Used | None
    load: Used | None
    late_ms: float
    devices: DeviceFigures | None = None

    @property
    def answers(self) -> int:
        """How many requests were answered."""
        return sum(took.count for took in self.answers_ms.values())

    @property
    def busy(self) -> bool:
        """Whether the machine was too busy with other things for its milliseconds to mean much."""
        return self.late_ms > LATE_MOST_MS

    @property
    def ok(self) -> bool:
        """Whether nothing was lost or late."""
        return not self.faults

    @property
    def core_share(self) -> float | None:
        """Which part of one processor core the hall's core used."""
        return None if self.core is None else self.core.cpu_s / self.took_s

    def to_json(self) -> dict[str, Any]:
        """Return the report as JSON-ready values."""
        as_they_are = (
            *("hall", "visitors", "seed", "speed", "windows", "connections", "tickets"),
            *("answers", "deliveries", "open_s"),
        )
        return {
            **{name: getattr(self, name) for name in as_they_are},
            "took_s": round(self.took_s, 1),
            "counts": dict(self.counts),
            "refused": dict(self.refused),
            "answers_ms": {kind: took.to_json() for kind, took in self.answers_ms.items()},
            "waits_min": {zone: waits.to_json() for zone, waits in self.waits_min.items()},
            "call_to_screen_ms": self.call_to_screen_ms.to_json(),
            "channels": {zone: each.to_json(self.open_s) for zone, each in self.channels.items()},
            "one_channel": self.one_channel.to_json(self.open_s),
            "faults": dict(self.faults),
            "told": list(self.told),
            "core": _used(self.core, self.took_s),
            "load": _used(self.load, self.took_s),
            "devices": self.devices.to_json() if self.devices else None,
            "late_ms": round(self.late_ms, 1),
            "busy": self.busy,
            "ok": self.ok,
        }


def _used(used: Used | None, took_s: float) -> dict[str, float] | None:
    if used is None:
        return None
    share = round(used.cpu_s / took_s, 3)
    return {"cpu_s": round(used.cpu_s, 2), "share": share, "peak_mb": round(used.peak_mb, 1)}
