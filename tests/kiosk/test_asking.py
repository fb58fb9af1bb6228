"""Where a number is: typed or scanned, given up, taken again, and kept as new as it is."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from core.client.reply import Answer, Refused, Unreachable
from core.domain.event import Event, EventKind
from core.domain.ticket import LegState
from kiosk.asking import concerns, read_place
from kiosk.pages import derive_view
from kiosk.speech import Speak
from kiosk.state import Inputs, Open, Page, Place
from kiosk.timings import Timings
from tests.kiosk.conftest import Kiosk
from tests.support import qml
from tests.support.halls import lhasa_like

TRACK = "t" * 22


def answer(**more: Any) -> Answer:
    """Return the core's answer of a visit that waits."""
    return Answer(
        {
            "number": "A017",
            "state": "waiting",
            "queue": "insurance",
            "zone": "social",
            "window": None,
            "windows": [1, 2],
            "ahead": 4,
            "wait": {"p50_s": 480, "p90_s": 900},
            "step": 1,
            "steps": 1,
            "to_come": [],
            "can": [],
            **more,
        }
    )


AT = datetime(2026, 11, 23, 2, tzinfo=UTC)


def called(seq: int, **data: Any) -> Event:
    """Return the event of somebody's call."""
    told: dict[str, Any] = {
        "number": "A009",
        "queue": "insurance",
        "class": "ordinary",
        "from": "waiting",
        "to": "called",
    }
    told |= {"calls": 1, **data}
    return Event(seq, AT, EventKind.CALLED, "x", "y", 1, "social", told)


def paused(window: int) -> Event:
    """Return the event of a window that pauses."""
    return Event(1, AT, EventKind.WINDOW_PAUSED, None, None, window, "social", {})


def type_number(kiosk: Kiosk, number: str = "A017") -> None:
    qml.tap(kiosk.view, "ask")
    for character in number:
        qml.tap(kiosk.view, f"type:{character}")
    qml.tap(kiosk.view, "ask.find")


def scan(kiosk: Kiosk) -> None:
    kiosk.app.devices.scanned.emit(f"http://10.0.0.8:8400/t/{TRACK}")


def page(kiosk: Kiosk) -> Any:
    return kiosk.app._view_model.page


def lines(kiosk: Kiosk) -> dict[str, str]:
    return {line.key: line.value.main.text for line in page(kiosk).lines}


def buttons(kiosk: Kiosk) -> list[str]:
    return [each.key for each in page(kiosk).buttons]


def test_a_typed_number_is_shown_with_all_there_is_to_know(kiosk: Kiosk) -> None:
    kiosk.connect()
    type_number(kiosk)
    assert kiosk.link.gets[-1] == "/api/place?number=A017"
    assert qml.shows(kiosk.view, "busy")
    kiosk.answer(answer(steps=3, to_come=["food", "advice"]))
    assert qml.text_of(kiosk.view, "number") == "A017"
    assert lines(kiosk) == {
        "ahead": "前面还有4人",
        "wait": "预计等候 8–15 分钟",
        "windows": "1–2号窗口 · 1楼 · 社会保险服务区",
        "service": "社会保险业务",
        "step": "第1步/共3步 · 之后：食品经营许可证核发与变更 → 综合咨询",
    }
    assert buttons(kiosk) == ["done"], "what a number allows is no secret's worth"
    qml.tap(kiosk.view, "done")
    assert page(kiosk).page == "home"


def test_a_number_nobody_has_is_said_and_can_be_typed_again(kiosk: Kiosk) -> None:
    kiosk.connect()
    type_number(kiosk, "A999")
    kiosk.answer(Refused("ticket.unknown", {}, 404))
    assert page(kiosk).page == "notice"
    qml.tap(kiosk.view, "understood")
    assert qml.text_of(kiosk.view, "typed") == "A999"


def test_a_core_that_does_not_answer_is_said(kiosk: Kiosk) -> None:
    kiosk.connect()
    type_number(kiosk)
    kiosk.answer(Unreachable("refused"))
    assert page(kiosk).page == "notice"


@pytest.mark.parametrize(
    ("place", "prompt", "keys"),
    [
        ({"state": "called", "window": 3, "can": ["cancel"]}, "请现在到3号窗口", ["place:cancel", "done"]),
        ({"state": "serving", "window": 3}, "3号窗口正在为您办理", ["done"]),
        (
            {"state": "passed", "window": 3, "can": ["cancel", "restore"]},
            "您的号码已过号。可在此恢复排队，或咨询导服人员",
            ["place:cancel", "place:restore", "done"],
        ),
        ({"state": "passed", "window": 3}, "已过号，请咨询导服人员", ["done"]),
        ({"state": "suspended", "window": 3}, "请按窗口告知的时间再来办理", ["done"]),
        ({"state": "done"}, "本次业务已结束", ["done"]),
        ({"state": "void"}, "此号码已作废，不再叫号", ["done"]),
    ],
)
def test_each_state_says_what_to_do_and_offers_what_may_be_done(
    speak: Speak, place: dict[str, Any], prompt: str, keys: list[str]
) -> None:
    found = read_place(answer(**place).body, TRACK)
    inputs = Inputs(hall=lhasa_like(), live=True, pages=(Open(Page.PLACE),), place=found)
    view = derive_view(inputs, speak)
    assert view.prompt.main.text == prompt
    assert [each.key for each in view.buttons] == keys
    assert view.bad == (found.state is LegState.PASSED)


def test_a_number_is_given_up_only_after_a_question_that_says_what_is_lost(kiosk: Kiosk) -> None:
    kiosk.connect()
    scan(kiosk)
    kiosk.answer(answer(can=["cancel"]))
    qml.tap(kiosk.view, "place:cancel")
    assert kiosk.asked == []
    assert qml.text_of(kiosk.view, "message.main") == "要放弃号码A017吗？"
    assert "您将失去现在的排队位置。" in lines(kiosk).values()
    qml.tap(kiosk.view, "back")
    assert page(kiosk).page == "place"
    qml.tap(kiosk.view, "place:cancel")
    qml.tap(kiosk.view, "place:give_up")
    assert kiosk.asked == [(f"/api/track/{TRACK}/cancel", {})]
    kiosk.answer(answer(state="void", windows=[], can=[]))
    assert page(kiosk).layout == "number"
    assert qml.text_of(kiosk.view, "slip.main") == "此号码已作废，不再叫号"
    assert buttons(kiosk) == ["done"]


def test_a_number_that_is_called_meanwhile_is_not_given_up(kiosk: Kiosk) -> None:
    kiosk.connect()
    scan(kiosk)
    kiosk.answer(answer(can=["cancel"]))
    qml.tap(kiosk.view, "place:cancel")
    qml.tap(kiosk.view, "place:give_up")
    kiosk.answer(Refused("ticket.ended", {"number": "A017"}))
    assert page(kiosk).page == "notice"
    qml.tap(kiosk.view, "understood")
    assert page(kiosk).layout == "number"


@pytest.mark.parametrize(
    ("scanned", "path", "body"),
    [
        (True, f"/api/track/{TRACK}/restore", {}),
        (False, "/api/place/restore", {"number": "A017"}),
    ],
)
def test_a_passed_number_is_taken_again(kiosk: Kiosk, scanned: bool, path: str, body: dict[str, str]) -> None:
    kiosk.connect()
    if scanned:
        scan(kiosk)
    else:
        type_number(kiosk)
    kiosk.answer(answer(state="passed", window=1, windows=[], can=["restore"]))
    qml.tap(kiosk.view, "place:restore")
    assert kiosk.asked == [(path, body)]
    kiosk.answer(answer(ahead=7))
    assert lines(kiosk)["ahead"] == "前面还有7人"
    assert not qml.shows(kiosk.view, "place:restore")


# As new as it is


def refreshed(kiosk: Kiosk, reply: Answer) -> None:
    count = len(kiosk.link.gets)
    kiosk.until(lambda: len(kiosk.link.gets) > count)
    kiosk.answer(reply)


def test_figures_follow_the_feed_and_are_asked_for_once_a_second(kiosk: Kiosk) -> None:
    kiosk.connect()
    scan(kiosk)
    kiosk.answer(answer())
    asked = len(kiosk.link.gets)
    for seq in range(1, 20):
        kiosk.link.push(called(seq))
    assert len(kiosk.link.gets) == asked
    refreshed(kiosk, answer(ahead=2))
    assert len(kiosk.link.gets) == asked + 1, "twenty events, one question"
    assert lines(kiosk)["ahead"] == "前面还有2人"
    kiosk.link.push(called(20, number="A017"))
    refreshed(kiosk, answer(state="called", window=2, windows=[2]))
    assert qml.text_of(kiosk.view, "slip.main") == "请现在到2号窗口"


def test_a_button_that_comes_under_a_finger_does_nothing_at_first(kiosk: Kiosk) -> None:
    kiosk.app._session._timings = Timings(settle_s=0.35)
    kiosk.connect()
    scan(kiosk)
    kiosk.answer(answer())
    kiosk.link.push(called(1))
    refreshed(kiosk, answer(state="passed", can=["cancel", "restore"]))
    qml.tap(kiosk.view, "place:cancel")
    assert qml.text_of(kiosk.view, "number") == "A017", "this touch was meant for what stood there before"
    kiosk.pass_time(0.4)
    qml.tap(kiosk.view, "place:cancel")
    assert page(kiosk).layout == "message"


def test_an_answer_that_comes_after_the_visitor_has_gone_shows_nothing(kiosk: Kiosk) -> None:
    kiosk.connect()
    scan(kiosk)
    kiosk.answer(answer())
    kiosk.link.push(called(1))
    count = len(kiosk.link.gets)
    kiosk.until(lambda: len(kiosk.link.gets) > count)
    qml.tap(kiosk.view, "done")
    kiosk.answer(answer(ahead=1))
    assert page(kiosk).page == "home"
    assert kiosk.app._session.inputs.place is None


@pytest.mark.parametrize(
    ("event", "so"),
    [
        (called(1), True),
        (called(1, queue="food", number="C001"), False),
        (called(1, queue="food", number="A017"), True),
        (
            Event(
                1, datetime(2026, 11, 23, 2, tzinfo=UTC), EventKind.WINDOW_PAUSED, None, None, 2, "social", {}
            ),
            True,
        ),
        (
            Event(1, datetime(2026, 11, 23, 2, tzinfo=UTC), EventKind.WINDOW_PAUSED, None, None, 5, "x", {}),
            False,
        ),
    ],
)
def test_which_events_change_the_figures(event: Event, so: bool) -> None:
    place = Place("A017", LegState.WAITING, None, 4, queue="insurance", windows=(1, 2))
    assert concerns(event, place) is so


def test_the_slips_code_never_shows_itself() -> None:
    assert TRACK not in repr(Place("A017", LegState.WAITING, None, 4, track=TRACK))


def test_what_the_core_says_late_is_not_shown_to_the_next_visitor(kiosk: Kiosk) -> None:
    kiosk.connect()
    scan(kiosk)
    kiosk.app._session.done()
    kiosk.answer(answer())
    assert page(kiosk).page == "home"
    scan(kiosk)
    kiosk.answer(answer(can=["cancel"]))
    for key in ("place:cancel", "place:give_up"):
        qml.tap(kiosk.view, key)
    kiosk.app._session.done()
    kiosk.answer(answer(state="void"))
    assert page(kiosk).page == "home"
    assert kiosk.app._session.inputs.place is None
