"""Slips of tickets: composed, printed, and the core told how each ended."""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from core.client.port import Link
from core.domain.hall import Hall
from core.domain.slip import SlipState
from hardware.printer.ticket_printer import Outcome
from hardware.slip.sheet import Sheet
from kiosk.devices import KioskDevices
from kiosk.offline.offline import Offline
from kiosk.slip_reports import SlipReports
from kiosk.state import Taken

log = logging.getLogger(__name__)

Compose = Callable[[Taken, Hall, bool], Sheet]
"""Makes the slip of a ticket; a copy says that it is one."""


class SlipPress(QObject):
    """Prints the slips of tickets.

    Attributes:
        printer: The printer's name, ``""`` where there is none.

    Signals:
        ended(object, object): The slip of a :class:`kiosk.state.Taken`, and its
            :class:`hardware.printer.ticket_printer.Outcome`. Of copies nothing is said.
    """

    ended = Signal(object, object)

    def __init__(
        self,
        link: Link,
        devices: KioskDevices,
        compose: Compose,
        parent: QObject | None = None,
        *,
        offline: Offline | None = None,
    ) -> None:
        """Make it ready.

        Args:
            offline: Gives numbers while the core is away, and is told of their slips.
        """
        super().__init__(parent)
        self._offline = offline
        self._link = link
        self._devices = devices
        self._compose = compose
        self.printer = devices.printer.name if devices.printer is not None else ""
        self._reports = SlipReports(link, self.printer, self, offline=offline)

    @property
    def untold(self) -> int:
        """How many outcomes the core has not confirmed yet."""
        return self._reports.untold

    def print(self, taken: Taken, *, copy: bool = False) -> None:
        """Print a slip; nothing where there is no printer."""
        hall = self._link.hall or (self._offline.hall if self._offline is not None else None)
        if not self.printer or hall is None:
            return
        sheet = self._compose(taken, hall, copy)
        self._devices.print(sheet, lambda outcome: self._ended(taken, outcome, copy=copy))

    def _ended(self, taken: Taken, outcome: Outcome, *, copy: bool) -> None:
        self._reports.ended(taken, outcome)
        if outcome.state is not SlipState.PRINTED:
            log.error("the slip of %s is %s: %s", taken.number, outcome.state.value, outcome.key)
        if not copy:
            self.ended.emit(taken, outcome)
