"""One clock for several: each has an alarm of its own, and the one behind them rings for the next."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from display.clockwork import Clockwork

_SOON = timedelta(milliseconds=1)


class SharedClock:
    """Makes clocks of one clock; whoever stops that one stops them all."""

    def __init__(self, clockwork: Clockwork) -> None:
        self._clockwork = clockwork
        self._shares: list[Share] = []
        clockwork.on_alarm(self._ring)

    def share(self) -> Clockwork:
        """Return a clock with an alarm of its own."""
        share = Share(self._clockwork, self._set)
        self._shares.append(share)
        return share

    def _set(self) -> None:
        alarms = [each.alarm for each in self._shares if each.alarm is not None]
        if alarms:
            self._clockwork.wake_at(max(min(alarms), self._clockwork.now() + _SOON))

    def _ring(self) -> None:
        now = self._clockwork.now()
        for share in self._shares:
            share.ring_if_due(now)
        self._set()


class Share:
    """A :class:`display.clockwork.Clockwork` that shares another one's alarm.

    Attributes:
        alarm: When it is to ring.
    """

    def __init__(self, clockwork: Clockwork, changed: Callable[[], None]) -> None:
        self._clockwork = clockwork
        self._changed = changed
        self._rung: Callable[[], None] | None = None
        self.alarm: datetime | None = None

    def now(self) -> datetime:
        """Return the time, UTC."""
        return self._clockwork.now()

    def on_alarm(self, ring: Callable[[], None]) -> None:
        """Set who is called when the alarm rings."""
        self._rung = ring

    def wake_at(self, moment: datetime) -> None:
        """Let the alarm ring once at ``moment``."""
        self.alarm = moment
        self._changed()

    def stop(self) -> None:
        """Ring never again."""
        self._rung, self.alarm = None, None

    def ring_if_due(self, now: datetime) -> None:
        """Ring if it is time."""
        if self.alarm is not None and self.alarm <= now and self._rung is not None:
            self.alarm = None
            self._rung()
