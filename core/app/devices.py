"""Keep what machines say of their devices, and notice the machines that say nothing any more."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from core.app.ports import UnitOfWork
from core.domain.device import Device, Said, new_device, next_due
from core.domain.event import EventKind


def report_devices(
    uow: UnitOfWork, *, machine: str, every_s: int, said: Sequence[Said], by: str
) -> list[Device]:
    """Keep what a machine says of all its devices, and return them; those it no longer has are among them.

    Args:
        said: Every device of the machine: one that is not among them is forgotten.
        every_s: So often the machine reports at least, seconds.
    """
    known = {device.name: device for device in uow.devices.of_machine(machine)}
    reported = {each.name for each in said}
    kept: list[Device | None] = []
    for each in said:
        before = known.get(each.name)
        if before is None:
            after = new_device(machine, each, every_s=every_s, by=by, now=uow.now)
        else:
            after = before.said(each, every_s=every_s, by=by, now=uow.now)
        kept.append(_keep(uow, before, after))
    missing = [device for device in known.values() if device.name not in reported]
    kept += [_keep(uow, device, device.removed(by=by, now=uow.now)) for device in missing]
    return sorted((device for device in kept if device is not None), key=lambda device: device.name)


def tend_devices(uow: UnitOfWork, *, listening_since: datetime) -> datetime | None:
    """Do what is due with the devices, and return when something is due again.

    Devices of silent machines are gone, changes that came too fast are told, removed devices are forgotten.

    Args:
        listening_since: Since when machines could be heard at all.
    """
    found = uow.devices.of_machine(None)
    kept = [_keep(uow, device, device.as_of(uow.now, listening_since)) for device in found]
    return next_due((device for device in kept if device is not None), listening_since)


def _keep(uow: UnitOfWork, before: Device | None, after: Device) -> Device | None:
    """Keep a device as it is now, tell the feed of it if it is time, and return what is kept of it."""
    tell_at, forget_at = after.tell_at(), after.forget_at()
    if tell_at is not None and tell_at <= uow.now:
        after = after.told_at(uow.now)
        _tell(uow, after)
    if forget_at is not None and forget_at <= uow.now:
        uow.devices.forget(after)
        return None
    if after != before:
        uow.devices.save(after)
    return after


def _tell(uow: UnitOfWork, device: Device) -> None:
    data = {
        "machine": device.machine,
        "name": device.name,
        "kind": device.kind.value,
        "state": device.state.value,
        "key": device.key,
        "by": device.by,
    }
    uow.events.append(EventKind.DEVICE_CHANGED, data=data)
