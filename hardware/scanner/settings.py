"""What a device file says of a serial scanner, checked whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from hardware.checks import Table, a_text, a_whole, one_of, seconds, some_hex
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
    checked = Table(table)
    usual = ScannerSettings("")
    settings = ScannerSettings(
        url=checked.required("url", _url) or "",
        ending=checked.optional("ending", _ending, usual.ending),
        idle_s=checked.optional("idle_s", seconds(0.02, 2), usual.idle_s),
        most=checked.optional("most", a_whole(1, 8192), usual.most),
        light_on=checked.optional("light_on", some_hex, usual.light_on),
        light_off=checked.optional("light_off", some_hex, usual.light_off),
    )
    checked.done()
    checked.refuse_mistakes()
    return settings


def _url(value: object) -> str:
    url = a_text(value)
    line_opener(url, baud=BAUD)
    return url


def _ending(value: object) -> Ending:
    return Ending(one_of(*(ending.value for ending in Ending))(value))
