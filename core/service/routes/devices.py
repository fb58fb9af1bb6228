"""Devices: machines tell how theirs are, staff looks."""

from __future__ import annotations

import asyncio
from functools import partial

from fastapi import APIRouter
from fastapi.responses import JSONResponse

from core.app.devices import report_devices
from core.service.routes.deps import CoreDep, GrantDep, reply
from core.service.wire_devices import DevicesAnswer, DevicesBody, devices_json

router = APIRouter(prefix="/api/devices", tags=["devices"])


@router.post("", response_model=DevicesAnswer)
async def report(body: DevicesBody, core: CoreDep, grant: GrantDep) -> JSONResponse:
    """Tell how all the devices of a machine are; one that is not in the list is forgotten.

    A machine says so when something has changed, and every `every_s` seconds: one that is not heard for three
    times as long is silent, and its devices are gone. Each change is told on the feed (`device.changed`), of
    one device once in five seconds at most. It takes no idempotency key: the same list again changes nothing.
    A machine that is no more is forgotten with an empty list.
    """
    said = [each.said() for each in body.devices]
    command = partial(report_devices, machine=body.machine, every_s=body.every_s, said=said, by=grant.by)
    kept = await core.run(command)
    core.devices.heard(kept)
    return reply(devices_json(kept))


@router.get("", response_model=DevicesAnswer)
async def get_devices(core: CoreDep) -> JSONResponse:
    """Show how the devices of all machines are."""
    return reply(devices_json(await asyncio.to_thread(core.reader.devices)))
