"""What a BX-5K/6K controller is told and what it answers, as the data of frames; no device.

A request is ``group, command, 01 (must answer), 2 bytes, ...``, an answer ``group, command, error, 2 bytes``.

Source: Onbon, BX-5K/6K protocol, user version 1.4, sections 5 to 9.1; https://doc.onbonbx.com/zh/k/potocol
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

PING = bytes([0xA2, 0x00, 0x01, 0, 0])
"""Section 8.7; answered by ACK."""
CLEAR = bytes([0xA3, 0x10, 0x01, 0, 0])
"""Section 8.16: everything on the sign goes dark."""

ACK, NACK = bytes([0xA0, 0x00]), bytes([0xA0, 0x01])
ACCEPTED = 0
MOST_BRIGHT = 15

_MUST_ANSWER = 0x01
_AREA = bytes([0xA3, 0x06])
_DOTS = 0x8000
"""In X and width: the rest is dots, not bytes of eight dots."""


class SignError(IntEnum):
    """Why a controller refuses; section 6."""

    GROUP = 1
    COMMAND = 2
    BUSY = 3
    MEMORY = 4
    CHECKSUM = 5
    NO_FILE = 6
    FLASH = 7
    DOWNLOAD = 8
    FILE_NAME = 9
    FILE_TYPE = 10
    FILE_CHECKSUM = 11
    NO_FONT = 12
    FIRMWARE = 13
    DATE_TIME = 14
    FILE_EXISTS = 15
    BLOCK_NUMBER = 16
    UNKNOWN = 255


class Effect(IntEnum):
    """How a text comes onto the sign; section 9.1, DisplayMode."""

    STATIC = 1
    AT_ONCE = 2
    LEFT = 3
    RIGHT = 4
    UP = 5
    DOWN = 6


class RunMode(IntEnum):
    """What becomes of an area that is not written again; section 9.1."""

    LOOP = 0
    HOLD_LAST = 1
    GONE_AFTER_TIMEOUT = 2


@dataclass(frozen=True, slots=True)
class Area:
    """A dynamic area: lives in the controller's RAM, may be written as often as one likes.

    Attributes:
        width: Dots, 1-32767, as ``x``, ``y`` and ``height``.
        text: As :func:`hardware.led.text.encode_text` makes it.
        number: From 0; a BX-6K has 5 areas, a BX-5K 8.
        timeout_s: For :attr:`RunMode.GONE_AFTER_TIMEOUT`, 0-65535 s.
        align: Bits 0-1 across, 2-3 down: 0 left/top, 1 right/bottom, 2 in the middle.
        one_line: It stays on one line, for a text that runs.
        wraps: It is broken into lines by the controller.
        speed: 0 fastest to 24 slowest.
        stay: How long it stays, in half seconds, 0-255.
    """

    width: int
    height: int
    text: bytes
    x: int = 0
    y: int = 0
    number: int = 0
    run_mode: RunMode = RunMode.LOOP
    timeout_s: int = 0
    align: int = 0
    one_line: bool = False
    wraps: bool = False
    effect: Effect = Effect.STATIC
    speed: int = 0
    stay: int = 0


def show_area(area: Area) -> bytes:
    """Return the request that writes one area; section 8.2.1."""
    inside = _area_data(area)
    return _AREA + bytes([_MUST_ANSWER, 0, 0, 0, 1]) + len(inside).to_bytes(2, "little") + inside


def delete_area(number: int = 0) -> bytes:
    """Return the request that takes an area away; the sign shows its own programme, or nothing."""
    return _AREA + bytes([_MUST_ANSWER, 0, 0, 1, number, 0])


def set_brightness(level: int) -> bytes:
    """Return the request for a brightness from 0 to :data:`MOST_BRIGHT`; section 8.17."""
    if not 0 <= level <= MOST_BRIGHT:
        raise ValueError(f"brightness is 0 to {MOST_BRIGHT}, not {level}")
    return bytes([0xA3, 0x02, _MUST_ANSWER, 0, 0, 1, level])


def switch(on: bool) -> bytes:
    """Return the request that lights the sign or makes it dark; it answers in both; section 8.13."""
    return bytes([0xA3, 0x00, _MUST_ANSWER, 0, 0, 1 if on else 2])


def acknowledge(error: int = ACCEPTED) -> bytes:
    """Return a controller's answer: ACK, or NACK with why; section 7."""
    return (NACK if error else ACK) + bytes([error, 0, 0])


def decode_answer(data: bytes) -> SignError | int | None:
    """Return :data:`ACCEPTED`, why it refused, or ``None`` where it is no ACK and no NACK."""
    if len(data) < 5 or data[:2] not in (ACK, NACK):
        return None
    error = data[2]
    if data[:2] == ACK and error == ACCEPTED:
        return ACCEPTED
    try:
        return SignError(error)
    except ValueError:
        return SignError.UNKNOWN


def _area_data(area: Area) -> bytes:
    return b"".join(
        [
            b"\x00",
            (area.x | _DOTS).to_bytes(2, "little"),
            area.y.to_bytes(2, "little"),
            (area.width | _DOTS).to_bytes(2, "little"),
            area.height.to_bytes(2, "little"),
            bytes([area.number, 0, area.run_mode]),
            area.timeout_s.to_bytes(2, "little"),
            # No sound, no further fields.
            bytes([0, 0, area.align, 1 if area.one_line else 2, 2 if area.wraps else 1]),
            bytes([area.effect, 0, area.speed, area.stay]),
            len(area.text).to_bytes(4, "little"),
            area.text,
        ]
    )
