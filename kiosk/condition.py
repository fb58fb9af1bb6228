"""How everything on this machine is now: what the daily test looks at, and the staff."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from core.client.port import Link
from kiosk.devices import KioskDevices
from kiosk.offline.offline import Offline
from kiosk.self_test import Found, free_bytes


class Condition:
    """Looks at the devices, the line, the clock, the disk, the fonts and the reserved numbers."""

    def __init__(
        self,
        link: Link,
        devices: KioskDevices,
        offline: Offline | None,
        missing_fonts: Sequence[str],
        now: Callable[[], datetime],
    ) -> None:
        """Make it ready.

        Args:
            link: The line to the core.
            devices: The machine's devices.
            offline: What gives numbers without the core; ``None``: this kiosk is set up without.
            missing_fonts: Languages that no font can write.
            now: This machine's time, UTC.
        """
        self._link = link
        self._devices = devices
        self._offline = offline
        self._missing_fonts = tuple(missing_fonts)
        self._now = now

    def found(self) -> Found:
        """Look, at once; nothing is waited for."""
        hall = self._link.hall
        offline = self._offline
        return Found(
            devices=tuple(self._devices.healths),
            live=self._link.live,
            degraded=self._link.degraded,
            clock_off_s=(self._now() - offline.now()).total_seconds() if offline is not None else None,
            free_bytes=free_bytes(Path.home()),
            fonts_missing=tuple(each for each in self._missing_fonts if hall and each in hall.languages),
            offline_left=min(offline.left.values(), default=0) if offline is not None else None,
        )
