"""Giving a number up and taking a passed one again on the phone, as a browser without JavaScript does it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from core.domain.errors import StaleTicket
from core.domain.people import Role
from core.domain.rules import Restore, Rules
from tests.core.web.conftest import Desk, Visitor, phone_hall
from tests.support.browser import Page
from tests.support.clock import Clock
from tests.support.clocked_core import clocked_core

UP, BACK = "Give up my number", "Put me back in the queue"


def open_page(desk: Desk, address: str) -> Page:
    answer = desk.hall.browse("GET", address)
    assert answer.status_code == 200, answer.text
    return Page(answer.text)


def send(desk: Desk, page: Page) -> httpx.Response:
    """Touch the button of a page's form."""
    assert page.form is not None
    assert page.form.method == "post"
    return desk.hall.browse("POST", page.form.action, page.form.filled())


def passed(desk: Desk, window: int = 1, **wish: str) -> Visitor:
    visitor = desk.visitor(**wish)
    desk.at(window, "open", "call-next", "pass")
    return visitor


def test_a_number_is_given_up_after_a_question(desk: Desk) -> None:
    visitor = desk.visitor()
    page = open_page(desk, visitor.sees().links[UP])
    assert "Give up your number?" in page.text
    assert "A001" in page.text
    assert "It is void then and cannot be had back." in page.text
    assert page.links["No, keep my number"] == f"{visitor.address}?lang=en"
    assert visitor.sees().find("section", **{"class": "state waiting"}), "to look changes nothing"
    sent = send(desk, page)
    assert (sent.status_code, sent.headers["location"]) == (303, f"{visitor.address}?lang=en")
    gone = visitor.sees()
    assert "This number is no longer valid" in gone.text
    assert not gone.links.keys() & {UP, BACK}
    assert desk.hall.post("/api/windows/1/open").status == 200
    assert desk.hall.post("/api/windows/1/call-next").body["ticket"] is None


def test_a_button_that_is_touched_twice_does_it_once(desk: Desk) -> None:
    visitor = desk.visitor()
    page = open_page(desk, visitor.sees().links[UP])
    assert [send(desk, page).status_code for _ in range(2)] == [303, 303]
    other = passed(desk)
    page = open_page(desk, other.sees().links[BACK])
    assert [send(desk, page).status_code for _ in range(2)] == [303, 303]
    assert "No one ahead of you" in other.sees().text


def test_a_passed_number_is_taken_again_and_the_question_says_where_it_waits(desk: Desk) -> None:
    visitor = passed(desk)
    desk.visitor()
    shown = visitor.sees()
    assert list(shown.links)[:2] == [BACK, UP]
    page = open_page(desk, shown.links[BACK])
    assert "You will wait behind everybody who waits now. Please stay in the hall." in page.text
    assert send(desk, page).status_code == 303
    assert "1 ahead of you" in visitor.sees().text
    events = desk.hall.core.reader.events_after(0, 1000)
    assert [each.data["by"] for each in events if each.kind == "leg.restored"] == ["visitor"]


def test_the_rule_of_the_queue_is_what_the_page_says(tmp_path: Path, clock: Clock) -> None:
    hall = phone_hall()
    rules = {
        "insurance": Rules(restore=Restore.AFTER, restore_after=2),
        "advice": Rules(restore=Restore.VOID),
    }
    queues = tuple(replace(each, rules=rules.get(each.id, each.rules)) for each in hall.queues)
    with clocked_core(replace(hall, queues=queues), tmp_path, clock) as core:
        desk = Desk(core)
        page = open_page(desk, passed(desk).sees().links[BACK])
        assert "You will wait behind 2 of those who wait." in page.text
        void = passed(desk, 5, queue="advice")
        shown = void.sees()
        assert BACK not in shown.links
        assert UP in shown.links
        refused = desk.hall.browse("GET", f"{void.address}/restore?lang=en")
        assert (refused.status_code, "please take a new one" in refused.text) == (409, True)
        refused = desk.hall.browse("POST", f"{void.address}/restore?lang=en")
        assert (refused.status_code, "please take a new one" in refused.text) == (409, True)


@pytest.mark.parametrize("act", ["cancel", "restore"])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_who_is_served_is_told_why_not(desk: Desk, act: str, method: str) -> None:
    visitor = desk.visitor()
    desk.at(1, "open", "call-next", "start")
    assert not visitor.sees().links.keys() & {UP, BACK}
    answer = desk.hall.browse(method, f"{visitor.address}/{act}?lang=en")
    assert answer.status_code == 409
    said = "it cannot be given up" if act == "cancel" else "This number was not passed"
    assert said in Page(answer.text).text


def test_somebody_who_was_quicker_is_told_of(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    visitor = desk.visitor()

    def stale(*_: object, **__: object) -> None:
        raise StaleTicket(number="A001")

    monkeypatch.setattr("core.web.sure.cancel", stale)
    answer = desk.hall.browse("POST", f"{visitor.address}/cancel?lang=en")
    assert (answer.status_code, "please look again" in answer.text) == (409, True)


def test_an_address_that_no_slip_has_does_nothing(desk: Desk) -> None:
    for method in ("GET", "POST"):
        for act in ("cancel", "restore"):
            answer = desk.hall.browse(method, f"/t/nobody/{act}")
            assert answer.status_code == 404
            assert "This number was not found" in answer.text


@pytest.mark.parametrize("lang", ["zh", "bo"])
def test_the_question_is_asked_in_the_visitors_language(desk: Desk, lang: str) -> None:
    visitor = passed(desk, lang=lang)
    links = visitor.sees("").find("a", **{"class": "restore"})
    page = open_page(desk, links[0]["href"])
    assert page.lang == lang
    assert page.form is not None
    assert page.form.action.endswith(f"?lang={lang}")
    assert desk.hall.get(f"/api/tickets/{visitor.ticket['id']}", Role.GUIDE).body["state"] == "passed"


def test_of_two_steps_at_once_the_passed_one_comes_back_and_giving_up_ends_both(desk: Desk) -> None:
    visitor = desk.visitor(matter="shop")
    desk.at(3, "open", "call-next", "finish")
    desk.at(4, "open", "call-next", "pass")
    shown = visitor.sees()
    assert shown.find("section", **{"class": "state waiting"}), "the other step waits still"
    assert send(desk, open_page(desk, shown.links[BACK])).status_code == 303
    again = visitor.sees()
    assert BACK not in again.links
    assert send(desk, open_page(desk, again.links[UP])).status_code == 303
    legs = desk.hall.get(f"/api/tickets/{visitor.ticket['id']}").body["legs"]
    assert [leg["state"] for leg in legs] == ["done", "void", "void", "void"]
