"""However a visit ends, nothing of it is left: not in what is known, shown, typed or remembered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from typing import Any

import pytest
from PySide6.QtCore import QSize
from PySide6.QtQuick import QQuickItem

from core.client.reply import Refused
from core.domain.ticket import LegState
from hardware.idcard.card import Kind, SeenCard
from kiosk.app import PORTRAIT
from kiosk.search.state import NO_SEARCH
from kiosk.state import NO_WISH, START, USUAL_LOOK, Inputs, Open, Page, Place, Wish
from tests.kiosk.conftest import Kiosk, ticket
from tests.support import qml

CARD = SeenCard(Kind.RESIDENT, "c0ffee" * 10 + "abcd", 71, "欧阳*")
PHONE, TRACK, NUMBER = "13900001111", "trackTRACKtrackTRACK12", "A987"
TRACES = (CARD.hash, CARD.name, PHONE, "139 0000 1111", TRACK, NUMBER, "搜索过的话")

OF_THE_MACHINE = {
    "hall",
    "rules",
    "waiting",
    "closed",
    "live",
    "degraded",
    "reserved",
    "prints",
    "reads_cards",
    "trouble",
    "ways",
    "staff",
    "site",
    "now",
    "search",
    "left_s",
}
"""What stays from one visitor to the next, or is looked at on its own below."""


@pytest.fixture
def size() -> QSize:
    return PORTRAIT


def visit(kiosk: Kiosk) -> None:
    """Do what leaves traces: a card, a look, a language, a phone, a search, a place, and a number."""
    session = kiosk.app._session
    session.act("language:en")
    session.act("large")
    session.update(card=CARD, wish=Wish("queue", "insurance", phone=PHONE))
    session.open(Page.PHONE)
    session.act(f"type:{PHONE}")
    qml.settle(kiosk.view)
    assert "139 0000 1111" in "".join(qml.texts(kiosk.view))
    session.open(Page.SEARCH)
    for letter in "shebao":
        session.act(f"letter:{letter}")
    session.update(place=Place(NUMBER, LegState.WAITING, None, 3))


def take(kiosk: Kiosk) -> None:
    visit(kiosk)
    kiosk.choose("queue:insurance")
    kiosk.answer(ticket(NUMBER, track=TRACK))
    kiosk.until(lambda: qml.shows(kiosk.view, "number"))
    qml.settle(kiosk.view)
    assert NUMBER in qml.texts(kiosk.view)


def touched_done(kiosk: Kiosk) -> None:
    take(kiosk)
    qml.tap(kiosk.view, "done")


def left_alone_after_the_slip(kiosk: Kiosk) -> None:
    take(kiosk)
    kiosk.pass_time(120)


def left_alone_while_choosing(kiosk: Kiosk) -> None:
    visit(kiosk)
    kiosk.pass_time(61)


def refused(kiosk: Kiosk) -> None:
    visit(kiosk)
    kiosk.choose("queue:insurance")
    kiosk.answer(Refused("queue.ticket_held", {"number": NUMBER}))
    kiosk.until(lambda: qml.shows(kiosk.view, "understood"))
    kiosk.pass_time(120)


def rested(kiosk: Kiosk) -> None:
    visit(kiosk)
    kiosk.pass_time(61)
    kiosk.pass_time(400)
    kiosk.choose("wake")


def staff_came(kiosk: Kiosk) -> None:
    visit(kiosk)
    kiosk.choose("staff")
    kiosk.choose("staff:leave")


def next_card(kiosk: Kiosk) -> None:
    take(kiosk)
    kiosk.printer.wait_for_slip(1)
    kiosk.until(lambda: "take" in qml.text_of(kiosk.view, "slip.main"))
    kiosk.app._choosing.begins()


ENDS: dict[str, Callable[[Kiosk], None]] = {
    each.__name__: each
    for each in (
        touched_done,
        left_alone_after_the_slip,
        left_alone_while_choosing,
        refused,
        rested,
        staff_came,
        next_card,
    )
}


@pytest.mark.logs("the core gave no ticket")
@pytest.mark.parametrize("end", sorted(ENDS))
def test_nothing_of_a_visit_is_left(kiosk: Kiosk, end: str) -> None:
    kiosk.connect()
    ENDS[end](kiosk)
    qml.settle(kiosk.view)
    inputs = kiosk.app._session.inputs
    fresh = Inputs()
    for each in fields(Inputs):
        if each.name not in OF_THE_MACHINE | {"language"}:
            assert getattr(inputs, each.name) == getattr(fresh, each.name), each.name
    assert inputs.language == "zh"
    assert (inputs.pages, inputs.wish, inputs.look) == (START, NO_WISH, USUAL_LOOK)
    assert inputs.search == NO_SEARCH
    assert not traces(repr(inputs))
    assert not traces(repr(kiosk.app._view_model._shown))
    assert not traces(repr(kiosk.app._view_model.page))
    assert not traces(" ".join(in_qml(kiosk.view.contentItem())))


def test_a_typed_phone_is_gone_once_its_page_is(kiosk: Kiosk) -> None:
    kiosk.connect()
    session = kiosk.app._session
    session.open(Page.PHONE)
    session.act(f"type:{PHONE}")
    session.act("back")
    assert not session.inputs.entries
    session.open(Page.PHONE)
    assert session.inputs.typed == ""


def test_the_check_finds_what_is_left(kiosk: Kiosk) -> None:
    kiosk.connect()
    kiosk.app._session.update(card=CARD, pages=(Open(Page.HOME),))
    qml.settle(kiosk.view)
    assert traces(repr(kiosk.app._session.inputs))
    assert traces(" ".join(in_qml(kiosk.view.contentItem())))


def test_the_log_names_nobody(kiosk: Kiosk, caplog: pytest.LogCaptureFixture) -> None:
    kiosk.connect()
    caplog.set_level("DEBUG")
    touched_done(kiosk)
    for line in (*kiosk.app._log_lines.lines, caplog.text):
        for trace in (CARD.hash, CARD.name, PHONE, TRACK):
            assert trace not in line


def traces(text: str) -> list[str]:
    return [each for each in TRACES if each in text]


def in_qml(item: QQuickItem) -> list[str]:
    """Return every text that any item holds, shown or not, and what a screen reader is told."""
    kinds, names = item.metaObject(), ("text", "label", "said", "code", "path", "value", "line", "modelData")
    found = [written(item.property(name)) for name in names if kinds.indexOfProperty(name) >= 0]
    for child in item.childItems():
        found += in_qml(child)
    return found


def written(value: Any) -> str:
    return repr(value.toVariant() if hasattr(value, "toVariant") else value)
