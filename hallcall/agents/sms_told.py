"""What staff is told of text messages: how the device that sends is, and how many went out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from threading import Lock

from hardware.sms.ports import Receipt, Stage
from hardware.worker import Health, State

SHOWN = (Stage.SENT, Stage.DELIVERED, Stage.FAILED, Stage.UNKNOWN)

Tell = Callable[[str, str, str, str, str], None]
"""Name, kind, state, key and detail of a device, as ``core.client.devices.DeviceReports.tell`` takes them."""


class SmsTold:
    """Tells of the device with the counts since the start as its detail; called on any thread.

    Args:
        tell: Told each change; it must not wait.
    """

    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self._lock = Lock()
        self._name = self._kind = ""
        self._health = Health(State.STARTING)
        self._counts: Counter[Stage] = Counter()

    def of(self, name: str, kind: str) -> None:
        """Begin to tell of a device."""
        self._name, self._kind = name, kind
        self._say()

    def health(self, health: Health) -> None:
        """Take in how it is."""
        self._health = health
        self._say()

    def receipt(self, _message_id: str, receipt: Receipt) -> None:
        """Take in what became of a message; one that is delivered was counted as sent before."""
        if receipt.stage is Stage.QUEUED:
            return
        with self._lock:
            self._counts[receipt.stage] += 1
        self._say()

    @property
    def said(self) -> str:
        """The counts, e.g. ``"sent 12, delivered 9, failed 1, unknown 0"``."""
        with self._lock:
            return ", ".join(f"{stage.value} {self._counts[stage]}" for stage in SHOWN)

    def _say(self) -> None:
        health = self._health
        detail = f"{self.said}; {health.detail}" if health.detail else self.said
        if self._name:
            self._tell(self._name, self._kind, health.state.value, health.key, detail)
