"""Devices in the database."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from core.domain.clock import from_text, to_text
from core.domain.device import Device, DeviceKind, DeviceState, Told
from core.store.prepared import Prepared
from core.store.rows import Row, text_or_none
from core.store.tables import devices
from core.store.transaction import SqlTransaction

P = bindparam

_OF_MACHINE = (devices.c.hall == P("of_hall"), devices.c.machine == P("of_machine"))
_ONE = (*_OF_MACHINE, devices.c.name == P("of_name"))
_CHANGES = ("kind", "state", "key", "detail", "since", "heard_at", "every_s", "said_by", "told_state")

ALL_DEVICES = Prepared(select(devices).where(devices.c.hall == P("of_hall")))
DEVICES_OF = Prepared(select(devices).where(*_OF_MACHINE))
ADD_DEVICE = Prepared(insert(devices))
SET_DEVICE = Prepared(
    update(devices)
    .where(*_ONE)
    .values({name: P(f"new_{name}") for name in (*_CHANGES, "told_key", "told_at")})
)
FORGET_DEVICE = Prepared(delete(devices).where(*_ONE))


class SqlDevices:
    """The :class:`core.app.ports.Devices` of one command."""

    def __init__(self, transaction: SqlTransaction) -> None:
        self._t = transaction

    def of_machine(self, machine: str | None) -> list[Device]:
        """Select the devices of a machine, or of all of them."""
        return select_devices(self._t.connection, self._t.id, machine)

    def save(self, device: Device) -> None:
        """Update a device, or insert it."""
        place = {"of_hall": self._t.id, "of_machine": device.machine, "of_name": device.name}
        values = _values(device)
        new = {f"new_{name}": value for name, value in values.items()}
        if not self._t.change(SET_DEVICE, **place, **new):
            self._t.change(ADD_DEVICE, hall=self._t.id, machine=device.machine, name=device.name, **values)

    def forget(self, device: Device) -> None:
        """Delete a device."""
        self._t.change(FORGET_DEVICE, of_hall=self._t.id, of_machine=device.machine, of_name=device.name)


def select_devices(connection: Connection, hall: str, machine: str | None = None) -> list[Device]:
    """Select the devices of a machine, or of all of them, by their names."""
    if machine is None:
        rows = ALL_DEVICES(connection, of_hall=hall).mappings()
    else:
        rows = DEVICES_OF(connection, of_hall=hall, of_machine=machine).mappings()
    # Databases sort letters each in their own way.
    return sorted(map(_device_of, rows), key=lambda device: (device.machine, device.name))


def _values(device: Device) -> dict[str, Any]:
    """Return the columns of a device but those that name it."""
    told = device.told
    return {
        "kind": device.kind.value,
        "state": device.state.value,
        "key": device.key,
        "detail": device.detail,
        "since": to_text(device.since),
        "heard_at": to_text(device.heard_at),
        "every_s": device.every_s,
        "said_by": device.by,
        "told_state": told.state.value if told else None,
        "told_key": told.key if told else None,
        "told_at": text_or_none(told.at if told else None),
    }


def _device_of(row: Row) -> Device:
    """Return the device of a row of ``devices``."""
    told = None
    if row["told_at"] is not None:
        told = Told(DeviceState(row["told_state"]), row["told_key"], from_text(row["told_at"]))
    return Device(
        machine=row["machine"],
        name=row["name"],
        kind=DeviceKind(row["kind"]),
        state=DeviceState(row["state"]),
        since=from_text(row["since"]),
        heard_at=from_text(row["heard_at"]),
        every_s=row["every_s"],
        by=row["said_by"],
        key=row["key"],
        detail=row["detail"],
        told=told,
    )
