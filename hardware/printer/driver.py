"""The driver: one connection a job, status before and after, and nothing taken for granted."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress

from hardware.errors import (
    CoverOpen,
    CutterJam,
    DeviceError,
    DeviceUnreachable,
    PaperOut,
    PrinterFault,
    PrinterOffline,
)
from hardware.printer import escpos
from hardware.printer.library import escpos_failures
from hardware.printer.links import Link
from hardware.printer.ports import Paper, Printed, PrinterStatus
from hardware.printer.raster import Raster

LIVE_TIMEOUT_S = 0.5
"""How long a printer may take to answer DLE EOT."""

SLIP_TIMEOUT_S = 6.0
"""How long the last slip may still be printing after its last byte: 150 mm at 30 mm/s, and the cut."""

_COMPLETE_S = 3.0
"""Seconds of a slow line that completing somebody's aborted picture may take."""

_LESSONS = 3
"""How often a printer that answers is asked whether it answers in turn, before it is believed not to."""

_TURNS = 12
"""Looks at the printer in that time: nobody opens and closes a cover, or frees a knife, between two of them.

A printer that drops what it has while it is offline and answers in turn once it is mended would else pass for
one that has printed.
"""

log = logging.getLogger(__name__)


class EscPosPrinter:
    """A ticket printer behind any link; use it from one thread at a time.

    It learns on first contact whether the printer answers questions at all, and whether it answers them in
    turn. One that never answered is printed to at once and asked again after each slip; one that answered
    before and is silent now is not trusted with a slip.

    Attributes:
        url: Its address as the settings name it.
        bytes_per_s: What its line carries; ``None``: so much that it does not matter.
        sent: Whether a byte of the last slip was handed over.
    """

    def __init__(self, url: str, connect: Callable[[], Link], bytes_per_s: float | None = None) -> None:
        self.url = url
        self.bytes_per_s = bytes_per_s
        self._connect = connect
        self._answers: bool | None = None
        self._in_turn: bool | None = None
        self._turn = escpos.ASK_IN_TURN
        self._lessons = _LESSONS
        self._tells_errors: bool | None = None
        self._owed = 0
        self.sent = False
        self._aborted = False
        self._open_bytes = len(escpos.FILL)

    def status(self) -> PrinterStatus:
        """Ask how it is; see :class:`hardware.printer.ports.Printer`."""
        with self._job() as link:
            status = self._look(link)
            if not status.answered and self._answers:
                raise DeviceUnreachable(self.url, "it answered before and does not now")
            if status.ready and not self._in_turn and self._lessons:
                self._learn(link)
            return status

    def print_slip(self, raster: Raster) -> Printed:
        """Print and cut one slip; see :class:`hardware.printer.ports.Printer`."""
        return self.print_chunks(escpos.encode_slip(raster))

    def print_chunks(self, chunks: Sequence[bytes]) -> Printed:
        """Print one slip that is in bytes already, its start first and its cut last.

        Between two chunks the printer is looked at. Raises as :meth:`print_slip` does.
        """
        with self._job() as link:
            if self._answers is not False:
                self._refuse_unless_ready(self._look(link))
            if self._answers and self._in_turn is None:
                self._learn(link)
            self._send(link, chunks)
            printed = self._confirm(link)
            self._aborted = False
            return printed

    def _look(self, link: Link) -> PrinterStatus:
        """Ask before a job. A silent printer may be waiting for the rest of a picture; then ask again."""
        may_wait = self._aborted or self._answers is None
        status = self._status(link)
        if status.answered or not may_wait or not link.asks:
            return status
        self._complete(link)
        return self._status(link)

    def _complete(self, link: Link) -> None:
        """Complete what an aborted job left open: a piece of ours, or of somebody unknown before us.

        On a slow line not all of a large picture is waited for: whoever sends pictures there waits longer.
        """
        size = self._open_bytes
        if self.bytes_per_s is not None:
            size = min(size, int(self.bytes_per_s * _COMPLETE_S))
        link.send(escpos.FILL[:size])

    def _status(self, link: Link) -> PrinterStatus:
        first = link.ask(escpos.ASK_PRINTER, escpos.is_live_answer, LIVE_TIMEOUT_S)
        if first is None:
            self._answers = self._answers or False
            return PrinterStatus()
        self._answers = True
        cause = link.ask(escpos.ASK_OFFLINE, escpos.is_live_answer, LIVE_TIMEOUT_S)
        paper = link.ask(escpos.ASK_PAPER, escpos.is_live_answer, LIVE_TIMEOUT_S)
        return escpos.decode_status(first, cause, paper, self._errors(link))

    def _errors(self, link: Link) -> int | None:
        """Ask for its errors; many copies do not know this question, and are asked it once only."""
        if self._tells_errors is False:
            return None
        answer = link.ask(escpos.ASK_ERRORS, escpos.is_live_answer, LIVE_TIMEOUT_S)
        self._tells_errors = self._tells_errors or answer is not None
        return answer

    def _learn(self, link: Link) -> None:
        """Find out, while nothing is printing, whether it answers in turn, and which question.

        The older question is tried once only: a printer that does not know it may print its letter, unless
        it is told at once to forget that line.
        """
        self._lessons -= 1
        answer = link.ask(escpos.ASK_IN_TURN, escpos.is_turn_answer, LIVE_TIMEOUT_S)
        if answer is None and self._lessons == _LESSONS - 1:
            answer = link.ask(escpos.ASK_IN_TURN_OLD, escpos.is_turn_answer, LIVE_TIMEOUT_S)
            if answer is None:
                link.send(escpos.INIT)
            else:
                self._turn = escpos.ASK_IN_TURN_OLD
        self._in_turn = answer is not None

    def _send(self, link: Link, chunks: Sequence[bytes]) -> None:
        watched = bool(self._answers)
        if self._aborted:
            self._complete(link)
        self._aborted = True
        self._open_bytes = min(len(escpos.FILL), max(map(len, chunks)))
        for place, chunk in enumerate(chunks):
            self.sent = True
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
        if not (before := self._status(link)).answered and not self._answers:
            return Printed.UNCONFIRMED
        if before.answered:
            self._refuse_unless_ready(before)
        for _ in range(_TURNS if self._in_turn is not False else 0):
            wait_s = SLIP_TIMEOUT_S / _TURNS
            answer = link.ask(self._turn, escpos.is_turn_answer, wait_s, again=before.answered)
            if answer is not None and escpos.decode_turn(answer) is not Paper.OUT:
                return Printed.CONFIRMED
            if (before := self._status(link)).answered:
                self._refuse_unless_ready(before)
        self._refuse_unless_ready(self._status(link))
        return Printed.UNCONFIRMED

    def _refuse_unless_ready(self, status: PrinterStatus) -> None:
        if status.ready or (not status.answered and not self._answers):
            return
        if not status.answered:
            raise DeviceUnreachable(self.url, "it answered before and does not now", maybe_done=self.sent)
        raise why_not(status)(self.url, f"it cannot print: {status}", maybe_done=self.sent)

    @contextmanager
    def _job(self) -> Iterator[Link]:
        self.sent = False
        link: Link | None = None
        try:
            link = self._connect()
            link.owed = self._owed
            yield link
            with suppress(*escpos_failures()):
                link.close()
        except Exception as failure:
            # Asked for only now: connecting may have loaded the library.
            if not isinstance(failure, escpos_failures()):
                raise
            kind = getattr(failure, "kind", DeviceUnreachable)
            raise kind(self.url, _sentence(failure), maybe_done=self.sent) from failure
        finally:
            if link is not None:
                self._owed = link.owed
                with suppress(*escpos_failures()):
                    link.abort()


def why_not(status: PrinterStatus) -> type[DeviceError]:
    """Return what keeps a printer that has answered and is not ready from printing."""
    if status.cover_open:
        return CoverOpen
    if status.cutter:
        return CutterJam
    if status.paper is Paper.OUT:
        return PaperOut
    return PrinterFault if status.fault or status.unrecoverable else PrinterOffline


def _sentence(failure: Exception) -> str:
    return " ".join(str(failure).split()) or type(failure).__name__
