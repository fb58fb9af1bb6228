"""A window screen as QML sees it: hears the line and the clock, publishes what is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Property, QObject, Signal

from core.client.port import Link
from core.domain.event import Event
from core.domain.screen import Screen
from core.qt.models import KeyedModel, plain
from display.clockwork import Clockwork
from display.following import Ears, Progress, dark_since
from display.window.derive import Cell, WindowInputs, WindowProps, changes_at, derive_windows
from display.window.heard import hear_event, hear_snapshot, settled
from display.words import Speak


def _shown(name: str) -> Callable[[WindowViewModel], Any]:
    return lambda screen: plain(getattr(screen.props, name))


class WindowViewModel(QObject):
    """What one window screen shows; every property is a plain value, lines are ``{language, text}``.

    Nothing runs while nothing changes: one alarm sleeps until the screen looks different next.
    """

    connectingChanged = Signal()  # noqa: N815 - QML's names
    connectingLinesChanged = Signal()  # noqa: N815
    darkChanged = Signal()  # noqa: N815
    faultChanged = Signal()  # noqa: N815
    litChanged = Signal()  # noqa: N815

    def __init__(
        self,
        link: Link,
        clockwork: Clockwork,
        speak: Speak,
        screen: Screen,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._link = link
        self._clockwork = clockwork
        self._progress = Progress(link)
        self._inputs = WindowInputs(clockwork.now(), speak, screen)
        self._props = WindowProps()
        self._cells = KeyedModel(Cell, self)
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
    def props(self) -> WindowProps:
        """What is shown now."""
        return self._props

    def set_fault(self, fault: str) -> None:
        """Show a line about what is wrong with this machine, e.g. a missing font."""
        self._update(replace(self._now(), fault=fault))

    def stop(self) -> None:
        """Hear nothing any more."""
        self._ears.stop()

    def _known_already(self) -> WindowInputs:
        """What the line knows when the screen comes later than its hall; nothing of it is new."""
        floor = self._link.floor
        inputs = replace(self._inputs, hall=self._link.hall)
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
        # Most of what happens in a hall happens elsewhere.
        if event.window in inputs.screen.windows:
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

    def _hear_time(self) -> None:
        self._update(self._now())

    def _now(self) -> WindowInputs:
        return settled(self._inputs, self._clockwork.now())

    def _update(self, inputs: WindowInputs) -> None:
        self._inputs = inputs
        old, self._props = self._props, derive_windows(inputs)
        self._cells.show(self._props.cells)
        for name, changed in self._changes():
            if getattr(self._props, name) != getattr(old, name):
                changed.emit()
        self._clockwork.wake_at(changes_at(inputs, self._props))

    def _changes(self) -> tuple[tuple[str, Any], ...]:
        return (
            ("connecting", self.connectingChanged),
            ("connecting_lines", self.connectingLinesChanged),
            ("dark", self.darkChanged),
            ("fault", self.faultChanged),
            ("lit", self.litChanged),
        )

    connecting = Property(bool, _shown("connecting"), notify=connectingChanged)
    connectingLines = Property(list, _shown("connecting_lines"), notify=connectingLinesChanged)  # noqa: N815
    dark = Property(list, _shown("dark"), notify=darkChanged)
    fault = Property(str, _shown("fault"), notify=faultChanged)
    lit = Property(bool, _shown("lit"), notify=litChanged)

    @Property(QObject, constant=True)
    def cells(self) -> QObject:
        """The windows, from the left."""
        return self._cells
