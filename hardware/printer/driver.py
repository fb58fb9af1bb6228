"""The driver: one connection a job, status before and after, and nothing taken for granted."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from hardware.errors import CoverOpen, DeviceError, DeviceUnreachable, PaperOut, PrinterFault
from hardware.printer import escpos
from hardware.printer.library import escpos_failures
from hardware.printer.links import Link
from hardware.printer.ports import Paper, Printed, PrinterStatus
from hardware.printer.raster import Raster

LIVE_TIMEOUT_S = 0.5
"""How long a printer may take to answer DLE EOT."""

SLIP_TIMEOUT_S = 6.0
"""How long the last slip may still be printing after its last byte: 150 mm at 30 mm/s, and the cut."""

_TURNS = 6
"""Looks at the printer in that time: a roll that ends in the last band is told after a second, not six."""

log = logging.getLogger(__name__)


class EscPosPrinter:
    """A ticket printer behind any link; use it from one thread at a time.

    It learns on first contact whether the printer answers questions at all, and whether it answers them in
    turn. One that never answered is printed to at once and asked again after each slip; one that answered
    before and is silent now is not trusted with a slip.

    Attributes:
        url: Its address as the settings name it.
    """

    def __init__(self, url: str, connect: Callable[[], Link]) -> None:
        self.url = url
        self._connect = connect
        self._answers: bool | None = None
        self._in_turn: bool | None = None
        self._sent = False
        self._aborted = False

    def warm_up(self) -> PrinterStatus:
        """Load the library and get to know the printer, so that the first visitor's slip is not late.

        Never raises a device failure: a printer that is switched on later is met then.
        """
        try:
            return self.status()
        except DeviceError as failure:
            log.warning("printer not there yet: %s", failure)
            return PrinterStatus()

    def status(self) -> PrinterStatus:
        """Ask how it is; see :class:`hardware.printer.ports.Printer`."""
        with self._job() as link:
            status = self._look(link)
            if status.ready and not self._in_turn:
                self._learn(link)
            return status

    def print_slip(self, raster: Raster) -> Printed:
        """Print and cut one slip; see :class:`hardware.printer.ports.Printer`."""
        with self._job() as link:
            if self._answers is not False:
                self._refuse_unless_ready(self._look(link))
            if self._answers and self._in_turn is None:
                self._learn(link)
            self._send(link, raster)
            printed = self._confirm(link)
            self._aborted = False
            return printed

    def _look(self, link: Link) -> PrinterStatus:
        """Ask before a job. A silent printer may be waiting for the rest of a picture; then ask again."""
        may_wait = self._aborted or self._answers is None
        status = self._status(link)
        if status.answered or not may_wait:
            return status
        link.send(escpos.FILL)
        return self._status(link)

    def _status(self, link: Link) -> PrinterStatus:
        first = link.ask(escpos.ASK_PRINTER, escpos.is_live_answer, LIVE_TIMEOUT_S)
        if first is None:
            self._answers = self._answers or False
            return PrinterStatus()
        self._answers = True
        cause = link.ask(escpos.ASK_OFFLINE, escpos.is_live_answer, LIVE_TIMEOUT_S)
        paper = link.ask(escpos.ASK_PAPER, escpos.is_live_answer, LIVE_TIMEOUT_S)
        return escpos.decode_status(first, cause, paper)

    def _learn(self, link: Link) -> None:
        """Find out, while nothing is printing, whether it answers in turn."""
        answer = link.ask(escpos.ASK_IN_TURN, escpos.is_turn_answer, LIVE_TIMEOUT_S)
        self._in_turn = answer is not None

    def _send(self, link: Link, raster: Raster) -> None:
        chunks = escpos.encode_slip(raster)
        watched = bool(self._answers)
        if self._aborted:
            link.send(escpos.FILL)
        self._aborted = True
        for place, chunk in enumerate(chunks):
            self._sent = True
            link.send(chunk)
            if watched and place < len(chunks) - 1:
                watched = self._still_prints(link)

    def _still_prints(self, link: Link) -> bool:
        """Return whether it is worth asking again; one that is too busy to answer is not asked further.

        Raises:
            PaperOut: And the other refusals: it went offline between two bands.
        """
        answer = link.ask(escpos.ASK_PRINTER, escpos.is_live_answer, LIVE_TIMEOUT_S)
        if answer is not None and escpos.decode_status(answer).offline:
            self._refuse_unless_ready(self._status(link))
        return answer is not None

    def _confirm(self, link: Link) -> Printed:
        if not self._answers:
            self._status(link)
        if not self._answers:
            return Printed.UNCONFIRMED
        for _ in range(_TURNS if self._in_turn is not False else 0):
            answer = link.ask(escpos.ASK_IN_TURN, escpos.is_turn_answer, SLIP_TIMEOUT_S / _TURNS)
            if answer is not None and escpos.decode_turn(answer) is not Paper.OUT:
                return Printed.CONFIRMED
            if (status := self._status(link)).answered:
                self._refuse_unless_ready(status)
        self._refuse_unless_ready(self._status(link))
        return Printed.UNCONFIRMED

    def _refuse_unless_ready(self, status: PrinterStatus) -> None:
        if status.ready or (not status.answered and not self._answers):
            return
        if not status.answered:
            raise DeviceUnreachable(self.url, "it answered before and does not now", maybe_done=self._sent)
        if status.cover_open:
            raise CoverOpen(self.url, "the cover is open", maybe_done=self._sent)
        if status.paper is Paper.OUT:
            raise PaperOut(self.url, "the paper has run out", maybe_done=self._sent)
        raise PrinterFault(self.url, f"it cannot print: {status}", maybe_done=self._sent)

    @contextmanager
    def _job(self) -> Iterator[Link]:
        self._sent = False
        failures = escpos_failures()
        link: Link | None = None
        try:
            link = self._connect()
            yield link
            with suppress(*failures):
                link.close()
        except failures as failure:
            raise DeviceUnreachable(self.url, _sentence(failure), maybe_done=self._sent) from failure
        finally:
            if link is not None:
                with suppress(*failures):
                    link.abort()


def _sentence(failure: Exception) -> str:
    return " ".join(str(failure).split()) or type(failure).__name__
