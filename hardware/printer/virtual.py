"""The inside of a simulated printer: bytes in, answers and slips out. No socket, no thread, no clock."""

from __future__ import annotations

from dataclasses import dataclass, field

from hardware.printer import commands, escpos, text
from hardware.printer.raster import Raster, stacked

_FIXED = 0x12
_RASTER_HEAD = 8
_LONGEST_HEAD = 300  # of a barcode whose end is a NUL


@dataclass
class VirtualPrinter:
    """Understands what a ticket printer must: ESC @, GS v 0, text, GS ( k, GS V, DLE EOT, GS r.

    Lengths are followed, so ``10 04 01`` inside a picture or a QR code is data, also of a picture that
    another connection left unfinished. NUL means nothing. While it is out of paper or open it answers
    DLE EOT only and prints nothing of what it takes.

    Attributes:
        slips: Bytes of every slip cut so far, questions left out.
        rasters: The picture of each slip; ``None`` for one that is text or nothing.
        slips_left: Slips until the roll ends; ``None``: never.
        rows_left: Rows until the roll ends, so that it ends inside a slip; ``None``: never.
        rows_until_open: Rows until somebody opens the cover, inside a slip; ``None``: nobody does.
        cover_open: The cover stands open.
        jams_at_cut: The knife gets stuck at the next cut, the slip in it.
        jammed: The knife is stuck.
        broken: It has an error that does not pass.
        switched_offline: Somebody pressed its button.
        paper_low: The near-end sensor sees the roll's end.
        silent: It answers nothing, as cheap clones do.
        answers_in_turn: It knows GS r; some clones do not.
        knows_old_question: It knows ESC v.
        tells_errors: It knows DLE EOT 3.
        late: It gives each answer only when it is asked the next question.
        torn_rows: Rows printed of a slip that was never cut.
    """

    slips: list[bytes] = field(default_factory=list)
    rasters: list[Raster | None] = field(default_factory=list)
    slips_left: int | None = None
    rows_left: int | None = None
    rows_until_open: int | None = None
    cover_open: bool = False
    jams_at_cut: bool = False
    jammed: bool = False
    broken: bool = False
    switched_offline: bool = False
    paper_low: bool = False
    silent: bool = False
    answers_in_turn: bool = True
    knows_old_question: bool = False
    tells_errors: bool = True
    late: bool = False
    torn_rows: int = 0
    _waiting: bytearray = field(default_factory=bytearray)
    _slip: bytearray = field(default_factory=bytearray)
    _bands: list[Raster] = field(default_factory=list)
    _rows: int = 0
    _high: int = 1
    _plain: bool = False
    _held: bytes = b""

    @property
    def paper_out(self) -> bool:
        """Whether the roll has ended."""
        return self.slips_left == 0 or self.rows_left == 0

    @property
    def offline(self) -> bool:
        """Whether it takes no print data."""
        blocked = self.cover_open or self.jammed or self.broken or self.switched_offline
        return self.paper_out or blocked

    def feed(self, data: bytes) -> bytes:
        """Take bytes, in pieces of any size, and return the answers to the questions among them."""
        self._waiting += data
        answers = bytearray()
        while command := self._next_command():
            answers += self._obey(command)
        if self.silent:
            return b""
        if not self.late:
            return bytes(answers)
        if not answers:
            return b""
        self._held, held = bytes(answers), self._held
        return held

    def _next_command(self) -> bytes:
        """Cut the next whole command off what is waiting; nothing while it is incomplete."""
        if self._waiting[:1] == b"\x00":
            self._waiting = self._waiting.lstrip(b"\x00")
        length = commands.length(bytes(self._waiting[:_LONGEST_HEAD]))
        if not 0 < length <= len(self._waiting):
            return b""
        command = bytes(self._waiting[:length])
        del self._waiting[:length]
        return command

    def _obey(self, command: bytes) -> bytes:
        if command[:2] == b"\x10\x04":
            known = command[2] != 3 or self.tells_errors
            return bytes([self._live(command[2])]) if known else b""
        if self.offline:
            return b""
        if command[:2] == b"\x1dr":
            return b"\x00" if self.answers_in_turn else b""
        if command == escpos.ASK_IN_TURN_OLD:
            return b"\x00" if self.knows_old_question else b""
        self._print(command)
        return b""

    def _print(self, command: bytes) -> None:
        if command == escpos.INIT:
            self._tear()
        self._slip += command
        if command[:2] == b"\x1dv":
            self._print_band(command)
        elif command[:2] == b"\x1dV":
            self._cut()
        elif command[:2] == b"\x1d!":
            self._high = (command[2] & 0x07) + 1
        elif command == text.LINE:
            self._use(max(text.LINE_ROWS, text.CELL_ROWS * self._high))
        elif command[:2] in (b"\x1bJ", b"\x1bd"):
            self._use(command[2] * (1 if command[1:2] == b"J" else text.LINE_ROWS))
        elif len(command) == 1 or command[:2] == b"\x1d(":
            self._plain = True

    def _use(self, rows: int) -> int:
        """Move the paper on and return how many rows of it were still there."""
        if self.rows_left is not None:
            rows = min(rows, self.rows_left)
            self.rows_left -= rows
        if self.rows_until_open is not None:
            rows = min(rows, self.rows_until_open)
            self.rows_until_open -= rows
            if self.rows_until_open == 0:
                self.cover_open, self.rows_until_open = True, None
        self._rows += rows
        return rows

    def _print_band(self, command: bytes) -> None:
        stride = int.from_bytes(command[4:6], "little")
        rows = self._use(int.from_bytes(command[6:8], "little"))
        data = command[_RASTER_HEAD : _RASTER_HEAD + rows * stride]
        self._bands.append(Raster(stride * 8, rows, data))

    def _cut(self) -> None:
        if self.jams_at_cut:
            self.jammed, self.jams_at_cut = True, False
            return
        self.slips.append(bytes(self._slip))
        self.rasters.append(None if self._plain else stacked(self._bands))
        self._forget()
        if self.slips_left:
            self.slips_left -= 1

    def _tear(self) -> None:
        """Start anew: what was printed and never cut hangs in the slot until a hand takes it."""
        self.torn_rows += self._rows
        self._forget()

    def _forget(self) -> None:
        self._slip.clear()
        self._bands.clear()
        self._rows, self._high, self._plain = 0, 1, False

    def _live(self, asked: int) -> int:
        match asked:
            case 1:
                return _FIXED | 0x08 * self.offline
            case 2:
                stopped = 0x04 * self.cover_open | 0x20 * self.paper_out
                return _FIXED | stopped | 0x40 * (self.jammed or self.broken)
            case 3:
                return _FIXED | 0x08 * self.jammed | 0x20 * self.broken
            case 4:
                return _FIXED | 0x0C * (self.paper_low or self.paper_out) | 0x60 * self.paper_out
        return _FIXED
