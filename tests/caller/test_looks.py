"""Nothing of the console is clipped, in any language and state; looked at by its ink."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import cycle

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QRegion
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from caller.acts.possible import Act
from caller.bar.geometry import Area, Edge, Place, Screen
from caller.keys import Command
from caller.theme import LARGE, in_use
from caller.widgets.button import KeyButton
from caller.widgets.label import Label
from caller.widgets.text import MIN_PX, font_for, is_tibetan, line_box
from caller.words import MOVES, STATES, STATUS
from core.client.reply import Answer, Refused, Unreachable
from core.domain.event import Event, EventKind
from core.domain.floor import AtWindow, WindowView, empty_floor
from core.domain.hall import Queue, VisitorClass
from core.domain.ticket import LegState
from core.domain.window import WindowStatus
from core.qt.tokens import contrast
from tests.caller.conftest import MakeDesk
from tests.caller.desk import NOBODY, Desk
from tests.support.halls import shipped

LANGUAGES = ("zh", "bo", "en")
WAYS = pytest.mark.parametrize(
    ("language", "strip"), [(language, strip) for language in LANGUAGES for strip in (False, True)]
)


def texts(desk: Desk) -> Iterator[Label | KeyButton]:
    """Give every text that can be seen."""
    for widget in desk.app.window.findChildren(QWidget):
        if isinstance(widget, Label | KeyButton) and widget.isVisible() and widget.text():
            yield widget


def must_be_whole(desk: Desk) -> None:
    """Refuse a text that is shortened, too small, or drawn over its edge."""
    QApplication.processEvents()
    for widget in texts(desk):
        fitted = widget.fitted()
        where = f"{widget.objectName()}: {widget.text()!r} in {widget.width()}x{widget.height()}"
        assert fitted.whole, f"shortened: {where}"
        assert fitted.px >= MIN_PX, where
        assert not over_the_edge(widget), f"ink over the edge: {where}"
        assert inside_its_parents(widget), f"cut off by what holds it: {where}"


def over_the_edge(widget: Label | KeyButton) -> bool:
    """Draw the text with room around it and look for ink outside the widget."""
    margin = 40
    width, height = widget.width() + 2 * margin, widget.height() + 2 * margin
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("transparent"))
    painter = QPainter(image)
    painter.translate(margin, margin)
    widget.fitted().draw(painter, widget.room(), widget.alignment())
    painter.end()
    around = (
        (0, 0, width, margin),
        (0, height - margin, width, margin),
        (0, 0, margin, height),
        (width - margin, 0, margin, height),
    )
    return any(has_ink(image.copy(*part)) for part in around)


def has_ink(image: QImage) -> bool:
    """Return whether anything was drawn."""
    return bool(bytes(image.constBits()).strip(b"\0"))


def inside_its_parents(widget: QWidget) -> bool:
    """Return whether all of it can be seen, unless it can be scrolled to."""
    whole = QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())
    if not widget.window().rect().contains(whole):
        return False
    scrolled = widget.objectName().startswith(("queue:", "waiting:"))
    return scrolled or widget.visibleRegion() == QRegion(widget.rect())


def call(desk: Desk, number: str) -> None:
    """Call an elderly visitor of the queue with the longest name, and say why."""
    why = {"tier": 1, "score": 123.5, "runner_up": {"number": "C0999", "score": 9.1}}
    data = {"number": number, "queue": "food", "class": "elderly", "by": "clerk:1", "calls": 1, "why": why}
    event = desk.day.take(number)
    desk.day.seq += 1
    desk.day.calls[number] = 1
    desk.day.windows[number] = 3
    desk.link.push(
        Event(desk.day.seq, event.at, EventKind.CALLED, event.ticket, f"{number}.1", 3, "business", data)
    )


@WAYS
def test_every_text_is_whole_in_every_state(make_desk: MakeDesk, language: str, strip: bool) -> None:
    desk = make_desk(language=language, strip=strip)
    must_be_whole(desk)
    desk.sign_in()
    must_be_whole(desk)
    desk.day.open(3)
    must_be_whole(desk)
    call(desk, "C1007")
    desk.day.recall("C1007")
    desk.wait(4000)
    must_be_whole(desk)
    desk.day.start("C1007")
    must_be_whole(desk)
    desk.day.finish("C1007")
    desk.day.pause(3)
    must_be_whole(desk)
    desk.link.degrade(True)
    must_be_whole(desk)
    desk.link.go_dark()
    must_be_whole(desk)


@WAYS
@pytest.mark.parametrize(
    "reply",
    [NOBODY, Refused("window.busy"), Refused("ticket.stale"), Refused("store.failed"), Unreachable("")],
)
def test_every_note_is_whole(
    make_desk: MakeDesk, language: str, strip: bool, reply: Refused | Unreachable
) -> None:
    desk = make_desk(language=language, strip=strip)
    desk.sign_in()
    desk.day.open(3)
    desk.will("call-next", reply)
    desk.click("call-next")
    desk.link.settle()
    assert desk.text("note")
    must_be_whole(desk)


@pytest.mark.parametrize("name", ["lhasa", "pingliang", "yuzhong", "longnan", "dazi"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_names_of_the_shipped_halls_are_whole(make_desk: MakeDesk, name: str, language: str) -> None:
    hall = shipped(name)
    desk = make_desk(language=language, hall=hall)
    desk.sign_in()
    desk.day.open(3)
    for reason in [each.id for each in hall.reasons if each.act == "pause"]:
        desk.day.pause(3, reason)
        must_be_whole(desk)
    for queue, each in zip(hall.queues, cycle(hall.classes), strict=False):
        view = WindowView(3, hall.windows[2].zone, WindowStatus.OPEN, visitor=at_window(queue, each))
        desk.link.snapshot(replace(empty_floor(hall), windows={3: view}))
        must_be_whole(desk)


def at_window(queue: Queue, visitor_class: VisitorClass) -> AtWindow:
    """Give a visitor of a queue and a class."""
    at = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
    number = f"{queue.prefix}1007"
    return AtWindow(
        number, f"{number}.1", number, queue.id, visitor_class.id, LegState.SERVING, 3, at, step=2, steps=3
    )


@pytest.mark.parametrize("name", ["lhasa", "pingliang", "yuzhong", "longnan", "dazi"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_longest_items_of_the_shipped_halls_are_whole(
    make_desk: MakeDesk, name: str, language: str
) -> None:
    hall = shipped(name)
    desk = make_desk(language=language, hall=hall)
    desk.sign_in()
    for place, item in enumerate(sorted(hall.items, key=lambda item: -len(item.name.get(language, "")))[:5]):
        visitor = replace(
            at_window(hall.queue(item.queue), hall.classes[0]), leg=f"T{place}.1", ticket=f"T{place}"
        )
        told = {"matter": None, "legs": [{"leg": visitor.leg, "item": item.id}]}
        desk.link.answer_next(f"/api/tickets/{visitor.ticket}", Answer(told))
        view = WindowView(3, hall.windows[2].zone, WindowStatus.OPEN, visitor=visitor)
        desk.link.snapshot(replace(empty_floor(hall), windows={3: view}))
        desk.link.settle()
        assert desk.text("visitor-purpose")
        must_be_whole(desk)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_whole_console_fits_beside_other_programs(make_desk: MakeDesk, language: str) -> None:
    desk = make_desk(language=language)
    desk.sign_in()
    desk.day.open(3)
    size = desk.app.window.size()
    assert size.width() == 420
    assert size.height() <= (640 if language != "bo" else 728)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_button_moves_when_a_visitor_comes_and_goes(make_desk: MakeDesk, language: str) -> None:
    desk = make_desk(language=language)
    desk.sign_in()
    desk.day.open(3)
    before = desk.button("call-next").geometry()
    call(desk, "C007")
    desk.qtbot.waitUntil(lambda: desk.shows("visitor-mark"))
    assert desk.button("call-next").geometry() == before


@pytest.mark.parametrize("language", ["zh", "bo"])
def test_no_text_stays_english(make_desk: MakeDesk, language: str) -> None:
    words = make_desk(language=language).app.words()
    for source in (*MOVES.values(), *STATUS.values(), *STATES.values()):
        assert words(source) != source
        assert is_tibetan(words(source)) is (language == "bo")


def test_a_tibetan_stack_stays_inside_the_box_of_its_line(make_desk: MakeDesk) -> None:
    make_desk()
    text, px = "བསྒྲུབས་རྒྱད་ཧཱུྃ་སྐྱོབ་", 100
    image = QImage(2000, 400, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("transparent"))
    painter = QPainter(image)
    painter.setFont(font_for(text, px))
    painter.drawText(20, 200, text)
    painter.end()
    rows = [y for y in range(400) if has_ink(image.copy(0, y, 2000, 1))]
    box = line_box(text)
    assert rows
    assert 200 - box.ascent * px <= rows[0]
    assert rows[-1] <= 200 + box.descent * px


def test_what_cannot_be_pressed_can_still_be_read() -> None:
    from caller import theme

    for dark in (False, True):
        theme.use(theme.Appearance(dark=dark))
        assert contrast(theme.COLOURS["inkOff"], theme.COLOURS["page"]) >= 4.5
    theme.use(theme.Appearance())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("beside", [False, True])
@pytest.mark.parametrize(("width", "height"), [(1366, 728), (1920, 1040)])
def test_at_twice_the_size_all_of_the_console_is_seen_without_scrolling(
    make_desk: MakeDesk, language: str, beside: bool, width: int, height: int
) -> None:
    """A low screen has it in two columns; with the table beside it the letters are smaller."""
    desk = make_desk(scale=200, language=language)
    desk.screens.become(Screen("office 1", Area(0, 0, width, height)))
    desk.sign_in()
    desk.day.open(3)
    call(desk, "C1007")
    if beside:
        desk.app.window.do(Command.SEE_LINE)
    panel = desk.app.window.findChild(QScrollArea, "panel")
    assert panel is not None
    desk.qtbot.waitUntil(lambda: panel.horizontalScrollBar().maximum() == 0)
    desk.qtbot.waitUntil(lambda: panel.verticalScrollBar().maximum() == 0)
    must_be_whole(desk)
    if not beside:
        assert in_use().scale > LARGE
    desk.app.window.do(Command.STRIP)
    assert in_use().scale == 200, "the bar is as large as is wanted"


def test_a_console_that_outgrows_its_screen_takes_another_form(make_desk: MakeDesk) -> None:
    """In another language, on another screen: it is not scrolled then either."""
    desk = make_desk(scale=200)
    desk.screens.become(Screen("office 1", Area(0, 0, 1920, 1040)))
    desk.sign_in()
    desk.day.open(3)
    call(desk, "C1007")
    panel = desk.app.window.findChild(QScrollArea, "panel")
    assert panel is not None

    def seen() -> bool:
        QApplication.processEvents()
        return panel.verticalScrollBar().maximum() == 0 and panel.horizontalScrollBar().maximum() == 0

    desk.screens.become(Screen("office 1", Area(0, 0, 1366, 728)))
    desk.qtbot.waitUntil(seen)
    assert in_use().scale == 200
    desk.click("language:bo")
    desk.qtbot.waitUntil(seen)
    desk.qtbot.waitUntil(lambda: in_use().scale == 175)
    must_be_whole(desk)


@pytest.mark.parametrize("language", LANGUAGES)
def test_at_twice_the_size_every_act_of_the_list_is_on_a_low_screen(
    make_desk: MakeDesk, language: str
) -> None:
    desk = make_desk(scale=200, language=language)
    desk.screens.become(Screen("office 1", Area(0, 0, 1366, 728)))
    desk.sign_in()
    desk.day.open(3)
    call(desk, "C1007")
    desk.press(Qt.Key.Key_F10)
    rows = desk.app.window.findChild(QScrollArea, "acts-rows")
    assert rows is not None
    desk.qtbot.waitUntil(lambda: rows.verticalScrollBar().maximum() == 0)
    for act in Act:
        assert (
            desk.widget(f"act:{act.value}").visibleRegion().boundingRect().size()
            == desk.widget(f"act:{act.value}").size()
        ), act


def places(desk: Desk) -> dict[str, QRect]:
    """Return where on the screen each button lies that can be seen."""
    QApplication.processEvents()
    return {
        each.objectName(): QRect(each.mapToGlobal(QPoint(0, 0)), each.size())
        for each in desk.app.window.findChildren(KeyButton)
        if each.isVisible() and each.objectName() != "message-read"
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["panel", "wide", *Edge])
def test_no_button_moves_by_what_comes_late(make_desk: MakeDesk, language: str, form: str) -> None:
    """A message, a lost line and its return, a core that saves nothing: all stays under the finger."""
    desk = make_desk(language=language, strip=form in list(Edge))
    desk.settings.remember_bar("office 1", Place(Edge(form) if form in list(Edge) else Edge.TOP))
    if form == "wide":
        desk.screens.become(Screen("office 1", Area(0, 0, 1366, 600)))
    desk.sign_in()
    desk.day.open(3)
    call(desk, "C1007")
    before = places(desk)
    assert "call-next" in before

    def nothing_moved() -> bool:
        now = places(desk)
        return {name: now[name] for name in before if name in now} == {
            name: place for name, place in before.items() if name in now
        }

    seq = desk.link.floor.seq + 1
    said = Event(seq, desk.now, EventKind.WINDOW_MESSAGE, window=3, data={"text": "请提醒群众：" * 4})
    desk.day.seq = seq
    desk.link.push(said)
    desk.qtbot.waitUntil(lambda: desk.shows("message"))
    desk.qtbot.waitUntil(nothing_moved)
    for change in (desk.link.go_dark, desk.link.go_live, lambda: desk.link.degrade(True)):
        change()
        desk.qtbot.waitUntil(nothing_moved)
    desk.link.degrade(False)
    desk.press(Qt.Key.Key_Escape, desk.app.window)
    desk.qtbot.waitUntil(lambda: not desk.shows("message"))
    desk.qtbot.waitUntil(lambda: places(desk) == before)
