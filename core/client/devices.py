"""Telling the core how a machine's devices are."""

from __future__ import annotations

import logging
import re
import time
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from core.client.port import Link
from core.client.reply import Answer, Refused, Reply

log = logging.getLogger(__name__)

PATH = "/api/devices"
EVERY_S = 60
"""So often everything is told, changed or not: by that the core knows that the machine lives."""
CALM_MS = 5000
"""A device's changes are told once in so long at most, the newest then; a lost report waits as long."""
SETTLE_MS = 1000
"""So long the other devices of a machine that starts are waited for: one not in the list is forgotten."""
DETAIL_MOST = 200

_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")
_STORE_FAILED = "store.failed"


@dataclass(frozen=True, slots=True)
class _Said:
    kind: str
    state: str
    key: str
    detail: str


class DeviceReports(QObject):
    """Tells the core of the devices of one machine: at once when one changes, and every minute all the same.

    Everything is sent on the thread it was made on; :meth:`tell` and :meth:`forget` may be called on any.
    Stop what calls them before this goes. Say ``"starting"`` of every device at once, before it is looked
    for: what the core is not told of, it takes for removed.

    Args:
        link: The line; nothing is sent while it is not live, and everything once it is.
        machine: The machine's name, the same each time it starts.
    """

    _told = Signal(str, str, str, str, str)
    _forgotten = Signal(str)

    def __init__(self, link: Link, machine: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._machine = machine
        self._devices: dict[str, _Said] = {}
        self._not_before: dict[str, float] = {}
        self._changed: set[str] = set()
        self._all_wanted = False
        self._wait_until: float | None = None
        self._under_way = False
        self._closed = False
        self._refused: Refused | None = None
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._send_due)
        self._beat = QTimer(self, interval=EVERY_S * 1000)
        self._beat.timeout.connect(self._want_all)
        self._told.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._forgotten.connect(self._drop, Qt.ConnectionType.QueuedConnection)
        link.went_live.connect(self._want_all)
        self._beat.start()

    def tell(self, name: str, kind: str, state: str, key: str = "", detail: str = "") -> None:
        """Say how a device is; on any thread.

        Args:
            kind: One of :class:`core.domain.device.DeviceKind`.
            state: One of :class:`core.domain.device.DeviceState`.
            key: Stable message key of what is wrong, empty where nothing is.
            detail: For the support line.
        """
        if not self._closed:
            # What a driver found on a line may be no text at all, and the core would refuse the whole list.
            sayable = detail.encode("utf-8", "replace").decode()
            self._told.emit(name, kind, state, key, _CONTROL.sub(" ", sayable)[:DETAIL_MOST])

    def forget(self, name: str) -> None:
        """Say that the machine has no such device any more; on any thread."""
        if not self._closed:
            self._forgotten.emit(name)

    def close(self) -> None:
        """Tell nothing more."""
        self._closed = True
        self._soon.stop()
        self._beat.stop()

    @Slot(str, str, str, str, str)
    def _take(self, name: str, kind: str, state: str, key: str, detail: str) -> None:
        if self._wait_until is None:
            self._wait_until = time.monotonic() + SETTLE_MS / 1000
        said = _Said(kind, state, key, detail)
        if self._devices.get(name) != said:
            self._devices[name] = said
            self._changed.add(name)
            self._send_due()

    @Slot(str)
    def _drop(self, name: str) -> None:
        if self._devices.pop(name, None) is not None:
            self._changed.add(name)
            self._send_due()

    def _want_all(self) -> None:
        self._all_wanted = True
        self._send_due()

    def _send_due(self) -> None:
        """Send the whole list if its time has come, else once it comes."""
        if self._closed or self._under_way or not self._link.live or self._wait_until is None:
            return
        if not self._changed and not self._all_wanted:
            return
        left_s = max(self._wait_until, self._due_at()) - time.monotonic()
        if left_s > 0:
            self._soon.start(int(left_s * 1000) + 1)
        else:
            self._send()

    def _due_at(self) -> float:
        if self._all_wanted:
            return 0.0
        return min(self._not_before.get(name, 0.0) for name in self._changed)

    def _send(self) -> None:
        self._soon.stop()
        # The next change of these waits for a while.
        self._not_before |= dict.fromkeys(self._changed, time.monotonic() + CALM_MS / 1000)
        self._changed, self._all_wanted, self._under_way = set(), False, True
        listed = [
            {"name": name, "kind": each.kind, "state": each.state, "key": each.key, "detail": each.detail}
            for name, each in self._devices.items()
        ]
        body = {"machine": self._machine, "every_s": EVERY_S, "devices": listed}
        self._link.post(PATH, body, self._sent)

    def _sent(self, reply: Reply) -> None:
        self._under_way = False
        match reply:
            case Answer():
                self._refused = None
            case Refused(key=key) if key != _STORE_FAILED:
                # The same list would be refused again: once a minute is often enough.
                self._note_refused(reply)
            case _:
                self._all_wanted, self._wait_until = True, time.monotonic() + CALM_MS / 1000
        self._send_due()

    def _note_refused(self, reply: Refused) -> None:
        if reply != self._refused:
            log.warning("the core does not take how the devices of %s are: %s", self._machine, reply)
        self._refused = reply
