"""What is known of the hall's devices: printers, readers, signs and whatever else a machine looks after."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

TELL_EVERY = timedelta(seconds=5)
"""A device is told of once in so long at most, as it is then: a loose plug must not flood the feed."""
SILENT_AFTER = 3
"""A machine that has missed so many of its reports is silent."""
HEARD_AGAIN = 10
"""That a machine was heard is noted anew after such a part of the time between its reports."""

REMOVED = "device.removed"
MACHINE_SILENT = "device.machine_silent"


class DeviceKind(StrEnum):
    """What a device is; the values are the words on the wire and in the database."""

    PRINTER = "printer"
    CARD_READER = "card_reader"
    SCANNER = "scanner"
    SIGNS = "signs"
    KEYPADS = "keypads"
    MODEM = "modem"
    GATEWAY = "gateway"
    VOICE = "voice"
    KIOSK = "kiosk"


class DeviceState(StrEnum):
    """How a device is; the values are the words on the wire and in the database.

    ``DEGRADED``: it is there and wants something, or answers no question. ``GONE``: it cannot be reached.
    """

    STARTING = "starting"
    READY = "ready"
    DEGRADED = "degraded"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Said:
    """What a machine says of one of its devices.

    Attributes:
        key: Stable message key of what is wrong, e.g. ``"printer.paper_out"``; empty where nothing is.
        detail: For the support line.
    """

    name: str
    kind: DeviceKind
    state: DeviceState
    key: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What the feed was last told of a device."""

    state: DeviceState
    key: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Device:
    """A device as the machine that looks after it last said.

    Attributes:
        machine: Name of the machine.
        name: Name of the device; no two of a machine have the same.
        since: Since when it is in this state for this reason, UTC.
        heard_at: When the machine was last heard, UTC; it may be later by a tenth of ``every_s``.
        every_s: The machine reports so often at least, seconds.
        by: Who said it, e.g. ``"kiosk:kiosk-1"``; ``"core"`` where the machine is silent.
        told: What the feed was told; ``None``: nothing yet.
    """

    machine: str
    name: str
    kind: DeviceKind
    state: DeviceState
    since: datetime
    heard_at: datetime
    every_s: int
    by: str
    key: str = ""
    detail: str = ""
    told: Told | None = None

    @property
    def is_removed(self) -> bool:
        """Whether its machine has no such device any more."""
        return self.key == REMOVED

    @property
    def is_silent(self) -> bool:
        """Whether it is gone because nothing is heard of its machine."""
        return self.key == MACHINE_SILENT

    def said(self, said: Said, *, every_s: int, by: str, now: datetime) -> Device:
        """Return it as its machine says that it is; the very same where that says nothing new."""
        after = replace(self, kind=said.kind, every_s=every_s, by=by, detail=said.detail)
        after = after._in(said.state, said.key, now)
        heard_lately = now - self.heard_at < timedelta(seconds=every_s / HEARD_AGAIN)
        return self if after == self and heard_lately else replace(after, heard_at=now)

    def removed(self, *, by: str, now: datetime) -> Device:
        """Return it as one that its machine no longer has."""
        if self.is_removed:
            return self
        return replace(self, by=by, heard_at=now, detail="")._in(DeviceState.GONE, REMOVED, now)

    def as_of(self, now: datetime, listening_since: datetime) -> Device:
        """Return it as it is if nothing more was heard of its machine until now.

        Args:
            listening_since: Since when machines could be heard at all.
        """
        silent_at = self.silent_at(listening_since)
        if silent_at is None or now < silent_at:
            return self
        return replace(self, by="core", detail="")._in(DeviceState.GONE, MACHINE_SILENT, now)

    def silent_at(self, listening_since: datetime) -> datetime | None:
        """Return when its machine counts as silent if nothing more is heard of it."""
        if self.is_silent or self.is_removed:
            return None
        return max(self.heard_at, listening_since) + timedelta(seconds=self.every_s) * SILENT_AFTER

    def tell_at(self) -> datetime | None:
        """Return from when on the feed may be told how it is, ``None`` if it has been."""
        if self.told is None:
            return self.since
        if (self.told.state, self.told.key) == (self.state, self.key):
            return None
        return self.told.at + TELL_EVERY

    def told_at(self, now: datetime) -> Device:
        """Return it as one of which the feed is told now."""
        return replace(self, told=Told(self.state, self.key, now))

    def forget_at(self) -> datetime | None:
        """Return when nobody needs to remember it: not at once, lest it comes and goes all the time."""
        if not self.is_removed or self.told is None or self.tell_at() is not None:
            return None
        return self.told.at + TELL_EVERY

    def next_at(self, listening_since: datetime) -> datetime | None:
        """Return when something is due if nothing more is heard."""
        dues = (self.silent_at(listening_since), self.tell_at(), self.forget_at())
        return min((due for due in dues if due is not None), default=None)

    def _in(self, state: DeviceState, key: str, now: datetime) -> Device:
        if (state, key) == (self.state, self.key):
            return self
        return replace(self, state=state, key=key, since=now)


def new_device(machine: str, said: Said, *, every_s: int, by: str, now: datetime) -> Device:
    """Return a device that nothing was known of."""
    return Device(
        machine=machine,
        name=said.name,
        kind=said.kind,
        state=said.state,
        since=now,
        heard_at=now,
        every_s=every_s,
        by=by,
        key=said.key,
        detail=said.detail,
    )


def next_due(devices: Iterable[Device], listening_since: datetime) -> datetime | None:
    """Return when something is due with any of the devices if nothing more is heard."""
    dues = (device.next_at(listening_since) for device in devices)
    return min((due for due in dues if due is not None), default=None)
