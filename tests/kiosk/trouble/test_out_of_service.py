"""Why there are no numbers, said calmly in every language, and since when."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from core.domain.kiosk import KioskRules
from hardware.worker import Health, State
from kiosk.pages import derive_view
from kiosk.pages.trouble import WHY
from kiosk.speech import Speak
from kiosk.state import START, Inputs, Open, Page
from kiosk.trouble_state import Device, Reach, Trouble
from tests.support.halls import lhasa_like

SINCE = datetime(2026, 11, 22, 6, 5, tzinfo=UTC)
NOW = datetime(2026, 11, 22, 6, 20, tzinfo=UTC)


def out(line: Reach, **more: object) -> Inputs:
    trouble = Trouble(line, SINCE, shut=bool(more.pop("shut", False)))
    live = line in (Reach.UP, Reach.DEGRADED)
    given = {"hall": lhasa_like(), "now": NOW, **more}
    return Inputs(trouble=trouble, live=live, degraded=line is Reach.DEGRADED, **given)  # type: ignore[arg-type]


@pytest.mark.parametrize("line", [each for each in Reach if each is not Reach.UP])
def test_each_reason_is_told_in_each_language_with_its_time(line: Reach, speak: Speak) -> None:
    view = derive_view(out(line), speak)
    assert view.layout == "outOfService"
    languages = lhasa_like().languages
    assert [each.main.lang for each in view.every] == list(languages)
    assert all(each.below.text for each in view.every), "what to do"
    for line_of, language in zip(view.lines, languages, strict=True):
        assert "14:05" in line_of.value.main.text
        assert line_of.value.below.text == speak(language, "kiosk", WHY[line])


def test_no_two_reasons_read_the_same(speak: Speak) -> None:
    for language in ("zh", "bo", "en"):
        assert len({speak(language, "kiosk", each) for each in WHY.values()}) == len(WHY)


def test_a_token_that_is_not_accepted_does_not_mend_itself(speak: Speak) -> None:
    by_itself = "It goes on by itself"
    english = {line: derive_view(out(line), speak).lines[-1].value.main.text for line in WHY}
    assert by_itself not in english[Reach.REFUSED]
    assert by_itself in english[Reach.ENDED]


def test_a_kiosk_that_knows_no_hall_yet_says_it_in_all_its_languages(speak: Speak) -> None:
    view = derive_view(out(Reach.NO_LINK, hall=None), speak)
    assert [each.main.lang for each in view.every] == ["zh", "bo", "en"]


@pytest.mark.parametrize("page", [Page.HOME, Page.ZONE, Page.NOTICE, Page.SAVER])
def test_a_kiosk_that_staff_have_shut_sends_to_the_next(page: Page, speak: Speak) -> None:
    view = derive_view(out(Reach.UP, shut=True, pages=(*START, Open(page))), speak)
    assert view.every[-1].main.text == "This machine is out of order"
    assert view.every[-1].below.text == "Please use the next machine or ask a guide"


def test_staff_get_at_a_kiosk_that_is_shut_or_dark(speak: Speak) -> None:
    for inputs in (out(Reach.UP, shut=True), out(Reach.ENDED)):
        view = derive_view(replace(inputs, pages=(Open(Page.STAFF),)), speak)
        assert view.page == "staff"


@pytest.mark.parametrize("unprinted", [True, False])
def test_a_hall_may_want_no_numbers_without_slips(unprinted: bool, speak: Speak) -> None:
    rules = KioskRules(unprinted=unprinted)
    dead = Device("slips", "printer", Health(State.GONE, "printer.paper_out"), SINCE, SINCE)
    inputs = out(Reach.UP, rules=rules, prints=False)
    view = derive_view(replace(inputs, trouble=replace(inputs.trouble, devices=(dead,))), speak)
    if unprinted:
        assert (view.page, view.banner[0].key) == ("home", "trouble")
        return
    assert view.every[-1].main.text == "No slips can be printed here now"
    assert view.every[-1].below.text == "Please use the next machine or ask a guide"
    assert view.lines[-1].value.main.text == "The staff were told at 14:05"
    assert view.lines[-1].value.below.text == "The printer is out of paper."
