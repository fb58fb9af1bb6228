"""The kiosk's devices, each with a worker of its own; what they say comes to the screen's thread.

Nothing here waits for a device, and no fault of one reaches the screen but as words.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from hardware.devices import Entry, KeysEntry, PrinterEntry, ReaderEntry
from hardware.idcard.card import DayKey
from hardware.idcard.driver import watch_reader
from hardware.printer.ticket_printer import Outcome, TicketPrinter
from hardware.slip.sheet import Sheet
from hardware.worker import Health, Worker

log = logging.getLogger(__name__)


class KioskDevices(QObject):
    """The slip printer, the card readers and the scanners of one kiosk.

    Attributes:
        printer: What prints the slips; ``None``: this kiosk has none.

    Signals:
        health_changed(str, str, object): A device's name, its kind (``"printer"``, ``"card_reader"``,
            ``"scanner"``), and its new :class:`hardware.worker.Health`.
        card_laid(object): A :class:`hardware.idcard.card.SeenCard`, or the
            :class:`hardware.errors.DeviceError` why nothing is known of the card.
        scanned(str): A code.
    """

    health_changed = Signal(str, str, object)
    card_laid = Signal(object)
    scanned = Signal(str)

    _from_worker = Signal(object, object)

    def __init__(
        self, entries: Sequence[Entry], key: Callable[[], DayKey | None], parent: QObject | None = None
    ) -> None:
        """Make what is needed of a device file, nothing started yet; kinds of other machines are left alone.

        Args:
            entries: The devices; of several printers the first prints the slips.
            key: Gives today's key for cards, on any thread.
            parent: Owner.
        """
        super().__init__(parent)
        self._from_worker.connect(self._on_screen, Qt.ConnectionType.QueuedConnection)
        self._stopped = False
        printers = [each for each in entries if isinstance(each, PrinterEntry)]
        self.printer = self._printer(printers[0]) if printers else None
        self._workers = [worker for each in entries for worker in self._watched(each, key)]

    @property
    def reads_cards(self) -> bool:
        """Whether a card reader is set up."""
        return any(kind == "card_reader" for kind, _ in self._workers)

    def start(self) -> None:
        """Begin to look after them."""
        if self.printer is not None:
            self.printer.start()
        for _, worker in self._workers:
            worker.start()

    def stop(self) -> None:
        """End after what each is doing now; nothing is said any more."""
        self._stopped = True
        for _, worker in self._workers:
            worker.stop()
        if self.printer is not None:
            self.printer.stop()

    def print(self, sheet: Sheet, done: Callable[[Outcome], None]) -> None:
        """Print a sheet; ``done`` gets what came of it once, on the screen's thread.

        Raises:
            RuntimeError: There is no printer.
        """
        if self.printer is None:
            raise RuntimeError("this kiosk has no printer")
        self.printer.print(sheet, lambda outcome: self._from_worker.emit(done, (outcome,)))

    def _printer(self, entry: PrinterEntry) -> TicketPrinter:
        return TicketPrinter(entry.name, entry.url, entry.dots, self._changed(entry.name, "printer"))

    def _watched(self, entry: Entry, key: Callable[[], DayKey | None]) -> list[tuple[str, Worker]]:
        match entry:
            case ReaderEntry(name, url):
                changed = self._changed(name, "card_reader")
                return [("card_reader", watch_reader(url, key, self._said(self.card_laid.emit), changed))]
            case KeysEntry(name, _, "scanner"):
                scanner = entry.open(self._said(self.scanned.emit))
                return [("scanner", Worker(scanner, self._changed(name, "scanner")))]
        return []

    def _changed(self, name: str, kind: str) -> Callable[[Health], None]:
        return lambda health: self._from_worker.emit(self.health_changed.emit, (name, kind, health))

    def _said(self, tell: Callable[[Any], None]) -> Callable[[Any], None]:
        return lambda said: self._from_worker.emit(tell, (said,))

    def _on_screen(self, tell: Callable[..., None], said: tuple[Any, ...]) -> None:
        if not self._stopped:
            tell(*said)
