"""The list of results as QML sees it: hears the line and the clock, publishes what is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot

from core.client.port import Link
from core.domain.event import Event, EventKind
from core.domain.ready_results import GONE
from core.domain.screen import Screen
from core.qt.models import KeyedModel, plain
from display.clockwork import Clockwork
from display.collect.derive import (
    CollectInputs,
    CollectProps,
    Entry,
    changes_at,
    derive_collect,
    pages_of,
)
from display.collect.room import Area
from display.following import Ears
from display.words import Speak

_ABOUT = GONE | {EventKind.RESULT_READY, EventKind.ERASED}


def _shown(name: str) -> Callable[[CollectViewModel], Any]:
    return lambda collect: plain(getattr(collect.props, name))


class CollectViewModel(QObject):
    """What one list of results shows; every property is a plain value, lines are ``{language, text}``.

    Nothing runs while nothing changes: one alarm sleeps until the list looks different next. As a part of a
    board it sleeps until the board has a place for it (:meth:`measured`).

    Args:
        waits: It is a part, and there may be no place for it.
    """

    litChanged = Signal()  # noqa: N815 - QML's names
    pageChanged = Signal()  # noqa: N815
    clockChanged = Signal()  # noqa: N815
    changed = Signal()

    def __init__(
        self,
        link: Link,
        clockwork: Clockwork,
        speak: Speak,
        screen: Screen,
        *,
        waits: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._link = link
        self._clockwork = clockwork
        self._waits = waits
        self._inputs = CollectInputs(clockwork.now(), speak, screen)
        self._props = CollectProps()
        self._entries = KeyedModel(Entry, self)
        self._ears = Ears(
            (link.hall_changed, self._hear_floor),
            (link.happened, self._hear_event),
            (link.snapshot_taken, self._hear_floor),
            (link.went_live, self._hear_live),
            (link.went_dark, self._hear_dark),
        )
        clockwork.on_alarm(self._hear_time)
        self._hear_floor()

    @property
    def props(self) -> CollectProps:
        """What is shown now."""
        return self._props

    def set_fault(self, fault: str) -> None:
        """Show a line about what is wrong with this machine, e.g. a missing font."""
        self._update(replace(self._now(), fault=fault))

    def stop(self) -> None:
        """Hear nothing any more."""
        self._ears.stop()

    @Slot(float, float, float, float, float)
    def measured(self, width: float, height: float, across: float, down: float, density: float) -> None:
        """Lay the list out for so many px, on a screen of so many px and px per mm."""
        area = Area(width, height, across, down, density)
        if min(width, height, across, down) <= 0 or (area == self._inputs.area and not self._waits):
            return
        self._waits = False
        self._update(replace(self._now(), area=area))

    def _hear_floor(self) -> None:
        self._update(self._of_floor(self._now()))

    def _hear_event(self, event: Event) -> None:
        if event.kind not in _ABOUT:
            return
        before, heard = self._inputs, self._of_floor(self._now())
        came = event.data.get("result") if event.kind is EventKind.RESULT_READY else None
        # What was missed while the line was down is not new to anybody who stands here.
        if came is not None and self._link.live and any(each.id == came for each in heard.results):
            paging = heard.paging.came(came, heard.now, pages_of(replace(before, now=heard.now)))
            heard = replace(heard, paging=paging)
        self._update(heard)

    def _hear_live(self) -> None:
        self._update(replace(self._of_floor(self._now()), dark_since=None))

    def _hear_dark(self) -> None:
        inputs = self._now()
        self._update(replace(inputs, dark_since=inputs.now))

    def _hear_time(self) -> None:
        self._update(self._now())

    def _of_floor(self, inputs: CollectInputs) -> CollectInputs:
        """Return the inputs with what the line knows."""
        zone = inputs.screen.zone or None
        ready = self._link.floor.results
        newest = tuple(ready.newest(zone))
        known = self._link.live_since is not None
        return replace(
            inputs,
            hall=self._link.hall,
            known=known,
            results=newest,
            more=ready.count(zone) - len(newest),
            dark_since=None if self._link.live or not known else inputs.dark_since or self._link.live_since,
        )

    def _now(self) -> CollectInputs:
        now = self._clockwork.now()
        return replace(self._inputs, now=now, paging=self._inputs.paging.settled(now))

    def _update(self, inputs: CollectInputs) -> None:
        self._inputs = inputs
        if self._waits:
            return
        old, self._props = self._props, derive_collect(inputs)
        self._entries.show(self._props.entries)
        for name, changed in (
            ("lit", self.litChanged),
            ("page", self.pageChanged),
            ("clock", self.clockChanged),
        ):
            if getattr(self._props, name) != getattr(old, name):
                changed.emit()
        if _rest(self._props) != _rest(old):
            self.changed.emit()
        self._clockwork.wake_at(changes_at(inputs, self._props))

    connecting = Property(bool, _shown("connecting"), notify=changed)
    connectingLines = Property(list, _shown("connecting_lines"), notify=changed)  # noqa: N815
    titles = Property(list, _shown("titles"), notify=changed)
    zone = Property(list, _shown("zone"), notify=changed)
    clock = Property(str, _shown("clock"), notify=clockChanged)
    dates = Property(list, _shown("dates"), notify=changed)
    please = Property(list, _shown("please"), notify=changed)
    noneYet = Property(list, _shown("none_yet"), notify=changed)  # noqa: N815
    room = Property(dict, _shown("room"), notify=changed)
    numberLetters = Property(int, _shown("number_letters"), notify=changed)  # noqa: N815
    windowLetters = Property(float, _shown("window_letters"), notify=changed)  # noqa: N815
    page = Property(str, _shown("page"), notify=pageChanged)
    tints = Property(dict, _shown("tints"), notify=changed)
    letters = Property(float, _shown("letters"), notify=changed)
    notices = Property(list, _shown("notices"), notify=changed)
    dark = Property(list, _shown("dark"), notify=changed)
    fault = Property(str, _shown("fault"), notify=changed)
    lit = Property(bool, _shown("lit"), notify=litChanged)

    @Property(QObject, constant=True)
    def entries(self) -> QObject:
        """The results of the page in view, newest first."""
        return self._entries


def _rest(props: CollectProps) -> CollectProps:
    """Return what has no signal of its own."""
    return replace(props, entries=(), lit=False, page="", clock="")
