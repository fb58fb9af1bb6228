"""One question and its answer, in any pieces and any noise, and never longer than said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.errors import DeviceUnreachable
from hardware.idcard import cards, errors
from hardware.idcard.frames import PREAMBLE, Command, Status, encode_answer
from hardware.idcard.link import ask
from tests.hardware.idcard.conftest import timeouts_of
from tests.hardware.idcard.direct_line import DirectLine

NOISE = st.binary(max_size=60).filter(lambda noise: PREAMBLE not in noise)


@given(noise=NOISE, late=st.binary(max_size=200), pieces=st.lists(st.integers(1, 400), max_size=30))
def test_an_answer_is_heard_in_any_pieces_behind_any_noise_and_after_anything_late(
    noise: bytes, late: bytes, pieces: list[int]
) -> None:
    line = DirectLine(lambda _asked: noise + encode_answer(Status.OK, cards.RESIDENT.read()), pieces)
    line.late = late
    assert ask(line, Command.READ).data == cards.RESIDENT.read()


def test_an_answer_of_another_card_that_comes_late_is_thrown_away() -> None:
    line = DirectLine(lambda _asked: encode_answer(Status.OK, cards.YOUNG.read()))
    line.late = encode_answer(Status.OK, cards.RESIDENT.read())
    assert ask(line, Command.READ).data == cards.YOUNG.read()


@pytest.mark.parametrize(
    ("heard", "error"),
    [
        (b"", DeviceUnreachable),
        (b"\0" * 50, DeviceUnreachable),
        (PREAMBLE[:4], DeviceUnreachable),
        (PREAMBLE, errors.ReaderGarbled),
        (encode_answer(Status.OK)[:-1], errors.ReaderGarbled),
        (PREAMBLE + bytes.fromhex("0003 0000 03"), errors.ReaderGarbled),
    ],
    ids=["nothing", "noise", "a beginning", "a preamble", "one byte short", "no status"],
)
def test_what_is_no_answer_ends_in_time(heard: bytes, error: type[Exception]) -> None:
    with timeouts_of(0.002), pytest.raises(error):
        ask(DirectLine(lambda _asked: heard), Command.STATUS)


def test_one_that_never_stops_talking_is_given_up() -> None:
    class Talker(DirectLine):
        def _read(self, timeout_s: float) -> bytes:
            return b"\xaa" * 4096

    with timeouts_of(0.002), pytest.raises(DeviceUnreachable):
        ask(Talker(lambda _asked: b""), Command.STATUS)
