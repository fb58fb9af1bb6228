"""The inside of a simulated bus: bytes in, answers out, and what stands on each sign. No line, no clock."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from hardware.led import commands
from hardware.led.commands import SignError
from hardware.led.frame import EVERY_SIGN, EVERY_SIGN_MUTE, MASTER, Frame, FrameReader, encode_frame
from hardware.led.text import Colour

GARBAGE = b"\x00\x5a\xff\xa5\x13\x5a\xa6"
MOST_DATA = 1024
FONT_FILES = frozenset({"O000", "O001", "O002", "E000", "E001", "E002"})

_AREA = commands.show_area(commands.Area(16, 16, b""))[:2]
_WRITE_HEAD = 7 + 2
_ESCAPE = re.compile(r"\\(F....|C.|n|.)")


@dataclass(frozen=True, slots=True)
class Shown:
    """What stands on a sign, as the controller understood it.

    Attributes:
        fonts: Files chosen, e.g. ``("O002", "E002")``.
        forget_s: After so many seconds without a request it would go dark; 0: never.
    """

    text: str
    colour: Colour | None
    fonts: tuple[str, ...]
    effect: int
    width: int
    height: int
    forget_s: int


@dataclass
class VirtualSign:
    """A controller with its sign.

    Attributes:
        address: Its own.
        shown: What stands on it; ``None``: its own programme, or nothing.
        writes: How often it was told what to show.
        asked: How often it was asked or told anything.
        brightness: ``None``: as it left the factory.
        lit: Whether it is switched on.
        fonts: Font files it has.
        silent: It hears and does everything and answers nothing.
        deaf: It does not hear at all: another baud rate, a loose wire.
        refuses: Why it refuses everything; ``None``: it does not.
        wrong_crc: Its answers arrive damaged.
        garbage: Noise comes instead of its answers.
        slow: Its answers come only when the next one is due, whoever was asked.
        lost_answers: So many of its next answers are lost.
    """

    address: int
    shown: Shown | None = None
    writes: int = 0
    asked: int = 0
    brightness: int | None = None
    lit: bool = True
    fonts: frozenset[str] = FONT_FILES
    silent: bool = False
    deaf: bool = False
    refuses: SignError | None = None
    wrong_crc: bool = False
    garbage: bool = False
    slow: bool = False
    lost_answers: int = 0
    _powered: bool = True

    @property
    def powered(self) -> bool:
        """Clear it, and the sign is off and forgets what stood on it; set it to switch it on again."""
        return self._powered

    @powered.setter
    def powered(self, powered: bool) -> None:
        self._powered = powered
        self.shown, self.brightness = None, None

    @property
    def text(self) -> str | None:
        """The text on it, ``None`` where there is none."""
        return self.shown.text if self.shown and self.lit else None

    def hear(self, frame: Frame) -> bytes:
        """Take a frame that is for this sign and return its answer."""
        if not self._powered or self.deaf:
            return b""
        self.asked += 1
        error = self.refuses or self._obey(frame.data)
        sender = EVERY_SIGN if frame.to == EVERY_SIGN else self.address
        answer = encode_frame(Frame(frame.sender, commands.acknowledge(error), sender))
        if frame.to == EVERY_SIGN_MUTE or frame.data[2:3] != b"\x01":
            return b""
        return self._damaged(answer)

    def _damaged(self, answer: bytes) -> bytes:
        if self.silent:
            return b""
        if self.lost_answers:
            self.lost_answers -= 1
            return b""
        if self.garbage:
            return GARBAGE
        return answer.replace(b"\xa0", b"\xa1", 1) if self.wrong_crc else answer

    def _obey(self, data: bytes) -> int:
        match data[:2], data[5:]:
            case _, _ if len(data) > MOST_DATA:
                return SignError.MEMORY
            case b"\xa2\x00", _:
                pass
            case b"\xa3\x10", _:
                self.shown = None
            case b"\xa3\x00", flag:
                self.lit = flag == b"\x01"
            case b"\xa3\x02", level if len(level) == 2:
                self.brightness = level[1]
            case command, _ if command == _AREA:
                return self._write(data)
            case _:
                return SignError.COMMAND
        return commands.ACCEPTED

    def _write(self, data: bytes) -> int:
        if data[5]:
            self.shown = None
            return commands.ACCEPTED
        shown = understood(data[_WRITE_HEAD:])
        if not set(shown.fonts) <= self.fonts:
            return SignError.NO_FONT
        self.writes += 1
        self.shown = shown
        return commands.ACCEPTED


@dataclass
class VirtualBus:
    """Signs on one line.

    Attributes:
        signs: By address.
        echo: What the master says comes back to it, as on many two-wire adapters.
    """

    signs: dict[int, VirtualSign] = field(default_factory=dict)
    echo: bool = False
    _reader: FrameReader = field(default_factory=FrameReader)
    _late: bytes = b""

    @classmethod
    def of(cls, addresses: Iterable[int]) -> VirtualBus:
        """Return a bus with healthy signs at these addresses."""
        return cls({address: VirtualSign(address) for address in addresses})

    def __getitem__(self, address: int) -> VirtualSign:
        return self.signs[address]

    def feed(self, data: bytes) -> bytes:
        """Take bytes, in pieces of any size, and return what the signs answer."""
        out = data if self.echo else b""
        for frame in self._reader.feed(data):
            out += self._answers(frame)
        return out

    def _answers(self, frame: Frame) -> bytes:
        out = b""
        for sign in self.signs.values():
            if frame.to in (sign.address, EVERY_SIGN, EVERY_SIGN_MUTE) or frame.to == MASTER:
                answer = sign.hear(frame)
                if sign.slow:
                    self._late, answer = answer, self._late
                    out += answer
                    continue
                out += self._late + answer
                self._late = b""
        return out


def understood(area: bytes) -> Shown:
    """Return what an area's data says; the escapes are followed as a controller does."""
    number = int.from_bytes
    length = number(area[23:27], "little")
    raw = area[27 : 27 + length].decode("gb2312")
    escapes = [found[1] for found in _ESCAPE.finditer(raw)]
    colours = [Colour(int(each[1])) for each in escapes if each[0] == "C"]
    strange = [f"<{each}>" for each in escapes if each[0] not in "FCn"]
    text = _ESCAPE.sub(lambda found: "\n" if found[1] == "n" else "", raw)
    return Shown(
        text="".join(strange) + text,
        colour=colours[-1] if colours else None,
        fonts=tuple(each[1:] for each in escapes if each[0] == "F"),
        effect=area[19],
        width=number(area[5:7], "little") & 0x7FFF,
        height=number(area[7:9], "little"),
        forget_s=number(area[12:14], "little") if area[11] == commands.RunMode.GONE_AFTER_TIMEOUT else 0,
    )
