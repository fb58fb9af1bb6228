"""What stands on a sign: a hall's own words, in the place and the font of the sign."""

from __future__ import annotations

import pytest

from hardware.led.commands import Effect, delete_area
from hardware.led.look import LOOKS, NOTHING, Content, Look, Sign, SignState, encode_content
from hardware.led.text import Colour
from hardware.led.virtual import Shown, understood

SIGN = Sign(1, "window 3")


def on_sign(content: Content, sign: Sign = SIGN, forget_s: int = 0) -> Shown:
    return understood(encode_content(sign, content, forget_s)[9:])


def test_each_state_has_a_look_that_fits_a_usual_sign() -> None:
    assert set(LOOKS) == set(SignState)
    texts = {state: look.content(number="A017", window="3") for state, look in LOOKS.items()}
    assert {state.value: content.text for state, content in texts.items()} == {
        "free": "3号窗口",
        "calling": "请A017",
        "serving": "A017",
        "paused": "暂停服务",
        "closed": "",
    }
    looks = [on_sign(content) for content in texts.values() if content.text]
    assert [shown.effect for shown in looks] == [Effect.STATIC, Effect.UP, Effect.STATIC, Effect.STATIC]


def test_a_look_of_the_hall_s_own_is_put_on_the_sign_as_it_says() -> None:
    look = Look("请{number}\n到{window}号", Colour.CYAN, Effect.DOWN, speed=3, stay_s=1.5)
    sign = Sign(7, "window 12", width=192, height=64, font=24)
    shown = on_sign(look.content(number="B1234", window="12"), sign, forget_s=180)
    assert shown == Shown("请B1234\n到12号", Colour.CYAN, ("O001", "E001"), Effect.DOWN, 192, 64, 180)


def test_what_is_put_in_is_text_and_no_field_and_no_escape() -> None:
    content = Look("{number}{reason}").content(number=r"\C1{window}", window="9", reason="{number}")
    assert on_sign(content, Sign(1, "s", width=999)).text == "＼C1{window}{number}"


@pytest.mark.parametrize(
    ("text", "effect", "stands_there"),
    [
        ("请A017号到12号窗口", Effect.LEFT, "请A017号到12号窗口"),
        ("请A017\n到3号", Effect.LEFT, "请A017 到3号"),
        ("请A017", Effect.STATIC, "请A017"),
    ],
)
def test_what_does_not_fit_runs_through_on_one_line(text: str, effect: Effect, stands_there: str) -> None:
    shown = on_sign(Content(text))
    assert (shown.text, shown.effect) == (stands_there, effect)


@pytest.mark.parametrize("content", [NOTHING, Content("  "), Content("\n")])
def test_nothing_takes_the_area_away(content: Content) -> None:
    assert encode_content(SIGN, content) == delete_area()


@pytest.mark.parametrize(
    ("height", "font", "file"), [(16, 0, "O000"), (31, 0, "O001"), (64, 0, "O002"), (64, 16, "O000")]
)
def test_the_font_is_the_largest_that_fits_or_the_one_that_is_asked_for(
    height: int, font: int, file: str
) -> None:
    assert on_sign(Content("A"), Sign(1, "s", height=height, font=font)).fonts[0] == file


@pytest.mark.parametrize(
    ("sign", "says"),
    [
        ({"address": 0}, "address is 1 to 32767, not 0"),
        ({"address": 0xFFFE}, "address is 1 to"),
        ({"address": 1, "height": 8}, "at least 16 dots high, not 128 x 8"),
        ({"address": 1, "width": 0}, "not 0 x 32"),
        ({"address": 1, "font": 20}, "font is 16, 24, 32"),
        ({"address": 1, "font": 32, "height": 16}, "not above 16"),
        ({"address": 1, "brightness": 16}, "brightness is 0 to 15"),
    ],
)
def test_a_sign_that_cannot_be_is_refused(sign: dict[str, int], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        Sign(name="s", **sign)


@pytest.mark.parametrize(
    ("text", "speed", "stay_s", "says"),
    [
        ("{nubmer}", 0, 0, r"unknown field \{nubmer\}"),
        ("{number.__class__}", 0, 0, "unknown field"),
        ("", 25, 0, "speed is 0 to 24"),
        ("", 0, 128, "stay_s is 0 to 127.5"),
    ],
)
def test_a_look_that_cannot_be_is_refused(text: str, speed: int, stay_s: float, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        Look(text, speed=speed, stay_s=stay_s)
