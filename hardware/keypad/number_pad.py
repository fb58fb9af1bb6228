"""USB number pads: they are keyboards. Which key does what, and how their keys come, as data."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from core.domain.shows import WINDOW_MOST
from hardware.checks import Table, a_table, a_text, a_whole, one_of
from hardware.keypad.actions import Act, Action, act
from hardware.keypad.at_windows import Face, Heard, Press, RaterFace
from hardware.keypad.input_events import InputEvents, grab
from hardware.worker import READY, Device, Health

KEYS = (*"0123456789", "00", "Enter", "Plus", "Minus", "Star", "Slash", "Point", "Equal", "Backspace", "Tab")
"""The keys of a number pad, by the names that settings write."""

CLERK_KEYS: Mapping[str, Act] = {
    "Enter": Act(Action.CALL_NEXT),
    "Plus": Act(Action.RECALL),
    "Minus": Act(Action.PASS),
    "Star": Act(Action.START),
    "Point": Act(Action.FINISH),
    "Slash": Act(Action.ASK_RATING),
    "Backspace": Act(Action.UNDO),
    **{digit: Act(Action.DIGIT, int(digit)) for digit in "0123456789"},
}
"""A clerk's pad where the device file says nothing else."""

RATER_KEYS: Mapping[str, Act] = {digit: Act(Action.RATE, int(digit)) for digit in "12345"}
"""A visitor's pad, with the levels as the core has them."""


def number_pad_keys(table: Mapping[str, Any]) -> dict[str, Act]:
    """Read which key does what: ``{"Enter": "call-next", "1": "rate-1"}``.

    Raises:
        ValueError: Every mistake of the table, one a line.
    """
    mistakes: list[str] = []
    keys: dict[str, Act] = {}
    for name, does in table.items():
        if name not in KEYS:
            mistakes.append(f"{name}: no key of a number pad; known are {', '.join(KEYS)}")
        try:
            keys[name] = act(does)
        except ValueError as error:
            mistakes.append(f"{name}: {error}")
    if not table:
        mistakes.append("no key does anything")
    if mistakes:
        raise ValueError("\n".join(mistakes))
    return keys


@dataclass(frozen=True, slots=True)
class NumberPadSettings:
    """A number pad of a device file.

    Attributes:
        keys: What each key does, by its name.
        device: Its file below ``/dev/input``: its keys come without focus, and no other program gets them
            (Linux). ``""``: they come while the console's window has the focus, as any keyboard's.
        window: Where it stands, ``None``: at the window of the machine it is plugged into.
    """

    keys: Mapping[str, Act]
    device: str = ""
    window: int | None = None


def number_pad_settings(table: Mapping[str, Any]) -> NumberPadSettings:
    """Read ``for`` (``"clerk"``, ``"rater"``), ``keys``, ``device`` and ``window``.

    Raises:
        ValueError: Every mistake of the table, one a line.
    """
    checked = Table(table)
    user = checked.optional("for", one_of("clerk", "rater"), "clerk")
    usual = RATER_KEYS if user == "rater" else CLERK_KEYS
    keys = checked.optional("keys", lambda written: number_pad_keys(a_table(written)), usual)
    device = checked.optional("device", _device, "")
    window = checked.optional("window", a_whole(1, WINDOW_MOST), None)
    checked.done()
    rates = any(each.action is Action.RATE for each in keys.values())
    if rates and not device and not checked.mistakes:
        checked.wrong(
            "device", "missing: a rater that needs the console's focus would rate by the clerk's keys"
        )
    checked.refuse_mistakes()
    return NumberPadSettings(keys, device, window)


class NumberPads:
    """A number pad without focus; a :class:`hardware.keypad.at_windows.Pads` that shows nothing."""

    def __init__(
        self,
        name: str,
        settings: NumberPadSettings,
        heard: Heard,
        clock: Callable[[], float] = time.monotonic,
        grab: Callable[[int], None] = grab,
    ) -> None:
        self.name = name
        self.every_s = 0.0
        does = frozenset(each.action for each in settings.keys.values())
        self.acts: Mapping[int | None, frozenset[Action]] = {settings.window: does}
        self._settings = settings
        self._heard = heard
        self._clock = clock
        self.device: Device = InputEvents(settings.device, self._pressed, name=name, grab=grab)

    def show(self, window: int, face: Face) -> None:
        """Show nothing: it has no display."""

    def show_rater(self, window: int, face: RaterFace) -> None:
        """Show nothing: it has no display."""

    def _pressed(self, key: str) -> None:
        if (does := self._settings.keys.get(key)) is not None:
            self._heard(Press(self.name, self._settings.window, does, self._clock()))


class FocusPad:
    """What stands for a number pad with focus where devices are looked at: it is the system's keyboard."""

    def __init__(self, name: str) -> None:
        self.name = name

    def connect(self) -> None:
        """Nothing is opened."""

    def look(self) -> Health:
        """Whether a keyboard is plugged in, the system does not say."""
        return READY

    def disconnect(self) -> None:
        """Nothing was opened."""


def _device(value: object) -> str:
    path = a_text(value)
    if not path.startswith("/"):
        raise ValueError(f"a file below /dev/input, best in /dev/input/by-id, not {value!r}")
    return path
