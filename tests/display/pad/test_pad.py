"""A pad by touch and by key, with the line in the test's hand: when it asks, what it sends, what stays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QMetaObject, QObject, Qt

from core.client.reply import Answer, Refused, Unreachable
from core.domain.event import EventKind
from core.domain.floor import empty_floor
from display.pad.inputs import KNOWN_LEGS
from display.pad.view_model import INDICATORS
from tests.display.pad.held import KEPT, RATE, HeldPad, slowly
from tests.support.halls import lhasa_like
from tests.support.qml import shows, tap, text_of, texts

THANKS = "Thank you for your rating"
ALREADY = "This visit has been rated already. Thank you"
NOT_KEPT = "Sorry, your rating could not be stored"
K = Qt.Key


def test_a_good_level_is_one_touch_and_thanks_stand_for_a_moment(pad: HeldPad) -> None:
    pad.finish()
    assert (text_of(pad.app.view, "whom:0"), text_of(pad.app.view, "whom:1")) == ("C017", "0301")
    pad.touch("level:4")
    assert pad.ratings == [{"leg": "C017.1", "level": 4, "reasons": []}]
    assert pad.told == "Your rating is being sent…", "nothing is thanked for before it is kept"
    pad.answer()
    assert pad.told == THANKS
    pad.clock.advance(5)
    assert pad.page == "rest"


def test_a_bad_level_asks_for_reasons_and_sends_when_told_to(pad: HeldPad) -> None:
    pad.finish()
    pad.touch("level:1")
    assert pad.page == "reasons"
    assert not pad.ratings
    for name in ("reason:slow", "reason:long_wait", "reason:slow", "more", "reason:unfriendly"):
        pad.touch(name)
    pad.touch("send")
    assert pad.ratings == [{"leg": "C017.1", "level": 1, "reasons": ["long_wait", "unfriendly"]}]


def test_a_bad_level_can_be_taken_back_and_sent_without_a_reason(pad: HeldPad) -> None:
    pad.finish()
    pad.touch("level:2")
    pad.touch("reason:slow")
    pad.touch("back")
    assert pad.page == "ask"
    pad.touch("level:1")
    pad.touch("send")
    assert pad.ratings == [{"leg": "C017.1", "level": 1, "reasons": []}]


@pytest.mark.parametrize("steps", [("skip",), ("level:1", "reason:slow", "skip")])
def test_skip_sends_nothing_and_leaves_nothing(pad: HeldPad, steps: tuple[str, ...]) -> None:
    pad.finish()
    for name in steps:
        pad.touch(name)
    assert (pad.page, pad.ratings, pad.pad.inputs.question) == ("rest", [], None)
    assert not any("C017" in text for text in texts(pad.app.view))


@pytest.mark.parametrize("steps", [(), ("level:1", "reason:slow")])
def test_no_answer_in_time_is_no_answer(pad: HeldPad, steps: tuple[str, ...]) -> None:
    pad.finish()
    for name in steps:
        pad.touch(name)
    pad.clock.advance(58)
    assert pad.page != "rest"
    pad.clock.advance(2)
    assert (pad.page, pad.ratings, pad.pad.inputs.question) == ("rest", [], None)


def test_the_hall_says_how_long_it_is_asked(make_pad: Callable[..., HeldPad]) -> None:
    pad = make_pad(hall=slowly(lhasa_like(), 20))
    pad.finish()
    pad.clock.advance(18)
    assert pad.page == "ask"
    pad.clock.advance(1)
    assert pad.page == "rest"


def test_the_question_changes_its_language_and_the_next_one_is_in_the_halls_first(pad: HeldPad) -> None:
    pad.finish()
    assert text_of(pad.app.view, "word:5") == "非常满意"
    pad.touch("language:bo")
    assert text_of(pad.app.view, "word:5") == "ཧ་ཅང་ཡིད་ཚིམ་པ།"
    pad.touch("language:en")
    assert text_of(pad.app.view, "word:1") == "Very dissatisfied"
    assert not shows(pad.app.view, "language:en")
    pad.touch("skip")
    pad.finish("C018")
    assert text_of(pad.app.view, "word:5") == "非常满意"


def test_a_hasty_second_tap_was_for_the_page_before(pad: HeldPad) -> None:
    pad.finish()
    pad.touch("level:1")
    tap(pad.app.view, "reason:slow")
    assert not any(each.picked for each in pad.pad.props.reasons.keys)
    pad.touch("reason:slow")
    assert [each.id for each in pad.pad.props.reasons.keys if each.picked] == ["slow"]


def test_one_rating_a_leg_and_the_second_is_refused_kindly(pad: HeldPad) -> None:
    pad.finish()
    pad.touch("level:5")
    pad.answer()
    pad.clock.advance(5)
    pad.touch("rate")
    assert (pad.told, len(pad.ratings)) == (ALREADY, 1)
    pad.clock.advance(5)
    pad.rating_event(EventKind.RATING_ASKED)
    assert pad.page == "rest"


def test_what_was_rated_elsewhere_is_told_so(pad: HeldPad) -> None:
    pad.finish()
    pad.touch("level:5")
    pad.answer(Refused("rating.already", {"number": "C017"}))
    assert pad.told == ALREADY
    pad.clock.advance(5)
    pad.finish("C018")
    pad.rating_event(EventKind.RATED, "C018.1")
    assert (pad.told, pad.pad.inputs.question) == (ALREADY, None)


def test_the_event_of_its_own_rating_says_nothing_new(pad: HeldPad) -> None:
    pad.finish()
    pad.touch("level:5")
    pad.rating_event(EventKind.RATED)
    assert pad.told == "Your rating is being sent…"
    pad.answer()
    assert pad.told == THANKS


def test_a_visitor_who_is_served_may_rate_unasked_and_is_not_asked_again(pad: HeldPad) -> None:
    assert not shows(pad.app.view, "rate")
    pad.serve()
    pad.touch("rate")
    pad.touch("level:3")
    pad.answer()
    pad.day.finish("C017")
    pad.clock.advance(6)
    assert pad.page == "rest"


def test_who_skipped_can_still_rate_for_five_minutes(pad: HeldPad) -> None:
    pad.finish()
    pad.touch("skip")
    pad.clock.advance(200)
    assert shows(pad.app.view, "rate")
    pad.clock.advance(120)
    assert not shows(pad.app.view, "rate")


def test_the_clerk_asks_and_asks_again_after_a_skip(pad: HeldPad) -> None:
    pad.serve()
    pad.rating_event(EventKind.RATING_ASKED)
    pad.touch("skip")
    pad.day.finish("C017")
    assert pad.page == "rest", "who skipped is left alone"
    pad.rating_event(EventKind.RATING_ASKED)
    assert pad.page == "ask"


@pytest.mark.parametrize("steps", [(), ("level:1", "reason:slow")])
def test_the_next_visitor_called_ends_an_open_question(pad: HeldPad, steps: tuple[str, ...]) -> None:
    pad.finish()
    for name in steps:
        pad.touch(name)
    pad.day.call("C018", 3)
    assert (pad.page, pad.pad.inputs.question) == ("rest", None)
    assert not shows(pad.app.view, "whom:0")


def test_one_key_that_finishes_and_calls_leaves_the_question_until_the_next_is_served(pad: HeldPad) -> None:
    pad.serve()
    pad.day.finish("C017")
    pad.day.call("C018", 3)
    pad.clock.advance(1)
    assert text_of(pad.app.view, "whom:0") == "C017"
    pad.day.start("C018")
    assert pad.page == "rest"


@pytest.mark.parametrize("act", ["walk_in", "recall", "resume"])
def test_whoever_comes_to_the_window_ends_the_question(pad: HeldPad, act: str) -> None:
    pad.serve()
    pad.day.finish("C017")
    if act == "recall":
        pad.day.call("C018", 3)
        pad.clock.advance(1)
        pad.day.recall("C018")
    else:
        getattr(pad.day, act)("C018", 3)
    assert pad.pad.inputs.question is None


def test_a_finish_that_is_taken_back_takes_the_question_back(pad: HeldPad) -> None:
    pad.finish()
    pad.day.take_back("C017", "done", "serving")
    assert pad.page == "rest"


def test_a_served_visitor_who_is_sent_on_cannot_be_rated_here(pad: HeldPad) -> None:
    pad.serve()
    pad.touch("rate")
    pad.day.send_on("C017")
    assert (pad.page, shows(pad.app.view, "rate")) == ("rest", False)


def test_another_windows_visitors_are_not_asked(pad: HeldPad) -> None:
    pad.day.call("B001", 4)
    pad.day.start("B001")
    pad.day.finish("B001")
    assert pad.page == "rest"


def test_five_keys_rate(pad: HeldPad) -> None:
    pad.finish()
    pad.key(K.Key_4)
    pad.answer()
    assert ([each["level"] for each in pad.ratings], pad.told) == ([4], THANKS)
    pad.clock.advance(5)
    pad.key(K.Key_5)
    assert pad.told == ALREADY


def test_five_keys_pick_reasons_turn_the_page_and_send(pad: HeldPad) -> None:
    pad.finish()
    pad.key(K.Key_1, keypad=True)
    assert text_of(pad.app.view, "title").startswith("哪里不满意")
    for key in (K.Key_2, K.Key_4, K.Key_1, K.Key_3, K.Key_3):
        pad.key(key)
    pad.key(K.Key_5)
    assert pad.ratings == [{"leg": "C017.1", "level": 1, "reasons": ["slow", "not_told_once"]}]


def test_a_key_at_rest_only_opens_the_question(pad: HeldPad) -> None:
    pad.key(K.Key_1)
    assert pad.page == "rest", "there is nobody to be rated"
    pad.serve()
    pad.key(K.Key_1)
    assert (pad.page, pad.ratings) == ("ask", [])
    assert shows(pad.app.view, "digit:1")
    pad.key(K.Key_2)
    pad.key(K.Key_Backspace)
    assert pad.page == "ask"
    pad.key(K.Key_2)
    pad.key(K.Key_Return)
    assert pad.ratings == [{"leg": "C017.1", "level": 2, "reasons": []}]
    pad.answer()
    pad.finish("C018")
    pad.key(K.Key_Escape)
    pad.key(K.Key_7)
    assert (pad.page, len(pad.ratings)) == ("rest", 1)


def test_not_live_says_so_and_takes_nothing(pad: HeldPad) -> None:
    pad.serve()
    pad.link.go_dark()
    assert shows(pad.app.view, "dark:zh")
    assert not shows(pad.app.view, "rate")
    assert text_of(pad.app.view, "status:zh") == "现在无法评价"
    pad.key(K.Key_5)
    pad.link.go_live()
    assert (pad.page, shows(pad.app.view, "rate"), pad.ratings) == ("rest", True, [])
    pad.link.degrade(True)
    assert text_of(pad.app.view, "status:zh") == "现在无法评价"


def test_a_cut_hides_the_question_and_it_comes_back_with_what_was_picked(pad: HeldPad) -> None:
    pad.finish()
    pad.touch("level:1")
    pad.touch("reason:slow")
    pad.link.go_dark()
    assert pad.told == "No rating can be given now"
    pad.pad.send()
    assert pad.ratings == []
    pad.link.go_live()
    pad.touch("send")
    assert pad.ratings == [{"leg": "C017.1", "level": 1, "reasons": ["slow"]}]


def test_a_rating_in_the_moment_of_the_cut_is_sent_again_with_its_key(pad: HeldPad) -> None:
    pad.finish()
    pad.touch("level:5")
    first = pad.link.unanswered[-1].key
    pad.link.go_dark()
    pad.answer(Unreachable("cut"))
    assert pad.told.startswith("Your rating is not sent yet")
    pad.clock.advance(120)
    assert len(pad.ratings) == 1, "nothing is sent into nowhere"
    pad.link.go_live()
    assert len(pad.ratings) == 2
    assert first
    assert next(ask.key for ask in pad.link.unanswered if ask.path == RATE) == first
    pad.answer()
    assert pad.told == THANKS


def test_an_answer_that_does_not_come_is_asked_for_again_while_the_line_is_up(pad: HeldPad) -> None:
    pad.finish()
    pad.touch("level:5")
    pad.answer(Unreachable("HTTP 500"))
    pad.clock.advance(4)
    assert len(pad.ratings) == 1
    pad.clock.advance(1)
    assert len(pad.ratings) == 2


def test_a_rating_that_cannot_be_sent_in_time_is_said_not_to_be_stored(pad: HeldPad) -> None:
    pad.finish()
    pad.touch("level:5")
    pad.link.go_dark()
    pad.answer(Unreachable("cut"))
    pad.clock.advance(299)
    assert (pad.told, pad.pad.inputs.sending) == (NOT_KEPT, ())
    pad.clock.advance(5)
    pad.link.go_live()
    assert len(pad.ratings) == 1


@pytest.mark.parametrize(
    "key", ["window.empty", pytest.param("auth.denied", marks=pytest.mark.logs("refused"))]
)
def test_a_refusal_is_said_and_the_visitor_may_use_the_phone(pad: HeldPad, key: str) -> None:
    pad.finish()
    pad.touch("level:5")
    pad.answer(Refused(key))
    assert pad.told == NOT_KEPT
    assert "二维码" in text_of(pad.app.view, "toldMore:zh")


def test_the_next_visitors_question_is_not_disturbed_by_the_answer_to_the_one_before(pad: HeldPad) -> None:
    pad.finish()
    pad.touch("level:5")
    pad.finish("C018")
    assert text_of(pad.app.view, "whom:0") == "C018"
    pad.answer()
    assert text_of(pad.app.view, "whom:0") == "C018"


def test_what_ended_while_the_line_was_down_is_not_asked_about(pad: HeldPad) -> None:
    pad.serve()
    pad.link.go_dark()
    pad.day.finish("C017")
    pad.link.go_live()
    assert (pad.page, shows(pad.app.view, "rate")) == ("rest", True)


def test_after_a_new_floor_a_question_stays_unless_somebody_else_is_there(pad: HeldPad) -> None:
    pad.finish()
    pad.link.go_dark()
    pad.link.snapshot(empty_floor(pad.hall))
    assert pad.page == "ask"
    pad.day.call("C018", 3)
    pad.day.start("C018")
    pad.touch("rate")
    assert text_of(pad.app.view, "whom:0") == "C018"


def test_the_days_end_ends_everything(pad: HeldPad) -> None:
    pad.finish()
    pad.day.new_day()
    assert (pad.page, shows(pad.app.view, "rate")) == ("rest", False)


def test_between_visitors_it_tells_what_the_window_does(pad: HeldPad) -> None:
    view = pad.app.view
    assert text_of(view, "window:zh") == "3号窗口"
    assert (text_of(view, "clerk"), text_of(view, "clock")) == ("0301", "09:30")
    assert shows(view, "queues:zh")
    assert not shows(view, "status:zh")
    pad.day.pause(3)
    assert text_of(view, "status:zh") == "暂停服务"
    pad.day.close(3)
    assert text_of(view, "status:zh") == "本窗口已关闭"
    assert not shows(view, "clerk")


def test_notices_are_told_in_turn(make_pad: Callable[..., HeldPad]) -> None:
    pad = make_pad(hall=replace(lhasa_like(), notice={"zh": "请保管好您的号票", "en": "Keep your ticket"}))
    hold = pad.app.view.rootObject().findChild(QObject, "noticeHold")
    assert hold is not None
    told = []
    for _ in range(3):
        told.append(text_of(pad.app.view, "notice"))
        QMetaObject.invokeMethod(hold, "triggered")
    assert told == ["请保管好您的号票", "Keep your ticket", "请保管好您的号票"]


def test_a_pause_after_the_finish_leaves_the_question(pad: HeldPad) -> None:
    pad.finish()
    pad.day.pause(3)
    assert pad.page == "ask"


def test_before_the_core_is_there_it_connects_and_asks_what_to_ask_until_it_is_told(
    make_pad: Callable[..., HeldPad],
) -> None:
    pad = make_pad(connects=False)
    assert (pad.page, pad.link.gets) == ("connecting", [])
    pad.connect()
    assert (pad.page, pad.link.gets) == ("rest", [INDICATORS])


@pytest.mark.logs("what visitors are asked")
def test_without_the_levels_nobody_is_asked_and_they_are_asked_for_again(
    make_pad: Callable[..., HeldPad],
) -> None:
    pad = make_pad(connects=False)
    pad.link.connect_to(pad.hall)
    pad.day.open(3)
    pad.link.unanswered.popleft().answer(Refused("error.unknown", {}, 500))
    pad.finish()
    assert (pad.page, shows(pad.app.view, "rate")) == ("rest", False)
    pad.clock.advance(60)
    assert pad.link.gets == [INDICATORS] * 2


def test_little_is_remembered_and_nothing_of_the_day_before(pad: HeldPad) -> None:
    for place in range(20):
        number = f"C{place:03}"
        pad.finish(number)
        pad.touch("level:5")
        pad.answer()
        pad.clock.advance(6)
    inputs = pad.pad.inputs
    assert (len(inputs.rated), len(inputs.left), inputs.sending) == (KNOWN_LEGS, KNOWN_LEGS, ())


def test_a_pad_that_is_closed_hears_no_answer(make_pad: Callable[..., HeldPad]) -> None:
    pad = make_pad()
    pad.finish()
    pad.touch("level:5")
    ask = next(each for each in pad.link.unanswered if each.path == RATE)
    model = pad.pad
    pad.app.close()
    ask.answer(KEPT)
    model._indicators_came(Answer({}))
    assert model.props.told.good is False
