"""A scanner on a serial line, as a worker looks after it."""

from __future__ import annotations

from collections.abc import Callable

from hardware.line import Line
from hardware.scanner.framer import CodeFramer
from hardware.scanner.settings import ScannerSettings
from hardware.worker import READY, Health, State

ROUND_S = 0.25
"""How long one look listens to a scanner that says nothing; a job waits no longer than that."""

UNREADABLE = "scanner.unreadable"


class SerialScanner:
    """A ``Device``: hands on each code as it comes. Its look waits by itself: the worker's ``every_s`` is 0.

    Attributes:
        name: As the settings name it.
    """

    def __init__(self, settings: ScannerSettings, scanned: Callable[[str], None], *, name: str = "") -> None:
        """Make a scanner, not yet connected.

        Args:
            settings: How to talk to it.
            scanned: Told each code once, on the worker's thread; it must not wait.
            name: Its address where the device file gives it no name.

        Raises:
            ValueError: The address is wrong.
        """
        self.name = name or settings.url
        self._settings = settings
        self._scanned = scanned
        self._open = settings.opener()
        self._line: Line | None = None
        self._framer = self._new_framer()
        self._lit: bool | None = None
        self._health = READY

    def connect(self) -> None:
        """Open the line, and light it as it was last asked for."""
        self.disconnect()
        self._line = self._open()
        self._framer = self._new_framer()
        self._health = READY
        if self._lit is not None:
            self._switch(self._line, self._lit)

    def look(self) -> Health:
        """Listen for a moment; a code that cannot be read leaves it degraded until the next good one."""
        if self._line is None:
            self.connect()
            return self._health
        before = self._framer.thrown_away
        said = self._line.read(self._settings.idle_s if self._framer.waiting else ROUND_S)
        codes = self._framer.feed(said) if said else self._framer.silence()
        if self._framer.thrown_away > before:
            detail = "a code was too long, cut off or unreadable: check baud rate and ending"
            self._health = Health(State.DEGRADED, UNREADABLE, detail)
        if codes:
            self._health = READY
        for code in codes:
            self._scanned(code)
        return self._health

    def disconnect(self) -> None:
        """Give the line back; a code that has only begun is forgotten."""
        if self._line is not None:
            self._line.close()
            self._line = None

    def light(self, on: bool) -> None:
        """Switch its light or reading on or off; nothing where the settings have no command for it.

        It is remembered: a scanner that comes back is switched the same way.

        Raises:
            DeviceUnreachable: It is gone, or takes nothing.
        """
        self._lit = on
        if self._line is not None:
            self._switch(self._line, on)

    def _switch(self, line: Line, on: bool) -> None:
        if command := self._settings.light_on if on else self._settings.light_off:
            line.write(command)

    def _new_framer(self) -> CodeFramer:
        return CodeFramer(self._settings.ending, most=self._settings.most)
