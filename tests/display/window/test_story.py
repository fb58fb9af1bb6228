"""What the screen above a window makes of each event of the feed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest

from core.domain.event import Event
from core.domain.floor import Floor, empty_floor, replay
from core.domain.hall import Hall
from tests.display.held import HeldClockwork
from tests.display.window.conftest import Above
from tests.support.day import Day
from tests.support.qml import find, shows, text_of

Show = Callable[..., Above]
N = "C017"


def called(above: Above) -> Event:
    above.day.open(3)
    above.day.take(N)
    return above.day.call(N, 3)


def served(above: Above) -> Event:
    called(above)
    return above.day.start(N)


STORIES: dict[str, tuple[Callable[[Above], object], str]] = {
    "nothing happened": (lambda it: None, "closed"),
    "opened": (lambda it: it.day.open(3), "free"),
    "taken": (lambda it: (it.day.open(3), it.day.take(N)), "free"),
    "called": (called, "calling C017 flashes"),
    "called, later": (lambda it: (called(it), it.clock.advance(11)), "calling C017"),
    "recalled": (lambda it: (called(it), it.clock.advance(30), it.day.recall(N)), "calling C017 flashes"),
    "started": (served, "serving C017"),
    "called again while served": (
        lambda it: (served(it), it.clock.advance(30), it.day.recall(N)),
        "calling C017 flashes",
    ),
    "called again while served, later": (
        lambda it: (served(it), it.day.recall(N), it.clock.advance(11)),
        "serving C017",
    ),
    "finished": (lambda it: (served(it), it.day.finish(N)), "free"),
    "passed": (lambda it: (called(it), it.day.miss(N)), "free"),
    "put back": (lambda it: (called(it), it.day.put_back(N)), "free"),
    "cancelled": (lambda it: (called(it), it.day.cancel(N)), "free"),
    "transferred": (lambda it: (served(it), it.day.send_on(N)), "free"),
    "transferred when called": (lambda it: (called(it), it.day.send_on(N, "called")), "free"),
    "suspended": (lambda it: (served(it), it.day.suspend(N)), "free"),
    "back from a suspension": (
        lambda it: (served(it), it.day.suspend(N), it.day.resume(N, 3)),
        "serving C017",
    ),
    "a finish taken back": (
        lambda it: (served(it), it.day.finish(N), it.day.take_back(N, "done", "serving")),
        "serving C017",
    ),
    "a pass taken back": (
        lambda it: (called(it), it.day.miss(N), it.day.take_back(N, "passed", "called")),
        "calling C017",
    ),
    "without a number": (lambda it: (it.day.open(3), it.day.walk_in("C018", 3)), "serving C018"),
    "the next at once": (
        lambda it: (served(it), it.day.finish(N), it.day.take("B001"), it.day.call("B001", 3)),
        "calling B001 flashes",
    ),
    "paused": (lambda it: (it.day.open(3), it.day.pause(3)), "paused"),
    "paused while somebody is served": (lambda it: (served(it), it.day.pause(3)), "serving C017"),
    "paused, and finished": (lambda it: (served(it), it.day.pause(3), it.day.finish(N)), "paused"),
    "open again": (lambda it: (it.day.open(3), it.day.pause(3), it.day.open(3)), "free"),
    "closed": (lambda it: (it.day.open(3), it.day.close(3)), "closed"),
    "called elsewhere": (
        lambda it: (it.day.open(3), it.day.open(4), it.day.take(N), it.day.call(N, 4)),
        "free",
    ),
    "a booking": (lambda it: (it.day.open(3), it.day.book("food")), "free"),
    "a new day": (lambda it: (it.day.open(3), it.day.new_day()), "free"),
    "another profile": (lambda it: (it.day.open(3), it.day.new_profile(3)), "free"),
    "not live": (lambda it: (called(it), it.link.go_dark()), "calling C017"),
}


@pytest.mark.parametrize("story", STORIES)
def test_every_event_has_its_look(story: str, show: Show) -> None:
    above = show()
    play, looks = STORIES[story]
    play(above)
    assert above.looks == looks
    assert text_of(above.app.view, "windowText") == "3"
    assert shows(above.app.view, f"sign:{above.cell.shown}")
    assert shows(above.app.view, "numberText") == bool(above.cell.number)


def test_the_number_flashes_twice_a_second_for_ten_seconds(show: Show) -> None:
    above = show()
    called(above)
    seen = []
    for _ in range(44):
        seen.append(above.props.lit)
        above.clock.advance(0.25)
    changes = sum(one != other for one, other in pairwise(seen))
    # Light in every other quarter of a second: two flashes a second; what comes after ten seconds is steady.
    assert changes == 39
    assert not any(seen[40:])
    assert above.looks == "calling C017"


def test_a_paused_window_says_why_in_every_language(show: Show) -> None:
    above = show()
    above.day.open(3)
    above.day.pause(3, "meeting")
    view = above.app.view
    assert [text_of(view, f"says:{each}") for each in ("zh", "bo", "en")] == ["开会", "ཚོགས་འདུ", "Meeting"]
    assert text_of(view, "title:zh") == "暂停服务"
    above.day.pause(3, "a reason that the hall file lost")
    assert text_of(view, "says:en") == "No calls at this window now"


def test_who_waits_behind_the_last_visitor_reads_that_the_window_pauses(show: Show) -> None:
    above = show()
    served(above)
    above.day.pause(3, "meeting")
    notes = set()
    for _ in range(6):
        notes.add(above.cell.note[0].text)
        above.clock.advance(6)
    assert "Then paused: Meeting" in notes
    assert len(notes) == 3


def test_the_queues_of_a_window_take_turns(show: Show) -> None:
    above = show()
    seen = []
    for _ in range(4):
        seen.append((above.cell.matter[0].text, above.cell.page))
        above.clock.advance(6)
    assert len(set(seen)) == 2
    assert seen[:2] == seen[2:]
    assert {page for _, page in seen} == {"1/2", "2/2"}
    assert shows(above.app.view, "matterPage")


def test_one_queue_stands_still_and_names_its_department(show: Show) -> None:
    above = show(None, 1)
    assert above.cell.page == ""
    departments = set()
    for _ in range(3):
        departments.add(above.cell.department[0].text)
        above.clock.advance(6)
    assert departments == {"人力资源和社会保障局", "མི་ཤུགས་ཐོན་ཁུངས་ཅུས།", "Human resources"}


def test_the_clerk_is_told_by_number(show: Show) -> None:
    above = show()
    above.day.open(3, clerk="0305")
    seen = set()
    for _ in range(6):
        seen.add(above.cell.clerk[0].text)
        above.clock.advance(6)
    assert {"工号 0305", "Clerk 0305"} < seen
    above.day.close(3)
    assert above.cell.clerk == ()


def test_a_window_that_rests_tells_the_notices_and_stops_for_a_call(show: Show) -> None:
    above = show()
    above.day.open(3)
    above.clock.advance(59)
    assert not above.cell.notice
    above.clock.advance(1)
    told = []
    for _ in range(8):
        told.append(above.cell.says[0].text if above.cell.notice else "")
        above.clock.advance(12)
    lines = [above.hall.notice[each] for each in ("zh", "bo", "en")]
    assert told == [*lines, "", *lines, ""]
    above.clock.advance(1)
    assert shows(above.app.view, "notice")
    above.day.take(N)
    assert above.cell.notice, "somebody who takes a number is no reason to stop"
    above.day.call(N, 3)
    assert not shows(above.app.view, "notice")
    above.day.miss(N)
    assert not above.cell.notice


def test_several_windows_are_told_apart(show: Show) -> None:
    above = show(None, 3, 4, 5)
    above.day.open(3)
    called(above)
    above.day.open(5)
    above.day.pause(5)
    assert [(cell.key, cell.shown) for cell in above.props.cells] == [
        ("3", "calling"),
        ("4", "closed"),
        ("5", "paused"),
    ]
    left = [find(above.app.view, f"cell:{number}").x() for number in (3, 4, 5)]
    assert left == sorted(left)
    assert len(set(left)) == 3


def test_only_what_changed_is_built_again(show: Show) -> None:
    above = show(None, 1)
    above.day.open(1)
    face = above.app.face
    told: list[list[int]] = []
    cells = face.windows.cells  # type: ignore[attr-defined]
    names = cells.roleNames()
    cells.dataChanged.connect(lambda _first, _last, roles: told.append(roles))
    above.day.take("A001")
    assert told == [], "who takes a number changes nothing here"
    above.day.call("A001", 1)
    changed = {bytes(names[role].data()).decode() for role in told[0]}
    assert changed == {"shown", "title", "fill", "ink", "number", "flashing", "says"}
    told.clear()
    above.clock.advance(1)
    assert told == [], "flashing builds nothing"


class TestAfterAnAbsence:
    """The line was down, and comes back with what was missed or with a snapshot."""

    def test_the_last_state_is_kept_and_said_to_be_old(self, show: Show) -> None:
        above = show()
        called(above)
        above.link.go_dark()
        assert above.props.dark[0].text.startswith("09:30")
        assert text_of(above.app.view, "numberText") == N
        assert shows(above.app.view, "darkBar")
        above.link.go_live()
        assert not shows(above.app.view, "darkBar")

    @pytest.mark.parametrize(("away_s", "looks"), [(4, "calling C017 flashes"), (30, "calling C017")])
    def test_a_missed_call_flashes_for_what_is_left_of_its_time(
        self, away_s: float, looks: str, show: Show
    ) -> None:
        above = show()
        above.day.open(3)
        above.day.take(N)
        above.link.go_dark()
        missed = above.clock.now()
        event = Day(above.hall, lambda _event: None, lambda: missed, seq=above.day.seq).call(N, 3)
        above.clock.advance(away_s)
        above.link.push(event)
        above.link.go_live()
        assert above.looks == looks
        above.clock.advance(10 - away_s + 0.1 if away_s < 10 else 0)
        assert above.looks == "calling C017"

    @pytest.mark.parametrize("away_s", [4, 30])
    def test_a_snapshot_flashes_only_what_is_new(self, away_s: float, show: Show) -> None:
        above = show()
        above.day.open(3)
        above.link.go_dark()
        floor = _floor_with_call(above)
        above.clock.advance(away_s)
        above.link.snapshot(floor)
        assert above.looks == ("calling C017 flashes" if away_s < 10 else "calling C017")

    def test_a_snapshot_of_one_who_came_meanwhile_does_not_flash(self, show: Show) -> None:
        above = show()
        above.day.open(3)
        above.link.go_dark()
        above.link.snapshot(_floor_with_call(above, starts=True))
        assert above.looks == "serving C017"

    def test_a_call_that_was_seen_does_not_flash_again(self, show: Show) -> None:
        above = show()
        called(above)
        above.clock.advance(11)
        above.link.go_dark()
        above.link.snapshot(above.link.floor)
        assert above.looks == "calling C017"

    def test_a_screen_that_comes_later_shows_what_is(self, show: Show) -> None:
        first = show()
        called(first)
        first.clock.advance(20)
        late = show(connects=False, clock=HeldClockwork(first.clock.now()))
        late.link.connect_to(first.hall, first.link.floor)
        assert late.looks == "calling C017"

    @pytest.mark.logs("there is no window")
    def test_a_hall_that_lost_the_window_says_so(self, show: Show) -> None:
        above = show()
        above.link.set_hall(_without_window(above))
        assert shows(above.app.view, "wrong:zh")
        above.link.set_hall(above.hall)
        assert text_of(above.app.view, "windowText") == "3"


def test_nothing_wakes_it_but_what_is_seen(show: Show) -> None:
    above = show(None, 1)
    above.day.open(1)
    above.clock.advance(50)
    before = above.clock.rings
    above.clock.advance(120)
    # The foot's language every six seconds, a notice every twelve.
    assert above.clock.rings - before <= 120 / 6 + 120 / 12 + 2


def _floor_with_call(above: Above, *, starts: bool = False) -> Floor:
    events: list[Event] = []
    day = Day(above.hall, events.append, above.clock.now)
    day.open(3)
    day.take(N)
    day.call(N, 3)
    if starts:
        day.start(N)
    floor = replay(above.hall, events)
    assert floor.seq > empty_floor(above.hall).seq
    return floor


def _without_window(above: Above) -> Hall:
    return replace(above.hall, windows=tuple(each for each in above.hall.windows if each.number != 3))
