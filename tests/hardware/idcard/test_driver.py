"""The contract of a card reader: the real driver, the simulated reader, and every fault it can have."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import replace

import pytest

from hardware.errors import DeviceError, DeviceUnreachable
from hardware.idcard import cards, errors
from hardware.idcard.card import SeenCard
from hardware.idcard.cards import MadeUpCard
from hardware.idcard.driver import GARBLED_MOST, READ_TRIES, CardReader
from hardware.idcard.frames import PREAMBLE, Command, Status
from hardware.idcard.record import seen_card
from hardware.worker import READY, State
from tests.hardware.idcard.conftest import (
    ON_SERIAL_ONLY,
    TODAY,
    WITHIN_S,
    Desk,
    hasty,
    in_silence,
    timeouts_of,
)

AT_ONE_CARD = [Command.FIND, Command.SELECT, Command.READ]


def keys(told: list[SeenCard | DeviceError]) -> list[str]:
    return [each.key for each in told if isinstance(each, DeviceError)]


@pytest.mark.parametrize("card", cards.EVERY_KIND, ids=lambda card: card.number[:3])
def test_a_card_is_told_once_as_what_may_be_known_of_it(desk: Desk, card: MadeUpCard) -> None:
    desk.reader.lay(card)
    assert desk.driver.look() == READY
    assert desk.told() == [seen_card(card.read(), TODAY)]
    assert desk.reader.heard == [Command.STATUS, *AT_ONE_CARD]


def test_nothing_on_it_is_ready_and_says_nothing(desk: Desk) -> None:
    assert [desk.driver.look() for _ in range(3)] == [READY] * 3
    assert desk.told() == []
    assert desk.reader.heard == [Command.STATUS, *[Command.FIND] * 3]


@pytest.mark.parametrize("finds_again", [False, True], ids=["finds it no more", "finds it again"])
def test_a_card_that_lies_there_is_read_once_and_again_after_it_was_lifted(
    desk: Desk, finds_again: bool
) -> None:
    desk.reader.finds_again = finds_again
    desk.reader.lay(cards.RESIDENT)
    desk.driver.look()
    if finds_again:
        assert [desk.driver.look() for _ in range(5)] == [READY] * 5
    assert desk.reader.heard.count(Command.READ) == 1
    desk.reader.lift()
    desk.driver.look()
    desk.reader.lay(cards.RESIDENT)
    desk.driver.look()
    first, second = desk.told()
    assert first == second
    assert desk.reader.heard.count(Command.READ) == 2


def test_the_next_person_s_card_is_another_hash(desk: Desk) -> None:
    for card in (cards.RESIDENT, cards.YOUNG):
        desk.reader.lay(card)
        desk.driver.look()
        desk.reader.lift()
        desk.driver.look()
    assert desk.told() == [seen_card(card.read(), TODAY) for card in (cards.RESIDENT, cards.YOUNG)]


@pytest.mark.parametrize(
    ("card", "key"),
    [(cards.UNKNOWN_KIND, "card.kind_unknown"), (cards.WRONG_NUMBER, "card.implausible")],
    ids=["unknown kind", "wrong number"],
)
def test_a_card_that_is_refused_is_told_at_once_and_left_alone(
    desk: Desk, card: MadeUpCard, key: str
) -> None:
    desk.reader.finds_again = True
    desk.reader.lay(card)
    assert [desk.driver.look() for _ in range(3)] == [READY] * 3
    assert keys(desk.told()) == [key]
    assert desk.reader.heard.count(Command.READ) == 1


OF_A_CARD = {
    Status.CARD_AUTHENTICATION: "card.not_authentic",
    Status.SAM_AUTHENTICATION: "card.not_authentic",
    Status.VERIFICATION: "card.not_authentic",
    Status.WRONG_CARD: "card.kind_unknown",
    Status.READ_FAILED: "card.read_failed",
    Status.RANDOM: "card.read_failed",
    Status.FIND_FAILED: "card.read_failed",
    Status.SELECT_FAILED: "card.read_failed",
    Status.NO_SUCH_ITEM: "card.read_failed",
}
OF_THE_READER = {
    Status.CHECKSUM: "card_reader.garbled",
    Status.LENGTH: "card_reader.garbled",
    Status.COMMAND: "card_reader.garbled",
    Status.UNKNOWN: "card_reader.garbled",
    Status.FOUND: "card_reader.garbled",
    Status.SELF_TEST: "card_reader.self_test",
    Status.NOT_AUTHORISED: "card_reader.not_authorised",
    0x77: "card_reader.garbled",
}


def test_every_status_is_tried() -> None:
    assert {*OF_A_CARD, *OF_THE_READER, Status.OK} >= {*Status}


@ON_SERIAL_ONLY
@pytest.mark.parametrize("command", [Command.SELECT, Command.READ])
@pytest.mark.parametrize("status", OF_A_CARD)
def test_what_fails_at_a_card_is_told_its_holder_and_the_reader_stays_ready(
    desk: Desk, command: Command, status: int
) -> None:
    desk.reader.says[command] = status
    desk.reader.lay(cards.RESIDENT)
    assert [desk.driver.look() for _ in range(READ_TRIES + 2)] == [READY] * (READ_TRIES + 2)
    (told,) = desk.told()
    assert isinstance(told, errors.CardProblem)
    assert told.key == OF_A_CARD[Status(status)]
    assert f"(0x{status:02X})" in told.detail
    assert desk.reader.heard.count(command) == (READ_TRIES if told.again else 1)
    desk.reader.says.clear()
    desk.reader.lift()
    desk.driver.look()
    desk.reader.lay(cards.RESIDENT)
    desk.driver.look()
    assert desk.told() == [seen_card(cards.RESIDENT.read(), TODAY)]


@ON_SERIAL_ONLY
@pytest.mark.parametrize(
    ("command", "status"),
    [
        (command, status)
        for command in AT_ONE_CARD
        for status in OF_THE_READER
        if (command, status) != (Command.FIND, Status.FOUND)
    ],
)
def test_what_fails_at_the_reader_is_its_state_until_it_reads_again(
    desk: Desk, command: Command, status: int
) -> None:
    desk.reader.says[command] = status
    desk.reader.lay(cards.RESIDENT)
    health = desk.driver.look()
    assert (health.state, health.key) == (State.DEGRADED, OF_THE_READER[status])
    assert f"{command.name.lower()}: " in health.detail
    assert f"(0x{status:02X})" in health.detail
    desk.reader.says.clear()
    desk.reader.lift()
    desk.driver.look()
    desk.reader.lay(cards.RESIDENT)
    assert desk.driver.look() == READY
    assert desk.told()[-1] == seen_card(cards.RESIDENT.read(), TODAY)


@pytest.mark.parametrize("status", [Status.SELF_TEST, Status.NOT_AUTHORISED])
def test_a_reader_that_says_so_when_it_is_connected_is_degraded_and_not_gone(
    unconnected: Desk, status: Status
) -> None:
    unconnected.reader.says = dict.fromkeys(Command, status)
    unconnected.driver.connect()
    assert unconnected.driver.look().key == OF_THE_READER[status]


def test_one_that_is_not_authorised_stays_so_until_a_card_was_read(desk: Desk) -> None:
    desk.reader.says[Command.READ] = Status.NOT_AUTHORISED
    desk.reader.lay(cards.RESIDENT)
    desk.driver.look()
    assert keys(desk.told()) == ["card_reader.not_authorised"]
    desk.reader.lift()
    assert desk.driver.look().key == "card_reader.not_authorised"
    desk.reader.says.clear()
    desk.reader.lay(cards.RESIDENT)
    assert desk.driver.look() == READY


def test_a_card_that_is_read_at_the_second_try_is_just_read(desk: Desk) -> None:
    desk.reader.fails[Command.READ] = (READ_TRIES - 1, Status.READ_FAILED)
    desk.reader.lay(cards.RESIDENT)
    for _ in range(READ_TRIES):
        desk.driver.look()
    assert desk.told() == [seen_card(cards.RESIDENT.read(), TODAY)]


def test_the_next_card_has_all_its_tries(desk: Desk) -> None:
    for card in (cards.RESIDENT, cards.YOUNG):
        desk.reader.fails[Command.READ] = (READ_TRIES - 1, Status.READ_FAILED)
        desk.reader.lay(card)
        for _ in range(READ_TRIES):
            desk.driver.look()
        desk.reader.lift()
        desk.driver.look()
    assert desk.told() == [seen_card(card.read(), TODAY) for card in (cards.RESIDENT, cards.YOUNG)]


def test_who_lifts_the_card_too_soon_is_told(desk: Desk) -> None:
    desk.reader.fails[Command.READ] = (1, Status.READ_FAILED)
    desk.reader.lay(cards.RESIDENT)
    desk.driver.look()
    assert desk.told() == []
    desk.reader.lift()
    desk.driver.look()
    desk.driver.look()
    assert keys(desk.told()) == ["card.read_failed"]


@pytest.mark.parametrize("fault", ["wrong_check", "half"])
@pytest.mark.parametrize("command", [Command.FIND, Command.SELECT, Command.READ])
def test_a_garbled_answer_is_never_taken_for_a_card(desk: Desk, fault: str, command: Command) -> None:
    getattr(desk.reader, fault).add(command)
    desk.reader.finds_again = True
    desk.reader.lay(cards.RESIDENT)
    with hasty():
        health = desk.driver.look()
    assert (health.state, health.key) == (State.DEGRADED, "card_reader.garbled")
    assert desk.told() == []
    getattr(desk.reader, fault).clear()
    assert desk.driver.look() == READY
    assert desk.told() == [seen_card(cards.RESIDENT.read(), TODAY)]


def test_a_card_that_comes_garbled_every_time_is_told(desk: Desk) -> None:
    desk.reader.wrong_check.add(Command.READ)
    desk.reader.finds_again = True
    desk.reader.lay(cards.RESIDENT)
    for _ in range(READ_TRIES + 1):
        desk.driver.look()
    assert keys(desk.told()) == ["card_reader.garbled"]


def test_a_line_that_stays_garbled_is_opened_anew(desk: Desk) -> None:
    desk.reader.wrong_check.add(Command.FIND)
    for _ in range(GARBLED_MOST - 1):
        assert desk.driver.look().state is State.DEGRADED
    with pytest.raises(errors.ReaderGarbled, match="find: half an answer, or its check byte"):
        desk.driver.look()
    desk.reader.wrong_check.clear()
    desk.driver.connect()
    assert desk.driver.look() == READY


def test_garbled_looks_that_are_not_in_a_row_do_not_cost_the_line(desk: Desk) -> None:
    for _ in range(GARBLED_MOST + 1):
        desk.reader.wrong_check.add(Command.FIND)
        assert desk.driver.look().state is State.DEGRADED
        desk.reader.wrong_check.clear()
        assert desk.driver.look() == READY


@pytest.mark.parametrize("fault", ["wrong_check", "half"])
def test_one_that_is_garbled_from_the_start_is_gone_and_says_so(unconnected: Desk, fault: str) -> None:
    getattr(unconnected.reader, fault).add(Command.STATUS)
    with hasty(), pytest.raises(errors.ReaderGarbled, match="status: half an answer, or"):
        unconnected.driver.connect()


@pytest.mark.parametrize(
    "noise",
    [b"\0\xff\x13", PREAMBLE[:3], PREAMBLE[:4], PREAMBLE + b"\xff\xff", PREAMBLE + b"\0\0", b"A" * 3000],
    ids=["noise", "3 of a preamble", "4 of a preamble", "too long", "too short", "much"],
)
def test_noise_before_an_answer_hides_nothing(desk: Desk, noise: bytes) -> None:
    desk.reader.noise = noise
    desk.reader.lay(cards.RESIDENT)
    assert desk.driver.look() == READY
    assert desk.told() == [seen_card(cards.RESIDENT.read(), TODAY)]


def test_noise_that_looks_like_a_long_answer_costs_time_and_hides_nothing(desk: Desk) -> None:
    desk.reader.noise = PREAMBLE + b"\x09\x00"
    with hasty():
        assert desk.driver.look() == READY


def test_a_silent_reader_is_unreachable_and_comes_back(desk: Desk) -> None:
    desk.reader.silent = True
    with in_silence(), pytest.raises(DeviceUnreachable, match=r"it does not answer within 0\.05 s"):
        desk.driver.look()
    with in_silence(), pytest.raises(DeviceUnreachable):
        desk.driver.connect()
    desk.reader.silent = False
    desk.driver.connect()
    assert desk.driver.look() == READY


def test_a_slow_reader_is_waited_for(desk: Desk) -> None:
    desk.reader.withholds = True
    desk.reader.lay(cards.RESIDENT)
    with timeouts_of(WITHIN_S), ThreadPoolExecutor(1) as pool:
        looked = pool.submit(desk.driver.look)
        for command in AT_ONE_CARD:
            desk.port.wait_for(lambda reader, last=command: reader.heard[-1] is last)  # type: ignore[misc]
            desk.port.say(desk.reader.release())
        assert looked.result(WITHIN_S) == READY
    assert desk.told() == [seen_card(cards.RESIDENT.read(), TODAY)]


def test_an_answer_that_comes_too_late_is_not_taken_for_the_next_one(desk: Desk) -> None:
    desk.reader.withholds = True
    desk.reader.lay(cards.RESIDENT)
    with in_silence(), pytest.raises(DeviceUnreachable):
        desk.driver.look()
    desk.reader.withholds = False
    desk.reader.lift()
    desk.port.say(desk.reader.release())
    desk.driver.connect()
    assert desk.driver.look() == READY
    assert desk.told() == []


def test_one_that_takes_nothing_is_unreachable(desk: Desk) -> None:
    desk.port.stalled = True
    with in_silence(), pytest.raises(DeviceUnreachable):
        desk.driver.look()
    desk.port.stalled = False
    # What lay in the wire is asked and answered now; an answer that is still under way garbles the next one.
    desk.port.wait_for(lambda reader: Command.FIND in reader.heard)
    desk.port.say(b"")
    desk.driver.connect()
    assert desk.driver.look() == READY


@pytest.mark.parametrize("requests", [1, 2, 3])
def test_one_that_goes_in_the_middle_of_a_card_reads_it_once_when_it_is_back(
    unconnected: Desk, requests: int
) -> None:
    desk = unconnected
    desk.port.plugged = False
    desk.port.plugged = True
    # The status of connecting is a request as well.
    desk.port.hangs_up_after = 10 * (requests + 1)
    desk.driver.connect()
    desk.reader.lay(cards.RESIDENT)
    with pytest.raises(DeviceUnreachable):
        desk.driver.look()
    desk.driver.disconnect()
    desk.port.hangs_up_after = None
    desk.port.plugged = False
    desk.port.plugged = True
    desk.driver.connect()
    desk.driver.look()
    desk.driver.look()
    assert desk.told() == [seen_card(cards.RESIDENT.read(), TODAY)]


def test_a_card_that_was_read_is_not_read_again_for_a_line_that_was_lost(desk: Desk) -> None:
    desk.reader.finds_again = True
    desk.reader.lay(cards.RESIDENT)
    desk.driver.look()
    desk.port.plugged = False
    with pytest.raises(DeviceUnreachable):
        _look_until_gone(desk)
    desk.driver.disconnect()
    with pytest.raises(DeviceUnreachable):
        desk.driver.connect()
    desk.port.plugged = True
    desk.driver.connect()
    assert desk.driver.look() == READY
    assert len(desk.told()) == 1


def _look_until_gone(desk: Desk) -> None:
    for _ in range(200):
        desk.driver.look()


def test_without_the_key_of_the_day_no_card_is_looked_for_or_read(desk: Desk) -> None:
    desk.today = None
    desk.reader.lay(cards.RESIDENT)
    health = desk.driver.look()
    assert (health.state, health.key) == (State.DEGRADED, "card_reader.no_key")
    assert {*desk.reader.heard} == {Command.STATUS}
    desk.today = TODAY
    assert desk.driver.look() == READY
    assert len(desk.told()) == 1


def test_one_without_a_key_that_is_gone_is_gone(desk: Desk) -> None:
    desk.today = None
    desk.reader.silent = True
    with in_silence(), pytest.raises(DeviceUnreachable):
        desk.driver.look()


def test_each_card_is_hashed_with_the_key_of_the_moment(desk: Desk) -> None:
    desk.reader.lay(cards.RESIDENT)
    desk.driver.look()
    desk.reader.lift()
    desk.driver.look()
    desk.today = replace(TODAY, key=bytes(32))
    desk.reader.lay(cards.RESIDENT)
    desk.driver.look()
    today, tomorrow = desk.told()
    assert isinstance(today, SeenCard)
    assert isinstance(tomorrow, SeenCard)
    assert today.hash != tomorrow.hash


def test_one_that_is_not_connected_is_unreachable() -> None:
    driver = CardReader("tcp://127.0.0.1:9", lambda: TODAY, lambda _told: None)
    with pytest.raises(DeviceUnreachable, match="it is not connected"):
        driver.look()
    driver.disconnect()


def test_a_wrong_address_is_said_before_anything_is_opened() -> None:
    with pytest.raises(ValueError, match="must begin with"):
        CardReader("usb://1:2", lambda: TODAY, lambda _told: None)


def test_waiting_never_takes_longer_than_said(desk: Desk) -> None:
    """A reader that says noise without end is given up all the same."""
    desk.reader.silent = True
    with in_silence(), ThreadPoolExecutor(1) as pool:
        looked: Future[object] = pool.submit(desk.driver.look)
        while not looked.done():
            desk.port.say(b"\xaa" * 50)
            wait([looked], timeout=0.005)
        assert isinstance(looked.exception(), DeviceUnreachable)
