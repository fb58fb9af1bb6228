"""A kiosk at which a guide signs in, on lines that the test holds in its hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QSize
from PySide6.QtQuick import QQuickView
from pytestqt.qtbot import QtBot

from core.client.reply import Answer
from core.domain.clock import to_text
from core.domain.floor import Floor, empty_floor
from core.domain.hall import Hall, Proof, Reason, VisitorClass
from core.domain.people import Role
from core.domain.window import WindowStatus
from kiosk.app import PORTRAIT, KioskApp
from kiosk.state import Page
from kiosk.timings import Timings
from tests.kiosk.conftest import Time
from tests.support import qml
from tests.support.fake_link import FakeLink
from tests.support.halls import lhasa_like
from tests.support.rotation import rotating

CLERK, PIN, NAME = "0501", "2468", "白玛"
DISABLED = VisitorClass(
    "disabled",
    {"zh": "残疾人", "bo": "དབང་པོ་སྐྱོན་ཅན།", "en": "Disabled"},
    weight=2.0,
    head_start_min=20.0,
    proof=Proof.GUIDE,
)
CANCELS = (
    Reason("visitor", {"zh": "群众取消", "bo": "ཞུ་མཁན་གྱིས་ཕྱིར་འཐེན།", "en": "Visitor gave up"}, "cancel"),
    Reason("wrong_queue", {"zh": "取错号", "bo": "ཨང་རྟགས་ནོར་བ།", "en": "Wrong queue"}, "cancel"),
)
AT = datetime(2026, 11, 22, 1, 2, 3, tzinfo=UTC)


def guided(hall: Hall | None = None) -> Hall:
    """Return a hall with a class that only a guide gives, and reasons to cancel."""
    hall = hall or lhasa_like()
    return replace(hall, classes=(*hall.classes, DISABLED), reasons=(*hall.reasons, *CANCELS))


class Tablet:
    """A kiosk without a printer, as a guide meets it.

    Attributes:
        link: The kiosk's own line.
        gate: The line before the sign-in.
        line: That of the guide's token.
    """

    def __init__(self, bot: QtBot, size: QSize) -> None:
        self.link = FakeLink()
        self.gate = FakeLink()
        self.line = FakeLink()
        self.tokens: list[str] = []
        self.time = Time()
        self.bot = bot
        self.app = KioskApp(
            self.link,
            (),
            size=size,
            machine="tablet-1",
            timings=Timings(settle_s=0),
            clock=self.time.clock,
            now=self.time.now,
            guide_line=self._make,
        )
        self.app.show()
        bot.waitUntil(self.view.isExposed)

    def _make(self, token: str) -> FakeLink:
        self.tokens.append(token)
        return self.line if token else self.gate

    @property
    def view(self) -> QQuickView:
        """The window."""
        return self.app.view

    def connect(self, hall: Hall | None = None, **waiting: int) -> None:
        """Let the core come up; window 1 is open and window 2 pauses."""
        hall = hall or guided()
        floor: Floor = empty_floor(hall)
        floor.waiting.update(waiting)
        for number, status in ((1, WindowStatus.OPEN), (2, WindowStatus.PAUSED)):
            if number in floor.windows:
                floor.windows[number] = replace(floor.windows[number], status=status)
        self.link.connect_to(hall, floor)

    def tap(self, *names: str) -> None:
        """Touch one after the other, each when it is there."""
        for name in names:
            self.bot.waitUntil(partial(qml.shows, self.view, name))
            self.bot.waitUntil(lambda: not self.app._session.inputs.busy)
            qml.tap(self.view, name)

    def type(self, typed: str) -> None:
        """Touch the keys of the pad."""
        self.tap(*(f"type:{each}" for each in typed))

    def open_sign_in(self) -> None:
        """Open the page that a machine in the guide's mode begins with."""
        self.app._session.act("guide")

    def sign_in(self, role: Role = Role.GUIDE) -> None:
        """Sign in by touch; the core lets the guide in."""
        body = {"token": "t-1", "clerk": CLERK, "name": NAME, "window": None, "role": role.value}
        self.gate.answer_next("/api/sign-in", Answer(body))
        self.open_sign_in()
        self.type(CLERK)
        self.tap("guide.pin")
        self.type(PIN)
        self.tap("guide.in")
        self.settle()

    def settle(self) -> None:
        """Let every planned answer come."""
        for line in (self.gate, self.line, self.link):
            line.settle()

    def pass_time(self, seconds: float) -> None:
        """Let time go by; the kiosk looks at its clock."""
        self.time.seconds += seconds
        self.app.tick()

    def page(self) -> Page:
        """Which page is open."""
        return self.app._session.inputs.at.page

    def look_at(self, **more: Any) -> None:
        """Find a ticket by touch; the core answers it."""
        self.line.answer_next("/api/tickets?number=A017", Answer({"tickets": [leg()]}))
        self.line.answer_next("/api/tickets/id-A017", ticket_now(**more))
        self.tap("guide.find")
        self.type("A017")
        self.tap("guide.look")
        self.settle()


def leg(number: str = "A017", slip: str | None = "printed", at: datetime = AT) -> dict[str, object]:
    """Return a leg as the core lists what was looked for."""
    return {
        "id": f"id-{number}",
        "number": number,
        "queue": "insurance",
        "state": "waiting",
        "taken_at": to_text(at),
        "slip": slip,
    }


def ticket_now(number: str = "A017", **more: Any) -> Answer:
    """Return the core's answer about a ticket."""
    legs = [{"step": 1, "queue": "insurance", "state": more.get("state", "waiting"), "window": None}]
    body = {
        **leg(number),
        "class": "ordinary",
        "lang": "zh",
        "ahead": 3,
        "wait": {"p50_s": 480, "p90_s": 900},
        "step": 1,
        "steps": 1,
        "matter": None,
        "assisted": False,
        "legs": legs,
    }
    return Answer({**body, **more})


def queues(**longest_s: int) -> Answer:
    """Return the core's answer about the queues."""
    listed: list[dict[str, Any]] = [
        {"id": each.id, "waiting": 1, "longest_s": longest_s.get(each.id), "estimate": None, "windows": [1]}
        for each in guided().queues
    ]
    listed[0]["estimate"] = {"p50_s": 480, "p90_s": 900}
    return Answer({"queues": listed})


size = rotating(portrait=PORTRAIT, tablet=QSize(1280, 800))
"""How a tablet is held."""


@pytest.fixture
def tablet(qtbot: QtBot, size: QSize) -> Iterator[Tablet]:
    """A tablet that has not heard the core yet."""
    made = Tablet(qtbot, size)
    yield made
    made.app.close()
