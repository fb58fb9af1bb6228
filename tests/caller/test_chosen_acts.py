"""The hall chooses which acts have a button; the others have no key either."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from core.domain.console import ConsoleAct, ConsoleRules
from core.domain.hall import Hall
from tests.caller.conftest import MakeDesk
from tests.caller.desk import WINDOW, Desk
from tests.caller.test_looks import must_be_whole
from tests.support.halls import lhasa_like

FEW = (ConsoleAct.RECALL, ConsoleAct.PAUSE, ConsoleAct.TRANSFER, ConsoleAct.UNDO)


def choosing(*acts: ConsoleAct) -> Hall:
    return replace(lhasa_like(), caller=ConsoleRules(acts))


def at_work(desk: Desk) -> Desk:
    """Have C007 called at the open window."""
    desk.sign_in()
    desk.day.open(WINDOW)
    desk.day.take("C007")
    desk.day.call("C007", WINDOW)
    QApplication.processEvents()
    return desk


@pytest.mark.parametrize("language", ["zh", "bo"])
def test_what_is_left_out_is_not_there_and_leaves_no_hole(make_desk: MakeDesk, language: str) -> None:
    desk = at_work(make_desk(hall=choosing(*FEW), language=language))
    assert desk.enabled() == {"call-next", "recall", "finish", "pause"}
    assert not desk.shows("pass-why")
    for key in (Qt.Key.Key_F7, Qt.Key.Key_F5, Qt.Key.Key_F3):
        desk.press(key)
    assert desk.posts() == []
    left, right = desk.button("finish").geometry(), desk.button("pause").geometry()
    assert desk.button("recall").width() > 1.9 * left.width()
    assert left.y() == right.y()
    must_be_whole(desk)
    desk.press(Qt.Key.Key_F10)
    assert desk.shows("act:transfer")
    assert not desk.shows("act:pass")
    desk.type_here("2")
    assert desk.shows("acts")
    assert desk.posts() == []


def test_call_and_finish_cannot_be_left_out(make_desk: MakeDesk) -> None:
    desk = at_work(make_desk(hall=choosing()))
    assert desk.enabled() == {"call-next", "finish"}
    assert not desk.shows("more")
    desk.press(Qt.Key.Key_F6)
    assert desk.posts() == [("finish", {})]


def test_opening_is_there_where_pausing_is_not(make_desk: MakeDesk) -> None:
    desk = make_desk(hall=choosing())
    desk.sign_in()
    assert desk.enabled() == {"open"}
    desk.press(Qt.Key.Key_F4)
    assert desk.posts() == [("open", {})]


def test_a_window_chooses_for_itself_and_a_new_choice_is_shown_at_once(make_desk: MakeDesk) -> None:
    hall = choosing()
    own = tuple(
        replace(each, acts=(ConsoleAct.START,)) if each.number == WINDOW else each for each in hall.windows
    )
    desk = at_work(make_desk(hall=replace(hall, windows=own)))
    assert desk.enabled() == {"call-next", "finish", "start"}
    desk.link.set_hall(lhasa_like())
    QApplication.processEvents()
    assert desk.enabled() >= {"call-next", "finish", "start", "recall", "pass", "put-back", "pause"}
    assert desk.shows("more")


@pytest.mark.qt_log_ignore("does not support (raise|grabbing the keyboard)")
def test_the_bar_has_what_was_chosen(make_desk: MakeDesk) -> None:
    desk = at_work(make_desk(hall=choosing(ConsoleAct.RECALL), strip=True))
    assert desk.enabled() == {"call-next"}
    desk.click("more")
    menu = desk.app.window.findChild(QMenu, "more-moves")
    assert menu is not None
    assert [each.text().partition("\t")[2] for each in menu.actions()] == ["F8", "F6"]
    menu.close()
