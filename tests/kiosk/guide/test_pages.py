"""What a guide's pages say, as tables."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from core.domain.slip import SlipState
from core.domain.ticket import LegState
from core.domain.wait import Wait
from core.domain.window import WindowStatus
from kiosk.guide.reading import read_newest, read_printers
from kiosk.guide.state import Deed, Found, Guide, QueueNow
from kiosk.pages import derive_view
from kiosk.pages.guide_rows import LATE_S, late, longest, queue_row, upcoming
from kiosk.pages.guide_ticket import SLIPS, STATES
from kiosk.speech import Speak, Speech
from kiosk.state import Inputs, Open, Page, Taken
from tests.kiosk.guide.conftest import guided

AT = datetime(2026, 11, 30, 2, 2, tzinfo=UTC)


def looking(guide: Guide, *pages: Open, **more: object) -> Inputs:
    known: dict[str, object] = {"hall": guided(), "live": True, "language": "en", "guide": guide}
    return Inputs(**{**known, "pages": pages or (Open(Page.GUIDE),), **more})  # type: ignore[arg-type]


@pytest.fixture
def say(speak: Speak) -> Speech:
    return Speech(speak, "en", "")


@pytest.mark.parametrize(
    ("waits", "said"),
    [
        ([None, None], "next: —"),
        ([Wait(480, 900), None], "next: 8–15 min"),
        ([Wait(480, 900), Wait(300, 600)], "next: 5–10 min"),
        ([Wait(20, 100)], "next: at once"),
    ],
)
def test_who_comes_now_is_told_the_shortest_wait(say: Speech, waits: list[Wait | None], said: str) -> None:
    queues = {str(at): QueueNow(wait=wait) for at, wait in enumerate(waits)}
    assert upcoming(looking(Guide("1", queues=queues)), list(queues), say).text == said


@pytest.mark.parametrize(
    ("longest_s", "waiting", "said", "marked"),
    [
        (None, 0, "", ""),
        (LATE_S - 1, 1, "longest 29 min", ""),
        (LATE_S, 1, "longest 30 min", "Long wait"),
        (LATE_S, 0, "", ""),
    ],
)
def test_long_waits_are_marked_in_words(
    say: Speech, longest_s: int | None, waiting: int, said: str, marked: str
) -> None:
    inputs = looking(Guide("1", queues={"food": QueueNow(longest_s)}), waiting={"food": waiting})
    assert longest(inputs, ["food"], say).text == said
    assert late(inputs, ["food"], say).text == marked


@pytest.mark.parametrize(
    ("open_now", "paused", "said"),
    [
        ([], [], "no window open"),
        (["first"], [], "Window"),
        (["first"], ["second"], "paused:"),
    ],
)
def test_a_queues_windows_are_told(say: Speech, open_now: list[str], paused: list[str], said: str) -> None:
    hall = guided()
    queue = hall.queue("insurance")
    numbers = dict(
        zip(("first", "second"), (each.number for each in hall.windows_of(queue.id)), strict=False)
    )
    windows = {numbers[each]: WindowStatus.OPEN for each in open_now if each in numbers}
    windows |= {numbers[each]: WindowStatus.PAUSED for each in paused if each in numbers}
    assert said in queue_row(looking(Guide("1", windows=windows)), hall, queue, say).facts[2].text


def test_every_state_has_its_words() -> None:
    assert set(STATES) == set(LegState)
    assert set(SLIPS) == {None, *SlipState}


@pytest.mark.parametrize(
    ("state", "offered"),
    [
        (LegState.WAITING, {"reprint", "class", "move", "cancel"}),
        (LegState.CALLED, {"reprint", "class", "move", "cancel"}),
        (LegState.SERVING, {"reprint"}),
        (LegState.PASSED, {"restore", "reprint", "class", "move", "cancel"}),
        (LegState.SUSPENDED, {"restore", "reprint", "class", "move", "cancel"}),
        (LegState.DONE, set()),
        (LegState.VOID, set()),
    ],
)
def test_only_what_can_be_done_is_offered(speak: Speak, state: LegState, offered: set[str]) -> None:
    found = Found("id", "A017", state, "food", "ordinary", AT, slip=SlipState.PRINTED)
    view = derive_view(looking(Guide("1", found=found), Open(Page.GUIDE_TICKET)), speak)
    assert {each.key for each in view.buttons} == {"back", *(f"guide.{each}" for each in offered)}


def test_a_slip_that_is_missing_is_said_first(speak: Speak) -> None:
    found = Found("id", "A017", LegState.WAITING, "food", "ordinary", AT, slip=SlipState.FAILED)
    view = derive_view(looking(Guide("1", found=found), Open(Page.GUIDE_TICKET)), speak)
    assert (view.lines[0].key, view.lines[0].kind) == ("slip", "warn")
    assert next(each for each in view.buttons if each.key == "guide.reprint").strong


@pytest.mark.parametrize(
    "deed", [Deed("class", "gone"), Deed("transfer", "gone"), Deed("restore"), Deed("cancel")]
)
def test_what_came_of_it_is_told_though_the_hall_has_it_no_more(speak: Speak, deed: Deed) -> None:
    found = Found("id", "A017", LegState.WAITING, "gone", "gone", AT)
    view = derive_view(looking(Guide("1", found=found, done=deed), Open(Page.GUIDE_TICKET)), speak)
    assert view.lines[0].key == "done"
    assert view.lines[0].value.main.text


def test_visitors_pages_say_that_a_guide_is_here(speak: Speak) -> None:
    view = derive_view(looking(Guide("1", "Pema"), Open(Page.HOME), prints=False), speak)
    assert [each.key for each in view.banner] == ["guide"]
    assert view.buttons[0].key == "back"
    usual = derive_view(looking(Guide(), Open(Page.HOME), prints=False), speak)
    assert "guide" not in [each.key for each in usual.banner]


@pytest.mark.parametrize(("ticket", "offered"), [("id", True), ("", False)])
def test_a_number_that_the_core_knows_can_be_printed_elsewhere(
    speak: Speak, ticket: str, offered: bool
) -> None:
    taken = Taken(ticket, "A017", "food", 1, AT, "en")
    view = derive_view(looking(Guide("1"), Open(Page.RESULT), taken=taken), speak)
    assert ("guide.reprint" in [each.key for each in view.buttons]) is offered


def test_the_printer_of_this_machine_comes_first() -> None:
    kinds = (("b", "printer"), ("a", "printer"), ("c", "scanner"), ("z", "printer"))
    devices = [
        {"machine": "m", "name": name, "kind": kind, "state": "ready", "key": ""} for name, kind in kinds
    ]
    assert [each.name for each in read_printers({"devices": devices}, "z")] == ["z", "a", "b"]


def test_nothing_found_is_nothing() -> None:
    assert read_newest({"tickets": []}) is None
