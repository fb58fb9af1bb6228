"""A pad as QML sees it: hears the line, the clock and the visitor, publishes what is shown."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot

from core.client.keys import new_key
from core.client.port import Link
from core.client.reply import Answer, Refused, Reply
from core.domain.codec import from_json
from core.domain.event import Event
from core.domain.rating import IndicatorSet
from core.domain.screen import Screen
from core.qt.models import plain
from display.clockwork import Clockwork
from display.following import Ears, dark_since
from display.pad import touched
from display.pad.derive import PadProps, changes_at, derive_pad
from display.pad.heard import hear_answer, hear_event, hear_snapshot
from display.pad.inputs import PadInputs, Sending, due, settled
from display.pad.sizes import Panel
from display.words import Speak

log = logging.getLogger(__name__)

INDICATORS = "/api/ratings/indicators"
_EXPECTED = ("rating.already", "window.empty")
"""Refusals that are no fault of anybody's."""


def _shown(name: str) -> Callable[[PadViewModel], Any]:
    return lambda pad: plain(getattr(pad.props, name))


class PadViewModel(QObject):
    """What one pad shows; every property is a plain value, lines are ``{language, text}``.

    Nothing of a visitor is kept beyond the rating's way to the core, and nothing is written to disk or log.
    """

    pageChanged = Signal()  # noqa: N815 - QML's names
    connectingChanged = Signal()  # noqa: N815
    lookChanged = Signal()  # noqa: N815
    restChanged = Signal()  # noqa: N815
    askChanged = Signal()  # noqa: N815
    reasonsChanged = Signal()  # noqa: N815
    toldChanged = Signal()  # noqa: N815
    clockChanged = Signal()  # noqa: N815
    noticesChanged = Signal()  # noqa: N815
    darkChanged = Signal()  # noqa: N815
    faultChanged = Signal()  # noqa: N815

    def __init__(
        self, link: Link, clockwork: Clockwork, speak: Speak, screen: Screen, parent: QObject | None = None
    ) -> None:
        """Follow the line; the pad stands at the first window of ``screen``."""
        super().__init__(parent)
        self._link = link
        self._clockwork = clockwork
        self._inches = screen.inches
        self._asking = self._stopped = False
        panel = Panel(inches=screen.inches)
        window = screen.windows[0] if screen.windows else 0
        self._inputs = PadInputs(clockwork.now(), speak, window, panel, link.hall, degraded=link.degraded)
        self._props = PadProps()
        self._ears = Ears(
            (link.hall_changed, self._hear_hall),
            (link.happened, self._hear_event),
            (link.snapshot_taken, self._hear_snapshot),
            (link.went_live, self._hear_live),
            (link.went_dark, self._hear_dark),
            (link.degraded_changed, self._hear_degraded),
        )
        clockwork.on_alarm(self._hear_time)
        self._begin()

    @property
    def props(self) -> PadProps:
        """What is shown now."""
        return self._props

    @property
    def inputs(self) -> PadInputs:
        """What it follows from."""
        return self._inputs

    def set_fault(self, fault: str) -> None:
        """Show a line about what is wrong with this machine."""
        self._update(replace(self._now(), fault=fault))

    def start(self) -> None:
        """Ask the core what visitors are asked."""
        self._fetch()

    def stop(self) -> None:
        """Hear nothing any more."""
        self._stopped = True
        self._ears.stop()

    def _begin(self) -> None:
        """Take what the line knows when the pad comes later than its hall."""
        inputs = self._inputs
        if self._link.live_since is not None:
            inputs = hear_snapshot(inputs, self._link.floor)
            inputs = replace(inputs, dark_since=dark_since(self._link))
        self._update(inputs)

    def _hear_hall(self) -> None:
        self._update(replace(self._now(), hall=self._link.hall))

    def _hear_event(self, event: Event) -> None:
        self._update(hear_event(self._now(), self._link.floor, event, live=self._link.live))

    def _hear_snapshot(self) -> None:
        self._update(hear_snapshot(self._now(), self._link.floor))

    def _hear_live(self) -> None:
        inputs = self._now()
        # What waits is sent at once: the visitor may still be here.
        now = tuple(
            each if each.next_at is None else replace(each, next_at=inputs.now) for each in inputs.sending
        )
        self._update(replace(inputs, dark_since=None, degraded=self._link.degraded, sending=now))
        # Another core may have come, with another set.
        self._fetch()

    def _hear_dark(self) -> None:
        inputs = self._now()
        self._update(replace(inputs, dark_since=inputs.now))

    def _hear_degraded(self) -> None:
        self._update(replace(self._now(), degraded=self._link.degraded))

    def _hear_time(self) -> None:
        self._update(self._now())
        if self._inputs.asked is None:
            self._fetch()

    def _fetch(self) -> None:
        if self._link.live and not self._asking:
            self._asking = True
            self._link.get(INDICATORS, self._indicators_came)

    def _indicators_came(self, reply: Reply) -> None:
        self._asking = False
        if self._stopped:
            return
        if isinstance(reply, Answer):
            asked = from_json(IndicatorSet, reply.body)
            self._update(replace(self._now(), asked=asked))
        else:
            log.warning("the core did not tell what visitors are asked: %s", reply)

    def _send(self, rating: Sending) -> None:
        path = f"/api/windows/{self._inputs.window}/rate"
        self._link.post(path, rating.body(), partial(self._answered, rating), rating.key)

    def _answered(self, rating: Sending, reply: Reply) -> None:
        if self._stopped:
            return
        if isinstance(reply, Refused) and reply.key not in _EXPECTED:
            log.warning("window %d: a rating is refused: %s", self._inputs.window, reply.key)
        self._update(hear_answer(self._now(), rating, reply))

    @Slot(float, float, float)
    def measured(self, width: float, height: float, density: float) -> None:
        """Lay the pages out for a panel of so many px, and so many px per mm as the monitor tells."""
        panel = Panel(width, height, self._inches, density)
        if min(width, height) > 0 and panel != self._inputs.panel:
            self._update(replace(self._now(), panel=panel))

    @Slot()
    def rate(self) -> None:
        """The visitor wants to rate."""
        self._update(touched.wants_to_rate(self._now()))

    @Slot(str)
    def speak(self, language: str) -> None:
        """Another language was chosen."""
        self._update(touched.choose_language(self._now(), language))

    @Slot(int)
    def pick(self, level: int) -> None:
        """A face was touched."""
        self._update(touched.pick_level(self._now(), level, new_key()))

    @Slot(str)
    def toggle(self, reason: str) -> None:
        """A reason was touched."""
        self._update(touched.toggle(self._now(), reason))

    @Slot()
    def more(self) -> None:
        """The next page of reasons is wanted."""
        self._update(touched.turn_page(self._now()))

    @Slot()
    def back(self) -> None:
        """The faces are wanted again."""
        self._update(touched.go_back(self._now()))

    @Slot()
    def send(self) -> None:
        """The rating is to be sent."""
        self._update(touched.send(self._now(), new_key()))

    @Slot()
    def skip(self) -> None:
        """The visitor does not rate."""
        self._update(touched.skip(self._now()))

    @Slot(int)
    def press(self, digit: int) -> None:
        """One of five keys was pressed."""
        self._update(touched.press(self._now(), digit, new_key()))

    def _now(self) -> PadInputs:
        return settled(self._inputs, self._clockwork.now())

    def _update(self, inputs: PadInputs) -> None:
        ready = due(inputs)
        under_way = {each: replace(each, next_at=None) for each in ready}
        inputs = replace(inputs, sending=tuple(under_way.get(each, each) for each in inputs.sending))
        self._inputs = inputs
        old, self._props = self._props, derive_pad(inputs)
        for name in PadProps.__dataclass_fields__:
            if getattr(self._props, name) != getattr(old, name):
                getattr(self, f"{name}Changed").emit()
        self._clockwork.wake_at(changes_at(inputs))
        for rating in under_way.values():
            self._send(rating)

    page = Property(str, _shown("page"), notify=pageChanged)
    connecting = Property(list, _shown("connecting"), notify=connectingChanged)
    look = Property(dict, _shown("look"), notify=lookChanged)
    rest = Property(dict, _shown("rest"), notify=restChanged)
    ask = Property(dict, _shown("ask"), notify=askChanged)
    reasons = Property(dict, _shown("reasons"), notify=reasonsChanged)
    told = Property(dict, _shown("told"), notify=toldChanged)
    clock = Property(str, _shown("clock"), notify=clockChanged)
    notices = Property(list, _shown("notices"), notify=noticesChanged)
    dark = Property(list, _shown("dark"), notify=darkChanged)
    fault = Property(str, _shown("fault"), notify=faultChanged)
