"""Which driver, and which of a PC's voices."""

from __future__ import annotations

import pytest
from pyttsx3.voice import Voice

from hardware.voice.engines.choice import ACCENTS, chosen, driver_for, locale_of
from hardware.voice.engines.espeak import VOICES


@pytest.mark.parametrize(
    ("platform", "wanted", "driver"),
    [
        ("win32", "", "sapi5"),
        ("win32", "espeak", "espeak"),
        ("win32", "sapi5", "sapi5"),
        ("linux", "", "espeak"),
        ("linux", "sapi5", "sapi5"),
        ("darwin", "", "espeak"),
    ],
)
def test_windows_speaks_by_its_own_voices_unless_the_hall_says_otherwise(
    platform: str, wanted: str, driver: str
) -> None:
    assert driver_for(platform, wanted) == driver


def test_another_driver_is_refused_by_its_name() -> None:
    with pytest.raises(ValueError, match="HALLCALL_SPEECH is sapi5 or espeak, not 'nsss'"):
        driver_for("win32", "nsss")


def test_both_engines_are_asked_for_the_same_languages() -> None:
    assert ACCENTS.keys() == VOICES.keys()


@pytest.mark.parametrize(
    ("languages", "name", "locale"),
    [
        # As pyttsx3 2.99 makes of the token's language.
        (["zh-CN"], "Microsoft Huihui Desktop - Chinese (Simplified)", "zh-CN"),
        (["en-US"], "Microsoft Zira Desktop - English (United States)", "en-US"),
        (["zh-CHS"], "", "zh-CHS"),
        (["Unknown Locale: 9"], "", "en"),
        (["Unknown Locale: 2052"], "", "zh-CN"),
        (["Unknown Locale: 4096"], "Microsoft Huihui Desktop - Chinese (Simplified)", "zh-CN"),
        (["Unknown Locale: 4096"], "Somebody", ""),
        # As tokens and other programs say it.
        (["zh_CN"], "", "zh-CN"),
        (["804"], "", "zh-CN"),
        (["409;9"], "Microsoft Sam", "en-US"),
        (["804;4"], "", "zh-CN"),
        (["C04"], "", "zh-HK"),
        (["9"], "", "en"),
        ([" 809 ; 9"], "", "en-GB"),
        (["1C09"], "", "en-ZA"),
        (["?;804"], "", "zh-CN"),
        (["", "zh-CN"], "", "zh-CN"),
        # By the name alone.
        ([], "Microsoft Lili - Chinese (China)", "zh-CN"),
        ([], "Microsoft Simplified Chinese", ""),
        ([], "Microsoft Tracy - Chinese (Traditional, Hong Kong S.A.R.)", "zh-HK"),
        ([], "Microsoft Zhiwei - Chinese (Traditional, Taiwan)", "zh-TW"),
        ([], "Microsoft Anna - English (United States)", "en-US"),
        ([], "Microsoft James - English (Australia)", "en"),
        ([], "Microsoft Hortense Desktop - French", ""),
        ([], None, ""),
    ],
)
def test_what_a_voice_speaks(languages: list[str], name: str | None, locale: str) -> None:
    assert locale_of(Voice(id="x", name=name, languages=languages, gender="Female", age="Adult")) == locale


def voice(locale: str, number: int = 1) -> Voice:
    return Voice(id=f"{locale} {number}", name="", languages=[locale], gender=None, age=None)


@pytest.mark.parametrize(
    ("locales", "usual", "ids"),
    [
        (["zh-CN", "en-US"], "", {"zh": ("zh-CN 1",), "en": ("en-US 1",)}),
        (["zh-TW", "zh-SG", "zh-CN"], "zh-TW 1", {"zh": ("zh-CN 1", "zh-SG 1", "zh-TW 1")}),
        (["en-AU", "en-GB", "en-US"], "", {"en": ("en-US 1", "en-GB 1", "en-AU 1")}),
        (["zh-HK", "zh-MO"], "zh-HK 1", {}),
        (["bo-CN", "ug-CN", "fr-FR", ""], "", {}),
        ([], "", {}),
    ],
)
def test_the_best_voice_of_each_language_comes_first(
    locales: list[str], usual: str, ids: dict[str, tuple[str, ...]]
) -> None:
    assert chosen([voice(each) for each in locales], usual) == ids


def test_of_equal_voices_the_one_that_the_pc_is_set_to_comes_first_else_the_pcs_order_stays() -> None:
    three = [voice("zh-CN", number) for number in (1, 2, 3)]
    assert chosen(three) == {"zh": ("zh-CN 1", "zh-CN 2", "zh-CN 3")}
    assert chosen(three, "zh-CN 3") == {"zh": ("zh-CN 3", "zh-CN 1", "zh-CN 2")}
