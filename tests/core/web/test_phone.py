"""The visitor's phone page, state by state, as a browser without JavaScript has it."""

from __future__ import annotations

import re
from typing import Any

import pytest

from core.app.ports import StoreFailed
from tests.core.web.conftest import Desk
from tests.support.browser import Page
from tests.support.clock import Clock


def test_who_waits_sees_the_own_place(desk: Desk) -> None:
    desk.visitor()
    page = desk.visitor(item="card").sees()
    for said in (
        "Lhasa Municipal Government Service Hall",
        "Replace a social security card",
        "A002",
        "1 ahead of you",
        "Time to wait: —",
        "Floor 1 · Social insurance",
        "Windows 1–2",
        "As of 09:00:00 · refreshed every 15 s",
        "Phone 0891-6325000",
        "Complaints 12345",
    ):
        assert said in page.text, said
    assert page.title == "A002 1 ahead of you"
    assert page.refresh_s == 15
    assert page.links["Phone 0891-6325000"] == "tel:08916325000"
    assert "ask" not in {part.get("class") for _, part in page.parts}, "nothing to rate yet"


def test_a_wait_that_is_known_is_a_range_as_on_the_slip(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    visitor = desk.visitor()
    for (p50, p90), said in {
        (300, 600): "About 5–10 min to wait",
        (20, 400): "At most about 7 min to wait",
        (10, 60): "Your turn is very soon",
        (300, 300): "About 5–6 min to wait",
    }.items():
        wait = {"p50_s": p50, "p90_s": p90}
        monkeypatch.setattr(desk.hall.core.waits, "of", lambda leg, wait=wait: wait)
        assert said in visitor.sees().text


def test_who_is_called_is_told_where_to_go_and_nothing_else_stands_out(desk: Desk) -> None:
    visitor = desk.visitor()
    desk.at(2, "open", "call-next")
    page = visitor.sees()
    assert page.find("section", **{"class": "state called"})
    assert "Please come to window 2 now Floor 1 · Social insurance Window 2" in page.text
    assert page.title == "A001 Please come to window 2 now"
    assert "ahead" not in page.text
    desk.at(2, "start")
    assert "You are being served at window 2" in visitor.sees().text


@pytest.mark.parametrize(
    ("body", "said", "place"),
    [
        (
            {"kind": "no_papers"},
            "fetch your papers and come back to any of the windows below",
            "Windows 1–2",
        ),
        ({"kind": "papers_left"}, "Your papers are at window 1: please come back there", "Window 1"),
        ({"kind": "step", "wake_min": 30}, "come back to window 1 as you were told there", "Window 1"),
    ],
)
def test_who_is_suspended_is_told_what_to_do(desk: Desk, body: dict[str, Any], said: str, place: str) -> None:
    visitor = desk.visitor()
    desk.at(1, "open", "call-next")
    desk.at(1, "suspend", **body)
    page = visitor.sees()
    assert "On hold: your number is kept" in page.text
    assert said in page.text
    assert place in page.texts
    assert ("At 09:30 you are back in the queue by itself" in page.text) == ("wake_min" in body)


def test_who_was_passed_hears_the_halls_rule(desk: Desk) -> None:
    visitor = desk.visitor()
    desk.at(1, "open", "call-next", "pass")
    page = visitor.sees()
    assert "Your number was called and you were not there Go to the guide's desk" in page.text
    desk.hall.post(f"/api/tickets/{visitor.ticket['id']}/restore")
    assert "No one ahead of you" in visitor.sees().text


def test_a_cancelled_number_is_void_and_the_page_comes_to_rest(desk: Desk, clock: Clock) -> None:
    visitor = desk.visitor()
    desk.hall.post(f"/api/tickets/{visitor.ticket['id']}/cancel")
    page = visitor.sees()
    assert "This number is no longer valid Please take a new number or ask a guide" in page.text
    assert "Windows" not in page.text
    assert page.refresh_s == 60
    clock.advance(minutes=11)
    page = visitor.sees()
    assert page.refresh_s is None
    assert page.find("main", **{"data-every": "0"})


def test_a_visit_of_several_steps_shows_them_all(desk: Desk) -> None:
    visitor = desk.visitor(matter="shop")
    page = visitor.sees()
    assert "Opening a food shop" in page.texts
    assert "Step 1 of 3" in page.texts
    desk.at(3, "open", "call-next", "finish")
    page = visitor.sees()
    states = [part["class"] for part in page.find("li")]
    assert states == ["done", "now", "now", "planned"]
    assert "1 Company registration done 2 Food business licences, new and changed now" in page.text
    assert "How was the service at window 3? Company registration" in page.text, "each step can be rated"
    assert page.refresh_s == 15


def test_the_page_speaks_the_visitors_language_and_the_halls_others(desk: Desk) -> None:
    visitor = desk.visitor(lang="bo")
    own = visitor.sees("")
    assert (own.lang, "མདུན་ལ་མི་མི་འདུག" in own.text) == ("bo", True)
    assert set(own.links) >= {"中文", "བོད་ཡིག", "English"}
    chinese = Page(desk.hall.browse("GET", own.links["中文"]).text)
    assert (chinese.lang, "前面无人等候" in chinese.text) == ("zh", True)
    assert visitor.sees("tlh").lang == "bo", "what nobody speaks is passed over"


@pytest.mark.parametrize("lang", ["zh", "bo", "en"])
def test_every_state_is_said_in_every_language(desk: Desk, lang: str) -> None:
    other = {"zh": "[\u0f00-\u0fff]", "bo": "[\u4e00-\u9fff]", "en": "[\u0f00-\u0fff\u4e00-\u9fff]"}[lang]
    visitor = desk.visitor(lang=lang)
    for acts in (("open",), ("call-next",), ("start",), ("finish",)):
        desk.at(1, *acts)
        page = visitor.sees("")
        said = " ".join(text for text in page.texts if text not in ("中文", "བོད་ཡིག", "English"))
        assert not re.search(other, said), said
        assert page.lang == lang


TRACKS = ("nonsense", "a" * 64, "a" * 65, "%00", "%E5%8F%B7", "'--", "<script>")


@pytest.mark.parametrize("more", ["", "/rating"])
def test_an_unknown_token_gets_a_calm_page_in_three_languages(desk: Desk, more: str) -> None:
    for track in TRACKS:
        answers = [desk.hall.browse("GET", f"/t/{track}{more}")]
        if more:
            answers.append(desk.hall.browse("POST", f"/t/{track}{more}", b"level=5"))
        for answer in answers:
            assert answer.status_code == 404
            page = Page(answer.text)
            assert [part["lang"] for part in page.find("section")] == ["zh", "bo", "en"]
            assert "This number was not found" in page.text
            assert track not in page.text


def test_the_page_allows_little_and_nobody_keeps_it(desk: Desk) -> None:
    visitor = desk.visitor()
    for path, status in ((visitor.address, 200), ("/t/none", 404)):
        answer = desk.hall.browse("GET", path)
        headers = answer.headers
        assert (answer.status_code, headers["cache-control"]) == (status, "no-store")
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["x-content-type-options"] == "nosniff"
        policy = headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; style-src 'sha256-")
        assert "unsafe" not in policy
        page = Page(answer.text)
        named = {name for _, part in page.parts for name in part}
        assert "style" not in named
        assert not any(name.startswith("on") for name in named)
        assert not page.find("link")
        assert "src" not in named, "one answer, and nothing to fetch"


def test_a_page_says_nothing_of_who_it_is(desk: Desk) -> None:
    visitor = desk.visitor(phone="138 0013 8000", **{"class": "elderly"})
    desk.at(1, "open", "call-next")
    page = desk.hall.browse("GET", visitor.address).text
    ticket = desk.hall.get(f"/api/tickets/{visitor.ticket['id']}").body
    for secret in ("8000", "elderly", "Elderly", "老年人", ticket["id"], "kiosk", "clerk"):
        assert secret not in page.partition("</style>")[2].partition("<script>")[0], secret


@pytest.mark.logs("the database cannot be used")
def test_a_disk_that_fails_is_said_and_the_page_asks_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor = desk.visitor()

    def fails(_track: str) -> None:
        raise StoreFailed("gone")

    monkeypatch.setattr(desk.hall.core.reader, "ticket_by_track", fails)
    answer = desk.hall.browse("GET", visitor.address)
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "15")
    page = Page(answer.text)
    assert page.refresh_s == 15
    assert "Your number stays valid" in page.text
    assert "gone" not in page.text
