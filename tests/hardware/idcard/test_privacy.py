"""Name, number, birthday and address are in nothing that the driver gives, says, raises or keeps."""

from __future__ import annotations

import builtins
import gc
import io
import logging
import os
import pickle
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import fields
from types import FunctionType, ModuleType
from typing import Any

import pytest

from hardware.errors import DeviceError
from hardware.idcard import cards
from hardware.idcard.card import SeenCard
from hardware.idcard.cards import MadeUpCard
from hardware.idcard.driver import READ_TRIES, CardReader
from hardware.idcard.frames import Command, Status, encode_answer
from hardware.idcard.link import ask
from hardware.idcard.simulator import SimulatedReaderPort, SimulatedSerialReader
from hardware.line import Line
from hardware.worker import Worker
from tests.hardware.idcard.conftest import ON_SERIAL_ONLY, TODAY, WITHIN_S, Desk, hasty, timeouts_of

EVERY_CARD = [*cards.EVERY_KIND, cards.UNKNOWN_KIND, cards.WRONG_NUMBER]


def needles(card: MadeUpCard) -> Iterator[str]:
    """Return what must be nowhere: text, the record's bytes of it as hex, and as Python shows bytes."""
    for text in (card.name[1:], card.number, card.number[:17], card.born, card.address[:5], card.english[:8]):
        if text:
            data = text.encode("utf-16-le")
            yield from (text, data.hex(), data.hex(" "), repr(data)[2:-1], repr(text.encode())[2:-1])


def leaks(card: MadeUpCard, said: list[str]) -> list[str]:
    return [line for line in said for needle in needles(card) if needle.lower() in line.lower()]


def all_of(error: BaseException) -> list[str]:
    """Return everything an exception tells, with what every frame it went through holds."""
    told = traceback.TracebackException.from_exception(error, capture_locals=True)
    # The first frame is the one that caught it.
    frames = [frame for frame, _line in traceback.walk_tb(error.__traceback__)][1:]
    held = [text for frame in frames for text in held_by(list(frame.f_locals.values()))]
    chained = [line for each in (error.__cause__, error.__context__) if each for line in all_of(each)]
    return [str(error), repr(error), repr(vars(error)), repr(error.args), *told.format(), *held, *chained]


def shown(told: SeenCard | DeviceError) -> list[str]:
    if isinstance(told, DeviceError):
        return all_of(told)
    values = [repr(getattr(told, each.name)) for each in fields(told)]
    return [
        str(told),
        repr(told),
        repr(pickle.dumps(told)),
        pickle.dumps(told).decode("utf-8", "replace"),
        *values,
    ]


def logged(caplog: pytest.LogCaptureFixture) -> list[str]:
    lines = [f"{record.getMessage()} {record.args!r} {vars(record)!r}" for record in caplog.records]
    raised = [record.exc_info[1] for record in caplog.records if record.exc_info]
    return lines + [line for error in raised if error is not None for line in all_of(error)]


class Listener:
    """A driver at a simulated reader, and everything it gave away; nothing here holds a card."""

    def __init__(self, port: SimulatedReaderPort, caplog: pytest.LogCaptureFixture) -> None:
        caplog.set_level(logging.DEBUG)
        self._caplog = caplog
        self.told: list[SeenCard | DeviceError] = []
        self.said: list[str] = []
        self.driver = CardReader(port.url, lambda: TODAY, self.told.append)

    def look(self) -> None:
        """Look once; what it returns or raises is kept as text."""
        try:
            self.said.append(repr(self.driver.look()))
        except DeviceError as error:
            self.said += all_of(error)

    def everything(self) -> list[str]:
        """Return all that was given away, and what the driver still holds."""
        told = [line for each in self.told for line in shown(each)]
        return self.said + told + logged(self._caplog) + held_by(self.driver)


def held_by(root: object) -> list[str]:
    """Return every text and every bytes that an object leads to."""
    seen, queue, held = {id(root)}, [root], []
    while queue:
        each = queue.pop()
        if isinstance(each, str | bytes | bytearray):
            held.append(each if isinstance(each, str) else repr(bytes(each)))
            continue
        for other in gc.get_referents(each):
            if id(other) not in seen and not isinstance(other, type | ModuleType | FunctionType):
                seen.add(id(other))
                queue.append(other)
    return held


@pytest.fixture
def listener(port: SimulatedReaderPort, caplog: pytest.LogCaptureFixture) -> Iterator[Listener]:
    made = Listener(port, caplog)
    made.driver.connect()
    yield made
    made.driver.disconnect()


@pytest.mark.parametrize("card", EVERY_CARD, ids=range(len(EVERY_CARD)))
def test_what_is_looked_for_would_be_found(card: MadeUpCard) -> None:
    for said in (
        repr(card),
        repr(card.read()),
        card.read().hex(),
        card.text().decode("utf-16-le"),
        *shown(DeviceError("reader", f"cannot read {card.number}")),
    ):
        assert leaks(card, [said]), said
    assert leaks(card, held_by([{"record": bytearray(card.read())}]))


@pytest.mark.parametrize("card", EVERY_CARD, ids=range(len(EVERY_CARD)))
def test_a_card_that_is_read_or_refused_gives_nothing_away(
    port: SimulatedReaderPort, listener: Listener, card: MadeUpCard
) -> None:
    port.reader.lay(card)
    listener.look()
    listener.look()
    assert len(listener.told) == 1
    assert leaks(card, listener.everything()) == []


@ON_SERIAL_ONLY
@pytest.mark.parametrize("status", [*Status, 0x77])
def test_a_card_that_fails_with_any_status_gives_nothing_away(
    port: SimulatedReaderPort, listener: Listener, status: int
) -> None:
    port.reader.fails[Command.READ] = (READ_TRIES - 1, status)
    port.reader.lay(cards.RESIDENT)
    for _ in range(READ_TRIES):
        listener.look()
    assert leaks(cards.RESIDENT, listener.everything()) == []


@pytest.mark.parametrize("fault", ["wrong_check", "half"])
def test_a_card_that_comes_garbled_gives_nothing_away(
    port: SimulatedReaderPort, listener: Listener, fault: str
) -> None:
    getattr(port.reader, fault).add(Command.READ)
    port.reader.lay(cards.RESIDENT)
    with hasty():
        listener.look()
    port.reader.lift()
    listener.look()
    assert len(listener.told) == 1
    assert leaks(cards.RESIDENT, listener.everything()) == []


def test_a_reader_that_goes_in_the_middle_of_a_record_gives_nothing_away(
    port: SimulatedReaderPort, listener: Listener
) -> None:
    port.reader.half.add(Command.READ)
    port.reader.lay(cards.RESIDENT)
    with timeouts_of(WITHIN_S), ThreadPoolExecutor(1) as pool:
        looked = pool.submit(listener.look)
        port.wait_for(lambda reader: reader.heard[-1] is Command.READ)
        port.plugged = False
        looked.result(WITHIN_S)
    assert any("DeviceUnreachable" in line for line in listener.said)
    assert leaks(cards.RESIDENT, listener.everything()) == []


class Canned(Line):
    """A line that says one thing whatever it is asked."""

    def __init__(self, says: Callable[[], bytes]) -> None:
        super().__init__("canned")
        self._says = says
        self._asked = False

    def _write(self, data: bytes) -> None:
        self._asked = True

    def _read(self, timeout_s: float) -> bytes:
        return self._says() if self._asked else b""

    def _close(self) -> None:
        pass


@pytest.mark.parametrize("status", [Status.READ_FAILED, Status.CHECKSUM, 0x77])
def test_a_record_that_comes_with_a_wrong_status_is_not_in_what_is_raised(status: int) -> None:
    line = Canned(lambda: encode_answer(status, cards.RESIDENT.read()))
    said = _raised_by(line)
    assert any("canned: read: " in each for each in said)
    assert leaks(cards.RESIDENT, said) == []


def _raised_by(line: Line) -> list[str]:
    try:
        ask(line, Command.READ)
    except DeviceError as error:
        return all_of(error)
    return []


def test_a_bug_of_who_is_told_gives_nothing_away(
    port: SimulatedReaderPort, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    desk = Desk(port)

    def stumble(told: SeenCard | DeviceError) -> None:
        desk.told_to(told)
        raise ZeroDivisionError

    driver = CardReader(port.url, lambda: TODAY, stumble)
    worker = Worker(driver, every_s=0.002, retry_s=(0.002,))
    port.reader.lay(cards.RESIDENT)
    worker.start()
    try:
        desk.next_told()
    finally:
        worker.stop()
    assert "an unexpected failure" in caplog.text
    assert leaks(cards.RESIDENT, [caplog.text]) == []


def test_no_file_is_opened_for_writing_while_a_card_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    written: set[str] = set()
    _watch_opening(monkeypatch, written)
    with SimulatedSerialReader() as port:
        driver = CardReader(port.url, lambda: TODAY, lambda _told: None)
        for card in EVERY_CARD:
            port.reader.lay(card)
            with suppress(DeviceError):
                driver.connect()
                driver.look()
                port.reader.lift()
                driver.look()
        driver.disconnect()
        assert written == {port.url.removeprefix("serial://").partition("?")[0]}


def _watch_opening(monkeypatch: pytest.MonkeyPatch, written: set[str]) -> None:
    really_open, really_os_open = builtins.open, os.open

    def watched_open(file: Any, mode: str = "r", *args: Any, **kwargs: Any) -> Any:
        if set(mode) & set("wax+"):
            written.add(str(file))
        return really_open(file, mode, *args, **kwargs)

    def watched_os_open(path: Any, flags: int, *args: Any, **kwargs: Any) -> int:
        if flags & (os.O_WRONLY | os.O_RDWR):
            written.add(str(path))
        return really_os_open(path, flags, *args, **kwargs)

    monkeypatch.setattr(builtins, "open", watched_open)
    monkeypatch.setattr(io, "open", watched_open)
    monkeypatch.setattr(os, "open", watched_os_open)
