"""Pads against a real core: what visitors touch and press is kept once, and no clerk is told."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.client.link import CoreLink
from core.domain.event import Event, EventKind
from core.domain.people import Role
from display.app import DisplayApp
from display.pad.face import PadFace
from display.pad.view_model import PadViewModel
from tests.display.held import HeldClockwork
from tests.display.pad.held import SMALL, pad_screen
from tests.support.halls import lhasa_like
from tests.support.proxy import losing_proxy
from tests.support.qml import shows, tap, text_of
from tests.support.running_core import CoreHandle, Reply, core_in_thread

WITHIN_MS = 20_000
DAY = timedelta(days=1)


@pytest.fixture(scope="module")
def core(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CoreHandle]:
    with core_in_thread(lhasa_like(), tmp_path_factory.mktemp("core")) as handle:
        token = handle.token(Role.CLERK, 3, "0301")
        assert handle.post("/api/windows/3/open", token=token).status == 200
        yield handle


@dataclass
class Window:
    """Window 3 with its pad, its clerk and the visitors who come to it."""

    core: CoreHandle
    qtbot: QtBot
    url: str = ""
    clock: HeldClockwork = field(default_factory=HeldClockwork)

    def __post_init__(self) -> None:
        link = CoreLink(self.url or self.core.url, self.core.token(Role.SCREEN, subject="pad-3"))
        self.app = DisplayApp(link, pad_screen(), size=SMALL, clockwork=lambda: self.clock)
        self.clerk = self.core.token(Role.CLERK, 3, "0301")
        self.app.show()
        self.until(lambda: self.pad.props.page == "rest" and self.pad.inputs.asked is not None)

    @property
    def pad(self) -> PadViewModel:
        assert isinstance(self.app.face, PadFace)
        return self.app.face.pad

    @property
    def told(self) -> str:
        return next((each.text for each in self.pad.props.told.lines if each.language == "en"), "")

    def until(self, condition: Any) -> None:
        self.qtbot.waitUntil(condition, timeout=WITHIN_MS)

    def act(self, name: str) -> Reply:
        """Let the clerk do something."""
        reply = self.core.post(f"/api/windows/3/{name}", token=self.clerk)
        assert reply.status == 200, reply
        return reply

    def take(self) -> dict[str, Any]:
        """Let a visitor take a number."""
        ticket: dict[str, Any] = self.core.post("/api/tickets", {"queue": "food"}).body
        return ticket

    def serve(self) -> dict[str, Any]:
        """Let a visitor come to the window."""
        ticket = self.take()
        self.act("call-next")
        self.act("start")
        return ticket

    def finish(self) -> dict[str, Any]:
        """Let a visitor be served, and be asked."""
        ticket = self.serve()
        self.act("finish")
        self.asked(ticket["number"])
        return ticket

    def asked(self, number: str) -> None:
        """Wait until the pad asks the visitor of that number."""
        self.until(lambda: shows(self.app.view, "whom:0") and text_of(self.app.view, "whom:0") == number)

    def touch(self, name: str) -> None:
        self.clock.advance(1)
        tap(self.app.view, name)

    def key(self, key: Qt.Key) -> None:
        self.clock.advance(1)
        QTest.keyClick(self.app.view, key)

    def levels(self) -> dict[str, int]:
        """Return how many ratings of each level the core has."""
        now = datetime.now(UTC)
        days = f"from={(now - DAY).date()}&to={(now + DAY).date()}"
        levels: dict[str, int] = self.core.get(f"/api/ratings?{days}").body["total"]["levels"]
        return levels


@pytest.fixture
def window(core: CoreHandle, qtbot: QtBot) -> Iterator[Window]:
    window = Window(core, qtbot)
    yield window
    window.app.close()


@contextmanager
def counting(window: Window, **more: int) -> Iterator[None]:
    """Check that as many ratings of each level more are kept afterwards, ``l5=1``, and no others."""
    before = window.levels()
    yield
    after = window.levels()
    assert {level: after[level] - before[level] for level in after if after[level] != before[level]} == {
        name.removeprefix("l"): count for name, count in more.items()
    }


def test_visitors_rate_by_touch_once_each_or_not_at_all(window: Window) -> None:
    with counting(window, l4=1, l1=1):
        window.finish()
        window.touch("level:4")
        window.until(lambda: window.told == "Thank you for your rating")
        window.clock.advance(6)
        window.touch("rate")
        assert window.told.startswith("This visit has been rated already")
        window.clock.advance(6)

        window.finish()
        for name in ("language:bo", "level:1", "reason:slow", "more", "reason:unfriendly", "send"):
            window.touch(name)
        window.until(lambda: window.told == "Thank you for your rating")

        window.finish()
        window.touch("skip")
        assert window.pad.props.page == "rest"

        window.finish()
        window.clock.advance(61)
        assert window.pad.props.page == "rest"


def test_visitors_rate_by_five_keys(window: Window) -> None:
    with counting(window, l5=1, l2=1):
        window.finish()
        window.key(Qt.Key.Key_5)
        window.until(lambda: window.told == "Thank you for your rating")
        window.finish()
        for key in (Qt.Key.Key_2, Qt.Key.Key_1, Qt.Key.Key_5):
            window.key(key)
        window.until(lambda: window.told == "Thank you for your rating")


def test_the_next_visitor_ends_the_question_and_one_key_leaves_it_to_the_first(window: Window) -> None:
    with counting(window, l3=1):
        window.finish()
        second = window.take()
        window.act("call-next")
        window.until(lambda: window.pad.props.page == "rest")

        window.act("start")
        third = window.take()
        window.act("call-next")
        window.asked(second["number"])
        window.touch("level:3")
        window.until(lambda: window.told == "Thank you for your rating")
        window.act("start")
        window.act("finish")
        window.asked(third["number"])
        window.touch("skip")


def test_who_rated_by_phone_is_not_asked_on(window: Window) -> None:
    with counting(window, l5=1):
        ticket = window.finish()
        assert window.core.ask("POST", f"/api/ratings/{ticket['track']}", {"level": 5}).status == 201
        window.until(lambda: window.told.startswith("This visit has been rated already"))


def test_an_answer_lost_in_the_cut_is_one_rating(core: CoreHandle, qtbot: QtBot) -> None:
    with losing_proxy(core.url) as proxy:
        window = Window(core, qtbot, proxy.url)
        with counting(window, l5=1):
            window.finish()
            # The answer, and what the feed tells of it.
            proxy.lose = 2
            window.touch("level:5")
            window.until(lambda: window.told == "Thank you for your rating")
            sent = [each for each in proxy.requests if each.startswith(b"POST /api/windows/3/rate")]
            assert len(sent) >= 2
        window.app.close()


def test_no_clerk_is_told_how_anybody_rated(window: Window) -> None:
    heard: list[Event] = []
    console = CoreLink(window.core.url, window.clerk)
    console.happened.connect(heard.append)
    console.start(window="3")
    window.until(lambda: console.live)
    ticket = window.serve()
    window.act("ask-rating")
    window.asked(ticket["number"])
    window.touch("level:1")
    window.touch("reason:slow")
    window.touch("send")
    window.until(lambda: any(each.kind is EventKind.RATED for each in heard))
    window.act("finish")
    window.until(lambda: any(each.kind is EventKind.DONE for each in heard))
    console.stop()
    told = [json.dumps(each.to_json()) for each in heard]
    asked = [
        window.core.ask("GET", path, token=window.clerk)
        for path in ("/api/windows", "/api/hall", f"/api/tickets/{ticket['id']}", "/api/windows/3/suspended")
    ]
    assert all(each.status == 200 for each in asked)
    told += [json.dumps(each.body) for each in asked if "queues" not in each.body]
    assert not any("level" in each or '"slow"' in each for each in told)
    rated = next(each for each in heard if each.kind is EventKind.RATED)
    assert set(rated.data) == {"number", "leg", "queue", "by"}
    today = datetime.now(UTC)
    days = f"from={(today - DAY).date()}&to={(today + DAY).date()}"
    own = window.core.ask("GET", f"/api/ratings/mine?{days}", token=window.clerk)
    assert own.body["key"] == "rating.day_not_over"
    assert window.core.ask("GET", f"/api/ratings?{days}", token=window.clerk).status == 403
