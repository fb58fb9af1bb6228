"""A visitor at the real screen, by touch."""

from __future__ import annotations

import logging
from dataclasses import replace

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from core.client.reply import Refused, Unreachable
from hardware.printer.raster import Raster
from kiosk.app import KioskApp
from tests.kiosk.conftest import Kiosk, Time, ticket, upright_and_flat
from tests.kiosk.test_visit import RESTAURANT
from tests.support import qml
from tests.support.fake_link import FakeLink
from tests.support.halls import big, lhasa_like


def test_one_tap_takes_a_number_where_a_zone_has_one_queue(kiosk: Kiosk) -> None:
    kiosk.connect()
    qml.tap(kiosk.view, "zone:social")
    assert kiosk.asked == [("/api/tickets", {"queue": "insurance", "lang": "zh", "slip": True})]
    kiosk.answer(ticket("A017", ahead=3))
    kiosk.until(lambda: qml.shows(kiosk.view, "number"))
    assert qml.text_of(kiosk.view, "number") == "A017"
    assert qml.text_of(kiosk.view, "ahead.main") == "前面还有3人"
    assert qml.text_of(kiosk.view, "wait.main") == "预计等候 —"
    assert not qml.shows(kiosk.view, "step.main")
    assert qml.text_of(kiosk.view, "windows.main") == "1–2号窗口"
    assert qml.text_of(kiosk.view, "place.main") == "1楼 · 社会保险服务区"


def test_the_slip_comes_out_of_the_real_printer(kiosk: Kiosk) -> None:
    kiosk.connect()
    qml.tap(kiosk.view, "zone:social")
    kiosk.answer(ticket())
    kiosk.until(lambda: qml.text_of(kiosk.view, "slip.main") == "请取走您的号票")
    raster = kiosk.printer.wait_for_slip(1)
    assert isinstance(raster, Raster)
    assert raster.width == 576
    assert len(kiosk.printer.printer.slips) == 1


def test_a_zone_of_several_queues_asks_which(kiosk: Kiosk) -> None:
    kiosk.connect(food=4)
    qml.tap(kiosk.view, "zone:business")
    assert qml.text_of(kiosk.view, "title.main") == "市场监管服务区"
    assert qml.text_of(kiosk.view, "queue:food.waiting") == "4人等候"
    assert qml.text_of(kiosk.view, "queue:food.place") == "3–4号窗口"
    assert qml.text_of(kiosk.view, "queue:food.name.below") == "ཟས་རིགས་བཀོལ་སྤྱོད་ཆོག་མཆན་གྱི་ལག་ཁྱེར་སྤྲོད་པ།"
    qml.tap(kiosk.view, "queue:food")
    assert kiosk.asked == [("/api/tickets", {"queue": "food", "lang": "zh", "slip": True})]


def test_back_leads_to_the_zones_in_the_same_language(kiosk: Kiosk) -> None:
    kiosk.connect()
    qml.tap(kiosk.view, "language:bo")
    qml.tap(kiosk.view, "zone:business")
    qml.tap(kiosk.view, "back")
    assert qml.shows(kiosk.view, "zone:business")
    assert qml.text_of(kiosk.view, "zone:business.name.main") == "ཁྲོམ་རའི་ལྟ་སྐུལ་ཞབས་ཞུའི་ས་ཁུལ།"


def test_a_frequent_matter_takes_a_number_in_three_taps(kiosk: Kiosk) -> None:
    kiosk.connect()
    qml.tap(kiosk.view, "matters")
    assert not qml.shows(kiosk.view, "item:archive"), "it is not frequent"
    qml.tap(kiosk.view, "item:card")
    qml.tap(kiosk.view, "take")
    assert kiosk.asked == [("/api/tickets", {"item": "card", "lang": "zh", "slip": True})]
    kiosk.answer(ticket())
    kiosk.until(lambda: qml.shows(kiosk.view, "number"))
    assert qml.text_of(kiosk.view, "service.main") == "社会保障卡补办"


@upright_and_flat
def test_a_matter_of_several_steps_is_taken_like_any_other(kiosk: Kiosk) -> None:
    kiosk.connect(replace(lhasa_like(), matters=(RESTAURANT,)))
    qml.tap(kiosk.view, "matters")
    qml.tap(kiosk.view, "matter:restaurant")
    assert kiosk.asked == [("/api/tickets", {"matter": "restaurant", "lang": "zh", "slip": True})]
    steps = [(1, "company"), (2, "food"), (2, "advice"), (3, "insurance")]
    legs = [{"step": step, "queue": queue} for step, queue in steps]
    kiosk.answer(ticket("B001", "company", matter="restaurant", legs=legs, wait={"p50_s": 600, "p90_s": 900}))
    kiosk.until(lambda: qml.shows(kiosk.view, "number"))
    assert qml.text_of(kiosk.view, "service.main") == "开办餐饮店一件事"
    assert qml.text_of(kiosk.view, "step.main") == "第1步/共3步 · 企业登记注册"
    assert qml.text_of(kiosk.view, "wait.main") == "预计等候 10–15 分钟"
    assert not qml.unfit(kiosk.view)


def test_a_second_tap_makes_no_second_ticket(kiosk: Kiosk) -> None:
    kiosk.connect()
    at = qml.centre(qml.find(kiosk.view, "zone:social"))
    for _ in range(4):
        qml.tap_at(kiosk.view, at)
    assert len(kiosk.asked) == 1
    assert qml.text_of(kiosk.view, "busy.message.main") == "请稍候"
    kiosk.answer(ticket())
    kiosk.until(lambda: qml.shows(kiosk.view, "number"))
    qml.tap_at(kiosk.view, at)
    assert len(kiosk.asked) == 1


def test_a_long_press_counts_as_a_tap(kiosk: Kiosk) -> None:
    kiosk.connect()
    at = qml.centre(qml.find(kiosk.view, "zone:social"))
    qml.press_at(kiosk.view, at)
    kiosk.until(lambda: not kiosk.asked)
    qml.release_at(kiosk.view, at)
    assert len(kiosk.asked) == 1


def test_zones_without_queues_are_no_choice(kiosk: Kiosk) -> None:
    kiosk.connect()
    assert not qml.shows(kiosk.view, "zone:self_service")


def test_twenty_zones_are_all_in_sight(kiosk: Kiosk) -> None:
    kiosk.connect(big())
    zones = [name for name in qml.names(kiosk.view) if name.startswith("zone:") and "." not in name]
    assert len(zones) == 20
    assert not qml.shows(kiosk.view, "later")


def test_how_many_wait_is_kept_up(kiosk: Kiosk) -> None:
    kiosk.connect(insurance=1, company=2, food=3)
    assert qml.text_of(kiosk.view, "zone:social.waiting") == "1人等候"
    assert qml.text_of(kiosk.view, "zone:business.waiting") == "5人等候"
    kiosk.link.floor.waiting["insurance"] = 0
    kiosk.link.floor_changed.emit()
    kiosk.until(lambda: qml.text_of(kiosk.view, "zone:social.waiting") == "无人等候")


def test_a_tile_lives_on_under_the_finger_when_the_count_changes(kiosk: Kiosk) -> None:
    kiosk.connect()
    tile = qml.find(kiosk.view, "zone:social")
    at = qml.centre(tile)
    qml.press_at(kiosk.view, at)
    kiosk.link.floor.waiting["insurance"] = 7
    kiosk.link.floor_changed.emit()
    kiosk.until(lambda: qml.text_of(kiosk.view, "zone:social.waiting") == "7人等候")
    qml.release_at(kiosk.view, at)
    assert len(kiosk.asked) == 1


def test_a_page_nobody_touches_goes_back_after_a_visible_countdown(kiosk: Kiosk) -> None:
    kiosk.connect()
    qml.tap(kiosk.view, "language:en")
    qml.tap(kiosk.view, "zone:business")
    kiosk.pass_time(49)
    assert not qml.shows(kiosk.view, "countdown")
    kiosk.pass_time(2)
    assert qml.text_of(kiosk.view, "countdown.main") == "Back to the start in 9 s"
    kiosk.pass_time(9)
    assert qml.shows(kiosk.view, "zone:social")
    assert qml.text_of(kiosk.view, "prompt.main") == "请点选您要办理的业务", (
        "the hall's first language is back"
    )


def test_a_touch_anywhere_keeps_the_page(kiosk: Kiosk) -> None:
    kiosk.connect()
    qml.tap(kiosk.view, "zone:business")
    kiosk.pass_time(55)
    qml.tap(kiosk.view, "title.main")
    assert not qml.shows(kiosk.view, "countdown")
    kiosk.pass_time(49)
    assert qml.shows(kiosk.view, "queue:food")


def test_the_number_goes_away_for_the_next_visitor(kiosk: Kiosk) -> None:
    kiosk.connect()
    qml.tap(kiosk.view, "language:bo")
    qml.tap(kiosk.view, "zone:social")
    kiosk.answer(ticket())
    kiosk.until(lambda: bool(kiosk.printer.printer.slips))
    kiosk.until(lambda: qml.text_of(kiosk.view, "slip.below") == "请取走您的号票")
    kiosk.pass_time(19.5)
    assert qml.shows(kiosk.view, "number")
    kiosk.pass_time(1)
    assert not qml.shows(kiosk.view, "number")
    assert "A017" not in qml.texts(kiosk.view)
    assert qml.text_of(kiosk.view, "prompt.main") == "请点选您要办理的业务"


def test_done_ends_the_turn_at_once(kiosk: Kiosk) -> None:
    kiosk.connect()
    qml.tap(kiosk.view, "zone:social")
    kiosk.answer(ticket())
    kiosk.until(lambda: qml.shows(kiosk.view, "number"))
    qml.tap(kiosk.view, "done")
    assert qml.shows(kiosk.view, "zone:social")


def test_no_paper_shows_the_number_for_half_a_minute_and_tells_staff(
    kiosk: Kiosk, caplog: pytest.LogCaptureFixture
) -> None:
    kiosk.connect()
    kiosk.printer.printer.slips_left = 0
    qml.tap(kiosk.view, "zone:social")
    kiosk.answer(ticket())
    with caplog.at_level(logging.ERROR):
        kiosk.until(lambda: "号票未能打印" in qml.text_of(kiosk.view, "slip.main"))
    assert "A017" in caplog.text
    assert "printer.paper_out" in caplog.text
    kiosk.pass_time(29)
    assert qml.text_of(kiosk.view, "number") == "A017"
    kiosk.pass_time(2)
    assert qml.shows(kiosk.view, "zone:social")


@pytest.mark.logs("slips is gone", "a slip is unknown", "the slip of .* is unknown")
def test_a_slip_nobody_knows_of_keeps_the_number_and_says_what_to_do(kiosk: Kiosk) -> None:
    kiosk.connect()
    kiosk.until(lambda: kiosk.app.devices.printer.health.state.value == "ready")  # type: ignore[union-attr]
    kiosk.printer.hangs_up_after = 9_000
    qml.tap(kiosk.view, "zone:social")
    kiosk.answer(ticket())
    kiosk.until(lambda: "如未出票" in qml.text_of(kiosk.view, "slip.main"))
    kiosk.pass_time(29)
    assert qml.text_of(kiosk.view, "number") == "A017"
    kiosk.pass_time(2)
    assert qml.shows(kiosk.view, "zone:social")


@pytest.mark.logs("no printer is set up")
def test_a_kiosk_without_a_printer_says_so_and_asks_for_no_slip(qtbot: QtBot, size: QSize) -> None:
    link = FakeLink()
    app = KioskApp(link, (), size=size)
    app.show()
    qtbot.waitUntil(app.view.isExposed)
    link.connect_to(lhasa_like())
    assert qml.shows(app.view, "trouble.main")
    qml.tap(app.view, "zone:social")
    assert link.posts == [("/api/tickets", {"queue": "insurance", "lang": "zh"})]
    link.unanswered.popleft().answer(ticket())
    assert qml.text_of(app.view, "slip.main") == "本机不打印号票，请记下您的号码。"
    app.close()


@pytest.mark.logs("slips is gone", "a slip is failed", "the slip of .* is failed")
def test_after_the_printer_is_back_slips_come_again(kiosk: Kiosk) -> None:
    kiosk.connect()
    kiosk.printer.plugged = False
    qml.tap(kiosk.view, "zone:social")
    kiosk.answer(ticket("A001"))
    kiosk.until(lambda: "号票未能打印" in qml.text_of(kiosk.view, "slip.main"))
    qml.tap(kiosk.view, "done")
    kiosk.until(lambda: qml.shows(kiosk.view, "trouble.main"))
    assert "暂时不能打印号票" in qml.text_of(kiosk.view, "trouble.main")
    kiosk.printer.plugged = True
    kiosk.until(lambda: not qml.shows(kiosk.view, "trouble.main"))
    qml.tap(kiosk.view, "zone:social")
    kiosk.answer(ticket("A002"))
    kiosk.until(lambda: qml.text_of(kiosk.view, "slip.main") == "请取走您的号票")
    assert len(kiosk.printer.printer.slips) == 1


def test_a_late_slip_of_the_visitor_before_says_nothing_on_the_next_ones_page(kiosk: Kiosk) -> None:
    kiosk.connect()
    kiosk.printer.stalled = True
    qml.tap(kiosk.view, "zone:social")
    kiosk.answer(ticket("A001"))
    kiosk.until(lambda: qml.shows(kiosk.view, "done"))
    qml.tap(kiosk.view, "done")
    qml.tap(kiosk.view, "zone:social")
    kiosk.answer(ticket("A002"))
    kiosk.printer.stalled = False
    kiosk.until(lambda: len(kiosk.printer.printer.slips) == 2)
    kiosk.until(lambda: qml.text_of(kiosk.view, "slip.main") == "请取走您的号票")
    assert qml.text_of(kiosk.view, "number") == "A002"


@pytest.mark.logs("the core gave no ticket")
def test_a_refusal_is_shown_in_words_and_goes_away(kiosk: Kiosk) -> None:
    kiosk.connect()
    qml.tap(kiosk.view, "zone:social")
    kiosk.answer(Refused("queue.unknown", {"queue": "insurance"}, 404))
    assert qml.text_of(kiosk.view, "message.main") == "该队列已不存在。"
    assert qml.text_of(kiosk.view, "message.below") == "ད་ལྟ་སྒུག་གྲལ་འདི་མི་འདུག"
    qml.tap(kiosk.view, "understood")
    assert not qml.shows(kiosk.view, "message")
    qml.tap(kiosk.view, "zone:social")
    assert len(kiosk.asked) == 2, "the visitor can try again"


def test_a_screens_token_is_the_technicians_trouble_not_the_visitors(
    kiosk: Kiosk, caplog: pytest.LogCaptureFixture
) -> None:
    kiosk.connect()
    qml.tap(kiosk.view, "zone:social")
    kiosk.answer(Refused("auth.denied", {"role": "screen"}, 403))
    assert qml.text_of(kiosk.view, "message.main") == "大厅主机没有应答。"
    assert "'screen'" in caplog.text
    assert "hallcall token kiosk" in caplog.text


@pytest.mark.logs("the core gave no ticket")
def test_a_refusal_nobody_answers_goes_away_by_itself(kiosk: Kiosk) -> None:
    kiosk.connect()
    qml.tap(kiosk.view, "zone:social")
    kiosk.answer(Refused("queue.unknown", {}, 404))
    kiosk.pass_time(21)
    assert not qml.shows(kiosk.view, "message")


def test_without_the_core_the_screen_is_calm_in_every_language_and_comes_back(kiosk: Kiosk) -> None:
    assert "暂停服务" in qml.texts(kiosk.view), "before the core was ever heard"
    kiosk.connect()
    assert not qml.shows(kiosk.view, "outOfService:zh")
    kiosk.link.go_dark()
    assert {"暂停服务", "གནས་སྐབས་ཞབས་ཞུ་མཚམས་བཞག", "Temporarily out of service"} <= set(qml.texts(kiosk.view))
    assert not any(name.startswith("zone:") for name in qml.names(kiosk.view))
    kiosk.link.go_live()
    assert qml.shows(kiosk.view, "zone:social")


def test_a_number_stays_on_the_screen_when_the_line_breaks(kiosk: Kiosk) -> None:
    kiosk.connect()
    qml.tap(kiosk.view, "zone:social")
    kiosk.link.go_dark()
    kiosk.answer(ticket())
    assert qml.text_of(kiosk.view, "number") == "A017"


@pytest.mark.logs("did not answer")
def test_no_answer_at_all_is_said(kiosk: Kiosk) -> None:
    kiosk.connect()
    qml.tap(kiosk.view, "zone:social")
    kiosk.answer(Unreachable("timed out"))
    assert qml.text_of(kiosk.view, "message.main") == "大厅主机没有应答。"


@pytest.mark.logs("did not answer", "the core gave no ticket")
def test_what_is_asked_again_after_a_lost_answer_is_one_ticket(kiosk: Kiosk) -> None:
    kiosk.connect()
    qml.tap(kiosk.view, "zone:social")
    lost = kiosk.answer(Unreachable("timed out"))
    qml.tap(kiosk.view, "again")
    assert lost == kiosk.answer(Unreachable("timed out")) != ""
    qml.tap(kiosk.view, "understood")
    qml.tap(kiosk.view, "zone:social")
    assert kiosk.answer(Refused("queue.closed", {})) == lost, "also by the tile"
    qml.tap(kiosk.view, "understood")
    qml.tap(kiosk.view, "zone:social")
    assert kiosk.answer(Unreachable("timed out")) != lost, "the core has answered that one"


@pytest.mark.logs("did not answer")
def test_who_comes_after_a_lost_answer_gets_a_ticket_of_their_own(kiosk: Kiosk) -> None:
    kiosk.connect()
    qml.tap(kiosk.view, "zone:social")
    lost = kiosk.answer(Unreachable("timed out"))
    kiosk.pass_time(120)
    qml.tap(kiosk.view, "zone:social")
    assert kiosk.answer(ticket()) != lost


def test_a_new_hall_does_not_take_a_number_away(kiosk: Kiosk) -> None:
    kiosk.connect()
    qml.tap(kiosk.view, "zone:social")
    kiosk.answer(ticket())
    kiosk.link.set_hall(big())
    assert qml.text_of(kiosk.view, "number") == "A017"
    qml.tap(kiosk.view, "done")
    assert qml.shows(kiosk.view, "zone:zone00")


def test_the_clock_is_the_halls(kiosk: Kiosk) -> None:
    kiosk.connect()
    assert qml.text_of(kiosk.view, "clock") == "10:02"
    assert qml.text_of(kiosk.view, "day") == "2026年11月23日 星期一"
    kiosk.pass_time(60)
    assert qml.text_of(kiosk.view, "clock") == "10:03"


@upright_and_flat
def test_a_core_that_cannot_write_gives_no_numbers_and_the_screen_says_so(kiosk: Kiosk) -> None:
    kiosk.connect()
    kiosk.link.degrade(True)
    assert {"暂时无法取号", "No numbers can be issued at the moment"} <= set(qml.texts(kiosk.view))
    assert any(text.startswith("Please ask a guide") for text in qml.texts(kiosk.view))
    assert not any(name.startswith("zone:") for name in qml.names(kiosk.view))
    assert not qml.unfit(kiosk.view)
    kiosk.link.go_dark()
    assert "暂停服务" in qml.texts(kiosk.view), "of a core that is not heard nothing is known"
    kiosk.link.go_live()
    kiosk.link.degrade(False)
    assert qml.shows(kiosk.view, "zone:social")


@pytest.mark.logs("the core gave no ticket")
def test_a_visitor_whose_number_could_not_be_saved_is_told_and_sees_when_it_goes_again(kiosk: Kiosk) -> None:
    kiosk.connect()
    qml.tap(kiosk.view, "zone:social")
    kiosk.link.degrade(True)
    assert not qml.shows(kiosk.view, "outOfService:zh"), "the core may still answer"
    kiosk.answer(Refused("store.failed", {}, 503))
    assert qml.shows(kiosk.view, "outOfService:zh")
    kiosk.link.degrade(False)
    assert qml.text_of(kiosk.view, "message.main") == "大厅主机暂时无法保存数据，操作未执行。"


@pytest.mark.logs("no printer is set up")
def test_a_double_tap_does_not_choose_on_the_page_that_opens_under_it(qtbot: QtBot, size: QSize) -> None:
    link, time = FakeLink(), Time()
    app = KioskApp(link, (), size=size, clock=time.clock, now=time.now)
    app.show()
    qtbot.waitUntil(app.view.isExposed)
    link.connect_to(lhasa_like())
    qml.tap(app.view, "zone:business")
    time.seconds += 0.2
    qml.tap(app.view, "queue:food")
    assert not link.posts
    time.seconds += 0.2
    qml.tap(app.view, "queue:food")
    assert [path for path, _ in link.posts] == ["/api/tickets"]
    app.close()


def test_whoever_needs_more_time_gets_it(kiosk: Kiosk) -> None:
    kiosk.connect()
    qml.tap(kiosk.view, "zone:social")
    kiosk.answer(ticket())
    kiosk.until(lambda: qml.text_of(kiosk.view, "slip.main") == "请取走您的号票")
    kiosk.pass_time(15)
    qml.tap(kiosk.view, "stay")
    assert not qml.shows(kiosk.view, "stay")
    kiosk.pass_time(45)
    assert qml.text_of(kiosk.view, "number") == "A017"


def test_a_touch_keeps_no_number_for_the_next_visitor_to_read(kiosk: Kiosk) -> None:
    kiosk.connect()
    qml.tap(kiosk.view, "zone:social")
    kiosk.answer(ticket())
    kiosk.until(lambda: qml.text_of(kiosk.view, "slip.main") == "请取走您的号票")
    kiosk.pass_time(15)
    qml.tap(kiosk.view, "slip.main")
    kiosk.pass_time(6)
    assert not qml.shows(kiosk.view, "number")
