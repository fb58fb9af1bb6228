"""What stands on a sign in each state of its window, as data a hall can change."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from hardware.led.commands import MOST_BRIGHT, Area, Effect, RunMode, delete_area, show_area
from hardware.led.frame import MASTER
from hardware.led.text import FONTS, Colour, Font, encode_text, widest_line

LAST_ADDRESS = 0x7FFF
MOST_DOTS = 0x7FFF
SLOWEST = 24
LONGEST_STAY_S = 127.5

_IN_THE_MIDDLE = 0b1010
_FIELD = re.compile(r"\{([^{}]*)\}")


class SignState(StrEnum):
    """What a window's sign tells; the words of the window screen."""

    FREE = "free"
    CALLING = "calling"
    SERVING = "serving"
    PAUSED = "paused"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Content:
    """What stands on a sign.

    Attributes:
        text: Plain, with line ends; ``""``: nothing of ours, the sign shows its own programme or is dark.
        speed: 0 fastest to 24 slowest.
        stay_s: How long a moving text stands before it comes again, 0-127.5 s.
    """

    text: str
    colour: Colour = Colour.RED
    effect: Effect = Effect.STATIC
    speed: int = 4
    stay_s: float = 5.0


NOTHING = Content("")


@dataclass(frozen=True, slots=True)
class Look:
    """How a state looks.

    Attributes:
        text: May name ``{number}``, ``{window}`` and ``{reason}``.

    The rest is as in :class:`Content`.
    """

    text: str
    colour: Colour = Colour.RED
    effect: Effect = Effect.STATIC
    speed: int = 4
    stay_s: float = 5.0

    def __post_init__(self) -> None:
        if unknown := sorted(set(_FIELD.findall(self.text)) - FIELDS):
            raise ValueError(f"unknown field {{{unknown[0]}}}; there are {{number}}, {{window}}, {{reason}}")
        if not 0 <= self.speed <= SLOWEST:
            raise ValueError(f"speed is 0 to {SLOWEST}, not {self.speed}")
        if not 0 <= self.stay_s <= LONGEST_STAY_S:
            raise ValueError(f"stay_s is 0 to {LONGEST_STAY_S}, not {self.stay_s}")

    def content(self, *, number: str = "", window: str = "", reason: str = "") -> Content:
        """Return what stands on the sign; what is put in is text, whatever it looks like."""
        values = {"number": number, "window": window, "reason": reason}
        text = _FIELD.sub(lambda field: values[field[1]], self.text)
        return Content(text, self.colour, self.effect, self.speed, self.stay_s)


FIELDS = frozenset({"number", "window", "reason"})

Looks = Mapping[SignState, Look]

LOOKS: Looks = MappingProxyType(
    {
        SignState.FREE: Look("{window}号窗口", Colour.GREEN),
        SignState.CALLING: Look("请{number}", Colour.RED, Effect.UP, speed=2, stay_s=2.0),
        SignState.SERVING: Look("{number}", Colour.YELLOW),
        SignState.PAUSED: Look("暂停服务", Colour.RED),
        SignState.CLOSED: Look(""),
    }
)
"""What a hall has that says nothing else; in the largest font each fits a sign of 128 x 32 dots."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign on a bus.

    Attributes:
        address: As set in the controller, 1 to 0x7FFF; 0x8000 for one alone on a TCP line, which minds none.
        name: For the staff, e.g. ``"window 3"``.
        width: Dots, as ``height``.
        font: Height of the characters in dots, 16, 24 or 32; 0: the largest that fits.
        brightness: 0 to 15; ``None``: as the controller is set.
    """

    address: int
    name: str
    width: int = 128
    height: int = 32
    font: int = 0
    brightness: int | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.address <= LAST_ADDRESS and self.address != MASTER:
            raise ValueError(f"address is 1 to {LAST_ADDRESS}, not {self.address}")
        if not (1 <= self.width <= MOST_DOTS and min(FONTS) <= self.height <= MOST_DOTS):
            raise ValueError(f"a sign is at least {min(FONTS)} dots high, not {self.width} x {self.height}")
        if self.font not in (0, *FONTS) or self.font > self.height:
            raise ValueError(f"font is {', '.join(map(str, FONTS))} and not above {self.height}")
        if self.brightness is not None and not 0 <= self.brightness <= MOST_BRIGHT:
            raise ValueError(f"brightness is 0 to {MOST_BRIGHT}, not {self.brightness}")

    @property
    def letters(self) -> Font:
        """The font its texts stand in."""
        return FONTS[self.font or max(height for height in FONTS if height <= self.height)]


def encode_content(sign: Sign, content: Content, forget_s: int = 0) -> bytes:
    """Return the request that makes a sign show something.

    A text that is wider or higher than the sign runs through from the right on one line.

    Args:
        forget_s: So long after the last request the sign takes the text away by itself, so that it does not
            show yesterday's number when nobody drives it any more; 0: never.
    """
    if not content.text.strip():
        return delete_area()
    text, effect = content.text, content.effect
    lines = text.count("\n") + 1
    if widest_line(text, sign.letters) > sign.width or lines * sign.letters.height > sign.height:
        text, effect = " ".join(text.split("\n")), Effect.LEFT
    return show_area(
        Area(
            sign.width,
            sign.height,
            encode_text(text, sign.letters, content.colour),
            run_mode=RunMode.GONE_AFTER_TIMEOUT if forget_s else RunMode.LOOP,
            timeout_s=forget_s,
            align=_IN_THE_MIDDLE,
            one_line="\n" not in text,
            effect=effect,
            speed=content.speed,
            stay=round(content.stay_s * 2),
        )
    )
