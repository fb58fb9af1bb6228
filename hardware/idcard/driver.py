"""The driver: it finds a card, reads it once, says what may be known of it, and waits for it to be lifted."""

from __future__ import annotations

from collections.abc import Callable

from hardware.errors import DeviceError, DeviceUnreachable
from hardware.idcard.card import DayKey, SeenCard
from hardware.idcard.errors import (
    CardImplausible,
    CardProblem,
    CardUnknown,
    ReaderFault,
    ReaderGarbled,
    ReaderNotAuthorised,
    ReaderWithoutKey,
)
from hardware.idcard.frames import Answer, Command, Status
from hardware.idcard.link import ask
from hardware.idcard.record import Refused, seen_card
from hardware.line import Line, line_opener
from hardware.worker import READY, Health, State, Worker

BAUD = 115200
"""What readers are delivered with."""
FIND_EVERY_S = 0.4
"""Pause between two looks for a card. Source: reader makers' manuals, 300 to 500 ms."""
READ_TRIES = 3
"""Tries at one card before its holder is told."""
GARBLED_MOST = 5
"""Garbled looks in a row before the line is opened anew."""

Told = Callable[[SeenCard | DeviceError], None]
"""Is told each card once, or why nothing is known of it; on the worker's thread, and it must not wait.

The error is a :class:`hardware.idcard.errors.CardProblem` or a :class:`hardware.idcard.errors.ReaderFault`.
"""

_REFUSED: dict[Refused, type[CardProblem | ReaderGarbled]] = {
    Refused.SHORT: ReaderGarbled,
    Refused.KIND: CardUnknown,
    Refused.NUMBER: CardImplausible,
    Refused.BORN: CardImplausible,
}


class CardReader:
    """A reader of identity cards behind a line; a :class:`hardware.worker.Device`.

    Attributes:
        name: Its address as the settings name it.
    """

    def __init__(self, url: str, today: Callable[[], DayKey | None], told: Told) -> None:
        """Make a driver; nothing is opened yet.

        Args:
            url: See :data:`hardware.line.FORMS`.
            today: Gives the key of the day whenever a card is looked for; without one none is read.
            told: See :data:`Told`.

        Raises:
            ValueError: The address is wrong.
        """
        self.name = url
        self._today = today
        self._told = told
        self._open = line_opener(url, baud=BAUD)
        self._line: Line | None = None
        self._garbled = 0
        self._fault: ReaderFault | None = None
        # Of the card that lies there; they outlive a lost line, so that none is read twice for it.
        self._settled = False
        self._tries = 0
        self._problem: CardProblem | ReaderFault | None = None

    def connect(self) -> None:
        """Open the line and ask the reader how it is.

        Raises:
            DeviceUnreachable: It is not there, or says nothing.
            ReaderGarbled: What it says is garbled: as a rule the wrong baud rate.
        """
        self.disconnect()
        self._line = self._open()
        self._garbled, self._fault = 0, None
        try:
            self._ask(Command.STATUS)
        except ReaderGarbled:
            raise
        except ReaderFault as fault:
            self._note(fault)

    def look(self) -> Health:
        """Look for a card, and read one that was not there before.

        Raises:
            DeviceUnreachable: It is gone, or says nothing.
            ReaderGarbled: What it says is garbled again and again.
        """
        today = self._today()
        try:
            if today is None:
                self._ask(Command.STATUS)
                raise ReaderWithoutKey(self.name, "there is no key of the day, so no card is read")
            self._turn(today)
        except ReaderFault as fault:
            self._note(fault)
        else:
            self._garbled = 0
        return self._health()

    def disconnect(self) -> None:
        """Give the line back."""
        if self._line is not None:
            self._line.close()
            self._line = None

    def _turn(self, today: DayKey) -> None:
        """Look once for a card.

        Raises:
            ReaderFault: The reader did not do its work.
        """
        found = self._ask(Command.FIND, Status.FOUND, Status.FIND_FAILED).code == Status.FOUND
        if not found:
            self._lifted()
        elif not self._settled:
            self._try(today)
        # Whether its module is authorised shows only when a card is read.
        if not isinstance(self._fault, ReaderNotAuthorised):
            self._fault = None

    def _try(self, today: DayKey) -> None:
        """Read the card that was found, and say what came of it once no other try will help.

        Raises:
            ReaderFault: The reader did not do its work.
        """
        try:
            seen = self._read(today)
        except CardProblem as problem:
            self._missed(problem)
        except ReaderFault as fault:
            self._missed(fault)
            raise
        else:
            self._fault = None
            self._settle(seen)

    def _read(self, today: DayKey) -> SeenCard:
        """Select and read the card that was found.

        The answer goes straight into the one function that looks into it: no name here holds it.

        Raises:
            CardProblem: Nothing is known of the card.
            ReaderFault: The reader did not do its work.
        """
        self._ask(Command.SELECT)
        seen = seen_card(self._ask(Command.READ).data, today)
        if isinstance(seen, Refused):
            raise _REFUSED[seen](self.name, f"read: {seen.value}")
        return seen

    def _missed(self, problem: CardProblem | ReaderFault) -> None:
        """Note a try that failed; the holder is told when no other will help."""
        self._tries += 1
        # A new one: what was raised leads to the frames it came through.
        self._problem = type(problem)(self.name, problem.detail)
        if not problem.again or self._tries >= READ_TRIES:
            self._settle(self._problem)

    def _lifted(self) -> None:
        """Be ready for the next card; who lifted one too soon is told."""
        if self._problem is not None:
            self._settle(self._problem)
        self._settled, self._tries = False, 0

    def _settle(self, said: SeenCard | CardProblem | ReaderFault) -> None:
        """Say what came of the card; it is left alone until it is lifted."""
        self._settled, self._problem = True, None
        self._told(said)

    def _note(self, fault: ReaderFault) -> None:
        """Keep a fault as the reader's state.

        Raises:
            ReaderGarbled: For the last time on this line.
        """
        self._fault = type(fault)(self.name, fault.detail)
        self._garbled = self._garbled + 1 if isinstance(fault, ReaderGarbled) else 0
        if self._garbled >= GARBLED_MOST:
            raise self._fault

    def _health(self) -> Health:
        if self._fault is None:
            return READY
        return Health(State.DEGRADED, self._fault.key, self._fault.detail)

    def _ask(self, command: Command, *expected: Status) -> Answer:
        if self._line is None:
            raise DeviceUnreachable(self.name, "it is not connected")
        return ask(self._line, command, *expected)


def watch_reader(
    url: str,
    today: Callable[[], DayKey | None],
    told: Told,
    changed: Callable[[Health], None] = lambda _health: None,
) -> Worker:
    """Return the worker of a reader, not yet started; see :class:`CardReader` and :class:`Worker`.

    Raises:
        ValueError: The address is wrong.
    """
    return Worker(CardReader(url, today, told), changed, every_s=FIND_EVERY_S)
