"""A system bus of the test's own, and a logind on it that the test holds in its hand."""

from __future__ import annotations

import os
import select
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6 import QtCore
from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusObjectPath, QDBusUnixFileDescriptor

ClassInfo: Any = QtCore.ClassInfo
"""Its own types do not know that it is called."""
SERVICE = "org.freedesktop.login1"
MANAGER_PATH = "/org/freedesktop/login1"
SESSION_PATH = "/org/freedesktop/login1/session/_32"
_BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>system</type><listen>unix:dir={folder}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/></policy></busconfig>"""


@contextmanager
def system_bus(folder: Path) -> Iterator[str]:
    """Run a bus, and give its address."""
    config = folder / "bus.conf"
    config.write_text(_BUS.format(folder=folder))
    command = ["dbus-daemon", f"--config-file={config}", "--nofork", "--print-address=1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as daemon:
        assert daemon.stdout is not None
        try:
            yield daemon.stdout.readline().strip()
        finally:
            daemon.terminate()


@ClassInfo({"D-Bus Interface": f"{SERVICE}.Manager"})
class _Manager(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []
        self.watched: int | None = None

    @Slot(str, result=QDBusObjectPath)
    def GetSession(self, name: str) -> QDBusObjectPath:
        self.asked.append(name)
        return QDBusObjectPath(SESSION_PATH)

    @Slot(str, str, str, str, result=QDBusUnixFileDescriptor)
    def Inhibit(self, what: str, who: str, why: str, mode: str) -> QDBusUnixFileDescriptor:
        assert (what, mode) == ("sleep", "delay")
        assert who
        assert why
        self.let_go()
        self.watched, given = os.pipe()
        descriptor = QDBusUnixFileDescriptor(given)
        os.close(given)
        return descriptor

    def let_go(self) -> None:
        if self.watched is not None:
            os.close(self.watched)
            self.watched = None


@ClassInfo({"D-Bus Interface": f"{SERVICE}.Session"})
class _Session(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.hint = False

    def _hint(self) -> bool:
        return self.hint

    LockedHint = Property(bool, _hint)


class FakeLogind:
    """Says what a test wants to have happened to the PC.

    Attributes:
        asked: Sessions that were asked for.
    """

    def __init__(self, address: str) -> None:
        self.bus = QDBusConnection.connectToBus(address, "fake logind")
        assert self.bus.isConnected(), self.bus.lastError().message()
        self._manager, self._session = _Manager(), _Session()
        self.asked = self._manager.asked
        option = QDBusConnection.RegisterOption
        assert self.bus.registerObject(MANAGER_PATH, self._manager, option.ExportAllSlots)
        assert self.bus.registerObject(SESSION_PATH, self._session, option.ExportAllProperties)
        assert self.bus.registerService(SERVICE)

    def close(self) -> None:
        """Leave the bus."""
        self._manager.let_go()
        self.bus.unregisterService(SERVICE)
        QDBusConnection.disconnectFromBus("fake logind")

    def is_kept_awake(self) -> bool:
        """Return whether somebody asks to be waited for before the machine sleeps."""
        watched = self._manager.watched
        if watched is None:
            return False
        # The other end is open while nothing can be read: not even the end.
        return not select.select([watched], [], [], 0)[0]

    def tell_to_lock(self, locked: bool) -> None:
        """Do what ``loginctl lock-session`` does."""
        self._say(SESSION_PATH, f"{SERVICE}.Session", "Lock" if locked else "Unlock")

    def show_locked(self, locked: bool) -> None:
        """Do what a screen locker does: set the hint."""
        self._session.hint = locked
        self._say(
            SESSION_PATH,
            "org.freedesktop.DBus.Properties",
            "PropertiesChanged",
            f"{SERVICE}.Session",
            {"LockedHint": locked},
            [],
        )

    def sleep(self, before: bool) -> None:
        """Tell that the machine is about to sleep, or woke."""
        self._say(MANAGER_PATH, f"{SERVICE}.Manager", "PrepareForSleep", before)

    def _say(self, path: str, interface: str, name: str, *values: object) -> None:
        message = QDBusMessage.createSignal(path, interface, name)
        message.setArguments(list(values))
        assert self.bus.send(message)
