"""The device file of a program that uses some of its devices, and how they are told to the core."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from core.client.devices import DeviceReports
from hardware.devices import DevicesWrong, Entry, load_devices
from hardware.worker import Health


def loaded(path: Path) -> tuple[Entry, ...] | None:
    """Return the devices of a file, ``None`` once its mistakes are said."""
    try:
        return load_devices(path)
    except DevicesWrong as error:
        print(error, file=sys.stderr)
        count = len(error.mistakes)
        print(f"{count} mistake{'s' if count > 1 else ''}; nothing was opened", file=sys.stderr)
    except OSError as error:
        print(f"{path}: {error.strerror}", file=sys.stderr)
    return None


def teller(reports: DeviceReports, kind: str) -> Callable[[str, Health], None]:
    """Return what tells the core how a device of a kind is, by its name; it may be called on any thread."""

    def tell(name: str, health: Health) -> None:
        reports.tell(name, kind, health.state.value, health.key, health.detail)

    return tell
