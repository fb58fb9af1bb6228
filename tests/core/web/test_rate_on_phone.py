"""Rating on the phone: a plain form, once for each leg, and every refusal in words."""

from __future__ import annotations

from typing import Any

import pytest

from core.domain.people import Role
from tests.core.web.conftest import Desk, Visitor
from tests.support.browser import Page
from tests.support.clock import Clock


@pytest.fixture
def visitor(desk: Desk) -> Visitor:
    """Who was served at window 1."""
    visitor = desk.visitor()
    desk.at(1, "open", "call-next", "start", "finish")
    return visitor


def ask(desk: Desk, path: str) -> tuple[int, Page]:
    answer = desk.hall.browse("GET", path)
    return answer.status_code, Page(answer.text)


def levels(desk: Desk) -> Any:
    return desk.hall.get("/api/ratings/indicators", None).body["levels"]


def counted(desk: Desk) -> Any:
    return desk.hall.get("/api/ratings?from=2026-11-23&to=2026-11-23", Role.SUPERVISOR).body["total"]


def test_from_the_face_to_the_thanks(desk: Desk, visitor: Visitor) -> None:
    page = visitor.sees()
    faces = {said: href for said, href in page.links.items() if "/rating" in href}
    assert list(faces) == [each["name"]["en"] for each in levels(desk)]
    _, page = ask(desk, faces["Satisfied"])
    assert "How was the service at window 1?" in page.text
    assert "You need not rate." in page.text
    assert page.links["No, thank you"].startswith(visitor.address)
    assert page.refresh_s is None, "nobody loses what is half written"
    assert page.form is not None
    assert page.form.method == "post"
    sent = desk.hall.browse("POST", page.form.action, page.form.filled(text="Quick & <kind>\nThanks"))
    assert sent.status_code == 303
    status, thanks = ask(desk, sent.headers["location"])
    assert (status, "Thank you for your rating" in thanks.text) == (200, True)
    assert counted(desk)["levels"] == {"5": 0, "4": 1, "3": 0, "2": 0, "1": 0}
    page = visitor.sees()
    assert not [href for href in page.links.values() if "/rating" in href], "it is not asked again"


def test_a_low_level_needs_a_reason_and_what_was_written_is_still_there(desk: Desk, visitor: Visitor) -> None:
    _, page = ask(desk, f"{visitor.address}/rating?leg=1&level=1&lang=en")
    assert page.form is not None
    answer = desk.hall.browse("POST", page.form.action, page.form.filled())
    assert answer.status_code == 422
    page = Page(answer.text)
    assert "Please choose or write a reason" in page.text
    assert page.form is not None
    assert ("level", "1", True) in page.form.fields
    sent = desk.hall.browse("POST", page.form.action, page.form.filled(reason=["slow", "unfriendly"]))
    assert sent.status_code == 303
    assert counted(desk)["levels"]["1"] == 1


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"", "Please choose one of the five"),
        (b"level=9", "Please choose one of the five"),
        (b"level=4&text=" + b"a" * 501, "That is too long: up to 500 characters"),
        (b"level=4&reason=none", "That could not be read"),
        (b"level=4&text=%ff", "That could not be read"),
        (b"\xff", "That could not be read"),
    ],
)
def test_what_is_wrong_is_said_in_words_on_the_form(
    desk: Desk, visitor: Visitor, body: bytes, said: str
) -> None:
    answer = desk.hall.browse("POST", f"{visitor.address}/rating?leg=1&lang=en", body)
    page = Page(answer.text)
    assert (answer.status_code, said in page.text) == (422, True)
    assert page.form is not None
    assert counted(desk)["rated"] == 0


def test_what_was_typed_comes_back_as_text_never_as_markup(desk: Desk, visitor: Visitor) -> None:
    naughty = "</textarea><script>alert(1)</script>&amp; {{ 7*7 }}"
    _, page = ask(desk, f"{visitor.address}/rating?leg=1&lang=en")
    assert page.form is not None
    form = page.form.filled(level="4", text=naughty) + b"&reason=%22%3E%3Cb%3E"
    page = Page(desk.hall.browse("POST", page.form.action, form).text)
    assert page.form is not None
    assert ("text", naughty, True) in page.form.fields
    assert not page.find("script")
    assert not page.find("b")


def test_one_rating_a_leg_wherever_it_was_given(desk: Desk, visitor: Visitor) -> None:
    desk.hall.post("/api/windows/1/rate", {"level": 5}, Role.SCREEN, subject="pads-1")
    status, page = ask(desk, f"{visitor.address}/rating?leg=1&lang=en")
    assert (status, "This has been rated already" in page.text) == (200, True)
    again = desk.hall.browse("POST", f"{visitor.address}/rating?leg=1&lang=en", b"level=1&reason=slow")
    assert again.status_code == 409
    assert "This has been rated already" in Page(again.text).text
    assert counted(desk)["levels"]["5"] == 1


def test_each_step_of_a_visit_is_rated_for_itself(desk: Desk) -> None:
    visitor = desk.visitor(matter="shop")
    desk.at(3, "open", "call-next", "finish")
    desk.at(5, "open", "call-next", "finish")
    faces = [part["href"] for part in visitor.sees().find("a") if "leg=" in part["href"]]
    asked = list(dict.fromkeys(href.split("leg=")[1][0] for href in faces))
    assert asked == ["3", "1"], "the last one first"
    for leg in asked:
        sent = desk.hall.browse("POST", f"{visitor.address}/rating?leg={leg}", b"level=5")
        assert sent.status_code == 303
    for leg in ("2", "4", "9", "x"):
        sent = desk.hall.browse("POST", f"{visitor.address}/rating?leg={leg}&lang=en", b"level=5")
        assert (sent.status_code, "It can be rated once it is finished" in sent.text) == (409, True)
    assert counted(desk)["rated"] == 2


def test_nothing_is_rated_before_it_is_finished(desk: Desk) -> None:
    visitor = desk.visitor()
    for leg in ("", "?leg=1"):
        answer = desk.hall.browse("GET", f"{visitor.address}/rating{leg}")
        assert (answer.status_code, Page(answer.text).form) == (409, None)


def test_the_time_to_rate_ends(desk: Desk, visitor: Visitor, clock: Clock) -> None:
    clock.advance(days=7)
    status, page = ask(desk, f"{visitor.address}/rating?lang=en")
    assert (status, page.form is not None) == (200, True)
    clock.advance(days=1)
    status, page = ask(desk, f"{visitor.address}/rating?lang=en")
    assert (status, "The time in which it could be rated is over" in page.text) == (409, True)
    sent = desk.hall.browse("POST", f"{visitor.address}/rating?lang=en", b"level=5")
    assert (sent.status_code, "is over" in sent.text) == (409, True)
    assert not [href for href in visitor.sees().links.values() if "/rating" in href]
    assert "Your visit is finished" in visitor.sees().text


def test_neither_name_nor_words_of_the_rater_are_told(desk: Desk, visitor: Visitor) -> None:
    desk.hall.browse("POST", f"{visitor.address}/rating?leg=1", b"level=1&text=secret")
    events = desk.hall.core.reader.events_after(0, 1000)
    assert "secret" not in str(events)
    assert visitor.ticket["track"] not in str(events)
