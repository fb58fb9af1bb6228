"""A screen's line to a real core, through every kind of bad day."""

from __future__ import annotations

import itertools
import signal
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from core.client.feed import Feed, FeedState
from core.client.link import CoreLink
from core.client.reply import Answer, Reply
from core.domain.event import EventKind
from core.domain.people import Role
from tests.core.client.conftest import Watch, Watched
from tests.support.running_core import CoreHandle, CoreProcess

SOON_MS = 30_000
SHIPPED = "lhasa"


@pytest.fixture
def process(tmp_path: Path) -> Iterator[CoreProcess]:
    found = CoreProcess(SHIPPED, tmp_path)
    found.start()
    yield found
    found.send_signal(signal.SIGCONT)
    found.stop()


def any_queue(watched: Watched) -> str:
    assert watched.link.hall is not None
    return watched.link.hall.queues[0].id


def take(core: CoreHandle, queue: str, count: int = 1) -> None:
    for _ in range(count):
        assert core.post("/api/tickets", {"queue": queue}).status == 201


def reached(qtbot: QtBot, watched: Watched, core: CoreHandle) -> None:
    seq = core.ask("GET", "/api/health").body["seq"]
    qtbot.waitUntil(lambda: watched.link.floor.seq == seq, timeout=SOON_MS)


def live(qtbot: QtBot, watched: Watched) -> None:
    qtbot.waitUntil(lambda: watched.link.live, timeout=SOON_MS)


def test_a_link_goes_live_and_events_arrive(core: CoreHandle, watch: Watch, qtbot: QtBot) -> None:
    watched = watch(core)
    watched.link.start()
    live(qtbot, watched)
    assert watched.told == ["hall_changed", "snapshot_taken", "went_live"]
    began = watched.link.floor.seq
    take(core, "insurance", 3)
    reached(qtbot, watched, core)
    assert watched.seqs == [began + 1, began + 2, began + 3]
    assert watched.link.floor.waiting["insurance"] == 3
    assert watched.link.live_since is not None


def test_a_filtered_link_shows_its_own_and_keeps_its_place(
    core: CoreHandle, watch: Watch, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.service.routes.feed.REACHED_EVERY_S", 0.02)
    watched = watch(core)
    watched.link.start(zone="business")
    live(qtbot, watched)
    take(core, "insurance")
    take(core, "company")
    take(core, "insurance")
    reached(qtbot, watched, core)
    assert [event.data["queue"] for event in watched.happened] == ["company"]
    assert watched.link.floor.waiting == {"company": 1, "food": 0, "advice": 0}


def other_profile(core: CoreHandle, window: int, tiers: str) -> None:
    answer = core.ask(
        "PUT", f"/api/windows/{window}/profile", {"tiers": tiers}, token=core.token(Role.SUPERVISOR)
    )
    assert answer.status == 200


def test_a_window_that_gets_other_queues_is_told_of_them(
    core: CoreHandle, watch: Watch, qtbot: QtBot
) -> None:
    take(core, "food", 2)
    take(core, "advice", 3)
    watched = watch(core)
    watched.link.start(window="3")
    live(qtbot, watched)
    assert watched.link.floor.waiting == {"company": 0, "food": 2}
    other_profile(core, 3, "advice; food")
    qtbot.waitUntil(lambda: watched.link.floor.waiting == {"advice": 3, "food": 2}, timeout=SOON_MS)
    take(core, "advice")
    qtbot.waitUntil(lambda: watched.link.floor.waiting["advice"] == 4, timeout=SOON_MS)
    assert "went_dark" not in watched.told
    assert watched.link.live


def test_a_window_whose_queues_stay_keeps_its_line(core: CoreHandle, watch: Watch, qtbot: QtBot) -> None:
    watched = watch(core)
    watched.link.start(window="4")
    live(qtbot, watched)
    other_profile(core, 3, "advice")
    other_profile(core, 4, "food; company")
    qtbot.waitUntil(lambda: watched.told.count("hall_changed") == 3, timeout=SOON_MS)
    assert watched.told.count("snapshot_taken") == 1


def test_a_core_that_ends_just_then_is_noticed(process: CoreProcess, watch: Watch, qtbot: QtBot) -> None:
    watched = watch(process.handle)
    watched.link.start()
    live(qtbot, watched)
    process.kill()
    watched.link._feed.begin_anew()
    qtbot.waitUntil(lambda: not watched.link.live, timeout=SOON_MS)
    process.start()
    live(qtbot, watched)


def test_a_link_asks_and_is_answered(core: CoreHandle, qtbot: QtBot) -> None:
    link = CoreLink(core.url, core.token(Role.KIOSK))
    replies: list[Reply] = []
    link.post("/api/tickets", {"queue": "insurance"}, replies.append)
    link.get("/api/queues", replies.append)
    qtbot.waitUntil(lambda: len(replies) == 2, timeout=SOON_MS)
    assert all(isinstance(reply, Answer) for reply in replies)
    link.stop()


def test_after_a_crash_of_the_core_the_screen_comes_back_and_misses_nothing(
    process: CoreProcess, watch: Watch, qtbot: QtBot
) -> None:
    watched = watch(process.handle)
    watched.link.start()
    live(qtbot, watched)
    began = watched.link.floor.seq
    take(process.handle, any_queue(watched), 2)
    reached(qtbot, watched, process.handle)
    process.kill()
    qtbot.waitUntil(lambda: not watched.link.live, timeout=SOON_MS)
    process.start()
    take(process.handle, any_queue(watched), 2)
    live(qtbot, watched)
    reached(qtbot, watched, process.handle)
    assert watched.seqs == list(range(began + 1, began + 5)), "every event once, by resuming"
    assert watched.told.count("snapshot_taken") == 1
    assert watched.told[-2:] == ["went_dark", "went_live"]
    assert watched.link.floor.waiting[any_queue(watched)] == 4


def test_a_core_that_hangs_is_noticed_and_resumed_when_it_goes_on(
    process: CoreProcess, watch: Watch, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.client.feed.HEARTBEAT_MS", 100)
    monkeypatch.setattr("core.client.feed.CONNECT_TIMEOUTS_MS", (200,))
    watched = watch(process.handle)
    watched.link.start()
    live(qtbot, watched)
    process.send_signal(signal.SIGSTOP)
    qtbot.waitUntil(lambda: not watched.link.live, timeout=SOON_MS)
    # It tries again and again: each time the system connects, and nobody shakes hands.
    states: set[FeedState] = set()
    feed = watched.link._feed

    def tried_twice() -> bool:
        states.add(feed.state)
        return feed._attempt >= 3

    qtbot.waitUntil(tried_twice, timeout=SOON_MS)
    assert FeedState.OPEN not in states
    process.send_signal(signal.SIGCONT)
    live(qtbot, watched)
    take(process.handle, any_queue(watched))
    reached(qtbot, watched, process.handle)
    assert watched.happened[-1].kind is EventKind.TAKEN
    assert watched.told.count("snapshot_taken") == 1


def test_a_core_that_hangs_is_noticed_where_every_timer_is_late(
    process: CoreProcess, watch: Watch, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A program that is held up does not blame the core for it, but not for ever."""
    now = itertools.count(0, 100)
    monkeypatch.setattr("core.client.feed.steady_s", lambda: float(next(now)))
    watched = watch(process.handle)
    watched.link._feed._heartbeat.setInterval(50)
    watched.link.start()
    live(qtbot, watched)
    process.send_signal(signal.SIGSTOP)
    qtbot.waitUntil(lambda: not watched.link.live, timeout=SOON_MS)
    process.send_signal(signal.SIGCONT)
    live(qtbot, watched)


def test_a_hall_that_is_known_is_not_sent_again(core: CoreHandle, watch: Watch, qtbot: QtBot) -> None:
    first, second = watch(core), watch(core)
    first.link.start()
    live(qtbot, first)
    second.link.start()
    live(qtbot, second)
    assert second.link.hall is first.link.hall
    assert told_hall(core) == {"2xx": 1, "3xx": 1}
    name = {"name": "Changed", "role": "clerk", "pin": "2468"}
    assert core.ask("PUT", "/api/clerks/0301", name, token=core.token(Role.ADMIN)).status == 200
    profile = {"tiers": [{"queues": ["food"]}]}
    assert core.ask("PUT", "/api/windows/1/profile", profile, token=core.token(Role.ADMIN)).status == 200
    qtbot.waitUntil(lambda: both_serve(first, second, ("food",)), timeout=SOON_MS)


def both_serve(first: Watched, second: Watched, queues: tuple[str, ...]) -> bool:
    halls = [each.link.hall for each in (first, second)]
    return all(hall is not None and hall.window(1).queues == queues for hall in halls)


def told_hall(core: CoreHandle) -> dict[str, int]:
    """Return how often the core told its hall, and how often that it is as it was, by the status."""
    lines = core.ask("GET", "/metrics").body.splitlines()
    told = [line for line in lines if line.startswith("hallcall_requests_total") and '"/api/hall"' in line]
    return {line.split('status="')[1][:3]: int(float(line.split()[-1])) for line in told}


def test_a_port_that_shakes_no_hands_is_tried_again(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.client.feed.CONNECT_TIMEOUTS_MS", (50,))
    with socket.create_server(("127.0.0.1", 0)) as listener:
        feed = Feed(f"http://127.0.0.1:{listener.getsockname()[1]}", "x")
        lost: list[None] = []
        feed.lost.connect(lambda: lost.append(None))
        feed.start()
        qtbot.waitUntil(lambda: feed._attempt >= 3, timeout=SOON_MS)
        feed.stop()
    assert lost == [], "what was never up is not lost"


def test_a_screen_that_starts_before_its_core_waits_for_it(
    process: CoreProcess, watch: Watch, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    watched = watch(process.handle)
    process.kill()
    watched.link.start()
    qtbot.waitUntil(lambda: "did not tell its hall" in caplog.text, timeout=SOON_MS)
    assert not watched.told
    process.start()
    live(qtbot, watched)
    assert watched.told == ["hall_changed", "snapshot_taken", "went_live"]


def test_a_token_that_is_not_valid_is_told_and_asked_again(core: CoreHandle, qtbot: QtBot) -> None:
    feed = Feed(core.url, "nonsense")
    with qtbot.waitSignals([feed.unauthorized, feed.unauthorized], timeout=SOON_MS):
        feed.start()
    assert feed.state is not FeedState.OPEN
    feed.stop()


def test_a_feed_whose_filter_is_not_there_never_opens(core: CoreHandle, qtbot: QtBot) -> None:
    feed = Feed(core.url, core.token(Role.SCREEN))
    opened: list[None] = []
    feed.opened.connect(lambda: opened.append(None))
    with qtbot.waitSignal(feed.unauthorized, timeout=SOON_MS):
        feed.start(zone="no_such")
    feed.stop()
    assert opened == []


def test_who_stopped_hears_nothing_any_more(core: CoreHandle, watch: Watch, qtbot: QtBot) -> None:
    stopped, other = watch(core), watch(core)
    for watched in (stopped, other):
        watched.link.start()
        live(qtbot, watched)
    stopped.link.stop()
    told, happened = list(stopped.told), len(stopped.happened)
    replies: list[Reply] = []
    stopped.link.get("/api/hall", replies.append)
    take(core, "insurance", 2)
    reached(qtbot, other, core)
    assert (stopped.told, len(stopped.happened), replies) == (told, happened, [])


def test_who_stops_while_the_hall_is_fetched_hears_nothing(
    core: CoreHandle, watch: Watch, qtbot: QtBot
) -> None:
    stopped, other = watch(core), watch(core)
    stopped.link.start()
    stopped.link.stop()
    other.link.start()
    live(qtbot, other)
    assert stopped.told == []
    assert stopped.link.hall is None


def test_a_token_that_the_core_does_not_know_is_told_with_what_to_do(
    core: CoreHandle, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    link = CoreLink(core.url, "nonsense", QCoreApplication.instance())
    link.start()
    qtbot.waitUntil(lambda: "did not tell its hall" in caplog.text, timeout=SOON_MS)
    link.stop()
    link.deleteLater()
    assert "auth.required" in caplog.text
    assert "hallcall token" in caplog.text


def test_a_zone_that_the_hall_does_not_have_is_told_with_those_it_has(
    core: CoreHandle, watch: Watch, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    link = watch(core).link
    with qtbot.waitSignal(link.hall_changed, timeout=SOON_MS):
        link.start(zone="no_such")
    assert "no zone 'no_such'; it has" in caplog.text


def test_the_log_says_when_the_line_is_up(
    core: CoreHandle, watch: Watch, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    watched = watch(core)
    watched.link.start()
    live(qtbot, watched)
    assert "following the hall" in caplog.text
