"""Lhasa: two languages everywhere, what to bring told once, and coming back with the papers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from core.domain.event import EventKind
from tests.system.stories.people import Clerk, Desk, refused
from tests.system.stories.story import Story, story, wall

PENSION = "residents_pension_insurance"
QUEUE = "social_insurance"
WINDOW_LANGUAGES = ("zh", "bo")


def test_a_tibetan_speaker_is_told_once_what_to_bring_comes_back_and_rates_the_visit(tmp_path: Path) -> None:
    with story("lhasa", tmp_path, "2026-11-23 09:30") as hall:
        everything_is_said_in_both_languages(hall)
        papers = told_once_what_to_bring(hall)
        clerk = hall.clerk("3701", 37)
        called_in_both_languages(hall, clerk)
        sent_back_with_the_list(hall, clerk, papers)
        closed_at_noon(hall)
        slip = back_at_any_window_of_the_queue(hall)
        asked_and_rated(hall, slip)
        rated_for_a_week_only(hall)


def everything_is_said_in_both_languages(hall: Story) -> None:
    described = hall.kiosk.get("/api/hall")
    asked = hall.kiosk.get("/api/ratings/indicators")
    named = [
        described,
        *(each for part in ("zones", "departments", "queues", "items") for each in described[part]),
    ]
    named += [*described["classes"], *described["reasons"], *described["holidays"]]
    named += [*asked["levels"], *asked["indicators"], *asked["reasons"]]
    for each in named:
        must_be_in_both_languages(each["name"])
    for said in (described["notice"], described["passed_rule"], described["voice"]["call"]):
        must_be_in_both_languages(said)
    assert len(described["items"]) == 228


def told_once_what_to_bring(hall: Story) -> list[dict[str, Any]]:
    """The list is read before a number is taken: at the kiosk, or at home."""
    item = hall.kiosk.get(f"/api/items/{PENSION}")
    assert item["queue"] == QUEUE
    assert item["windows"] == list(range(37, 50)), "any of these windows serves it"
    papers: list[dict[str, Any]] = item["materials"]
    assert [paper["id"] for paper in papers] == ["id_card", "household_register", "bank_card"]
    for paper in papers:
        for words in ("name", "form", "issuer"):
            must_be_in_both_languages(paper[words])
    assert papers[1]["name"] == {"zh": "户口簿", "bo": "ཐེམ་ཐོ།", "en": "Household register"}
    return papers


def called_in_both_languages(hall: Story, clerk: Clerk) -> None:
    slip = hall.kiosk.take(item=PENSION, lang="bo")
    assert (slip["number"], slip["lang"], slip["queue"]) == ("J001", "bo", QUEUE)
    assert (slip["ahead"], slip["step"], slip["steps"]) == (0, 1, 1)
    assert slip["legs"][0]["item"] == PENSION
    hall.clock.advance(minutes=4)
    called = clerk.next()
    assert called["ticket"]["number"] == "J001"
    assert called["why"] == {"tier": 1, "score": 4.0}
    event = hall.board.last(EventKind.CALLED)
    assert (event.zone, event.window, event.data["number"]) == ("social", 37, "J001")
    voice = hall.kiosk.get("/api/hall")["voice"]
    assert voice["languages"] == ["bo", "zh"]
    spoken = [
        voice["call"][each].format(number=event.data["number"], window=event.window)
        for each in voice["languages"]
    ]
    assert spoken == [
        "ཨང་རྟགས་ J001 སྒེའུ་ཁུང་ཨང་ 37 ལ་ཕེབས་རོགས་གནང་།",
        "请J001号，到37号窗口办理",
    ]


def sent_back_with_the_list(hall: Story, clerk: Clerk, papers: list[dict[str, Any]]) -> None:
    clerk.act("start")
    with refused("material.unknown", material="photo", item=PENSION):
        clerk.act("finish", missing=["photo"])
    clerk.act("finish", missing=["id_card"])
    assert clerk.act("undo")["state"] == "serving", "the wrong paper was ticked"
    done = clerk.act("finish", missing=["household_register", "bank_card"])
    assert (done["state"], done["outcome"]) == ("done", "not_accepted")
    event = hall.board.last(EventKind.DONE)
    assert event.data["missing"] == [paper["id"] for paper in papers[1:]]
    assert event.data["outcome"] == "not_accepted"
    hall.clock.advance(minutes=1, seconds=1)
    with refused("undo.too_late", number="J001", within_s=60):
        clerk.act("undo")
    with refused("window.empty", window=37):
        clerk.act("finish")


def closed_at_noon(hall: Story) -> None:
    """Back at noon with the papers: the kiosk says when it opens again."""
    hall.clock.set("2026-11-23 12:50")
    said = {"opens_at": wall("2026-11-23 15:30"), "why": "break", "holiday": {}}
    with refused("queue.closed", **said):
        hall.kiosk.take(item=PENSION, lang="bo")
    shown = hall.kiosk.queue(QUEUE)
    assert (shown["open"], shown["opens_at"]) == (False, said["opens_at"])


def back_at_any_window_of_the_queue(hall: Story) -> dict[str, Any]:
    hall.clock.set("2026-11-23 15:30")
    card = hall.kiosk.card("a visitor of this story")
    slip = hall.kiosk.take(item=PENSION, lang="bo", card=card)
    assert slip["number"] == "J002"
    with refused("queue.ticket_held", number="J002"):
        hall.kiosk.take(queue=QUEUE, card=card)
    other = hall.kiosk.take(queue=QUEUE)
    clerk = hall.desk(38)
    assert clerk.next()["ticket"]["number"] == "J002"
    clerk.act("start")
    hall.clock.advance(minutes=2)
    away = clerk.act("suspend", kind="no_papers", reason="copies")
    assert (away["state"], away["suspension"], away["reason"]) == ("suspended", "no_papers", "copies")
    assert hall.board.last(EventKind.SUSPENDED).data["kind"] == "no_papers"
    assert [each["number"] for each in clerk.get("/api/windows/38/suspended")["tickets"]] == ["J002"]
    assert clerk.next()["ticket"]["number"] == "J003", "the window is free meanwhile"
    hall.clock.advance(minutes=9)
    wrong, right = hall.clerk("5001", 50), hall.clerk("4701", 47)
    with refused("window.does_not_serve", window=50, queue=QUEUE, number="J002"):
        wrong.act("resume", ticket=slip["id"])
    back = right.act("resume", ticket=slip["id"])
    assert (back["state"], back["window"]) == ("serving", 47)
    papers_stay_where_they_are(hall, clerk, other, right)
    return slip


def papers_stay_where_they_are(hall: Story, clerk: Desk, other: dict[str, Any], busy: Desk) -> None:
    """Who left the papers at a window comes back to that one."""
    clerk.act("start")
    clerk.act("suspend", kind="papers_left", reason="other_step")
    with refused("window.busy", window=47, number="J002"):
        busy.act("resume", ticket=other["id"])
    free = hall.clerk("3901", 39)
    with refused("ticket.elsewhere", number="J003", window=38):
        free.act("resume", ticket=other["id"])
    assert clerk.act("resume", ticket=other["id"])["window"] == 38
    assert clerk.act("finish", outcome="done")["outcome"] == "done"


def asked_and_rated(hall: Story, slip: dict[str, Any]) -> None:
    visitor, leg = hall.visitor(slip), slip["legs"][0]["leg"]
    with refused("rating.not_finished", number="J002", state="serving"):
        visitor.rate(5)
    clerk = hall.at(47)
    assert clerk.do("ask-rating") == {"number": "J002", "leg": leg}
    assert clerk.act("finish", outcome="accepted")["outcome"] == "accepted"
    assert hall.board.last(EventKind.RATING_ASKED).window == 47
    with refused("rating.reason_needed", level=2):
        visitor.rate(2)
    with refused("reason.unknown", act="rating", reason="too_cold"):
        visitor.rate(2, reasons=["too_cold"])
    given = visitor.rate(2, reasons=["long_wait"])
    assert (given["number"], given["leg"], given["level"]) == ("J002", leg, 2)
    with refused("rating.already", number="J002"):
        visitor.rate(5)
    assert "level" not in hall.board.last(EventKind.RATED).data, "the feed says that, never what"
    counted = hall.supervisor.get("/api/ratings", from_="2026-11-23", to="2026-11-23")["total"]
    assert counted["levels"] == {"5": 0, "4": 0, "3": 0, "2": 1, "1": 0}
    # Three visits ended; who said nothing is not counted as satisfied.
    assert (counted["satisfied"], counted["rated"], counted["unrated"]) == (0, 1, 2)


def rated_for_a_week_only(hall: Story) -> None:
    hall.clock.set("2026-11-24 09:30")
    slip = hall.kiosk.take(queue="police", lang="bo")
    clerk = hall.desk(55)
    assert clerk.next()["ticket"]["number"] == "N001"
    clerk.act("finish")
    hall.clock.set("2026-12-02 09:30")
    with refused("rating.too_late", until="2026-12-01"):
        hall.visitor(slip).rate(5)


def must_be_in_both_languages(words: dict[str, str]) -> None:
    for language in WINDOW_LANGUAGES:
        assert words.get(language), words
    assert any("\u0f00" <= letter <= "\u0fff" for letter in words["bo"]) or words["bo"].isascii(), words
