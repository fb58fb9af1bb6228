"""Every failure that a kiosk can meet has its own page, which says what to do now, in every language."""

from __future__ import annotations

import ast
from dataclasses import replace
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

import pytest

from core.domain import errors
from core.domain.booking import Slots
from core.qt.messages import SENTENCES
from hardware import errors as device_errors
from hardware.idcard import errors as card_errors
from kiosk import failures
from kiosk.failures import FAILURES, failure
from kiosk.pages import derive_view
from kiosk.pages.trouble import WAYS
from kiosk.speech import Speak
from kiosk.state import Inputs, Open, Page, Refusal
from kiosk.words import CONTEXT
from tests.support.halls import lhasa_like

ELSEWHERE = {
    "window.unknown",
    "window.empty",
    "window.busy",
    "window.not_open",
    "window.does_not_serve",
    "window.profile_invalid",
    "window.out_of_hours",
    "recall.used_up",
    "recall.too_soon",
    "pass.too_soon",
    "call.too_soon",
    "undo.nothing",
    "undo.too_late",
    "ticket.not_called",
    "ticket.not_at_window",
    "ticket.not_suspended",
    "reason.unknown",
    "material.unknown",
    "rating.reason_needed",
    "rating.already",
    "rating.not_finished",
    "rating.too_late",
    "rating.day_not_over",
    "block.not_reserved",
    "name.not_masked",
    "pairing.ended",
    "pairing.full",
    "pairing.shows_refused",
    "pairing.unknown",
    "result.already",
    "result.text_refused",
    "result.unknown",
}
"""Refusals of acts that no kiosk asks for: those of windows, rating pads and screens that join; of blocks
only the log tells, and a name is masked before it is sent."""
STAFF_ONLY = {
    "card_reader.garbled",
    "card_reader.self_test",
    "card_reader.not_authorised",
    "card_reader.no_key",
}
"""A reader that is like that reads nothing that could fail; staff see it among the devices."""
OPENS = "2026-11-23T01:00:00.000000Z"
NOW = datetime(2026, 11, 22, 4, 0, tzinfo=UTC)
PARAMS = {"opens_at": OPENS, "number": "A017", "most": 2, "date": "2026-11-23", "last": "2026-12-01"}
PARAMS |= {"until": OPENS, "window": 3, "clerk": "0301"}


def keys_of(module: object) -> set[str]:
    classes = [each for each in vars(module).values() if isinstance(each, type)]
    keys = {str(getattr(each, "key", "")) for each in classes if issubclass(each, Exception)}
    return keys - {""}


def refusals_in_code() -> set[str]:
    """Return the keys that the kiosk's own code refuses with."""
    found = set()
    for file in Path("kiosk").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Refusal" and node.args:
                found |= {
                    each.value
                    for each in ast.walk(node.args[0])
                    if isinstance(each, ast.Constant) and isinstance(each.value, str)
                }
    return found


def test_every_key_a_kiosk_can_meet_has_its_page() -> None:
    met = keys_of(errors) | keys_of(card_errors) | keys_of(device_errors) | refusals_in_code()
    met |= {"store.failed", "device.removed", "device.machine_silent"}
    assert met - ELSEWHERE - STAFF_ONLY - set(FAILURES) == set()


def test_what_is_left_out_exists() -> None:
    known = keys_of(errors) | keys_of(card_errors)
    assert (ELSEWHERE | STAFF_ONLY) - known == set()
    assert set(FAILURES) - set(SENTENCES) == set()
    assert (ELSEWHERE | STAFF_ONLY) & set(FAILURES) == set()


def test_every_offline_key_has_its_page() -> None:
    assert {key for key in SENTENCES if key.startswith("offline.")} <= set(FAILURES)


@pytest.mark.parametrize("key", sorted(FAILURES))
def test_every_step_is_said_in_every_language(key: str, speak: Speak) -> None:
    what = failure(key)
    assert 1 <= len(what.steps) <= 4
    for source in (*what.steps, what.lasts):
        english = speak("en", CONTEXT, source)
        others = {speak(language, CONTEXT, source) for language in ("zh", "bo")}
        assert english == source
        assert len(others - {english}) == 2, source


def test_every_picture_is_drawn() -> None:
    drawn = Path("kiosk/qml/icons/paths.js").read_text("utf-8")
    for name in {each.icon for each in FAILURES.values()} | {icon for _, _, icon in WAYS.values()}:
        assert f'"{name}":' in drawn, name


def test_every_way_out_has_a_button() -> None:
    assert {page for each in FAILURES.values() for page in each.ways} <= set(WAYS)


def test_a_key_that_nobody_foresaw_can_be_tried_again() -> None:
    assert failure("something.new") == failures.FAILURES["error.unknown"]


def inputs(key: str, language: str = "en", **more: Any) -> Inputs:
    hall = replace(lhasa_like(), slots=(Slots("insurance", (1,), time(9), time(17), 60, 5),))
    asked = {"refusal": Refusal(key, PARAMS), "now": NOW.astimezone(hall.zone_info), "asked": True}
    known = {**asked, "live": True, "ways": frozenset(WAYS), **more}
    return Inputs(hall=hall, language=language, pages=(Open(Page.HOME), Open(Page.NOTICE)), **known)


@pytest.mark.parametrize("language", ["zh", "bo", "en"])
@pytest.mark.parametrize("key", sorted(FAILURES))
def test_the_page_has_title_steps_and_how_long(key: str, language: str, speak: Speak) -> None:
    view = derive_view(inputs(key, language), speak)
    assert view.layout == "message"
    assert view.icon
    assert view.bad
    assert view.title.main.text
    assert view.title.main.lang == language
    steps = [line for line in view.lines if line.kind == "text"]
    assert len(steps) == len(failure(key).steps)
    assert all(line.value.main.lang == language and line.value.below.text for line in steps)
    assert any(line.key == "lasts" for line in view.lines)
    assert "{" not in "".join(line.value.main.text for line in view.lines)
    assert sum(button.strong for button in view.buttons) == 1


def lines(key: str, speak: Speak, **more: Any) -> list[str]:
    return [line.value.main.text for line in derive_view(inputs(key, **more), speak).lines]


def test_a_used_up_quota_says_when_the_next_half_day_begins_and_leads_to_a_booking(speak: Speak) -> None:
    view = derive_view(inputs("queue.quota_used"), speak)
    told = [line.value.main.text for line in view.lines]
    assert told[0] == "Come back from 11/23, 09:00"
    assert told[-1] == "For this half-day, until 11/23, 09:00"
    assert [button.key for button in view.buttons] == ["book", "understood"]


def test_where_nothing_can_be_booked_no_button_leads_there(speak: Speak) -> None:
    view = derive_view(inputs("queue.quota_used", ways=frozenset()), speak)
    assert [button.key for button in view.buttons] == ["understood"]


def test_an_opening_that_nobody_knows_is_not_promised(speak: Speak) -> None:
    told = lines("queue.closed", speak, refusal=Refusal("queue.closed", {"opens_at": None}))
    assert told == ["Or book a time on another day", "Ask at the guide desk when numbers are given again"]


def test_what_can_be_asked_again_has_a_button_that_does(speak: Speak) -> None:
    view = derive_view(inputs("core.unreachable"), speak)
    assert [(button.key, button.strong) for button in view.buttons] == [
        ("understood", False),
        ("again", True),
    ]
    by_card = derive_view(inputs("core.unreachable", asked=False), speak)
    assert [button.key for button in by_card.buttons] == ["understood"], "a card is laid on again"
