"""Telling systemd that the keeper is up and lives.

Source: sd_notify(3): a datagram to the socket in NOTIFY_SOCKET; WATCHDOG=1 within WatchdogSec of the unit.
"""

from __future__ import annotations

import os
import socket
import sys
from contextlib import suppress

READY, ALIVE, STOPPING = "READY=1", "WATCHDOG=1", "STOPPING=1"


def tell_systemd(state: str) -> None:
    """Tell it, where a systemd asks to be told; anywhere else nothing happens."""
    address = os.environ.get("NOTIFY_SOCKET", "")
    if sys.platform == "win32" or not address.startswith(("/", "@")):
        return
    with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as line:
        line.connect(address.replace("@", "\0", 1) if address[0] == "@" else address)
        line.sendall(state.encode())
