"""Keeps the bar at its edge, whatever the clerk, the screens and the letters do."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, QPoint, QRect, QSize, SignalInstance
from PySide6.QtWidgets import QWidget

from caller.bar.geometry import (
    Area,
    Edge,
    Place,
    Screen,
    bar_area,
    beside,
    edge_within,
    inside,
    nearest_edge,
    place_at,
    screen_at,
    screen_beyond,
)
from caller.bar.page import BarPage
from caller.keys import Act, Command
from caller.settings import CallerSettings
from caller.theme import scaled

_REACH = 120
"""So near to an edge, in px of the design, a bar in the hand turns to lie there."""
_STEP = 0.1
_EDGES = {
    Command.DOCK_TOP: Edge.TOP,
    Command.DOCK_BOTTOM: Edge.BOTTOM,
    Command.DOCK_LEFT: Edge.LEFT,
    Command.DOCK_RIGHT: Edge.RIGHT,
}


class Plugged(Protocol):
    """Which screens there are, the primary one first; ``changed`` says that it is otherwise now."""

    @property
    def changed(self) -> SignalInstance: ...  # noqa: D102

    def all(self) -> tuple[Screen, ...]: ...  # noqa: D102


class Dock(QObject):
    """Moves one window as a bar, or as the whole console, and remembers where it was put.

    On a system that lets no program place its windows (Wayland) they stay where the system puts them.
    """

    def __init__(self, window: QWidget, screens: Plugged, settings: CallerSettings) -> None:
        super().__init__(window)
        self._window = window
        self._screens = screens
        self._settings = settings
        self._bar: BarPage | None = None
        screens.changed.connect(self._screens_changed)

    def use_screens(self, screens: Plugged) -> None:
        """Hear of other screens than this machine's own."""
        self._screens.changed.disconnect(self._screens_changed)
        self._screens = screens
        screens.changed.connect(self._screens_changed)
        self._screens_changed()

    def hold(self, bar: BarPage) -> None:
        """Keep the window as a bar with that page."""
        self._bar = bar
        bar.dragged.connect(self._drag)
        bar.dropped.connect(self._drop)
        self.settle()

    def settle(self) -> None:
        """Lie where the bar belongs, as large as it must be; not while it is in a hand."""
        if self._bar is not None and not self._bar.dragging:
            screen = self._home()
            self._lie(screen, self._settings.bar_place(screen.id))

    def beside(self, anchor: QPoint, size: QSize) -> QRect:
        """Return where something of that size drops from the bar, as near to ``anchor`` as can be."""
        at, screen = self._window.geometry(), self._here()
        bar = Area(at.x(), at.y(), at.width(), at.height())
        edge = self._settings.bar_place(screen.id).edge
        along = anchor.y() if edge.upright else anchor.x()
        found = beside(screen.area, bar, edge, along, size.width(), size.height())
        return QRect(found.x, found.y, found.width, found.height)

    def hold_panel(self, width: int, height: int) -> None:
        """Keep the window as the whole console, at least so large; higher than the screen it is scrolled."""
        self._bar = None
        at = self._settings.panel_at
        screen = next((each for each in self._screens.all() if at and each.id == at[0]), None)
        x, y = self._window.x(), self._window.y()
        if at is not None and screen is not None:
            x, y = screen.area.x + at[1], screen.area.y + at[2]
        self._stand(screen or self._here(), x, y, width, height)

    def room(self) -> QSize:
        """Return how large the whole console can be where it stands, without its frame."""
        frame = self._window.frameGeometry().size() - self._window.size()
        area = self._here().area
        return QSize(area.width, area.height) - frame

    def remember_panel(self) -> None:
        """Remember where the whole console stands."""
        if self._bar is None:
            here, at = self._here(), self._window.pos()
            self._settings.remember_panel(here.id, at.x() - here.area.x, at.y() - here.area.y)

    def grow_panel(self, width: int, height: int) -> None:
        """Make the whole console larger where it must be."""
        size = self._window.size()
        if width > size.width() or height > size.height():
            self._stand_here(max(width, size.width()), max(height, size.height()))

    def do(self, act: Act) -> None:
        """Do what a key says: to another edge, on to the next screen, along the edge."""
        if self._bar is None:
            return
        screen = self._home()
        place = self._settings.bar_place(screen.id)
        if act in (Command.ALONG_BACK, Command.ALONG_ON):
            step = _STEP if act is Command.ALONG_ON else -_STEP
            place = Place(place.edge, min(max(place.along + step, 0.0), 1.0))
        elif isinstance(act, Command) and act in _EDGES:
            screen, place = self._towards(_EDGES[act], screen, place)
        else:
            return
        self._settings.remember_bar(screen.id, place)
        self.settle()

    def _towards(self, edge: Edge, screen: Screen, place: Place) -> tuple[Screen, Place]:
        if place.edge is not edge:
            return screen, Place(edge, place.along)
        return screen_beyond(self._screens.all(), screen, edge) or screen, place

    def _home(self) -> Screen:
        """Return the screen the bar belongs to; unplugged, the primary one, until it is back."""
        screens, wanted = self._screens.all(), self._settings.bar_screen
        return next((screen for screen in screens if screen.id == wanted), screens[0])

    def _here(self) -> Screen:
        middle = self._window.geometry().center()
        return screen_at(self._screens.all(), middle.x(), middle.y())

    def _lie(self, screen: Screen, place: Place) -> None:
        assert self._bar is not None
        self._turn(screen, place.edge)
        self._put(bar_area(screen.area, place, *self._bar.wanted()))

    def _put(self, area: Area) -> None:
        wanted = QRect(area.x, area.y, area.width, area.height)
        if self._window.geometry() != wanted:
            self._window.setGeometry(wanted)

    def _drag(self, at: QPoint) -> None:
        """Follow the hand; near an edge, lie there already."""
        assert self._bar is not None
        screen = screen_at(self._screens.all(), at.x(), at.y())
        edge = edge_within(screen.area, at.x(), at.y(), scaled(_REACH))
        if edge is not None:
            self._lie(screen, self._place(screen, edge, at))
            return
        size = self._window.size()
        self._put(Area(at.x() - size.width() // 2, at.y() - size.height() // 2, size.width(), size.height()))

    def _drop(self, at: QPoint) -> None:
        screen = screen_at(self._screens.all(), at.x(), at.y())
        edge = nearest_edge(screen.area, at.x(), at.y())
        self._settings.remember_bar(screen.id, self._place(screen, edge, at))
        self.settle()

    def _place(self, screen: Screen, edge: Edge, at: QPoint) -> Place:
        assert self._bar is not None
        self._turn(screen, edge)
        return place_at(screen.area, edge, at.x(), at.y(), self._bar.wanted()[0])

    def _turn(self, screen: Screen, edge: Edge) -> None:
        assert self._bar is not None
        extent = screen.area.height if edge.upright else screen.area.width
        self._bar.fit(extent, upright=edge.upright, grows_up=edge is Edge.BOTTOM)

    def _screens_changed(self) -> None:
        if not self._screens.all():
            return
        if self._bar is not None:
            self.settle()
        else:
            self._stand_here(self._window.width(), self._window.height())

    def _stand_here(self, width: int, height: int) -> None:
        self._stand(self._here(), self._window.x(), self._window.y(), width, height)

    def _stand(self, screen: Screen, x: int, y: int, width: int, height: int) -> None:
        """Put the whole console on a screen, the frame that the system gives it too."""
        frame = self._window.frameGeometry().size() - self._window.size()
        area = inside(screen.area, Area(x, y, width + frame.width(), height + frame.height()))
        self._window.move(area.x, area.y)
        self._window.resize(area.width - frame.width(), area.height - frame.height())
