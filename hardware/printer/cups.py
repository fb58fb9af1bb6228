"""A printer behind a CUPS queue: slips go through ``lp`` as raw jobs, and ``lpstat`` says how the queue is.

The best that a queue can tell of a slip is that it has handed all of it on; whether it came out nobody says.
So no slip is ever confirmed, and one that the queue does not get rid of is cancelled: it must not come out an
hour later.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Sequence

from hardware.errors import DeviceUnreachable
from hardware.printer.driver import EscPosPrinter, why_not
from hardware.printer.links import Link
from hardware.printer.ports import Paper, Printed, PrinterStatus

COMMAND_TIMEOUT_S = 5.0
"""How long one call of ``lp`` or ``lpstat`` may take."""

HANDED_ON_S = 10.0
"""How long the queue may take to hand a slip on."""

_POLL_S = 0.2
_REQUEST = re.compile(r"request id is (\S+-\d+)")
_ALERTS = re.compile(r"^\s*Alerts:\s*(.*)$", re.MULTILINE)
_SEVERITY = re.compile(r"-(report|warning|error)$")

_PAPER_OUT = {"media-empty", "media-needed"}
_COVER = {"cover-open", "door-open", "interlock-open"}
_OFFLINE = {"offline", "shutdown", "timed-out", "paused", "stopping", "moving-to-paused", "deactivated"}
_FAULT = {"media-jam", "marker-supply-empty", "marker-failure", "fuser-over-temp", "other"}


class QueuePrinter(EscPosPrinter):
    """A queue of CUPS; it must be a raw one, or one that passes ``-o raw`` on."""

    def __init__(self, url: str, queue: str) -> None:
        super().__init__(url, self._no_link)
        self._queue = queue

    def status(self) -> PrinterStatus:
        """Ask the queue; what it says of its printer, it mostly knows from the last job only."""
        said = self._run("lpstat", "-l", "-p", self._queue)
        accepting = self._run("lpstat", "-a", self._queue)
        return decode_queue(said, accepting)

    def print_chunks(self, chunks: Sequence[bytes]) -> Printed:
        """Hand a slip to the queue, and see it handed on.

        Raises:
            DeviceUnreachable: There is no such queue, or it did not get rid of the slip.
            PaperOut: And the other failures of a printer: the queue says so.
        """
        self.sent = False
        status = self.status()
        if status.answered and not status.ready:
            raise why_not(status)(self.url, f"its queue says: {status}")
        job = self._hand_over(b"".join(chunks))
        give_up = time.monotonic() + HANDED_ON_S
        while self._waiting(job):
            if time.monotonic() > give_up:
                self._cancel(job)
                raise self._stuck()
            time.sleep(_POLL_S)
        return Printed.UNCONFIRMED

    def _hand_over(self, data: bytes) -> str:
        """Queue a raw job and return its name."""
        self.sent = True
        command = ("lp", "-d", self._queue, "-o", "raw", "-t", "Hallcall")
        said = self._run(*command, data=data)
        found = _REQUEST.search(said)
        if found is None:
            raise DeviceUnreachable(self.url, f"lp says {said.strip()!r}", maybe_done=True)
        return found[1]

    def _waiting(self, job: str) -> bool:
        said = self._run("lpstat", "-W", "not-completed", "-o", self._queue)
        return any(line.split()[:1] == [job] for line in said.splitlines())

    def _cancel(self, job: str) -> None:
        try:
            self._run("cancel", job)
        except DeviceUnreachable as failure:
            # It may have been handed on in this moment; the slip is in doubt either way.
            if "timed out" in failure.detail:
                raise

    def _stuck(self) -> DeviceUnreachable:
        detail = f"the queue did not hand it on within {HANDED_ON_S:.0f} s; it is cancelled"
        return DeviceUnreachable(self.url, detail, maybe_done=True)

    def _run(self, *command: str, data: bytes = b"") -> str:
        """Run a program of CUPS, no shell, and return what it said.

        Raises:
            DeviceUnreachable: It is not installed, takes too long, or says that it could not.
        """
        # 1.6 MB that only a machine with such a printer needs.
        import subprocess

        try:
            ended = subprocess.run(  # noqa: S603  # programs of CUPS, the queue's name checked, no shell
                command,
                input=data,
                capture_output=True,
                timeout=COMMAND_TIMEOUT_S,
                check=False,
                env={**os.environ, "LC_ALL": "C"},
            )
        except FileNotFoundError as error:
            raise DeviceUnreachable(self.url, f"{command[0]} is not installed (cups-client)") from error
        except subprocess.TimeoutExpired as error:
            maybe = command[0] == "lp"
            raise DeviceUnreachable(self.url, f"{command[0]} timed out", maybe_done=maybe) from error
        except OSError as error:
            raise DeviceUnreachable(self.url, f"{command[0]}: {error}") from error
        if ended.returncode:
            words = " ".join((ended.stderr or ended.stdout).decode(errors="replace").split())
            raise DeviceUnreachable(self.url, words or f"{command[0]} failed", maybe_done=self.sent)
        return ended.stdout.decode(errors="replace")

    @staticmethod
    def _no_link() -> Link:
        raise AssertionError("a queue is no line")


def decode_queue(printer: str, accepting: str = "") -> PrinterStatus:
    """Read what ``lpstat -l -p`` and ``lpstat -a`` say in the C locale.

    A queue that reports nothing has said nothing of its printer: paper and cover are unknown.
    """
    alerts = _ALERTS.search(printer)
    reasons = {
        _SEVERITY.sub("", each.strip(","))
        for each in (alerts[1].split() if alerts else ())
        if each.strip(",") != "none"
    }
    stopped = " disabled since" in printer or "not accepting requests" in accepting
    paper = Paper.OUT if reasons & _PAPER_OUT else Paper.LOW if "media-low" in reasons else Paper.UNKNOWN
    status = PrinterStatus(
        paper=paper,
        cover_open=bool(reasons & _COVER),
        offline=stopped or bool(reasons & _OFFLINE),
        fault=bool(reasons & _FAULT),
    )
    told = status != PrinterStatus()
    return PrinterStatus(told, status.paper, status.cover_open, status.offline, status.fault)
