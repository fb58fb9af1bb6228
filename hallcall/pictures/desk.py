"""A console on which scenes are played, through a line that is told what to say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSettings, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from caller.app import LANGUAGES, CallerApp
from caller.bar.geometry import Area, Edge, Place, Screen
from caller.floor.window import SIZE
from caller.settings import CallerSettings
from caller.theme import Appearance, Shade, scaled, use
from caller.view_model import Console
from core.client.reply import Answer, Reply
from core.domain.event import Event, EventKind
from core.domain.floor import AtWindow, WindowView
from core.domain.hall import Hall, Item, Queue
from core.domain.ticket import LegState
from core.domain.window import WindowStatus
from core.qt.translate import Translations
from hallcall.pictures.line import ToldLine
from hallcall.pictures.usual import NOW, morning, queue_told

CLERK = "0301"
SCREEN = QSize(1920, 1080)
_SETTLES = 4


@dataclass(frozen=True, slots=True)
class Look:
    """How a console looks.

    Attributes:
        scale: In per cent.
    """

    name: str
    dark: bool = False
    scale: int = 100


LOOKS = (Look("light"), Look("dark", dark=True), Look("large", scale=200))

Play = Callable[["Desk"], bool | None]
"""Makes a scene of a console that was just opened; ``False``: this hall has no such thing."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A console in one state.

    Attributes:
        name: Of the picture: the shape and the state, ``"panel-serving"``.
        play: What happened.
        role: Who is signed in, ``""``: nobody.
        edge: Where the bar lies; ``None``: the whole console.
        screen: Width and height of the clerk's screen, px.
    """

    name: str
    play: Play
    role: str = "clerk"
    edge: Edge | None = None
    screen: tuple[int, int] = (SCREEN.width(), SCREEN.height())


class _OneScreen(QObject):
    """The screen of a clerk's machine, whatever this machine has."""

    changed = Signal()

    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self._area = Area(0, 0, width, height)

    def all(self) -> tuple[Screen, ...]:
        return (Screen("desk", self._area),)


class Desk:
    """A console in one look and language; its time stands still.

    Attributes:
        gate: What the core answers before somebody is signed in.
        line: The signed-in line.
        window: Number of the clerk's window: the hall's last one.
    """

    def __init__(self, hall: Hall, look: Look, language: str, folder: Path, scene: Scene) -> None:
        self.hall = hall
        self.language = language
        self.gate: Reply | None = None
        self.line = ToldLine(hall)
        self.window = max(each.number for each in hall.windows if each.queues)
        self.now = NOW
        self._role = scene.role
        settings = CallerSettings(QSettings(str(folder / "caller.ini"), QSettings.Format.IniFormat))
        settings.remember_language(language)
        settings.remember_scale(look.scale)
        settings.remember_shade(Shade.DARK if look.dark else Shade.LIGHT)
        settings.remember_bar("desk", Place(scene.edge or Edge.TOP))
        self.app = CallerApp(
            post=self._ask,
            link_for=lambda _token: self.line,
            settings=settings,
            window=self.window if scene.role in ("", "clerk") else None,
            strip=scene.edge is not None,
            clock=lambda: self.now,
            call_gap_ms=0,
            translations=_translations(),
        )
        self.line.setParent(self.app)
        self._screens = _OneScreen(*scene.screen)
        self.app.window.use_screens(self._screens)
        self.app.show()
        if scene.role:
            self.sign_in()
        if self.app.floor_window is not None:
            # As on the clerk's screen, whatever the one here is.
            self.top.resize(QSize(scaled(SIZE.width()), scaled(SIZE.height())).boundedTo(SCREEN))

    @property
    def console(self) -> Console:
        """The signed-in clerk's console."""
        assert self.app.console is not None
        return self.app.console

    @property
    def top(self) -> QWidget:
        """The window that is looked at."""
        return self.app.floor_window or self.app.window

    @property
    def queue(self) -> Queue:
        """The first queue of the window."""
        return self.hall.queue(self.hall.window(self.window).queues[0])

    def fill(self, clerk: str = CLERK, pin: str = "2468") -> None:
        """Fill in the sign-in."""
        self.type("clerk", clerk)
        self.type("pin", pin)

    def sign_in(self) -> None:
        """Come in by the fields."""
        place = self.window if self._role == "clerk" else None
        names = {"clerk": CLERK, "guide": "卓玛", "supervisor": "扎西"}
        self.gate = Answer(
            {"token": "t", "clerk": CLERK, "window": place, "role": self._role, "name": names[self._role]}
        )
        self.fill()
        self.click("sign-in-now")

    def begin(self, view: WindowView | None = None) -> None:
        """Say how the hall stands on a usual morning, this window as in ``view``: open and free."""
        floor = morning(self.hall)
        mine = view or self.at_window()
        floor.windows[self.window] = mine
        self.line.will(
            "/api/queues", Answer({"queues": [queue_told(self.hall, each) for each in self.hall.queues]})
        )
        self.line.snapshot(floor)
        self.hurry()

    def at_window(
        self, status: WindowStatus = WindowStatus.OPEN, visitor: AtWindow | None = None, **changed: Any
    ) -> WindowView:
        """Return this window in some state."""
        zone = self.hall.window(self.window).zone
        view: dict[str, Any] = {
            "clerk": CLERK,
            "since": NOW - timedelta(minutes=40),
            "visitor": visitor,
            **changed,
        }
        return WindowView(self.window, zone, status, **view)

    def visitor(self, state: LegState, number: int = 17, minutes: float = 3.2, **changed: Any) -> AtWindow:
        """Return somebody at this window since so many minutes, and say to ask for what they came for."""
        since, label = NOW - timedelta(minutes=minutes), f"{self.queue.prefix}{number:03d}"
        served = since if state is LegState.SERVING else None
        what: dict[str, Any] = {"visitor_class": self.hall.classes[0].id, "calls": 1, **changed}
        return AtWindow(
            "t", "t.1", label, self.queue.id, state=state, called_at=since, started_at=served, **what
        )

    def came_for(self, item: Item | None, matter: str | None = None, to_come: str = "") -> None:
        """Answer what the visitor at the window came for."""
        legs: list[dict[str, Any]] = [
            {"leg": "t.1", "item": item.id if item else None, "step": 1, "state": "called"}
        ]
        if to_come:
            legs.append({"leg": "t.2", "item": None, "step": 2, "state": "planned", "queue": to_come})
        self.line.will("/api/tickets/t", Answer({"matter": matter, "legs": legs}))

    def happens(self, kind: EventKind, **data: Any) -> None:
        """Say that something happened at this window, to whom is there."""
        about = self.line.floor.visitor(self.window)
        told: dict[str, Any] = {"by": f"clerk:{CLERK}", "clerk": CLERK, **data}
        if about is not None:
            told = {"number": about.number, "queue": about.queue, "class": about.visitor_class, **told}
        leg, ticket = (about.leg, about.ticket) if about else (None, None)
        event = Event(self.line.floor.seq + 1, self.now, kind, ticket, leg, self.window, None, told)
        self.line.push(event)

    def answer(self, path: str, reply: Reply) -> None:
        """Plan an answer of the core."""
        self.line.will(path, reply)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the keyboard is."""
        QTest.keyClick(self._focus(), key, modifier)
        self.settle()

    def keys(self, text: str) -> None:
        """Type where the keyboard is."""
        for each in text:
            QTest.keyClicks(self._focus(), each)
            self.settle()

    def type(self, name: str, text: str) -> None:
        """Fill a field, as an input method does."""
        field = self.top.findChild(QLineEdit, name)
        assert field is not None, name
        field.setText(text)
        field.textEdited.emit(text)
        self.settle()

    def click(self, name: str) -> None:
        """Click a button."""
        button = self.top.findChild(QAbstractButton, name)
        assert button is not None, name
        button.click()
        self.settle()

    def hurry(self) -> None:
        """Let come now what waits for its time, e.g. asking for the longest wait."""
        self.settle()
        for owner in (self.app.console, self.app.floor):
            for timer in owner.findChildren(QTimer) if owner is not None else ():
                if timer.isActive() and timer.isSingleShot():
                    timer.start(0)
        self.settle()

    def settle(self) -> None:
        """Let everything find its place; it is not painted on the way there, which takes half the time."""
        self.top.setUpdatesEnabled(False)
        for _ in range(_SETTLES):
            QCoreApplication.processEvents()
            self.line.settle()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        if self.app.console is not None:
            self.app.console.ticked.emit()

    def picture(self) -> QImage:
        """Return what stands on the screen."""
        return self.top.grab().toImage()

    def close(self) -> None:
        """Sign out and close the windows."""
        self.app.stop()
        for window in (self.app.floor_window, self.app.window):
            if window is not None:
                window.hide()
                window.deleteLater()
        self.app.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        use(Appearance())

    def _focus(self) -> QWidget:
        focus: QWidget | None = self.top.focusWidget()
        return self.top if focus is None else focus

    def _ask(self, _path: str, _body: Mapping[str, Any] | None, done: Callable[[Reply], None]) -> None:
        reply = self.gate
        if reply is not None:
            QTimer.singleShot(0, self.app, lambda: done(reply))


@cache
def _translations() -> Translations:
    """Return the words, read once for all pictures."""
    return Translations(LANGUAGES)


@contextmanager
def played(hall: Hall, look: Look, language: str, scene: Scene) -> Iterator[Desk | None]:
    """Give a console on which a scene was played, ``None`` where this hall has none of it."""
    with TemporaryDirectory() as folder:
        desk = Desk(hall, look, language, Path(folder), scene)
        try:
            shown = scene.play(desk) is not False
            desk.settle()
            desk.top.setUpdatesEnabled(True)
            yield desk if shown else None
        finally:
            desk.close()
