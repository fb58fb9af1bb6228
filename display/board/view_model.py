"""A board as QML sees it: hears the line and the clock, publishes what is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot

from core.client.port import Link
from core.domain.event import Event
from core.domain.screen import Screen
from core.qt.models import KeyedModel, plain
from display.board.asking import Asking
from display.board.derive import BoardInputs, BoardProps, Row, changes_at, derive_board
from display.board.heard import hear_event, hear_snapshot
from display.board.plan import Picture
from display.board.strip import Tile
from display.clockwork import Clockwork
from display.following import Ears, Progress, dark_since
from display.words import Speak

_LISTS = ("rows", "tiles")
WHOLE_HALL = Screen()


def _shown(name: str) -> Callable[[BoardViewModel], Any]:
    return lambda board: plain(getattr(board.props, name))


def _plan(board: BoardViewModel) -> dict[str, Any]:
    plan = board.props.plan
    more = {"tileLines": plan.tile_lines, "tilesAcross": plan.tiles_across}
    return {**plain(replace(plan, places=())), **more, "tints": plan.colours}


class BoardViewModel(QObject):
    """What one board shows; every property is a plain value, lines are ``{language, text}``.

    Nothing runs while nothing changes: one alarm sleeps until the board looks different next.
    """

    connectingChanged = Signal()  # noqa: N815 - QML's names
    connectingLinesChanged = Signal()  # noqa: N815
    titlesChanged = Signal()  # noqa: N815
    logoChanged = Signal()  # noqa: N815
    zoneChanged = Signal()  # noqa: N815
    clockChanged = Signal()  # noqa: N815
    datesChanged = Signal()  # noqa: N815
    heroChanged = Signal()  # noqa: N815
    headsChanged = Signal()  # noqa: N815
    planChanged = Signal()  # noqa: N815
    placesChanged = Signal()  # noqa: N815
    numberLettersChanged = Signal()  # noqa: N815
    windowLettersChanged = Signal()  # noqa: N815
    noCallsChanged = Signal()  # noqa: N815
    waitingLabelChanged = Signal()  # noqa: N815
    tilePageChanged = Signal()  # noqa: N815
    windowsChanged = Signal()  # noqa: N815
    passedLabelChanged = Signal()  # noqa: N815
    passedChanged = Signal()  # noqa: N815
    noticesChanged = Signal()  # noqa: N815
    darkChanged = Signal()  # noqa: N815
    faultChanged = Signal()  # noqa: N815
    litChanged = Signal()  # noqa: N815

    def __init__(
        self,
        link: Link,
        clockwork: Clockwork,
        speak: Speak,
        *,
        screen: Screen = WHOLE_HALL,
        asks: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._link = link
        self._clockwork = clockwork
        self._progress = Progress(link)
        self._inputs = BoardInputs(now=clockwork.now(), speak=speak, screen=screen)
        self._props = BoardProps()
        self._rows = KeyedModel(Row, self)
        self._tiles = KeyedModel(Tile, self)
        self._asking = Asking(link, self._hear_asked, self) if asks else None
        self._ears = Ears(
            (link.hall_changed, self._hear_hall),
            (link.happened, self._hear_event),
            (link.snapshot_taken, self._hear_snapshot),
            (link.went_live, self._hear_live),
            (link.went_dark, self._hear_dark),
        )
        clockwork.on_alarm(self._hear_time)
        self._update(self._known_already())

    @property
    def props(self) -> BoardProps:
        """What is shown now."""
        return self._props

    @property
    def waiting_for_a_row(self) -> int:
        """How many calls the list has no row for yet."""
        return len(self._inputs.roll.waiting)

    def set_fault(self, fault: str) -> None:
        """Show a line about what is wrong with this machine, e.g. a missing font."""
        self._update(replace(self._now(), fault=fault))

    def set_media(self, filled: bool) -> None:
        """Give pictures and films their room, or take it back."""
        self._update(replace(self._now(), media=filled))

    def stop(self) -> None:
        """Hear nothing any more."""
        self._ears.stop()
        if self._asking is not None:
            self._asking.stop()

    def _known_already(self) -> BoardInputs:
        """What the line knows when the board comes later than its hall; nothing of it is new."""
        floor, hall = self._link.floor, self._link.hall
        inputs = replace(self._inputs, hall=hall)
        if self._link.live_since is None:
            return inputs
        self._progress.note_floor()
        heard = hear_snapshot(inputs, floor, self._progress.seen, self._progress.core_ahead)
        return replace(heard, dark_since=dark_since(self._link))

    def _hear_hall(self) -> None:
        self._update(replace(self._now(), hall=self._link.hall))

    def _hear_event(self, event: Event) -> None:
        inputs = self._now()
        late = self._progress.note_event(event, inputs.now)
        self._update(hear_event(inputs, self._link.floor, event, late=late))

    def _hear_snapshot(self) -> None:
        progress = self._progress
        heard = hear_snapshot(self._now(), self._link.floor, progress.seen, progress.core_ahead)
        progress.note_floor()
        self._update(heard)

    def _hear_live(self) -> None:
        self._update(replace(self._now(), dark_since=None))

    def _hear_dark(self) -> None:
        inputs = self._now()
        self._update(replace(inputs, dark_since=inputs.now))

    def _hear_asked(self, **heard: Any) -> None:
        self._update(replace(self._now(), **heard))

    @Slot(float, float, float)
    def measured(self, width: float, height: float, density: float) -> None:
        """Lay the board out for a picture of so many px, on a monitor of so many px per mm."""
        picture = Picture(width, height, density)
        if min(width, height) > 0 and picture != self._inputs.picture:
            self._update(replace(self._now(), picture=picture))

    def _hear_time(self) -> None:
        self._update(self._now())

    def _now(self) -> BoardInputs:
        now = self._clockwork.now()
        inputs = self._inputs
        return replace(inputs, now=now, stage=inputs.stage.settled(now), roll=inputs.roll.settled(now))

    def _update(self, inputs: BoardInputs) -> None:
        old, self._props = self._props, derive_board(inputs)
        # As many rows as the layout has: who waits for one may get it at once.
        plan = self._props.plan
        inputs = replace(inputs, roll=inputs.roll.roomy(plan.room, plan.rush_room, inputs.now))
        self._inputs = inputs
        self._rows.show(self._props.rows)
        self._tiles.show(self._props.tiles)
        for name in BoardProps.__dataclass_fields__:
            if name not in _LISTS and getattr(self._props, name) != getattr(old, name):
                getattr(self, f"{_camel(name)}Changed").emit()
        self._clockwork.wake_at(changes_at(inputs, self._props))

    connecting = Property(bool, _shown("connecting"), notify=connectingChanged)
    connectingLines = Property(list, _shown("connecting_lines"), notify=connectingLinesChanged)  # noqa: N815
    titles = Property(list, _shown("titles"), notify=titlesChanged)
    logo = Property(str, _shown("logo"), notify=logoChanged)
    zone = Property(list, _shown("zone"), notify=zoneChanged)
    clock = Property(str, _shown("clock"), notify=clockChanged)
    dates = Property(list, _shown("dates"), notify=datesChanged)
    hero = Property(dict, _shown("hero"), notify=heroChanged)
    heads = Property(list, _shown("heads"), notify=headsChanged)
    plan = Property(dict, _plan, notify=planChanged)
    places = Property(list, _shown("places"), notify=placesChanged)
    numberLetters = Property(int, _shown("number_letters"), notify=numberLettersChanged)  # noqa: N815
    windowLetters = Property(int, _shown("window_letters"), notify=windowLettersChanged)  # noqa: N815
    passedLabel = Property(list, _shown("passed_label"), notify=passedLabelChanged)  # noqa: N815
    passed = Property(list, _shown("passed"), notify=passedChanged)
    noCalls = Property(list, _shown("no_calls"), notify=noCallsChanged)  # noqa: N815
    waitingLabel = Property(list, _shown("waiting_label"), notify=waitingLabelChanged)  # noqa: N815
    tilePage = Property(str, _shown("tile_page"), notify=tilePageChanged)  # noqa: N815
    windows = Property(list, _shown("windows"), notify=windowsChanged)
    notices = Property(list, _shown("notices"), notify=noticesChanged)
    dark = Property(list, _shown("dark"), notify=darkChanged)
    fault = Property(str, _shown("fault"), notify=faultChanged)
    lit = Property(bool, _shown("lit"), notify=litChanged)

    @Property(QObject, constant=True)
    def rows(self) -> QObject:
        """The latest calls, newest first."""
        return self._rows

    @Property(QObject, constant=True)
    def tiles(self) -> QObject:
        """The waiting counts of the page in view."""
        return self._tiles


def _camel(name: str) -> str:
    head, *rest = name.split("_")
    return head + "".join(word.capitalize() for word in rest)
