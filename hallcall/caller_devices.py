"""What a console's device file adds: keys, its printer, and raters where a screen's token is given."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from caller.pad_desk import PadDesk
from caller.pads import PadRoom
from core.client.devices import DeviceReports
from core.client.port import Link
from hallcall.agents.raters import Raters
from hardware.devices import Entry, KeysEntry, PrinterEntry
from hardware.keypad.actions import Action
from hardware.worker import Health

if TYPE_CHECKING:
    from caller.printing import ListPrinter

log = logging.getLogger(__name__)


class CallerDevices(QObject):
    """The keys and the printer of one console's machine, and how they are told to the core.

    Attributes:
        desk: The keys, for the console to be given.
        printer: What prints its told-once lists, ``None``: nothing here does.
    """

    _health = Signal(str, object)

    def __init__(
        self,
        entries: Sequence[Entry],
        machine: str,
        *,
        window: int | None = None,
        public: Link | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Make them; nothing is opened before :meth:`start`.

        Args:
            machine: How the staff knows this machine.
            window: Where raters stand whose window the file does not name.
            public: A line with a screen's token: only with it raters rate, and devices are told to the core
                while nobody is signed in. It stays its owner's.
        """
        super().__init__(parent)
        keys = [each for each in entries if isinstance(each, KeysEntry)]
        self._machine = machine
        self._public = public
        self._reports = DeviceReports(public, machine, self) if public is not None else None
        self.room = PadRoom([each.listen for each in keys if each.listen], self._health.emit)
        self._health.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self.printer = self._printer(entries)
        focused = [each.with_focus for each in keys if each.with_focus]
        self.desk = PadDesk(self.room, focused[0].keys if focused else None, parent=self)
        self.desk.served.connect(self._served)
        self.desk.left.connect(self._left)
        self._raters = Raters(public, self.room, window=window, parent=self) if public is not None else None
        rates = any(Action.RATE in acts for pads in self.room.pads for acts in pads.acts.values())
        if rates and public is None:
            log.warning("the raters do nothing: they need a screen's token (--token), never the clerk's own")

    def start(self) -> None:
        """Open the devices."""
        self.room.start()
        if self.printer is not None:
            self.printer.start()

    def stop(self) -> None:
        """Let go of the devices."""
        self._health.disconnect(self._tell)
        self.room.stop()
        if self.printer is not None:
            self.printer.stop()
        if self._raters is not None:
            self._raters.close()
        if self._reports is not None:
            self._reports.close()

    def _tell(self, name: str, health: Health) -> None:
        if self._reports is not None:
            kind = "printer" if self.printer is not None and name == self.printer.name else "keypads"
            self._reports.tell(name, kind, health.state.value, health.key, health.detail)

    def _printer(self, entries: Sequence[Entry]) -> ListPrinter | None:
        found = next((each for each in entries if isinstance(each, PrinterEntry)), None)
        if found is None:
            return None
        # A console without a printer starts without what paints a list.
        from caller.printing import ListPrinter

        printer = ListPrinter(found.name, found.url, found.dots, text=found.text, parent=self)
        printer.health_changed.connect(self._tell)
        return printer

    def _served(self, link: Link) -> None:
        if self._public is not None:
            return
        self._reports = DeviceReports(link, self._machine, self)
        for name, health in self.room.healths().items():
            self._tell(name, health)
        if self.printer is not None:
            self._tell(self.printer.name, self.printer.health)

    def _left(self) -> None:
        if self._public is None and self._reports is not None:
            self._reports.close()
            self._reports.deleteLater()
            self._reports = None
