"""A scanner that types like a keyboard, told from a person by its rhythm. No Qt, no clock."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any


@dataclass(frozen=True, slots=True)
class Rhythm:
    """What makes a run of keys a scan.

    Attributes:
        longest_gap_s: Between two keys, one hiccup included; 0.01 to 0.5. Typing is handed on so much later.
        mean_gap_s: Over the whole run; at most ``longest_gap_s``. A hand's run of many keys stays above 0.06.
        least: Characters of the shortest code, 3 or more.
        most: Characters of the longest one.
        prefix: What the scanner was set up to type before each code; ``""``: nothing. With one, what was
            typed just before the scan is parted from it, and only runs with it are scans.
        ends: The keys that end a code.
    """

    longest_gap_s: float = 0.08
    mean_gap_s: float = 0.045
    least: int = 6
    most: int = 1024
    prefix: str = ""
    ends: str = "\r\n"

    def __post_init__(self) -> None:
        if mistakes := list(self._mistakes()):
            raise ValueError("; ".join(mistakes))

    def _mistakes(self) -> list[str]:
        wrong = {
            f"longest_gap_s is 0.01 to 0.5 s, not {self.longest_gap_s}": not 0.01
            <= self.longest_gap_s
            <= 0.5,
            f"mean_gap_s is above 0 and at most longest_gap_s, not {self.mean_gap_s}": (
                not 0 < self.mean_gap_s <= self.longest_gap_s
            ),
            f"least is 3 or more, not {self.least}": self.least < 3,
            f"most is least or more, not {self.most}": self.most < self.least,
            "ends is empty": not self.ends,
            "the prefix holds a key that ends a code": any(key in self.ends for key in self.prefix),
        }
        return [mistake for mistake, so in wrong.items() if so]


def rhythm(table: Mapping[str, Any]) -> Rhythm:
    """Read a table of the device file; what it leaves out is as in :class:`Rhythm`.

    Raises:
        ValueError: Every mistake in it.
    """
    kinds: dict[str, tuple[type, ...]] = {
        field.name: {"float": (float, int), "int": (int,), "str": (str,)}[str(field.type)]
        for field in fields(Rhythm)
    }
    wrong = [f"unknown {name}; known are {', '.join(kinds)}" for name in table if name not in kinds]
    wrong += [
        f"{name} cannot be {value!r}"
        for name, value in table.items()
        if name in kinds and (isinstance(value, bool) or not isinstance(value, kinds[name]))
    ]
    if wrong:
        raise ValueError("; ".join(wrong))
    return Rhythm(**table)


@dataclass(frozen=True, slots=True)
class Scan:
    """A code was scanned.

    Attributes:
        code: Without prefix and ending.
        keys: How many keys made it, the oldest of those held back; they go nowhere else.
    """

    code: str
    keys: int


@dataclass(frozen=True, slots=True)
class Typed:
    """A person typed: hand these keys on, in this order.

    Attributes:
        keys: Their texts, the oldest of those held back.
    """

    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rest:
    """What still belongs to the scan that was just told, as the LF of a scanner that ends with CR and LF.

    Attributes:
        keys: How many keys; they go nowhere.
    """

    keys: int


Said = Scan | Typed | Rest


class Wedge:
    """Takes keys as they come, holds back what may be the beginning of a scan, and says what it was.

    No key is lost, doubled or put out of its order, whatever it turns out to be. Whoever feeds it calls
    :meth:`tick` at :attr:`due_s`.
    """

    def __init__(self, rhythm: Rhythm | None = None) -> None:
        self._rhythm = rhythm or Rhythm()
        self._held: list[str] = []
        self._gaps = 0
        self._first_s = self._last_s = 0.0
        self._scanned_s: float | None = None

    @property
    def due_s(self) -> float | None:
        """When what is held back is typing if nothing more has come; ``None``: nothing is held back."""
        return self._last_s + self._rhythm.longest_gap_s if self._held else None

    def key(self, text: str, at_s: float, *, held_down: bool = False) -> list[Said]:
        """Take a key.

        Args:
            text: What it types, ``""`` for Shift and others that type nothing.
            at_s: When, in monotonic seconds.
            held_down: The keyboard repeats it by itself; a scanner never does.
        """
        if not text:
            return self._silent_key()
        said = self._broken_off(at_s)
        if text in self._rhythm.ends:
            return said + self._end(text, at_s)
        self._hold(text, at_s)
        if held_down or not text.isprintable() or len(self._held) > self._rhythm.most:
            said += self._typed()
        return said

    def tick(self, now_s: float) -> list[Said]:
        """Say what it was that nothing followed; nothing before it is due."""
        return self._typed() if self.due_s is not None and now_s >= self.due_s else []

    def _silent_key(self) -> list[Said]:
        if not self._held:
            return [Typed(("",))]
        self._held.append("")
        return []

    def _broken_off(self, at_s: float) -> list[Said]:
        """Hand on what is held back if a key that comes now cannot belong to the same scan."""
        if not self._held:
            return []
        slack_s = self._rhythm.longest_gap_s
        too_late = at_s - self._last_s > self._rhythm.longest_gap_s
        too_slow = at_s - self._first_s > self._rhythm.mean_gap_s * (self._gaps + 1) + slack_s
        return self._typed() if too_late or too_slow else []

    def _hold(self, text: str, at_s: float) -> None:
        if self._held:
            self._gaps += 1
        else:
            self._gaps, self._first_s = 0, at_s
        self._held.append(text)
        self._last_s = at_s

    def _end(self, text: str, at_s: float) -> list[Said]:
        scanned_s, self._scanned_s = self._scanned_s, None
        if not self._held and scanned_s is not None and at_s - scanned_s <= self._rhythm.longest_gap_s:
            return [Rest(1)]
        self._hold(text, at_s)
        run = "".join(self._held[:-1])
        before, _, code = run.partition(self._rhythm.prefix) if self._rhythm.prefix else ("", "", run)
        prefixed = not self._rhythm.prefix or self._rhythm.prefix in run
        fast = self._last_s - self._first_s <= self._rhythm.mean_gap_s * self._gaps
        if not (fast and prefixed and len(code) >= self._rhythm.least):
            return self._typed()
        keys_before = self._held_for(before)
        typed = Typed(tuple(self._held[:keys_before]))
        scan = Scan(code, len(self._held) - keys_before)
        self._held.clear()
        self._scanned_s = at_s
        return [typed, scan] if typed.keys else [scan]

    def _held_for(self, before: str) -> int:
        """Return how many held keys made the text before the prefix."""
        keys, rest = 0, len(before)
        while rest > 0:
            rest -= len(self._held[keys])
            keys += 1
        return keys

    def _typed(self) -> list[Said]:
        typed = Typed(tuple(self._held))
        self._held.clear()
        return [typed] if typed.keys else []
