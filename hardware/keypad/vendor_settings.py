"""What a device file says of a vendor's keypads, checked whole: docs/protocols.md, section 2."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from core.domain.shows import WINDOW_MOST
from hardware.checks import Table, a_text, a_whole, one_of, seconds, some_hex
from hardware.keypad.actions import NUMBERED, Act, Action, act
from hardware.keypad.pattern import Pattern, binary_pattern, text_pattern
from hardware.keypad.template import Template, template
from hardware.keypad.vendor_frame import CHECKSUMS, MOST_BYTES, BinaryFramer, Checksum, LineFramer
from hardware.line import line_opener

BAUD = 9600
ENCODINGS = ("ascii", "utf-8", "gb18030")
SHOWN = ("free", "calling", "serving", "paused", "closed")
"""The messages to a device, named as the states of a window's screen."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What a frame means.

    Attributes:
        does: The action, whose number the frame carries where it has one.
        answer: What is said back, so that the device does not say it again.
    """

    pattern: Pattern
    does: Action
    number: int | None = None
    answer: Template | None = None

    def read(self, frame: bytes) -> tuple[int | None, Act] | None:
        """Return who says it and what it does, ``None`` where the frame does not fit."""
        taken = self.pattern.read(frame)
        if taken is None:
            return None
        number = taken.get("number", self.number)
        low, high = NUMBERED.get(self.does, (None, None))
        if low is not None and high is not None and (number is None or not low <= number <= high):
            return None
        return taken.get("address"), Act(self.does, number if self.does in NUMBERED else None)


@dataclass(frozen=True, slots=True)
class VendorSettings:
    """How to talk to a vendor's devices.

    Attributes:
        url: Where they are.
        framer: Makes what cuts their stream into frames.
        rules: What their frames mean; the first that fits counts.
        messages: What is said to them in each state of a window.
        poll: What is asked in turn, once a round, where they say nothing by themselves.
        round_s: How long one round listens.
        idle_s: Silence after which half a frame is none.
        repeat_s: The same frame again within this time is the same press; 0: each frame is one.
        window: Where they stand, ``None``: at the window of the machine they are plugged into.
        windows: Where each stands, by the address in its frames.
    """

    url: str
    framer: Callable[[], LineFramer | BinaryFramer]
    rules: tuple[Rule, ...]
    messages: Mapping[str, Template] = field(default_factory=dict)
    poll: tuple[bytes, ...] = ()
    round_s: float = 0.25
    idle_s: float = 0.1
    repeat_s: float = 0.0
    window: int | None = None
    windows: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Form:
    """How this vendor's frames are made."""

    binary: bool
    encoding: str
    checksum: Checksum
    ending: bytes
    start: bytes
    length: int

    def pattern(self, written: object) -> Pattern:
        if not self.binary:
            return text_pattern(a_text(written), self.encoding)
        pattern = binary_pattern(a_text(written))
        if pattern.length != self.length:
            raise ValueError(f"it has {pattern.length} bytes, the frames have {self.length}")
        return pattern

    def template(self, written: object) -> Template:
        return template(
            a_text(written),
            binary=self.binary,
            encoding=self.encoding,
            checksum=self.checksum,
            ending=self.ending,
        )

    def fixed(self, written: object) -> bytes:
        return self.template(written).filled({})

    def framer(self) -> LineFramer | BinaryFramer:
        if self.binary:
            return BinaryFramer(self.start, self.length, self.checksum)
        return LineFramer(self.ending)


def vendor_settings(table: Mapping[str, Any]) -> VendorSettings:
    """Read a vendor's devices.

    Raises:
        ValueError: Every mistake of the table, one a line.
    """
    checked = Table(table)
    url = checked.required("url", _url) or ""
    form = _form(checked)
    rules = tuple(rule for entry in checked.tables("rules") if (rule := _rule(entry, form)) is not None)
    messages = _messages(checked, form)
    nothing: tuple[bytes, ...] = ()
    poll = checked.optional("poll", _each(form.fixed), nothing)
    round_s = checked.optional("round_s", seconds(0.02, 1), 0.25)
    idle_s = checked.optional("idle_s", seconds(0.02, 1), 0.1)
    repeat_s = checked.optional("repeat_s", seconds(0, 10), 0.0)
    window = checked.optional("window", a_whole(1, WINDOW_MOST), None)
    windows = _windows(checked)
    checked.done()
    if not checked.mistakes and not rules:
        checked.wrong("rules", "none; each is pattern and action")
    checked.refuse_mistakes()
    return VendorSettings(url, form.framer, rules, messages, poll, round_s, idle_s, repeat_s, window, windows)


def _form(checked: Table) -> _Form:
    binary = checked.required("frames", one_of("lines", "binary")) == "binary"
    encoding = checked.optional("encoding", one_of(*ENCODINGS), "ascii")
    if not binary:
        ending = checked.optional("ending", _some, b"\r\n")
        return _Form(False, encoding, Checksum(), ending, b"", 0)
    start = checked.required("start", _some) or b"?"
    length = checked.required("length", a_whole(2, MOST_BYTES)) or MOST_BYTES
    kind = checked.optional("checksum", one_of(*CHECKSUMS), "none")
    skip = checked.optional("checksum_skip", a_whole(0, MOST_BYTES), 0)
    checksum = Checksum(kind, skip)
    if len(start) + checksum.size > length or skip + checksum.size > length:
        checked.wrong("length", f"{length} bytes have no room for start mark and checksum")
    return _Form(True, encoding, checksum, b"", start, length)


def _rule(entry: Table, form: _Form) -> Rule | None:
    pattern = entry.required("pattern", form.pattern)
    does = entry.required("action", _numbered_act)
    answer = entry.optional("answer", lambda written: form.template(written), None)
    entry.done()
    if pattern is None or does is None:
        return None
    action, number = does
    if action in NUMBERED and (number is None) != ("number" in pattern.names):
        entry.wrong("action", f"{action.value} takes its number from the pattern or from itself: one of both")
    if answer is not None and (unknown := answer_fields(answer) - pattern.names):
        entry.wrong("answer", f"the pattern takes no {', '.join(sorted(unknown))} out of the frame")
    return Rule(pattern, action, number, answer)


def answer_fields(answer: Template) -> set[str]:
    """Return what has to be filled in."""
    return {part.name for part in answer.parts if not isinstance(part, bytes)}


def _numbered_act(value: object) -> tuple[Action, int | None]:
    if value in [action.value for action in NUMBERED]:
        return Action(value), None
    read = act(value)
    return read.action, read.number


def _messages(checked: Table, form: _Form) -> dict[str, Template]:
    messages = {}
    for name, written in checked.entries("messages"):
        try:
            if name not in SHOWN:
                raise ValueError(f"unknown; known are {', '.join(SHOWN)}")
            messages[name] = form.template(written)
        except ValueError as error:
            checked.wrong(f"messages.{name}", error)
    return messages


def _windows(checked: Table) -> dict[int, int]:
    windows = {}
    for name, written in checked.entries("windows"):
        try:
            if not (name.isascii() and name.isdecimal()):
                raise ValueError("the address in the frames, a whole number")
            windows[int(name)] = a_whole(1, WINDOW_MOST)(written)
        except ValueError as error:
            checked.wrong(f"windows.{name}", error)
    return windows


def _each(read: Callable[[object], bytes]) -> Callable[[object], tuple[bytes, ...]]:
    def read_all(value: object) -> tuple[bytes, ...]:
        if not isinstance(value, list):
            raise ValueError(f"a list, not {value!r}")
        return tuple(read(one) for one in value)

    return read_all


def _some(value: object) -> bytes:
    data = some_hex(value)
    if not data:
        raise ValueError("it is empty")
    return data


def _url(value: object) -> str:
    url = a_text(value)
    line_opener(url, baud=BAUD)
    return url
