"""What a device file says of a bus of our own keypads and raters, checked whole."""

from __future__ import annotations

import string
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from core.domain.shows import WINDOW_MOST
from hardware.checks import Table, a_text, a_whole, seconds
from hardware.keypad.actions import Act, Action, act
from hardware.keypad.bus import ANSWER_S, BAUD, PAUSE_S, BusSettings
from hardware.keypad.frame import FIRST_ADDRESS, LAST_ADDRESS
from hardware.line import line_opener

RATER_KEYS: Mapping[int, Act] = {level: Act(Action.RATE, level) for level in range(1, 6)}
"""What the keys of a pad do whose table names none: it is a rater."""


@dataclass(frozen=True, slots=True)
class PadSettings:
    """One pad of a bus.

    Attributes:
        window: The window it stands at.
        keys: What each of its keys does, by the number in the protocol.
    """

    window: int
    keys: Mapping[int, Act]

    @property
    def is_rater(self) -> bool:
        """Whether it is the visitor's: its keys do nothing but rate."""
        return all(act.action is Action.RATE for act in self.keys.values())


def bus_settings(table: Mapping[str, Any]) -> tuple[BusSettings, dict[int, PadSettings]]:
    """Read a bus: ``url``, ``answer_s``, ``pause_s`` and ``pads``, each ``address``, ``window``, ``keys``.

    Raises:
        ValueError: Every mistake of the table, one a line.
    """
    checked = Table(table)
    url = checked.required("url", _url) or ""
    answer_s = checked.optional("answer_s", seconds(0.01, 1), ANSWER_S)
    pause_s = checked.optional("pause_s", seconds(0, 0.1), PAUSE_S)
    pads: dict[int, PadSettings] = {}
    for entry in checked.tables("pads"):
        address = entry.required("address", a_whole(FIRST_ADDRESS, LAST_ADDRESS))
        window = entry.required("window", a_whole(1, WINDOW_MOST))
        keys = _keys(entry)
        entry.done()
        if address is not None and address in pads:
            entry.wrong("address", f"{address} is another pad's")
        elif address is not None and window is not None:
            pads[address] = PadSettings(window, keys or RATER_KEYS)
    checked.done()
    if not checked.mistakes and not pads:
        checked.wrong("pads", "none; each is address, window and keys")
    checked.refuse_mistakes()
    return BusSettings(url, tuple(pads), answer_s, pause_s), pads


def _keys(entry: Table) -> dict[int, Act]:
    keys: dict[int, Act] = {}
    for name, does in entry.entries("keys"):
        try:
            if len(name) != 2 or not set(name) <= set(string.hexdigits) or int(name, 16) == 0:
                raise ValueError("a key is two hex digits, 01 to FF")
            keys[int(name, 16)] = act(does)
        except ValueError as error:
            entry.wrong(f"keys.{name}", error)
    return keys


def _url(value: object) -> str:
    url = a_text(value)
    line_opener(url, baud=BAUD)
    return url
