"""The console's own printer: told-once lists on paper, and nobody waits for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from caller.acts.told import ListEnd, ToldList
from caller.sight.devices import DeviceRow, Kind, Well
from core.qt.memory import spare_fonts_while
from core.qt.names import second_language
from hardware.printer.ticket_printer import Outcome, TicketPrinter, slips_under_way
from hardware.slip.told_once import ToldOnce, told_once
from hardware.slip.words import Speak
from hardware.worker import Health

_HARMLESS = frozenset({"", "printer.paper_low", "printer.unknown"})
"""Conditions in which a list very likely comes out."""


class ListPrinter(QObject):
    """Prints lists on one printer, which looks after itself on a thread of its own.

    Attributes:
        name: What people here call the printer.

    Signals:
        health_changed(str, object): The printer's name, and its new :class:`hardware.worker.Health`.
        changed: ``trouble`` may be another.
    """

    health_changed = Signal(str, object)
    changed = Signal()
    _from_worker = Signal(object, object)

    def __init__(
        self, name: str, url: str, dots: int, *, text: bool | None = None, parent: QObject | None = None
    ) -> None:
        """Make it, not yet started.

        Args:
            name: What people here call the printer.
            url: Its address; see :mod:`hardware.printer.address`.
            dots: Across its paper.
            text: Whether lists go out as the printer's own text; ``None``: where the line is slow.
            parent: Owner.

        Raises:
            ValueError: The address is wrong.
        """
        super().__init__(parent)
        self.name = name
        self._stopped = False
        self._speak: Speak = _as_it_is
        self._from_worker.connect(self._on_screen, Qt.ConnectionType.QueuedConnection)
        spare_fonts_while(slips_under_way)
        self._printer = TicketPrinter(name, url, dots, self._changed, text=text)

    @property
    def health(self) -> Health:
        """How the printer is."""
        return self._printer.health

    @property
    def trouble(self) -> str:
        """Message key of why nothing would come out now, ``""`` where as far as is known all is well."""
        key = self.health.key
        return "" if key in _HARMLESS else key

    def devices(self) -> tuple[DeviceRow, ...]:
        """Return how the printer is, as the console shows it beside the other devices."""
        return (DeviceRow(Kind.PRINTER, self.name, Well(self.health.state.value)),)

    def use_speaker(self, speak: Speak) -> None:
        """Say what stands on a list by ``speak``."""
        self._speak = speak

    def start(self) -> None:
        """Begin to look after the printer."""
        self._printer.start()

    def stop(self) -> None:
        """End after the list under way; nothing is said any more."""
        self._stopped = True
        self._printer.stop()

    def print(self, told: ToldList, done: Callable[[ListEnd], None]) -> None:
        """Print a list; ``done`` gets what became of it, on the screen's thread, later."""
        second = second_language(told.language, told.hall.languages)
        content = ToldOnce(
            told.item,
            number=told.number,
            missing=told.missing,
            clerk=told.clerk,
            window=told.window,
            at=told.at,
        )
        sheet = told_once(told.hall, content, [told.language, *filter(None, [second])], self._speak)
        self._printer.print(sheet, lambda outcome: self._from_worker.emit(done, _end(told, outcome)))

    def _changed(self, health: Health) -> None:
        self._from_worker.emit(self._tell, health)

    def _tell(self, health: Health) -> None:
        self.health_changed.emit(self.name, health)
        self.changed.emit()

    def _on_screen(self, tell: Callable[[Any], None], said: Any) -> None:
        if not self._stopped:
            tell(said)


def _end(told: ToldList, outcome: Outcome) -> ListEnd:
    return ListEnd(told.number, outcome.state.value, outcome.key)


def _as_it_is(_language: str, _context: str, source: str) -> str:
    return source
