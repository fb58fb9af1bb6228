"""One question and its answer on a reader's line, and what each status means for whom."""

from __future__ import annotations

import time

from hardware.errors import DeviceError, DeviceUnreachable
from hardware.idcard import errors
from hardware.idcard.frames import (
    Answer,
    Command,
    FrameStream,
    Status,
    decode_answer,
    encode_request,
    meaning,
)
from hardware.line import Line

ANSWER_TIMEOUT_S = 1.0
"""How long a reader may take to answer anything but READ."""
READ_TIMEOUT_S = 3.0
"""How long it may take for a card: its own work, and 1.4 s for 1295 bytes at 9600 baud."""

_OF_THE_CARD: dict[int, type[errors.CardProblem]] = {
    Status.CARD_AUTHENTICATION: errors.CardNotAuthentic,
    Status.SAM_AUTHENTICATION: errors.CardNotAuthentic,
    Status.VERIFICATION: errors.CardNotAuthentic,
    Status.WRONG_CARD: errors.CardUnknown,
    Status.READ_FAILED: errors.CardReadFailed,
    Status.RANDOM: errors.CardReadFailed,
    Status.FIND_FAILED: errors.CardReadFailed,
    Status.SELECT_FAILED: errors.CardReadFailed,
    Status.NO_SUCH_ITEM: errors.CardReadFailed,
}
_OF_THE_READER: dict[int, type[errors.ReaderFault]] = {
    Status.SELF_TEST: errors.ReaderSelfTestFailed,
    Status.NOT_AUTHORISED: errors.ReaderNotAuthorised,
}
_ABOUT_A_CARD = (Command.SELECT, Command.READ)


def ask(line: Line, command: Command, *expected: Status) -> Answer:
    """Ask, and return the answer if it is one of those expected (:data:`Status.OK` if none is named).

    Raises:
        CardProblem: By its status, when it was asked about a card.
        ReaderFault: By its status, or because no whole answer came.
        DeviceUnreachable: It is gone, or says nothing.
    """
    line.drain()
    line.write(encode_request(command))
    answer = _hear(line, READ_TIMEOUT_S if command is Command.READ else ANSWER_TIMEOUT_S)
    if answer is not None and answer.code in (expected or (Status.OK,)):
        return answer
    code = None if answer is None else answer.code
    # What is raised leads to this frame, and a record may have come with a wrong status.
    del answer
    raise _problem(line.url, command, code)


def _hear(line: Line, timeout_s: float) -> Answer | None:
    """Return the first answer; ``None`` where one was garbled, or is not whole in time.

    Raises:
        DeviceUnreachable: It is gone, or says nothing that could be an answer.
    """
    deadline = time.monotonic() + timeout_s
    stream = FrameStream()
    try:
        while not stream.damaged and (left_s := deadline - time.monotonic()) > 0:
            if bodies := stream.feed(line.read(left_s)):
                return decode_answer(bodies[0])
        garbled = stream.begun or stream.damaged
        if bodies := stream.give_up():
            return decode_answer(bodies[0])
    finally:
        # What is raised leads to this frame, and half a record may have come.
        stream.clear()
    if garbled:
        return None
    raise DeviceUnreachable(line.url, f"it does not answer within {timeout_s:g} s")


def _problem(url: str, command: Command, code: int | None) -> DeviceError:
    """Return what a status means that was not expected; ``None``: no whole answer came."""
    doing = command.name.lower()
    if code is None:
        return errors.ReaderGarbled(url, f"{doing}: half an answer, or its check byte was wrong")
    kind: type[DeviceError] = _OF_THE_READER.get(code, errors.ReaderGarbled)
    if command in _ABOUT_A_CARD:
        kind = _OF_THE_CARD.get(code, kind)
    return kind(url, f"{doing}: {meaning(code)}")
