"""A ticket printer that looks after itself, and says of every slip how it ended, once."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass

from core.domain.slip import SlipState
from hardware.errors import DeviceError, DeviceUnreachable
from hardware.printer.address import open_printer
from hardware.printer.condition import condition
from hardware.printer.driver import EscPosPrinter
from hardware.printer.ports import Printed, PrinterStatus
from hardware.slip.sheet import Sheet
from hardware.worker import Health, Worker

log = logging.getLogger(__name__)

LOOK_EVERY_S = 3.0
"""Pause between two looks: paper that runs out is known before the next visitor has chosen."""

_counting = threading.Lock()
_under_way = 0


def slips_under_way() -> bool:
    """Return whether any printer of this program has a slip to print still: its thread paints it."""
    return _under_way > 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the printing of a slip ended.

    Attributes:
        state: ``PRINTED``: the printer said that all of it is out, and cut. ``FAILED``: surely no part of it
            is. ``UNKNOWN``: nobody can tell.
        key: Stable message key of what went wrong; ``""`` where nothing did. ``printer.unconfirmed``: all
            was taken, and this printer does not tell what became of it.
        detail: For the log and the support line.
    """

    state: SlipState
    key: str = ""
    detail: str = ""


class TicketPrinter:
    """One printer with a thread of its own; every call comes back at once.

    Attributes:
        name: What people here call it.
        url: Its address.
    """

    def __init__(
        self,
        name: str,
        url: str,
        dots: int,
        changed: Callable[[Health], None] = lambda _health: None,
        *,
        text: bool | None = None,
        every_s: float = LOOK_EVERY_S,
        open_at: Callable[[str], EscPosPrinter] = open_printer,
    ) -> None:
        """Make one, not yet started; nothing is connected.

        Args:
            name: What people here call it.
            url: Its address; see :mod:`hardware.printer.address`.
            dots: Across its paper.
            changed: Told each new health, on the printer's thread; it must not wait.
            text: Whether slips go out as the printer's own text; ``None``: where the line is too slow for
                pictures.
            every_s: Pause between two looks.
            open_at: Makes the driver of an address.

        Raises:
            ValueError: The address is wrong.
        """
        self.name = name
        self.url = url
        self._device = _Looked(name, open_at(url), dots, text)
        self._worker = Worker(self._device, changed, every_s=every_s)

    @property
    def health(self) -> Health:
        """How it is now; may be read from any thread."""
        return self._worker.health

    def start(self) -> None:
        """Begin to look after it."""
        self._worker.start()

    def stop(self) -> None:
        """End after the slip under way; slips that are still waiting end as failed."""
        self._worker.stop()

    def print(self, sheet: Sheet, done: Callable[[Outcome], None]) -> None:
        """Print and cut a sheet; one after the other, in the order asked.

        Args:
            sheet: What is on it.
            done: Called exactly once, on the printer's thread; on this one where it has been stopped
                already. A printer that is gone fails it at once.
        """
        name = self.name
        _count(1)

        def ended(future: Future[Outcome]) -> None:
            _count(-1)
            outcome = _outcome(future)
            if outcome.state is not SlipState.PRINTED:
                log.warning("%s: a slip is %s: %s", name, outcome.state.value, outcome.detail or outcome.key)
            done(outcome)

        self._worker.submit(lambda device: device.print(sheet), ended)


def _count(slips: int) -> None:
    global _under_way  # of all printers, as fonts are the program's
    with _counting:
        _under_way += slips


def _outcome(future: Future[Outcome]) -> Outcome:
    """Return how a job ended that the printer never saw, or what it says of it."""
    match future.exception():
        case None:
            return future.result()
        case DeviceError() as error:
            state = SlipState.UNKNOWN if error.maybe_done else SlipState.FAILED
            return Outcome(state, error.key, error.detail)
        case bug:
            return Outcome(SlipState.UNKNOWN, "error.unknown", repr(bug))


class _Looked:
    """The printer as its worker sees it: a connection for each job, and nothing held open between."""

    def __init__(self, name: str, printer: EscPosPrinter, dots: int, text: bool | None) -> None:
        self.name = name
        self._printer = printer
        self._dots = dots
        self._text = text
        self._met: PrinterStatus | None = None

    def connect(self) -> None:
        self._met = self._printer.status()

    def look(self) -> Health:
        met, self._met = self._met, None
        return condition(met or self._seen())

    def _seen(self) -> PrinterStatus:
        """Ask how it is; a printer that says nothing once is asked again before it is called gone."""
        try:
            return self._printer.status()
        except DeviceUnreachable:
            return self._printer.status()

    def disconnect(self) -> None:
        """Do nothing: each job gives its connection back."""

    def print(self, sheet: Sheet) -> Outcome:
        """Print a sheet and say how it ended.

        Raises:
            DeviceError: As :meth:`hardware.printer.ports.Printer.print_slip` does.
        """
        self._printer.sent = False
        try:
            printed = self._printer.print_chunks(self._chunks(sheet))
        except DeviceError:
            raise
        except Exception as bug:
            log.exception("%s: an unexpected failure while printing", self.name)
            state = SlipState.UNKNOWN if self._printer.sent else SlipState.FAILED
            return Outcome(state, "error.unknown", repr(bug))
        if printed is Printed.CONFIRMED:
            return Outcome(SlipState.PRINTED)
        return Outcome(
            SlipState.UNKNOWN, "printer.unconfirmed", "it took all of it and does not tell what became of it"
        )

    def _chunks(self, sheet: Sheet) -> list[bytes]:
        from hardware.slip.chosen import chosen  # Qt is loaded where something is painted only

        return chosen(sheet, self._dots, self._printer.bytes_per_s, text=self._text)
