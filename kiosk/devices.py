"""The kiosk's devices, each with a worker of its own; what they say comes to the screen's thread.

Nothing here waits for a device, and no fault of one reaches the screen but as words.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from core.qt.memory import spare_fonts_while
from hardware.devices import Entry, KeysEntry, PrinterEntry, ReaderEntry
from hardware.idcard.card import DayKey
from hardware.idcard.driver import watch_reader
from hardware.printer.ticket_printer import Outcome, TicketPrinter, slips_under_way
from hardware.slip.sheet import Sheet
from hardware.worker import Health, State, Worker

_PRINTS_NOT = frozenset(
    {"printer.paper_out", "printer.cover_open", "printer.cutter", "printer.fault", "printer.offline"}
)


class KioskDevices(QObject):
    """The slip printer, the card readers, the scanners and the number pads of one kiosk.

    Attributes:
        printer: What prints the slips; ``None``: this kiosk has none.

    Signals:
        health_changed(str, str, object): A device's name, its kind (``"printer"``, ``"card_reader"``,
            ``"scanner"``, ``"keypads"``), and its new :class:`hardware.worker.Health`.
        card_laid(object): A :class:`hardware.idcard.card.SeenCard`, or the
            :class:`hardware.errors.DeviceError` why nothing is known of the card.
        scanned(str): A code.
        key_pressed(str): A key of a number pad, by its name (:data:`hardware.keypad.number_pad.KEYS`).
    """

    health_changed = Signal(str, str, object)
    card_laid = Signal(object)
    scanned = Signal(str)
    key_pressed = Signal(str)

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
    def names(self) -> list[tuple[str, str]]:
        """Name and kind of each device."""
        printer = [(self.printer.name, "printer")] if self.printer is not None else []
        return [*printer, *((name, kind) for name, kind, _ in self._workers)]

    @property
    def healths(self) -> list[tuple[str, str, Health]]:
        """Name, kind and health of each device."""
        printer = self.printer
        first = [(printer.name, "printer", printer.health)] if printer is not None else []
        return [*first, *((name, kind, worker.health) for name, kind, worker in self._workers)]

    @property
    def prints(self) -> bool:
        """Whether slips can be printed now; of a printer that was not heard yet the best is thought."""
        if self.printer is None:
            return False
        health = self.printer.health
        return health.state is not State.GONE and health.key not in _PRINTS_NOT

    @property
    def reads_cards(self) -> bool:
        """Whether cards can be read now."""
        return any(
            kind == "card_reader" and worker.health.state is State.READY for _, kind, worker in self._workers
        )

    def start(self) -> None:
        """Begin to look after them."""
        if self.printer is not None:
            self.printer.start()
        for _, _, worker in self._workers:
            worker.start()

    def stop(self) -> None:
        """End after what each is doing now; nothing is said any more."""
        self._stopped = True
        # All at once: each may take the time of one round.
        for _, _, worker in self._workers:
            worker.stopping = True
        for _, _, worker in self._workers:
            worker.stop()
        if self.printer is not None:
            self.printer.stop()
        # They know who listens to them, and that is this: nobody is to wait for the garbage collector.
        self._workers.clear()
        self.printer = None

    def print(self, sheet: Sheet, done: Callable[[Outcome], None]) -> None:
        """Print a sheet, where there is a printer; ``done`` gets what came of it, on the screen's thread."""
        if self.printer is not None:
            self.printer.print(sheet, lambda outcome: self._from_worker.emit(done, (outcome,)))

    def _printer(self, entry: PrinterEntry) -> TicketPrinter:
        changed = self._changed(entry.name, "printer")
        spare_fonts_while(slips_under_way)
        return TicketPrinter(entry.name, entry.url, entry.dots, changed, text=entry.text)

    def _watched(self, entry: Entry, key: Callable[[], DayKey | None]) -> list[tuple[str, str, Worker]]:
        match entry:
            case ReaderEntry(name, url):
                changed = self._changed(name, "card_reader")
                reader = watch_reader(url, key, self._said(self.card_laid.emit), changed)
                return [(name, "card_reader", reader)]
            case KeysEntry(name, _, "scanner"):
                scanner = entry.open(self._said(self.scanned.emit))
                return [(name, "scanner", Worker(scanner, self._changed(name, "scanner")))]
            case KeysEntry(name, _, "keypads", typed=typed) if typed is not None:
                pad = Worker(typed(self._said(self.key_pressed.emit)), self._changed(name, "keypads"))
                return [(name, "keypads", pad)]
        return []

    def _changed(self, name: str, kind: str) -> Callable[[Health], None]:
        return lambda health: self._from_worker.emit(self.health_changed.emit, (name, kind, health))

    def _said(self, tell: Callable[[Any], None]) -> Callable[[Any], None]:
        return lambda said: self._from_worker.emit(tell, (said,))

    def _on_screen(self, tell: Callable[..., None], said: tuple[Any, ...]) -> None:
        if not self._stopped:
            tell(*said)
