"""The session of a Linux desktop, by systemd-logind on the system bus.

Source: org.freedesktop.login1(5): the signals ``Lock``, ``Unlock`` and ``PrepareForSleep``, the property
``LockedHint``, ``Inhibit``; "Inhibitor Locks", https://systemd.io/INHIBITOR_LOCKS/.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusPendingCallWatcher,
    QDBusUnixFileDescriptor,
    QDBusVariant,
)

from caller.session.watch import SessionWatch

log = logging.getLogger(__name__)

SERVICE = "org.freedesktop.login1"
MANAGER, MANAGER_PATH = f"{SERVICE}.Manager", "/org/freedesktop/login1"
SESSION = f"{SERVICE}.Session"
PROPERTIES = "org.freedesktop.DBus.Properties"
_DAEMON, _DAEMON_PATH = "org.freedesktop.DBus", "/org/freedesktop/DBus"


class LogindSession(SessionWatch):
    """Listens to logind; what it does not answer is not waited for.

    A screen locker sets ``LockedHint``; ``Lock`` and ``Unlock`` are what it is told to do. Both are heard:
    not every locker sets the hint. The machine is asked to wait with its sleep until a press has its answer.
    """

    def __init__(self, bus: QDBusConnection | None = None, parent: QObject | None = None) -> None:
        """Make it; ``bus`` is the system's by default."""
        super().__init__(parent)
        self._bus = bus if bus is not None else QDBusConnection.systemBus()
        self._asked: set[QDBusPendingCallWatcher] = set()
        self._session = ""
        self._hint = False
        self._heard: list[tuple[str, str, str, str, QObject, Any]] = []
        self._awake: QDBusUnixFileDescriptor | None = None

    def start(self) -> None:
        """Begin to listen.

        Raises:
            OSError: There is no system bus.
        """
        if not self._bus.isConnected():
            raise OSError(f"no system bus: {self._bus.lastError().message()}")
        self._hear(MANAGER_PATH, MANAGER, "PrepareForSleep", "prepare(bool)")
        # Where logind comes up later, or again.
        owner = "owner(QString,QString,QString)"
        self._hear(_DAEMON_PATH, _DAEMON, "NameOwnerChanged", owner, _DAEMON)
        self._begin()

    def stop(self) -> None:
        """Listen no more, and let the machine sleep."""
        self.let_sleep()
        self._asked.clear()
        for heard in self._heard:
            self._bus.disconnect(*heard)
        self._heard.clear()

    def let_sleep(self) -> None:
        """Let the machine sleep."""
        self._awake = None

    @Slot(bool)
    def prepare(self, before: bool) -> None:
        """The machine is about to sleep, or has woken."""
        self._say_asleep(before)
        if not before:
            self._hold_awake()

    @Slot()
    def lock(self) -> None:
        """The locker was told to lock."""
        self._say_locked(True)

    @Slot()
    def unlock(self) -> None:
        """The locker was told to unlock."""
        self._say_locked(False)

    @Slot(QDBusMessage)
    def changed(self, _message: QDBusMessage) -> None:
        """Something of the session is another; which, is asked."""
        self._ask_hint()

    @Slot(str, str, str)
    def owner(self, name: str, _old: str, new: str) -> None:
        """A service came or went."""
        if name == SERVICE and new:
            self._begin()

    def _begin(self) -> None:
        # "auto": of a program that stands outside the session, as one that the user's manager started.
        named = os.environ.get("XDG_SESSION_ID") or "auto"
        self._ask(MANAGER_PATH, MANAGER, "GetSession", [named], self._session_came)
        self._hold_awake()

    def _session_came(self, values: list[Any]) -> None:
        path = values[0].path() if values and isinstance(values[0], QDBusObjectPath) else ""
        if path and path != self._session:
            self._session = path
            self._hear(path, SESSION, "Lock", "lock()")
            self._hear(path, SESSION, "Unlock", "unlock()")
            self._hear(path, PROPERTIES, "PropertiesChanged", "changed(QDBusMessage)")
        if path:
            self._ask_hint()

    def _ask_hint(self) -> None:
        self._ask(self._session, PROPERTIES, "Get", [SESSION, "LockedHint"], self._hint_came)

    def _hint_came(self, values: list[Any]) -> None:
        value = values[0] if values else None
        if isinstance(value, QDBusVariant):
            value = value.variant()
        # A locker that never sets it does not unlock by another property's change.
        if isinstance(value, bool) and value is not self._hint:
            self._hint = value
            self._say_locked(value)

    def _hold_awake(self) -> None:
        """Ask to be waited for before the next sleep, some seconds at most."""
        who = ["sleep", "Hallcall", "a press may be on its way to the hall's computer", "delay"]
        self._ask(MANAGER_PATH, MANAGER, "Inhibit", who, self._held_awake)

    def _held_awake(self, values: list[Any]) -> None:
        if values and isinstance(values[0], QDBusUnixFileDescriptor) and not self._asleep:
            self._awake = values[0]

    def _hear(self, path: str, interface: str, name: str, slot: str, service: str = SERVICE) -> None:
        heard = (service, path, interface, name, self, _slot(slot))
        if self._bus.connect(*heard):
            self._heard.append(heard)

    def _ask(
        self, path: str, interface: str, method: str, values: list[str], then: Callable[[list[Any]], None]
    ) -> None:
        message = QDBusMessage.createMethodCall(SERVICE, path, interface, method)
        message.setArguments(values)
        asked = QDBusPendingCallWatcher(self._bus.asyncCall(message), self)
        self._asked.add(asked)

        def came() -> None:
            if asked not in self._asked:
                return
            self._asked.discard(asked)
            reply = asked.reply()
            asked.deleteLater()
            if reply.type() is QDBusMessage.MessageType.ReplyMessage:
                then(reply.arguments())
            else:
                log.info("logind, %s: %s", method, reply.errorMessage())

        asked.finished.connect(came)


def _slot(signature: str) -> Any:
    """Return the name that Qt has for a slot: PySide6 takes it as text, and its own types say bytes."""
    return SLOT(signature)
