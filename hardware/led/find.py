"""Which signs are on a line, and at which speed: for a technician who has just wired them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from hardware.led.bus import BAUD, PORT
from hardware.led.commands import PING
from hardware.led.exchange import ask
from hardware.led.rota import Outcome, Pace, Trouble
from hardware.line import Line, line_opener

SPEEDS = (57600, 9600)
"""Baud rates a controller may be set to; Onbon, BX-5K/6K protocol, user version 1.4, section 8.8."""

Opener = Callable[[], Line]


@dataclass(frozen=True, slots=True)
class Found:
    """A sign that said something.

    Attributes:
        url: The line's address with the speed at which it did.
        outcome: ``DONE``; or it answers unreadably, or refuses.
    """

    address: int
    url: str
    outcome: Outcome


def find_signs(
    url: str,
    addresses: Iterable[int] = range(1, 33),
    pace: Pace = Pace(),  # noqa: B008 - frozen
    open_line: Callable[[str], Opener] = lambda url: line_opener(url, baud=BAUD, port=PORT),
) -> list[Found]:
    """Ask each address whether it is there, at both speeds where a serial address names none.

    The line must be free. Two times 32 addresses without a sign take 25 s.

    Raises:
        ValueError: The address of the line is wrong.
        DeviceUnreachable: There is no such line.
    """
    wanted = tuple(addresses)
    found: list[Found] = []
    for at in _at_each_speed(url):
        line = open_line(at)()
        try:
            outcomes = [(address, ask(line, address, PING, pace)) for address in wanted]
        finally:
            line.close()
        found += [
            Found(address, at, each) for address, each in outcomes if each.trouble is not Trouble.SILENT
        ]
    return found


def _at_each_speed(url: str) -> list[str]:
    if not url.startswith("serial:") or "baud=" in url:
        return [url]
    joined = "&" if "?" in url else "?"
    return [f"{url}{joined}baud={speed}" for speed in SPEEDS]
