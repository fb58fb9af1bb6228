"""When something is due with the hall's devices; while nothing is, the database is left alone."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime
from functools import partial
from typing import Any

from core.app.devices import tend_devices
from core.app.ports import Command
from core.app.ports_reader import Reader
from core.domain.device import Device, next_due
from core.service.now import Clock


class DeviceWatch:
    """Lives on the service's event loop.

    Several cores of a hall each have one: what is due is looked at again under the hall's lock, so that it is
    done once, and a machine that was heard by another core is not silent.
    """

    def __init__(self, reader: Reader, clock: Clock) -> None:
        self._reader = reader
        self._clock = clock
        self._listening_since = clock()
        # Nobody has looked yet.
        self._due: datetime | None = self._listening_since

    def was_deaf(self) -> None:
        """Note that no machine could be heard until now: none of them is silent for that."""
        self._listening_since = self._clock()

    def heard(self, devices: Iterable[Device]) -> None:
        """Note what a machine has said of its devices here."""
        self._due_by(next_due(devices, self._listening_since))

    def heard_elsewhere(self) -> None:
        """Note that another core was told of devices: they are looked at soon."""
        self._due_by(self._clock())

    async def tend(self, run: Callable[[Command], Awaitable[Any]]) -> None:
        """Do what is due.

        Raises:
            StoreFailed: It cannot be done now; it is still due.
        """
        if not self._is_due():
            return
        self._due = None
        try:
            self._due_by(next_due(await asyncio.to_thread(self._reader.devices), self._listening_since))
            if self._is_due():
                self._due = None
                self._due_by(await run(partial(tend_devices, listening_since=self._listening_since)))
        except Exception:
            self._due_by(self._clock())
            raise

    def _is_due(self) -> bool:
        return self._due is not None and self._due <= self._clock()

    def _due_by(self, at: datetime | None) -> None:
        if at is not None:
            self._due = at if self._due is None else min(at, self._due)
