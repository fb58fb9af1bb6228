"""A blind man takes a number alone: by keys and by what he hears, against a real core and real voices."""

from __future__ import annotations

import array
import queue
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.client.link import CoreLink
from core.domain.people import Role
from hardware.devices import PrinterEntry
from hardware.printer.simulator import SimulatedPrinter
from hardware.slip.painter import WIDTH_80MM
from hardware.voice import wav
from hardware.voice.filesink import FileSink
from hardware.voice.parts import Voices
from hardware.voice.phrase import Values
from hardware.voice.prompts import prompt
from hardware.voice.reading import APART
from kiosk.app import KioskApp
from kiosk.spoken.mouth import Mouth, Said
from kiosk.state import Inputs, Page
from kiosk.timings import Timings
from kiosk.view import View
from tests.hardware.voice.ear import likeness, steps
from tests.kiosk.spoken.deck import Deck
from tests.support import qml
from tests.support.halls import lhasa_like
from tests.support.running_core import CoreHandle, core_in_thread

_K = Qt.Key
KEYS = {
    **{str(digit): _K(_K.Key_0.value + digit) for digit in range(10)},
    "Enter": _K.Key_Enter,
    "Star": _K.Key_Asterisk,
    "Plus": _K.Key_Plus,
    "Slash": _K.Key_Slash,
}
PATIENCE_MS = 15_000


class Visitor:
    """Hears the kiosk and presses its keys; sees nothing."""

    def __init__(self, app: KioskApp, deck: Deck, mouth: Mouth, files: FileSink, bot: QtBot) -> None:
        self.app, self.deck, self.files = app, deck, files
        self.heard: list[Said] = []
        self._said: queue.SimpleQueue[Said] = queue.SimpleQueue()
        mouth.said = self._said.put
        self._mouth = mouth
        self._bot = bot

    def press(self, *keys: str) -> None:
        for key in keys:
            self.listen()
            self.heard.clear()
            QTest.keyClick(self.app.view, KEYS[key], Qt.KeyboardModifier.KeypadModifier)

    def choose(self, tile: str) -> None:
        """Press the digit of a tile."""
        self.press(str([each.key for each in self.page.tiles].index(tile) + 1))

    def listen(self) -> None:
        while not self._said.empty():
            piece = self._said.get()
            self.heard.append(piece)

    def hears(self, *words: str) -> None:
        """Wait until all of these were heard since the last key."""

        def heard() -> bool:
            self.listen()
            text = " ".join(each.text for each in self.heard).replace(APART, "")
            return all(each in text for each in words)

        self._bot.waitUntil(heard, timeout=PATIENCE_MS)

    def wait_for_silence(self) -> None:
        self._bot.waitUntil(lambda: not self._mouth.speaking, timeout=PATIENCE_MS)

    @property
    def inputs(self) -> Inputs:
        return self.app._session.inputs

    @property
    def page(self) -> View:
        return self.app._view_model.page

    def samples_of(self, key: str) -> bytes:
        """Return what the card got of a piece, by way of a file."""
        at = next(place for place, each in enumerate(self.heard) if each.key == key)
        path = self.files.folder.parent / f"{key}.wav"
        wav.write(path, self.heard[at].samples)
        return wav.read(self.files.put(path))


@pytest.fixture
def core(tmp_path: Path) -> Iterator[CoreHandle]:
    with core_in_thread(lhasa_like(), tmp_path / "data") as handle:
        yield handle


@pytest.fixture
def deck() -> Deck:
    return Deck()


@pytest.fixture
def visitor(
    core: CoreHandle, printer: SimulatedPrinter, voices: Voices, deck: Deck, tmp_path: Path, qtbot: QtBot
) -> Iterator[Visitor]:
    link = CoreLink(core.url, core.token(Role.KIOSK, subject="kiosk-1"))
    mouth = Mouth(voices, deck)
    app = KioskApp(
        link,
        (PrinterEntry("slips", printer.url, WIDTH_80MM),),
        machine="kiosk-1",
        timings=Timings(settle_s=0),
        mouth=mouth,
    )
    made = Visitor(app, deck, mouth, FileSink(tmp_path / "heard"), qtbot)
    link.start()
    app.show()
    qtbot.waitUntil(lambda: qml.shows(app.view, "zone:business"), timeout=10_000)
    yield made
    link.stop()
    app.close()


def until_able(visitor: Visitor, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: visitor.inputs.speaks, timeout=PATIENCE_MS)


def test_a_blind_man_takes_a_number_by_keys_alone(
    visitor: Visitor, core: CoreHandle, printer: SimulatedPrinter, voices: Voices, qtbot: QtBot
) -> None:
    until_able(visitor, qtbot)
    assert not visitor.heard
    visitor.press("5")
    visitor.hears("这里是自助取号机", "按一到九选择", "请选择您要办理的业务", "按一，")
    visitor.choose("zone:business")
    visitor.hears("请选择要办理的事项", "按星号键，返回")
    visitor.choose("queue:company")
    visitor.hears("您的号码是B零零一号，前面无人等候。", "请取走您的号票。")
    printer.wait_for_slip(1)
    likely = steps(array.array("h", visitor.samples_of("result_next")))
    right = steps(wav.values(_said_by(voices, "B001")))
    wrong = steps(wav.values(_said_by(voices, "B007")))
    assert likeness(likely, right) > 0.99
    assert likeness(likely, right) > likeness(likely, wrong) + 0.01
    queues = {each["id"]: each for each in core.get("/api/queues").body["queues"]}
    assert queues["company"]["waiting"] == 1
    visitor.press("Enter")
    qtbot.waitUntil(lambda: visitor.inputs.at.page is Page.HOME)
    assert not visitor.inputs.look.spoken


def _said_by(voices: Voices, number: str) -> bytes:
    samples = voices.say(prompt("zh", "result_next", Values(number, counts={"ahead": 0})))
    assert samples is not None
    return samples


def test_a_key_does_what_was_said_of_it_everywhere(visitor: Visitor, qtbot: QtBot) -> None:
    until_able(visitor, qtbot)
    visitor.press("1")
    visitor.hears("按零听更多")
    visitor.press("Star")
    visitor.hears("五号键上有凸点")
    visitor.press("0")
    visitor.hears("按一，", "重听本页", "按零，从头听")
    visitor.press("2")
    visitor.hears("音量四。")
    assert visitor.deck.volumes[-1] == pytest.approx(0.8)
    for key, step in (("2", "五"), ("2", "五"), *zip("7777", "四三二一", strict=True), ("7", "一")):
        visitor.press(key)
        visitor.hears(f"音量{step}。")
    assert visitor.deck.volumes[-1] == pytest.approx(0.2)
    visitor.press("0", "9")
    visitor.hears("这个键在这里没有作用")
    visitor.press("0", "6")
    assert not visitor.inputs.look.spoken
    visitor.wait_for_silence()


def test_who_wants_it_slower_hears_it_slower_and_the_next_one_does_not(
    visitor: Visitor, qtbot: QtBot
) -> None:
    until_able(visitor, qtbot)

    def length_of_first_page() -> int:
        visitor.hears("请选择您要办理的业务")
        return next(len(each.samples) for each in visitor.heard if each.key == "home")

    visitor.press("1")
    usual = length_of_first_page()
    visitor.press("0", "8")
    visitor.hears("语速二。")
    visitor.press("8")
    visitor.hears("语速一。")
    visitor.press("1")
    assert length_of_first_page() > 1.4 * usual
    visitor.press("9")
    visitor.hears("语速二。")
    visitor.press("1")
    assert usual < length_of_first_page() < 1.4 * usual
    visitor.wait_for_silence()
    visitor.app._session.done()
    visitor.press("1")
    assert length_of_first_page() == usual


def test_tibetan_that_nobody_can_speak_is_heard_in_chinese(visitor: Visitor, qtbot: QtBot) -> None:
    until_able(visitor, qtbot)
    visitor.press("1")
    visitor.hears("请选择您要办理的业务")
    visitor.press("Slash")
    assert visitor.inputs.language == "bo"
    visitor.hears(prompt("zh", "instead").text, "请选择您要办理的业务")


def test_what_is_found_by_the_letters_of_the_pad_is_chosen_by_keys(visitor: Visitor, qtbot: QtBot) -> None:
    until_able(visitor, qtbot)
    visitor.press("1")
    visitor.hears("请选择您要办理的业务")
    visitor.app._session.act("search")
    visitor.hears("按拼音首字母查找", "用数字键输入")
    visitor.press("9")
    visitor.hears("九。")
    assert visitor.page.tiles
    visitor.press("Enter")
    visitor.hears("已输入：九。", "按一，")
    visitor.press("Star")
    visitor.hears("用数字键输入")
    visitor.press("Star")
    visitor.hears("已删除。")


def test_while_a_page_is_read_it_stays_and_then_it_is_said_that_it_goes(
    visitor: Visitor, qtbot: QtBot
) -> None:
    until_able(visitor, qtbot)
    session = visitor.app._session
    now = [session._clock()]
    session._clock = lambda: now[0]
    visitor.deck.free = False
    visitor.press("1")
    qtbot.waitUntil(lambda: session.inputs.look.spoken)
    visitor.choose("zone:business")
    at = visitor.inputs.at
    qtbot.waitUntil(lambda: bool(visitor.deck.heard))
    for _ in range(20):
        now[0] += 30
        visitor.app.tick()
    assert (visitor.inputs.at, session.inputs.left_s) == (at, None)
    visitor.deck.free = True
    visitor.deck.let(1)
    visitor.wait_for_silence()
    now[0] += 40
    visitor.app.tick()
    visitor.hears("即将返回首页，如需更多时间，请按零")
    visitor.press("0")
    visitor.hears("时间已延长")
    assert (visitor.inputs.at, session.inputs.left_s) == (at, None)
    visitor.wait_for_silence()
    now[0] += 100
    visitor.app.tick()
    assert not session.inputs.look.spoken


@pytest.mark.parametrize("deck", [Deck(device=None)], ids=["no card"])
def test_without_a_voice_the_keys_work_at_once(visitor: Visitor, qtbot: QtBot) -> None:
    visitor.choose("zone:business")
    assert (visitor.inputs.at.page, visitor.inputs.look.spoken) == (Page.ZONE, False)
    visitor.press("Star")
    assert visitor.inputs.at.page is Page.HOME


def test_who_touches_is_not_spoken_to_until_it_is_wanted(visitor: Visitor, qtbot: QtBot) -> None:
    until_able(visitor, qtbot)
    qml.tap(visitor.app.view, "zone:business")
    qtbot.waitUntil(lambda: visitor.inputs.at.page is Page.ZONE)
    assert not visitor.deck.heard
    qml.tap(visitor.app.view, "back")
    qml.tap(visitor.app.view, "speak")
    visitor.hears("这里是自助取号机")
    qml.tap(visitor.app.view, "speak")
    visitor.wait_for_silence()
    assert not visitor.inputs.look.spoken


def test_a_hall_that_wants_no_voice_has_none(visitor: Visitor, qtbot: QtBot) -> None:
    until_able(visitor, qtbot)
    session = visitor.app._session
    session.update(rules=replace(session.inputs.rules, spoken=False))
    assert not visitor.inputs.speaks
    assert not qml.shows(visitor.app.view, "speak")
