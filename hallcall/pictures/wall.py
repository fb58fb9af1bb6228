"""A public screen on which scenes are played, through a line that is told what to say."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtGui import QImage

from core.app.ratings import indicators_now
from core.client.port import Link
from core.client.reply import Answer, Reply
from core.domain.clock import to_text
from core.domain.codec import to_json
from core.domain.event import MASKED_NAME, Event, EventKind
from core.domain.hall import Hall, Window
from core.domain.layout import Part
from core.domain.screen import FaceKind, Screen
from core.domain.ticket import LegState
from display.app import DisplayApp
from display.board.face import BoardFace
from display.collect.part import CollectPart
from display.face import MakeFace
from display.faces import FACES
from display.words import Speak
from hallcall.demo.hands import items, settle_item
from hallcall.pictures.line import ToldLine
from hallcall.pictures.usual import NOW, morning, queue_told

LANDSCAPE, PORTRAIT = QSize(1920, 1080), QSize(1080, 1920)
FOUR_K = QSize(3840, 2160)
FORMS = {
    "wide": LANDSCAPE,
    "tall": PORTRAIT,
    "4k": FOUR_K,
    "small": QSize(800, 480),
    "upright": QSize(600, 1024),
    "strip": QSize(1920, 360),
}
"""The panels that pictures are taken on."""
_SETTLES = 4
_AT_ONCE = timedelta(seconds=4)
"""What flashes four times a second need not be seen each time."""
_LINGERS = timedelta(seconds=12)
"""What flashes has ended after so long."""


class StandingClock:
    """A clock that stands; its alarm rings when a scene lets time pass."""

    def __init__(self, now: datetime, at_once: timedelta = _AT_ONCE) -> None:
        """Stand at ``now``; of the alarms within ``at_once`` one rings."""
        self._now = now
        self._at_once = at_once
        self._ring: Callable[[], None] = lambda: None
        self._alarm: datetime | None = None

    def now(self) -> datetime:
        """Return the time, UTC."""
        return self._now

    def on_alarm(self, ring: Callable[[], None]) -> None:
        """Set who is called when the alarm rings."""
        self._ring = ring

    def wake_at(self, moment: datetime) -> None:
        """Let the alarm ring once at ``moment``."""
        self._alarm = moment

    def stop(self) -> None:
        """Ring never again."""
        self._ring, self._alarm = lambda: None, None

    def skip_to(self, moment: datetime) -> None:
        """Let time pass, with one alarm at the end of it."""
        self._now = moment
        if self._alarm is not None and self._alarm <= moment:
            self._alarm = None
            self._ring()

    def go_to(self, moment: datetime) -> None:
        """Let time pass, with the alarms on the way."""
        while self._alarm is not None and self._alarm <= moment:
            self._now, self._alarm = min(moment, max(self._alarm, self._now + self._at_once)), None
            self._ring()
        self._now = moment


Play = Callable[["Wall"], bool | None]
"""Makes a scene of a screen that was just put up; ``False``: this hall has no such thing."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A screen in one state.

    Attributes:
        name: Of the picture: what it shows and its state, ``"hall-burst"``.
        play: What happened.
        screen: Which screen of a hall, or the name of one; ``None``: this hall has none of it.
        hall: Makes another hall of the shipped one, e.g. with notices.
        forms: Of :data:`FORMS`: on which panels it is looked at.
        faces: What is shown instead of a usual face: a page that no hall names.
    """

    name: str
    play: Play
    screen: Callable[[Hall], Screen | str | None]
    hall: Callable[[Hall], Hall] = lambda hall: hall
    forms: tuple[str, ...] = ("wide", "tall")
    faces: Mapping[FaceKind, MakeFace] = field(default_factory=dict)


class Wall:
    """A screen of the display; its time stands still at :data:`NOW`.

    Attributes:
        line: What the screen hears.
        screen: What it was started for.
        now: The time of what happens.
    """

    def __init__(
        self,
        hall: Hall,
        screen: Screen | str,
        size: QSize,
        faces: Mapping[FaceKind, MakeFace] | None = None,
    ) -> None:
        self.hall = hall
        self.screen = screen
        self.now = NOW - timedelta(minutes=10)
        self.line = ToldLine(hall)
        self._clocks: list[StandingClock] = []
        self._last: dict[str, int] = {}
        self._called: dict[str, int] = {}
        self._results = 0
        # A pad asks for it as soon as it stands.
        self.answer("/api/ratings/indicators", Answer(to_json(indicators_now())))
        board = partial(BoardFace, extras={Part.COLLECT: self._collect_part})
        made: dict[FaceKind, MakeFace] = {**FACES, FaceKind.BOARD: board, **(faces or {})}
        self.app = DisplayApp(self.line, screen, size=size, clockwork=self._clock, faces=made)
        self.app.show()
        # Nothing is painted on the way to the picture, which takes most of the time.
        self.app.view.hide()

    @property
    def windows(self) -> tuple[Window, ...]:
        """The windows that this screen tells of, the largest numbers first: they need the most room."""
        shown = [each for each in self.hall.windows if each.queues]
        if isinstance(self.screen, Screen) and self.screen.zone:
            shown = [each for each in shown if each.zone == self.screen.zone]
        if isinstance(self.screen, Screen) and self.screen.windows:
            shown = [each for each in shown if each.number in self.screen.windows]
        return tuple(sorted(shown, key=lambda each: -each.number))

    def begin(self) -> None:
        """Say how the hall stands on a usual morning; nobody was called yet."""
        queues = [queue_told(self.hall, each) for each in self.hall.queues]
        self.answer("/api/queues", Answer({"queues": queues}))
        self.answer("/api/passed", Answer({"passed": []}))
        self.line.live_since = self.now
        floor = morning(self.hall)
        if isinstance(self.screen, Screen):
            # Whose own screen it is begins with nobody there.
            views = {each: replace(floor.windows[each], visitor=None) for each in self.screen.windows}
            floor.windows |= views
        self.line.snapshot(floor)
        self.settle()

    def answer(self, path: str, reply: Reply) -> None:
        """Plan an answer of the core."""
        self.line.will(path, reply)

    def passed(self, count: int) -> None:
        """Let so many numbers have been passed; said before :meth:`begin`."""
        zones = [self.screen.zone] if isinstance(self.screen, Screen) and self.screen.zone else []
        queues = [each for each in self.hall.queues if each.zone in zones or not zones]
        told = [queues[at % len(queues)] for at in range(count)]
        numbers = [
            {"number": f"{each.prefix}{at * 7 % 90 + 3:03d}", "zone": each.zone}
            for at, each in enumerate(told)
        ]
        self.answer("/api/passed", Answer({"passed": numbers}))

    def call(self, window: Window, number: int = 0, queue: str = "", name: str = "") -> str:
        """Let a window call the next number of a queue of its, with a masked name; return the number."""
        of = self.hall.queue(queue or window.queues[0])
        self._last[of.id] = number or self._last.get(of.id, 16) + 1
        label = f"{of.prefix}{self._last[of.id]:03d}"
        self._called[label] = 1
        # Somebody waited for it: a scene of many calls ends with as many who wait as it began.
        self.line.floor.waiting[of.id] += 1
        told: dict[str, Any] = {"calls": 1, "why": {}, **({MASKED_NAME: name} if name else {})}
        self._leg(EventKind.CALLED, label, of.id, window, LegState.WAITING, LegState.CALLED, **told)
        return label

    def recall(self, window: Window) -> None:
        """Let a window call its visitor again."""
        label, queue = self._visitor(window)
        self._called[label] = self._called.get(label, 1) + 1
        states = LegState.CALLED, LegState.CALLED
        self._leg(EventKind.RECALLED, label, queue, window, *states, calls=self._called[label], why={})

    def start(self, window: Window) -> None:
        """Let a window's visitor be there."""
        label, queue = self._visitor(window)
        self._leg(EventKind.STARTED, label, queue, window, LegState.CALLED, LegState.SERVING)

    def finish(self, window: Window) -> None:
        """Let a window's visitor be served, and go."""
        label, queue = self._visitor(window)
        self._leg(EventKind.DONE, label, queue, window, LegState.SERVING, LegState.DONE)

    def result_ready(self, text: str, window: Window, *, queue: str = "", day: date | None = None) -> None:
        """Let a result be ready at a window; with a queue: at any that serves it.

        Args:
            text: The number that it is collected by.
            window: Where.
            queue: Whose windows.
            day: Business date of the number, ``None``: today's.
        """
        self._results += 1
        told: dict[str, Any] = {"result": f"r{self._results}", "text": text, "by": "clerk:0301"}
        told |= {"queue": queue} if queue else {}
        told |= {"date": day.isoformat()} if day else {}
        seq, at = self.line.floor.seq + 1, None if queue else window.number
        self.line.push(Event(seq, self.now, EventKind.RESULT_READY, window=at, zone=window.zone, data=told))

    def window_does(self, kind: EventKind, window: Window, **data: Any) -> None:
        """Let a window open, pause or close."""
        self._push(kind, window, {"clerk": "0301", **data})

    def pass_time(self, by: timedelta = _LINGERS) -> None:
        """Let time pass."""
        self.now += by
        self.settle()
        for clock in self._clocks:
            clock.go_to(self.now)
        self.settle()

    def settle(self) -> None:
        """Let everything find its place, and let go of what was there before."""
        for _ in range(_SETTLES):
            QCoreApplication.processEvents()
            self.line.settle()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            settle_item(self.app.view.contentItem())

    def picture(self) -> QImage:
        """Return what stands on the screen."""
        for item in items(self.app.view):
            # What runs through its line does so by the machine's clock.
            if item.objectName() == "noticeWords":
                item.setX(0)
        return self.app.view.grabWindow()

    def close(self) -> None:
        """Take the screen down."""
        self.app.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _visitor(self, window: Window) -> tuple[str, str]:
        visitor = self.line.floor.visitor(window.number)
        assert visitor is not None, f"nobody is at window {window.number}"
        return visitor.number, visitor.queue

    def _leg(
        self,
        kind: EventKind,
        number: str,
        queue: str,
        window: Window,
        before: LegState,
        after: LegState,
        **data: Any,
    ) -> None:
        told = {"number": number, "queue": queue, "class": self.hall.classes[0].id, "by": "clerk:0301"}
        told |= {"from": before.value, "to": after.value, "called_at": to_text(self.now), **data}
        self._push(kind, window, told, number)

    def _push(self, kind: EventKind, window: Window, data: dict[str, Any], number: str | None = None) -> None:
        leg = f"{number}.1" if number else None
        seq = self.line.floor.seq + 1
        self.line.push(Event(seq, self.now, kind, number, leg, window.number, window.zone, data))

    def _collect_part(self, link: Link, screen: Screen, speak: Speak) -> CollectPart:
        return CollectPart(link, screen, speak, self._clock())

    def _clock(self) -> StandingClock:
        self._clocks.append(StandingClock(self.now))
        return self._clocks[-1]


@contextmanager
def put_up(hall: Hall, language: str, scene: Scene, form: str) -> Iterator[Wall | None]:
    """Give a screen on which a scene was played, ``None`` where this hall has none of it.

    Args:
        hall: Whose screen.
        language: The language that stands first, as if the hall had named it first.
        scene: What happened.
        form: Of :data:`FORMS`.
    """
    others = tuple(each for each in hall.languages if each != language)
    told = scene.hall(replace(hall, languages=(language, *others)))
    screen = scene.screen(told)
    if screen is None:
        yield None
        return
    wall = Wall(told, screen, FORMS[form], scene.faces)
    try:
        shown = scene.play(wall) is not False
        wall.settle()
        yield wall if shown else None
    finally:
        wall.close()
        # Now, one at a time, rather than dozens of windows in the midst of something else.
        del wall
        gc.collect()
