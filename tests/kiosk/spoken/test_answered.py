"""Every key of the pad is answered by the voice, and what did not happen is said as what it was."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from core.client.reply import Refused, Reply, Unreachable
from core.domain.booking import Slots
from core.domain.hall import Hall
from hardware.printer.simulator import SimulatedPrinter
from hardware.voice.prompts import prompts
from kiosk.app import PORTRAIT
from kiosk.state import Page, Undone
from tests.kiosk.conftest import OPEN_AT, Kiosk
from tests.kiosk.spoken.keys_alone import Ear, KeysAlone
from tests.kiosk.test_asking import answer, scan
from tests.kiosk.trouble.staffed import PIN, staffed
from tests.support import qml
from tests.support.halls import lhasa_like


@pytest.fixture
def size() -> QSize:
    return PORTRAIT


@pytest.fixture
def ear() -> Ear:
    return Ear()


@pytest.fixture
def kiosk(qtbot: QtBot, printer: SimulatedPrinter, size: QSize, ear: Ear) -> Iterator[Kiosk]:
    """A kiosk that speaks, and has heard its core."""
    made = Kiosk(qtbot, printer, size, mouth=ear)
    made.connect(staffed(bookable()))
    yield made
    made.app.close()


@pytest.fixture
def visitor(kiosk: Kiosk, ear: Ear, qtbot: QtBot) -> KeysAlone:
    made = KeysAlone(kiosk.app, ear, qtbot)
    made.until(lambda: made.inputs.speaks)
    made.wakes()
    return made


def bookable() -> Hall:
    hall = lhasa_like()
    opens = OPEN_AT.astimezone(hall.zone_info).time()
    return replace(hall, slots=(Slots("insurance", (1, 2, 3, 4, 5, 6, 7), opens, opens.replace(23), 60, 5),))


# What did not happen


def takes(kiosk: Kiosk, visitor: KeysAlone) -> None:
    visitor.choose("zone:social")


def looks_up(kiosk: Kiosk, visitor: KeysAlone) -> None:
    visitor.choose("ask")
    visitor.press("1")
    visitor.type("017")


def gives_up(kiosk: Kiosk, visitor: KeysAlone) -> None:
    scan(kiosk)
    kiosk.answer(answer(can=["cancel", "restore"], state="passed"))
    visitor.press("0")
    visitor.follow("place:cancel", "place:give_up")


def restores(kiosk: Kiosk, visitor: KeysAlone) -> None:
    scan(kiosk)
    kiosk.answer(answer(can=["cancel", "restore"], state="passed"))
    visitor.choose("place:restore")


def comes_booked(kiosk: Kiosk, visitor: KeysAlone) -> None:
    kiosk.app.devices.scanned.emit("57240018")


def books(kiosk: Kiosk, visitor: KeysAlone) -> None:
    visitor.follow("booking", "book", "book:insurance")


WAYS: dict[Undone, Callable[[Kiosk, KeysAlone], None]] = {
    Undone.NUMBER: takes,
    Undone.LOOK_UP: looks_up,
    Undone.CANCEL: gives_up,
    Undone.RESTORE: restores,
    Undone.BOOKING: books,
}


@pytest.mark.logs("the core gave no ticket", "did not answer")
@pytest.mark.parametrize("reply", [Refused("ticket.stale", {}), Unreachable("test")], ids=["refused", "gone"])
@pytest.mark.parametrize("undone", WAYS)
def test_what_did_not_happen_is_said_and_nothing_else(
    kiosk: Kiosk, visitor: KeysAlone, ear: Ear, undone: Undone, reply: Reply
) -> None:
    WAYS[undone](kiosk, visitor)
    ear.begin()
    kiosk.answer(reply)
    visitor.until(lambda: visitor.view.page == Page.NOTICE)
    changes = undone in (Undone.CANCEL, Undone.RESTORE)
    wanted = Undone.UNSURE if changes and isinstance(reply, Unreachable) else undone
    assert ear.now[0].key == wanted, "first of all"
    said = ear.text
    for other in Undone:
        if other:
            assert (prompts()[other]["zh"] in said) == (other is wanted), other
    visitor.at(Page.NOTICE)


def test_every_act_that_fails_has_its_words() -> None:
    assert {each for each in Undone if each} <= set(prompts())
    words = [prompts()[each][language] for each in Undone if each for language in ("zh", "bo", "en")]
    assert len(set(words)) == len(words)


# Staff, who may be blind


def comes_in(visitor: KeysAlone) -> None:
    visitor.press("Star", "0", "Star", "0", "Star")
    visitor.at(Page.STAFF_PIN, "工作人员，请输入密码")


@pytest.mark.logs("a wrong PIN for the staff page")
def test_a_wrong_pin_is_heard_as_wrong_and_how_long_to_wait(kiosk: Kiosk, visitor: KeysAlone) -> None:
    comes_in(visitor)
    visitor.type("1111")
    assert visitor.ear.text == "密码不对"
    visitor.type("1112")
    assert "密码不对" in visitor.ear.text
    assert "5" in visitor.ear.text
    visitor.ear.begin()
    kiosk.pass_time(2)
    assert not visitor.ear.heard, "a clock that counts down is not read"
    visitor.type(PIN)
    assert visitor.view.page == Page.STAFF_PIN
    assert "3" in visitor.ear.text, "Enter is answered while nothing is taken"
    visitor.press(*["Star"] * len(PIN))
    kiosk.pass_time(4)
    visitor.type(PIN)
    visitor.at(Page.STAFF, "工作人员页面")


def test_what_staff_have_tried_is_heard(kiosk: Kiosk, visitor: KeysAlone, printer: SimulatedPrinter) -> None:
    comes_in(visitor)
    visitor.type(PIN)
    visitor.follow("staff:devices", "staff:print")
    assert "打印测试 进行中" in visitor.ear.text
    printer.wait_for_slip(1)
    visitor.until(lambda: "已打出" in visitor.ear.text)
    visitor.choose("staff:read")
    assert visitor.ear.text
    visitor.press("Star")
    visitor.follow("staff:sound", "staff:louder")
    assert "80 %" in visitor.ear.text
    visitor.press("Star")
    visitor.follow("staff:program", "staff:shut")
    assert "启用本机" in visitor.ear.text, "the key opens it again"


def test_what_is_ticked_by_a_key_is_heard(kiosk: Kiosk, visitor: KeysAlone) -> None:
    visitor.follow("matters", "item:card", "options")
    visitor.choose("assisted")
    assert "已选" in visitor.ear.text_of("assisted")


# Staff who touch


def test_the_volume_that_staff_set_stays_and_is_tried_aloud(kiosk: Kiosk, ear: Ear, qtbot: QtBot) -> None:
    def shown() -> str:
        return "".join(
            each.value.main.text for each in kiosk.app._view_model.page.lines if each.key == "volume"
        )

    qtbot.waitUntil(lambda: kiosk.app._session.inputs.speaks)
    kiosk.choose("staff")
    for digit in PIN:
        kiosk.choose(f"type:{digit}")
    kiosk.choose("staff:enter")
    qml.tap(kiosk.view, "staff:sound")
    assert shown() == "70 %"
    qml.tap(kiosk.view, "staff:louder")
    assert shown() == "80 %"
    assert not ear.heard, "who touches is not spoken to"
    qml.tap(kiosk.view, "staff:speak")
    assert "80 %" in ear.text
    assert ear.volumes[-1] == 0.8
    kiosk.choose("staff:leave")
    kiosk.choose("speak")
    assert ear.volumes[-1] == 0.8, "visitors hear it as loud as that"
    kiosk.choose("voice:louder")
    assert ear.volumes[-1] == 1.0
    kiosk.choose("done")
    kiosk.choose("speak")
    assert ear.volumes[-1] == 0.8, "and what one of them wanted is gone with them"
    hall = kiosk.link.hall
    assert hall is not None
    kiosk.choose("done")
    kiosk.link.set_hall(replace(hall, kiosk_rules=replace(hall.kiosk_rules, volume=40)))
    kiosk.choose("speak")
    assert ear.volumes[-1] == 0.4, "until the hall file says otherwise"
