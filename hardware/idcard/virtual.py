"""The inside of a simulated reader: bytes in, answers out. No port, no thread, no clock."""

from __future__ import annotations

from dataclasses import dataclass, field

from hardware.idcard.cards import MadeUpCard
from hardware.idcard.frames import Command, FrameStream, Status, encode_answer

SAM_ID = bytes(range(16))
_COMMANDS = {command.value: command for command in Command}


@dataclass
class VirtualReader:
    """Understands what a SAM-V reader must: reset, status, number, find, select, read.

    Like a real one it finds a card that it has read no more until that card was lifted, and reads only
    what it has found and selected.

    Attributes:
        card: What lies on it; see :meth:`lay` and :meth:`lift`.
        finds_again: It finds a card that it has read also while it still lies there, as some readers do.
        says: Statuses that it answers instead of doing what it was asked.
        fails: The same, but only so many times: count and status.
        wrong_check: Commands whose answers have a wrong check byte.
        half: Commands of whose answers only half comes.
        silent: It answers nothing.
        withholds: It keeps its answers back: a slow one; say them later, see :meth:`release`.
        noise: Bytes before each answer.
        heard: Commands so far.
    """

    card: MadeUpCard | None = field(default=None, repr=False)
    finds_again: bool = False
    says: dict[Command, int] = field(default_factory=dict)
    fails: dict[Command, tuple[int, int]] = field(default_factory=dict)
    wrong_check: set[Command] = field(default_factory=set)
    half: set[Command] = field(default_factory=set)
    silent: bool = False
    withholds: bool = False
    noise: bytes = b""
    heard: list[Command] = field(default_factory=list)
    _withheld: bytes = field(default=b"", repr=False)
    _stream: FrameStream = field(default_factory=FrameStream, repr=False)
    _was_read: bool = False
    _found: bool = False
    _selected: bool = False

    def lay(self, card: MadeUpCard) -> None:
        """Lay a card on it, in place of the one that lies there."""
        self.lift()
        self.card = card

    def lift(self) -> None:
        """Take the card away."""
        self.card = None
        self._was_read = self._found = self._selected = False

    def release(self) -> bytes:
        """Return what it has kept back, for the port to say now."""
        kept, self._withheld = self._withheld, b""
        return kept

    def feed(self, data: bytes) -> bytes:
        """Take bytes, in pieces of any size, and return the answers to the requests among them."""
        damaged = self._stream.damaged
        answers = [self._answer(body) for body in self._stream.feed(data)]
        if self._stream.damaged > damaged:
            answers.append(encode_answer(Status.CHECKSUM))
        if self.silent:
            return b""
        if self.withholds:
            self._withheld += b"".join(answers)
            return b""
        return b"".join(self.noise + answer for answer in answers)

    def _answer(self, body: bytes) -> bytes:
        command = _COMMANDS.get(body)
        if command is None:
            return encode_answer(Status.COMMAND)
        self.heard.append(command)
        answer = bytearray(self._faulty(command) or self._obey(command))
        if command in self.wrong_check:
            answer[-1] ^= 0x55
        return bytes(answer[: len(answer) // 2]) if command in self.half else bytes(answer)

    def _faulty(self, command: Command) -> bytes:
        """Return the answer of a command that is to fail; nothing for one that is not."""
        if command in self.says:
            return encode_answer(self.says[command])
        times, code = self.fails.get(command, (0, 0))
        if not times:
            return b""
        self.fails[command] = (times - 1, code)
        return encode_answer(code)

    def _obey(self, command: Command) -> bytes:
        match command:
            case Command.FIND:
                self._found = self.card is not None and (self.finds_again or not self._was_read)
                self._selected = False
                return (
                    encode_answer(Status.FOUND, bytes(4))
                    if self._found
                    else encode_answer(Status.FIND_FAILED)
                )
            case Command.SELECT:
                self._selected = self._found
                return (
                    encode_answer(Status.OK, bytes(8)) if self._found else encode_answer(Status.SELECT_FAILED)
                )
            case Command.READ:
                return self._read()
            case Command.SAM_ID:
                return encode_answer(Status.OK, SAM_ID)
            case _:
                return encode_answer(Status.OK)

    def _read(self) -> bytes:
        card = self.card
        if card is None or not self._selected:
            return encode_answer(Status.READ_FAILED)
        self._was_read = True
        return encode_answer(Status.OK, card.read())
