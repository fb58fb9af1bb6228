"""Question and answer with a modem: one at a time, each within its time, and no answer but its own.

Source: ITU-T V.250, 5.7 (answers are lines of CR LF), 3GPP TS 27.005, 4.3 (the prompt, Ctrl-Z, ESC).
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass

from hardware.errors import DeviceUnreachable
from hardware.line import Line
from hardware.sms.answers import Fault, read_fault

PROMPT = ">"
_END_OF_PART = b"\x1a"
_ESCAPE = b"\x1b"
Wanted = Callable[[str], object]
"""Reads a line; ``None`` for one that is not the answer."""
_MOST = 8192
"""Bytes without a line's end that are still taken for a line; a modem at a wrong speed sends such."""


@dataclass(frozen=True, slots=True)
class Answer:
    """How a modem answered.

    Attributes:
        line: The line that carries the answer, ``""`` where none was wanted.
        fault: Its refusal, ``None`` where it did as told.
    """

    line: str = ""
    fault: Fault | None = None


_HEX = re.compile(r"^[0-9A-Fa-f]{20,}$")


class Dialogue:
    """A conversation over an open line; everything that is not the answer awaited is passed over."""

    def __init__(
        self,
        line: Line,
        clock: Callable[[], float] = time.monotonic,
        report: Callable[[str], None] = lambda _pdu: None,
    ) -> None:
        """Make one over an open line.

        Args:
            clock: Seconds that only ever grow.
            report: Given the hex line of each status report, whenever one comes.
        """
        self._line = line
        self._clock = clock
        self._report = report
        self._report_follows = False
        self._rest = b""

    def wake(self, timeout_s: float, quiet_s: float, tries: int = 3) -> None:
        """Bring the modem to where it listens for commands, whatever it was doing.

        An older program may have left it in the middle of a message: there ESC ends it, elsewhere it means
        nothing. Then what was late is let pass until the line is quiet.

        Raises:
            DeviceUnreachable: It does not answer.
        """
        for attempt in range(1, tries + 1):
            self._line.write(_ESCAPE)
            self._settle(quiet_s, timeout_s)
            self._line.write(b"AT\r")
            try:
                self._await_end(None, timeout_s)
            except DeviceUnreachable:
                if attempt == tries:
                    raise
                continue
            self._settle(quiet_s, timeout_s)
            return

    def ask(self, command: str, timeout_s: float, wanted: Wanted | None = None) -> Answer:
        """Ask something; the answer is the line that is ``wanted``, if one is, and OK.

        An OK before that line belongs to another command and is passed over.

        Raises:
            DeviceUnreachable: No answer in time.
        """
        self._say(f"{command}\r".encode("ascii"))
        return self._await_end(wanted, timeout_s)

    def hand_over(
        self, command: str, body: str, wanted: Wanted, *, prompt_s: float, answer_s: float
    ) -> Answer:
        """Say a command, wait for the prompt, give the body, and wait for the answer to it.

        Raises:
            DeviceUnreachable: It is gone or silent; ``maybe_done`` once the body may have been taken.
        """
        self._say(f"{command}\r".encode("ascii"))
        fault = self._await_prompt(prompt_s)
        if fault is not None:
            # Should the refusal have been a late one, the prompt is still to come and must not stay open.
            self._line.write(_ESCAPE)
            return Answer(fault=fault)
        try:
            self._line.write(body.encode("ascii") + _END_OF_PART)
            return self._await_end(wanted, answer_s)
        except DeviceUnreachable as failure:
            raise DeviceUnreachable(failure.device, failure.detail, maybe_done=True) from failure

    def _say(self, data: bytes) -> None:
        """Say something, after passing over what has come; but of reports none is lost."""
        while len(self._rest) < _MOST and (more := self._line.read(0)):
            self._rest += more
        while self._heard() is not None:
            pass
        if len(self._rest) >= _MOST:
            self._rest = b""
        self._line.write(data)

    def _settle(self, quiet_s: float, most_s: float) -> None:
        """Let pass what comes until nothing has come for ``quiet_s``, or ``most_s`` are over."""
        deadline = self._clock() + most_s
        while self._line.read(quiet_s) and self._clock() < deadline:
            pass
        self._rest = b""

    def _await_prompt(self, timeout_s: float) -> Fault | None:
        deadline = self._clock() + timeout_s
        while (line := self._next(deadline)) != PROMPT:
            if (fault := read_fault(line)) is not None:
                return fault
        return None

    def _await_end(self, wanted: Wanted | None, timeout_s: float) -> Answer:
        deadline = self._clock() + timeout_s
        found = ""
        while True:
            try:
                line = self._next(deadline)
            except DeviceUnreachable:
                if found:  # all that was asked is known
                    return Answer(found)
                raise
            if wanted is not None and wanted(line) is not None:
                found = line
            elif line == "OK" and (found or wanted is None):
                return Answer(found)
            elif (fault := read_fault(line)) is not None:
                return Answer(fault=fault)

    def _next(self, deadline: float) -> str:
        """Return the next line that is not empty, or :data:`PROMPT`.

        Raises:
            DeviceUnreachable: None until then.
        """
        while True:
            line = self._heard()
            if line is not None:
                return line
            left_s = deadline - self._clock()
            if left_s <= 0 or len(self._rest) > _MOST:
                raise DeviceUnreachable(self._line.url, "the modem does not answer")
            self._rest += self._line.read(left_s)

    def _heard(self) -> str | None:
        """Return the next whole line, ``None`` without one; a report among them goes to whom it concerns."""
        while (line := self._take()) is not None:
            follows, self._report_follows = self._report_follows, line.startswith("+CDS:")
            if follows and _HEX.match(line):
                self._report(line)
            elif not self._report_follows:
                return line
        return None

    def _take(self) -> str | None:
        self._rest = self._rest.lstrip(b"\r\n\0")
        if self._rest.startswith(b">"):
            self._rest = self._rest[1:].lstrip(b" ")
            return PROMPT
        ends = [at for at in (self._rest.find(b"\r"), self._rest.find(b"\n")) if at >= 0]
        if not ends:
            return None
        line, self._rest = self._rest[: min(ends)], self._rest[min(ends) :]
        return line.decode("ascii", "replace").strip()
