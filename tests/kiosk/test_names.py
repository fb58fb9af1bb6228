"""Whether the screens show the beginning of a name is asked: by touch and by keys, with a real core."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.domain.event import MASKED_NAME
from core.domain.people import Role
from hardware.idcard import cards
from kiosk.state import Page
from tests.kiosk.device_hall import DeviceHall, running
from tests.support import qml
from tests.support.following import following

pytestmark = pytest.mark.logs("there is no key of the day")

CARD, NAME = cards.YOUNG, "张*"
ZONE = "social"


@pytest.fixture
def hall(tmp_path: Path, qtbot: QtBot) -> Iterator[DeviceHall]:
    with running(tmp_path, qtbot, names=[ZONE]) as made:
        yield made


def lay(hall: DeviceHall) -> None:
    hall.until(lambda: hall.app._session.inputs.reads_cards)
    hall.reader.reader.lay(CARD)
    hall.until(lambda: hall.app._session.inputs.card is not None and not hall.app._session.inputs.busy)


def asked(hall: DeviceHall) -> None:
    """Lay the card on, and touch the zone's tile."""
    lay(hall)
    qml.tap(hall.app.view, f"zone:{ZONE}")
    hall.until(lambda: qml.shows(hall.app.view, "named"))
    assert hall.text("prompt.main") == "叫号时，是否在屏幕上显示“张*”？"


def take(hall: DeviceHall, press: Any) -> dict[str, Any]:
    """Press what takes the number, and return what was said to the core."""
    with hall.bot.waitSignal(hall.app.slip_printed, timeout=20_000):
        press()
    return hall.link.takes()[-1]


def told(hall: DeviceHall) -> str | None:
    """Call the visitor, and return which name the feed tells."""
    hall.core.post("/api/windows/1/open", {}, window=1)
    with following(hall.core, zone=ZONE) as feed:
        hall.core.post("/api/windows/1/call-next", {}, window=1)
        while (event := feed.next())["kind"] != "leg.called":
            pass
    name: str | None = event["data"].get(MASKED_NAME)
    return name


def secrets_in(folder: Path) -> list[bytes]:
    """Return what of the card is in any byte of what kiosk and core have on the disk."""
    kept = b"".join(each.read_bytes() for each in folder.rglob("*") if each.is_file())
    assert kept
    texts = (CARD.name, CARD.name[1:], CARD.number, CARD.address)
    forms = [text.encode(code) for text in texts if text for code in ("utf-8", "utf-16-le")]
    escaped = [text.encode("ascii", "backslashreplace") for text in texts if text]
    return [each for each in (*forms, *escaped) if each in kept]


def test_yes_by_touch_is_told_and_nothing_more_of_the_card_is_sent_or_kept(
    hall: DeviceHall, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    asked(hall)
    qml.tap(hall.app.view, "named")
    assert "不显示“张*”" in qml.texts(hall.app.view)
    said = take(hall, lambda: qml.tap(hall.app.view, "take"))
    assert said[MASKED_NAME] == NAME
    assert told(hall) == NAME
    everything = f"{hall.link.asked} {caplog.text}"
    assert CARD.name not in everything
    assert CARD.number not in everything
    assert NAME not in caplog.text
    assert secrets_in(hall.folder) == []
    hall.app._session.done()
    assert hall.app._session.inputs.wish.named is False
    slip = hall.printer.printer.slips
    assert len(slip) == 1


def test_without_a_yes_nothing_of_the_name_is_sent_or_kept(hall: DeviceHall) -> None:
    asked(hall)
    for _ in range(2):
        qml.tap(hall.app.view, "named")
    said = take(hall, lambda: qml.tap(hall.app.view, "take"))
    assert MASKED_NAME not in said
    assert told(hall) is None
    database = b"".join(each.read_bytes() for each in hall.folder.rglob("hall.db*"))
    assert database
    assert NAME.encode() not in database


def test_yes_by_keys(hall: DeviceHall) -> None:
    asked(hall)

    def press(key: Qt.Key) -> None:
        QTest.keyClick(hall.app.view, key, Qt.KeyboardModifier.KeypadModifier)

    press(Qt.Key.Key_1)
    assert hall.app._session.inputs.wish.named
    assert "不显示“张*”" in qml.texts(hall.app.view)
    said = take(hall, lambda: press(Qt.Key.Key_Enter))
    assert said[MASKED_NAME] == NAME


def test_a_yes_is_for_one_number_and_other_zones_do_not_ask(hall: DeviceHall) -> None:
    asked(hall)
    qml.tap(hall.app.view, "named")
    qml.tap(hall.app.view, "back")
    hall.until(lambda: qml.shows(hall.app.view, "zone:business"))
    qml.tap(hall.app.view, "zone:business")
    said = take(hall, lambda: qml.tap(hall.app.view, "queue:company"))
    assert MASKED_NAME not in said


def test_who_has_no_card_or_takes_it_for_somebody_is_not_asked(hall: DeviceHall) -> None:
    assert MASKED_NAME not in take(hall, lambda: qml.tap(hall.app.view, f"zone:{ZONE}"))
    hall.app._session.done()
    lay(hall)
    hall.app._session.act("assisted")
    assert MASKED_NAME not in take(hall, lambda: qml.tap(hall.app.view, f"zone:{ZONE}"))


def test_where_a_card_is_needed_it_is_asked_once_it_lies_there(tmp_path: Path, qtbot: QtBot) -> None:
    with running(tmp_path, qtbot, needs_card="insurance", names=[ZONE]) as hall:
        hall.until(lambda: hall.app._session.inputs.reads_cards)
        qml.tap(hall.app.view, f"zone:{ZONE}")
        hall.until(lambda: qml.shows(hall.app.view, "line:0"))
        assert not qml.shows(hall.app.view, "named")
        lay(hall)
        hall.until(lambda: qml.shows(hall.app.view, "named"))
        assert [each.page for each in hall.app._session.inputs.pages] == [Page.HOME, Page.CARD]
        qml.tap(hall.app.view, "named")
        said = take(hall, lambda: qml.tap(hall.app.view, "take"))
        assert said[MASKED_NAME] == NAME
        found = hall.core.get("/api/tickets?number=A001", role=Role.GUIDE).body["tickets"]
        assert len(found) == 1
