"""Telling the core how each slip ended: in order, until it has answered, whatever happens in between."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, QTimer

from core.client.keys import new_key
from core.client.port import Link
from core.client.reply import Answer, Refused, Reply
from hardware.printer.ticket_printer import Outcome
from kiosk.offline.offline import Offline
from kiosk.state import Taken

log = logging.getLogger(__name__)

AGAIN_MS = 5_000
"""Pause before a core that did not answer is told again; one that comes back is told at once."""
MOST = 1_000
"""Outcomes that are kept for a core that is away: more than a kiosk gives out in a day."""


@dataclass(frozen=True, slots=True, eq=False)
class _Report:
    """One outcome; its key is the same however often it is sent."""

    path: str
    body: Mapping[str, Any]
    key: str = field(default_factory=new_key)


class SlipReports(QObject):
    """Sends outcomes one after the other.

    What cannot be told because this program ends stays pending in the core, which staff see as missing.
    """

    def __init__(
        self, link: Link, printer: str, parent: QObject | None = None, *, offline: Offline | None = None
    ) -> None:
        """Make it ready.

        Args:
            link: The line to the core.
            printer: The printer's name.
            parent: Owner.
            offline: What is told of the slips of numbers that the core does not know yet.
        """
        super().__init__(parent)
        self._offline = offline
        if offline is not None:
            offline.slip_late.connect(self._add)
        self._link = link
        self._printer = printer
        self._waiting: deque[_Report] = deque()
        self._under_way: _Report | None = None
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(AGAIN_MS)
        self._again.timeout.connect(self._send)
        link.went_live.connect(self._send)
        link.degraded_changed.connect(self._send)

    @property
    def untold(self) -> int:
        """How many outcomes the core has not confirmed yet."""
        return len(self._waiting)

    def ended(self, taken: Taken, outcome: Outcome) -> None:
        """Have the outcome of a ticket's slip told; one the core does not know yet is handed in with it."""
        if not taken.offline:
            self.add(taken.id, outcome)
        elif self._offline is not None:
            self._offline.slip_ended(taken, outcome, self._printer)

    def add(self, ticket: str, outcome: Outcome) -> None:
        """Have an outcome told."""
        self._add(
            ticket, {"state": outcome.state.value, "reason": outcome.key or None, "printer": self._printer}
        )

    def _add(self, ticket: str, body: Mapping[str, Any]) -> None:
        self._waiting.append(_Report(f"/api/tickets/{ticket}/slip", body))
        if len(self._waiting) > MOST:
            lost = self._waiting.popleft()
            log.error("the core was away too long: %s is not told %s", lost.path, lost.body["state"])
        if not self._again.isActive():
            self._send()

    def _send(self) -> None:
        if self._under_way is not None or not self._waiting:
            return
        self._again.stop()
        report = self._under_way = self._waiting[0]
        self._link.post(report.path, report.body, lambda reply: self._answered(report, reply), report.key)

    def _answered(self, report: _Report, reply: Reply) -> None:
        self._under_way = None
        match reply:
            case Answer():
                self._drop(report)
            case Refused(_, _, status) if status >= 500:
                self._again.start()
                return
            case Refused(key, params):
                log.error("the core does not take what became of a slip: %s %s", key, dict(params))
                self._drop(report)
            case _:
                self._again.start()
                return
        self._send()

    def _drop(self, report: _Report) -> None:
        if self._waiting and self._waiting[0] is report:
            self._waiting.popleft()
