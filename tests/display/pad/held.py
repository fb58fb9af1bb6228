"""A rating pad at window 3 whose time and line a test holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest

from core.app.ratings import indicators_now
from core.client.reply import Answer, Reply
from core.domain.codec import to_json
from core.domain.event import Event, EventKind
from core.domain.hall import Hall
from core.domain.screen import FaceKind, Screen
from display.app import DisplayApp
from display.pad.face import PadFace
from display.pad.view_model import INDICATORS, PadViewModel
from tests.display.held import HeldClockwork
from tests.support.day import Day
from tests.support.fake_link import FakeLink
from tests.support.halls import lhasa_like
from tests.support.qml import tap

RATE = "/api/windows/3/rate"
KEPT = Answer({"number": "C017", "leg": "C017.1", "level": 5})
SMALL = QSize(1024, 600)


def pad_screen(inches: float = 7.0) -> Screen:
    """Return the pad of window 3."""
    return Screen(face=FaceKind.PAD, windows=(3,), inches=inches)


@dataclass
class HeldPad:
    """A pad in a window, with its line, its clock and the day it hears of; the window is open.

    Attributes:
        app: The program that shows it.
    """

    hall: Hall = field(default_factory=lhasa_like)
    size: QSize = field(default_factory=lambda: SMALL)
    inches: float = 7.0
    clock: HeldClockwork = field(default_factory=HeldClockwork)
    link: FakeLink = field(default_factory=FakeLink)
    connects: bool = True
    full_screen: bool = False

    def __post_init__(self) -> None:
        self.app = DisplayApp(
            self.link, pad_screen(self.inches), size=self.size, clockwork=lambda: self.clock
        )
        self.day = Day(self.hall, self.link.push, self.clock.now)
        self.app.show(full_screen=self.full_screen)
        if self.connects:
            self.connect()

    def connect(self) -> None:
        """Let the core come up, and open the window."""
        self.link.answer_next(INDICATORS, Answer(to_json(indicators_now())))
        self.link.connect_to(self.hall)
        self.link.settle()
        self.day.open(3)

    @property
    def pad(self) -> PadViewModel:
        face = self.app.face
        assert isinstance(face, PadFace)
        return face.pad

    @property
    def page(self) -> str:
        return self.pad.props.page

    @property
    def told(self) -> str:
        """What is told in English."""
        return next((each.text for each in self.pad.props.told.lines if each.language == "en"), "")

    @property
    def ratings(self) -> list[dict[str, Any]]:
        return [body for path, body in self.link.posts if path == RATE]

    def serve(self, number: str = "C017") -> None:
        """Somebody is called to the window and served."""
        self.day.call(number, 3)
        self.clock.advance(1)
        self.day.start(number)
        self.clock.advance(1)

    def finish(self, number: str = "C017") -> None:
        """A visitor was served and is done; the page has stood for a moment."""
        self.serve(number)
        self.day.finish(number)
        self.clock.advance(1)

    def rating_event(self, kind: EventKind, leg: str = "C017.1") -> None:
        """The clerk asks for a rating, or one is given somewhere."""
        self.day.seq += 1
        number = leg.partition(".")[0]
        data: Mapping[str, Any] = {"number": number, "leg": leg, "queue": "food", "by": "clerk:0301"}
        self.link.push(Event(self.day.seq, self.clock.now(), kind, number, leg, 3, "business", data))

    def touch(self, name: str) -> None:
        """Touch what is called so, once the page has stood for a moment."""
        self.clock.advance(1)
        tap(self.app.view, name)

    def key(self, key: Qt.Key, keypad: bool = False) -> None:
        """Press a key of a keyboard, or of a number pad."""
        self.clock.advance(1)
        how = Qt.KeyboardModifier.KeypadModifier if keypad else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(self.app.view, key, how)

    def answer(self, reply: Reply = KEPT) -> None:
        """Answer the rating that was asked to be kept last."""
        at = next(n for n, ask in enumerate(self.link.unanswered) if ask.path == RATE)
        ask = self.link.unanswered[at]
        del self.link.unanswered[at]
        ask.answer(reply)


def slowly(hall: Hall, seconds: int) -> Hall:
    """Return the hall with another time to answer."""
    return replace(hall, rating_answer_s=seconds)
