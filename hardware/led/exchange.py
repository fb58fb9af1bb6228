"""One question to one sign, and its answer within bounded time."""

from __future__ import annotations

import time

from hardware.led.commands import SignError, decode_answer
from hardware.led.frame import MASTER, Frame, FrameReader, encode_frame
from hardware.led.rota import DONE, GARBLED, SILENT, Outcome, Pace, Trouble
from hardware.line import Line

_ANSWER_BYTES = 40
"""An answer is 30 bytes and a few that are written in two."""


def ask(line: Line, address: int, request: bytes, pace: Pace) -> Outcome:
    """Say something to a sign and hear its answer; what others say late is passed over.

    Raises:
        DeviceUnreachable: The line is gone.
    """
    on_the_line = encode_frame(Frame(address, request))
    line.drain()
    line.write(on_the_line)
    line_s = (len(on_the_line) + _ANSWER_BYTES) / pace.bytes_s
    deadline = time.monotonic() + pace.answer_s + line_s
    reader = FrameReader()
    while (left_s := deadline - time.monotonic()) > 0:
        for frame in reader.feed(line.read(left_s)):
            if (outcome := _answer_of(frame, address)) is not None:
                return outcome
    return GARBLED if reader.damaged or reader.noise else SILENT


def _answer_of(frame: Frame, address: int) -> Outcome | None:
    """Return what a frame says for the sign that was asked, ``None`` where it is somebody else's.

    On a two-wire bus our own words may come back; a controller alone on a TCP line has whatever address.
    """
    if frame.to != MASTER or (frame.sender != address and address != MASTER):
        return None
    match decode_answer(frame.data):
        case None:
            return None
        case SignError() as error:
            return Outcome(Trouble.REFUSED, error)
        case _:
            return DONE
