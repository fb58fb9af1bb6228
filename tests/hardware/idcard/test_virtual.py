"""The simulated reader is as real ones are described."""

from __future__ import annotations

from hardware.idcard import cards
from hardware.idcard.frames import Command, Status, encode_answer, encode_frame, encode_request
from hardware.idcard.virtual import SAM_ID, VirtualReader


def answered(reader: VirtualReader, command: Command) -> bytes:
    return reader.feed(encode_request(command))


def test_a_card_is_read_only_once_found_and_selected() -> None:
    reader = VirtualReader()
    reader.lay(cards.RESIDENT)
    assert answered(reader, Command.SELECT) == encode_answer(Status.SELECT_FAILED)
    assert answered(reader, Command.READ) == encode_answer(Status.READ_FAILED)
    assert answered(reader, Command.FIND) == encode_answer(Status.FOUND, bytes(4))
    assert answered(reader, Command.READ) == encode_answer(Status.READ_FAILED)
    assert answered(reader, Command.SELECT) == encode_answer(Status.OK, bytes(8))
    assert answered(reader, Command.READ) == encode_answer(Status.OK, cards.RESIDENT.read())


def test_what_it_is_asked_beside_cards_is_answered() -> None:
    reader = VirtualReader()
    assert answered(reader, Command.RESET) == answered(reader, Command.STATUS) == encode_answer(Status.OK)
    assert answered(reader, Command.SAM_ID) == encode_answer(Status.OK, SAM_ID)
    assert answered(reader, Command.FIND) == encode_answer(Status.FIND_FAILED)


def test_a_request_in_pieces_is_one_request() -> None:
    reader = VirtualReader()
    request = encode_request(Command.STATUS)
    assert reader.feed(request[:6]) == b""
    assert reader.feed(request[6:]) == encode_answer(Status.OK)


def test_what_it_does_not_understand_is_said() -> None:
    reader = VirtualReader()
    damaged = bytearray(encode_request(Command.FIND))
    damaged[-1] ^= 1
    assert reader.feed(bytes(damaged)) == encode_answer(Status.CHECKSUM)
    assert reader.feed(encode_frame(b"\x30\x10")) == encode_answer(Status.COMMAND)
    assert reader.heard == []


def test_it_does_not_show_the_card() -> None:
    reader = VirtualReader()
    reader.lay(cards.RESIDENT)
    assert cards.RESIDENT.number not in repr(reader)
