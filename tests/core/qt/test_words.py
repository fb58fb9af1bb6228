"""What is said to people is said in every language."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

import core.domain.errors
from core.domain.clock import to_text
from core.domain.errors import HallError
from core.qt.messages import SENTENCES, explain
from core.qt.names import name_in, names_in, second_language
from core.qt.translate import Translations

ROOT = Path(__file__).parents[3]
LANGUAGES = ("zh", "bo", "en")


def keys_of(error: type[Exception]) -> Iterator[str]:
    yield getattr(error, "key")  # noqa: B009 - Exception has none
    for kind in error.__subclasses__():
        if kind.__module__ == core.domain.errors.__name__:
            yield from keys_of(kind)


DEVICE_KEY = re.compile(
    r"(card|card_reader|device|gateway|keypad|modem|number_pad|pad|printer|scanner|sign|sms|voice)\.[a-z_]+"
)
NO_SENTENCES = {"device.changed", "sms.ledger", "sms.begun"}
"""An event's kind, and names of files."""


def keys_in(*places: str) -> set[str]:
    """Return the keys that stand anywhere in the code of some folders and files: raised, told or compared."""
    files = [file for place in places for file in (ROOT / place).glob("**/*.py")]
    read = (file.read_text(encoding="utf-8") for file in files)
    texts = (
        node.value
        for text in read
        if DEVICE_KEY.search(text)
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )
    return {text for text in texts if DEVICE_KEY.fullmatch(text)} - NO_SENTENCES


OF_THE_SERVICE = {
    "auth.required",
    "auth.denied",
    "request.invalid",
    "request.not_found",
    "request.method_not_allowed",
}
REFUSALS = sorted(
    each for each in SENTENCES if each in {*keys_of(HallError), *OF_THE_SERVICE} or DEVICE_KEY.fullmatch(each)
)


@pytest.fixture
def of_a_program(qapp: QCoreApplication) -> Iterator[Translations]:
    """Translations of which one is put in use."""
    made = Translations(LANGUAGES)
    yield made
    made.stop()


@pytest.fixture(scope="module")
def translations(qapp: QCoreApplication) -> Iterator[Translations]:
    """Translations that are only asked: hundreds of tests ask."""
    made = Translations(LANGUAGES)
    yield made
    made.stop()


def test_every_key_that_the_code_tells_has_a_sentence() -> None:
    # Looked for here and not where tests are collected: every worker would read all the code.
    of_devices = keys_in("hardware", "core/domain", "core/app", "kiosk", "caller", "hallcall/agents")
    assert {"printer.paper_low", "card.implausible", "sms.undelivered", "sign.none_answers"} <= of_devices
    assert len(of_devices) > 40
    assert {*keys_of(HallError), *OF_THE_SERVICE, *of_devices} <= SENTENCES.keys()


@pytest.mark.parametrize("key", REFUSALS)
def test_every_refusal_and_failure_has_a_sentence_in_every_language(
    translations: Translations, key: str
) -> None:
    said = [explain(key, {"number": "A017"}, translations.speaker(each)) for each in LANGUAGES]
    assert len(set(said)) == 3, said
    assert re.search(r"[\u4e00-\u9fff]", said[0])
    assert re.search(r"[\u0f00-\u0fff]", said[1])


@pytest.mark.parametrize("language", ["zh", "bo"])
@pytest.mark.parametrize("key", sorted(SENTENCES))
def test_a_translation_has_the_same_values_as_the_english(
    translations: Translations, key: str, language: str
) -> None:
    words = translations.say(language, "messages", SENTENCES[key])
    assert set(re.findall(r"{(\w+)}", words)) == set(re.findall(r"{(\w+)}", SENTENCES[key]))


def test_an_unknown_key_gets_the_general_sentence(translations: Translations) -> None:
    assert explain("tea.cold", {}, translations.speaker("zh")) == "没有办成，请咨询导服人员。"


def test_a_missing_value_is_a_dash(translations: Translations) -> None:
    assert explain("ticket.not_called", None, translations.speaker("en")) == "Ticket – has not been called."


def test_a_language_in_use_is_that_of_the_whole_program(of_a_program: Translations, qtbot: QtBot) -> None:
    with qtbot.waitSignal(of_a_program.changed):
        of_a_program.use("bo")
    assert explain("window.busy") == "སྒེའུ་ཁུང་དུ་ད་དུང་མི་འདུག"
    of_a_program.use("en")
    assert explain("window.busy") == "Somebody is still at the window."


def test_two_languages_can_be_said_at_once(of_a_program: Translations) -> None:
    of_a_program.use("zh")
    assert of_a_program.say("bo", "kiosk", "Back") == "ཕྱིར་ལོག"
    assert of_a_program.say("en", "kiosk", "Back") == "Back"


def test_the_translations_are_complete_and_compiled() -> None:
    ended = subprocess.run(
        [str(ROOT / "deploy" / "translations.sh"), "check"], capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr


def test_a_name_falls_back_to_chinese_then_to_any_language() -> None:
    assert name_in({"zh": "税", "en": "Tax"}, "en") == "Tax"
    assert name_in({"zh": "税", "en": "Tax"}, "bo") == "税"
    assert name_in({"en": "Tax"}, "bo") == "Tax"


def test_names_come_in_the_halls_order() -> None:
    assert names_in({"en": "Tax", "zh": "税"}, LANGUAGES) == [("zh", "税"), ("en", "Tax")]


@pytest.mark.parametrize(
    ("chosen", "languages", "below"),
    [("zh", LANGUAGES, "bo"), ("bo", LANGUAGES, "zh"), ("en", LANGUAGES, "zh"), ("zh", ("zh",), "")],
)
def test_the_other_language_stands_below(chosen: str, languages: tuple[str, ...], below: str) -> None:
    assert second_language(chosen, languages) == below


SHANGHAI = ZoneInfo("Asia/Shanghai")
MORNING = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("opens_at", "language", "sentence"),
    [
        (MORNING + timedelta(hours=1), "en", "Closed now. Tickets again from 10:00."),
        (MORNING + timedelta(days=1), "en", "Closed now. Tickets again from 11/24, 09:00."),
        (MORNING + timedelta(days=1), "zh", "现在不发号，11月24日 09:00 起取号。"),
        (None, "zh", "现在不发号，– 起取号。"),
    ],
)
def test_a_refusal_says_when_it_opens_in_the_halls_own_time(
    translations: Translations, opens_at: datetime | None, language: str, sentence: str
) -> None:
    params = {"opens_at": to_text(opens_at) if opens_at else None, "why": "after"}
    said = explain("queue.closed", params, translations.speaker(language), zone=SHANGHAI, now=MORNING)
    assert said == sentence


def test_a_day_is_said_without_its_year(translations: Translations) -> None:
    assert explain("booking.too_late", {"date": "2026-11-24"}, translations.speaker("en")) == (
        "This booking was for 11/24."
    )
