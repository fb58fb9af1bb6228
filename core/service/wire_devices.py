"""Bodies of requests and answers about devices."""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import Field, model_validator

from core.domain.clock import to_text
from core.domain.device import Device, DeviceKind, DeviceState, Said
from core.service.answers import Answer, Instant
from core.service.bodies import shown
from core.service.wire import Body, Id

DEVICES_MOST = 100
"""So many devices one machine tells of: a bus of signs or keypads is one."""
EVERY_MOST_S = 3600
DETAIL_MOST = 200

_PRINTER: dict[str, Any] = {
    "name": "取号机一",
    "kind": "printer",
    "state": "degraded",
    "key": "printer.paper_out",
    "detail": "",
}


class DeviceBody(Body):
    """One device as its machine finds it."""

    model_config = shown(_PRINTER)

    name: Annotated[Id, Field(description="As the machine's device file names it.")]
    kind: DeviceKind
    state: DeviceState
    key: Annotated[
        str,
        Field(max_length=64, pattern=r"^[a-z0-9_.]*$", description="Key of what is wrong; empty: nothing."),
    ] = ""
    detail: Annotated[
        str,
        Field(max_length=DETAIL_MOST, pattern=r"^[^\x00-\x1f\x7f]*$", description="For the support line."),
    ] = ""

    def said(self) -> Said:
        """Return what the machine says."""
        return Said(self.name, self.kind, self.state, self.key, self.detail)


class DevicesBody(Body):
    """Every device of a machine: one that is not in the list is forgotten."""

    model_config = shown({"machine": "kiosk-1", "every_s": 60, "devices": [_PRINTER]})

    machine: Annotated[Id, Field(description="The machine's name, the same each time.", examples=["kiosk-1"])]
    every_s: Annotated[
        int,
        Field(
            ge=1, le=EVERY_MOST_S, description="It reports so often at least; thrice as long: it is silent."
        ),
    ] = 60
    devices: Annotated[list[DeviceBody], Field(max_length=DEVICES_MOST)]

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        if len({each.name for each in self.devices}) < len(self.devices):
            raise ValueError("name each device once")
        return self


class DeviceAnswer(Answer):
    """A device as its machine last said."""

    machine: str = Field(examples=["kiosk-1"])
    name: str = Field(examples=["取号机一"])
    kind: DeviceKind
    state: DeviceState
    key: str = Field(description="Key of what is wrong; empty: nothing.", examples=["printer.paper_out"])
    detail: str = Field(description="For the support line.", examples=[""])
    since: Instant = Field(description="Since when it is so.")
    heard_at: Instant = Field(description="When its machine was last heard, to a tenth of `every_s`.")
    every_s: int = Field(ge=1, description="Its machine reports so often at least, seconds.", examples=[60])
    by: str = Field(description="Who said it; `core`: its machine is silent.", examples=["kiosk:kiosk-1"])


class DevicesAnswer(Answer):
    """Devices, by machine and name."""

    devices: list[DeviceAnswer]


def devices_json(devices: list[Device]) -> dict[str, Any]:
    """Return devices as answers show them, without those that were removed."""
    return {"devices": [_device_json(device) for device in devices if not device.is_removed]}


def _device_json(device: Device) -> dict[str, Any]:
    return {
        "machine": device.machine,
        "name": device.name,
        "kind": device.kind.value,
        "state": device.state.value,
        "key": device.key,
        "detail": device.detail,
        "since": to_text(device.since),
        "heard_at": to_text(device.heard_at),
        "every_s": device.every_s,
        "by": device.by,
    }
