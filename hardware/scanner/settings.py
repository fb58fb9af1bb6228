"""What a device file says of a serial scanner, checked whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from hardware.line import Line, line_opener
from hardware.scanner.framer import MOST_BYTES, Ending

BAUD = 9600
IDLE_S = 0.1
"""Silence that ends a code: longer than a USB adapter's 16 ms pieces, shorter than a hand's next scan."""


@dataclass(frozen=True, slots=True)
class ScannerSettings:
    """How to talk to one serial scanner.

    Attributes:
        url: Where it is, a form of ``hardware.line``; with ``baud`` where the scanner's is not 9600.
        ending: What tells that a code is over.
        idle_s: How long nothing comes before a code is over or thrown away, 0.02 to 2 s.
        most: Bytes of the longest code, 1 to 8192.
        light_on: What switches its light or reading on, as its manual says; empty: it reads by itself.
        light_off: The same for off.
    """

    url: str
    ending: Ending = Ending.AUTO
    idle_s: float = IDLE_S
    most: int = MOST_BYTES
    light_on: bytes = b""
    light_off: bytes = b""

    def opener(self) -> Callable[[], Line]:
        """Return what opens the line.

        Raises:
            ValueError: The address is wrong.
        """
        return line_opener(self.url, baud=BAUD)


def scanner_settings(table: Mapping[str, Any]) -> ScannerSettings:
    """Read a scanner's table of the device file.

    Commands are bytes in hex: ``light_on = "16 54 0D"``.

    Raises:
        ValueError: Every mistake of the table, one a line.
    """
    mistakes: list[str] = []
    values: dict[str, Any] = {}
    for name, value in table.items():
        try:
            if name not in _READERS:
                raise ValueError(f"unknown; known are {', '.join(_READERS)}")
            values[name] = _READERS[name](value)
        except ValueError as error:
            mistakes.append(f"{name}: {error}")
    if "url" not in table:
        mistakes.append(f"url: missing; e.g. serial:///dev/ttyUSB0?baud={BAUD}")
    if mistakes:
        raise ValueError("\n".join(mistakes))
    return ScannerSettings(**values)


def _url(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f"a text, not {value!r}")
    line_opener(value, baud=BAUD)
    return value


def _ending(value: object) -> Ending:
    if value not in (names := [ending.value for ending in Ending]):
        raise ValueError(f"one of {', '.join(names)}, not {value!r}")
    return Ending(value)


def _idle_s(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0.02 <= value <= 2:
        raise ValueError(f"seconds from 0.02 to 2, not {value!r}")
    return float(value)


def _most(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= 8192:
        raise ValueError(f"bytes from 1 to 8192, not {value!r}")
    return value


def _command(value: object) -> bytes:
    try:
        return bytes.fromhex(value if isinstance(value, str) else "?")
    except ValueError:
        raise ValueError(f'bytes in hex, e.g. "16 54 0D", not {value!r}') from None


_READERS: dict[str, Callable[[object], Any]] = {
    "url": _url,
    "ending": _ending,
    "idle_s": _idle_s,
    "most": _most,
    "light_on": _command,
    "light_off": _command,
}
