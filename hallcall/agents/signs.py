"""The window signs as an agent: follows the feed and has each window's sign show what the window does."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

from PySide6.QtCore import QObject, QTimer

from core.client.port import Link
from core.domain.errors import ReasonUnknown
from core.domain.event import Event
from core.domain.floor import WindowView
from core.domain.hall import Hall
from core.domain.text import pick
from core.domain.ticket import LegState
from core.domain.window import WindowStatus
from hardware.led.look import NOTHING, Content, Looks, SignState
from hardware.led.rota import Pace
from hardware.led.settings import BusSettings
from hardware.worker import Health, State, Worker

STALE_AFTER_MS = 60_000
"""So long after the line to the core went down the signs show nothing rather than an old number."""

_WITHOUT_VISITOR = {
    WindowStatus.OPEN: SignState.FREE,
    WindowStatus.PAUSED: SignState.PAUSED,
    WindowStatus.CLOSED: SignState.CLOSED,
}


class Shows(Protocol):
    """A :class:`hardware.led.bus.SignBus`, or what stands in for one."""

    def show(self, address: int, content: Content, /) -> None:
        """Have a sign show something; comes back at once."""


def sign_state(view: WindowView) -> SignState:
    """Return what a window's sign tells: whoever is at it first, also while its clerk has paused."""
    if view.visitor is None:
        return _WITHOUT_VISITOR[view.status]
    return SignState.CALLING if view.visitor.state is LegState.CALLED else SignState.SERVING


def sign_content(view: WindowView, hall: Hall, looks: Looks) -> Content:
    """Return what stands on a window's sign; a pause's reason in Chinese, as the signs know no Tibetan."""
    return looks[sign_state(view)].content(
        number=view.visitor.number if view.visitor else "",
        window=str(view.number),
        reason=_reason(view, hall),
    )


class WindowSigns(QObject):
    """Tells the buses what each sign is to show; nothing it does can delay the core or a screen."""

    def __init__(
        self,
        link: Link,
        buses: Iterable[tuple[BusSettings, Shows]],
        *,
        stale_after_ms: int = STALE_AFTER_MS,
        parent: QObject | None = None,
    ) -> None:
        """Follow ``link``; the buses and their workers stay their owner's."""
        super().__init__(parent)
        self._link = link
        self._signs: dict[int, list[tuple[Shows, int, Looks]]] = {}
        for settings, bus in buses:
            for each in settings.signs:
                place = (bus, each.sign.address, settings.looks)
                self._signs.setdefault(each.window, []).append(place)
        self._stale = QTimer(self, singleShot=True, interval=stale_after_ms)
        self._stale.timeout.connect(self._show_nothing)
        link.happened.connect(self._happened)
        for signal in (link.snapshot_taken, link.hall_changed, link.went_live):
            signal.connect(self._show_all)
        link.went_dark.connect(self._stale.start)

    def close(self) -> None:
        """Follow no more; the signs forget by themselves what they show."""
        self._stale.stop()
        self._link.happened.disconnect(self._happened)
        for signal in (self._link.snapshot_taken, self._link.hall_changed, self._link.went_live):
            signal.disconnect(self._show_all)
        self._link.went_dark.disconnect(self._stale.start)

    def _happened(self, event: Event) -> None:
        if event.window is not None:
            self._show(event.window)

    def _show_all(self) -> None:
        if self._link.live:
            self._stale.stop()
        for window in self._signs:
            self._show(window)

    def _show(self, window: int) -> None:
        hall, view = self._link.hall, self._link.floor.windows.get(window)
        if hall is None or view is None:
            return
        for bus, address, looks in self._signs.get(window, ()):
            bus.show(address, sign_content(view, hall, looks))

    def _show_nothing(self) -> None:
        for places in self._signs.values():
            for bus, address, _ in places:
                bus.show(address, NOTHING)


class SignsAtWork:
    """The signs of a machine: their buses with a thread each, and the agent that tells them what to show."""

    def __init__(
        self,
        link: Link,
        buses: Iterable[BusSettings],
        changed: Callable[[str, Health], None] = lambda _name, _health: None,
        *,
        pace: Pace = Pace(),  # noqa: B008 - frozen
    ) -> None:
        """Follow ``link``; nothing is opened before :meth:`start`.

        Args:
            changed: Told name and health of a bus that changed, on the bus's own thread.
        """
        opened = [(settings, settings.open(pace)) for settings in buses]
        self._agent = WindowSigns(link, opened)
        self._changed = changed
        self._names = [bus.name for _, bus in opened]
        self._workers = [Worker(bus, _named(changed, bus.name)) for _, bus in opened]

    def start(self) -> None:
        """Begin to show."""
        for name in self._names:
            self._changed(name, Health(State.STARTING))
        for worker in self._workers:
            worker.start()

    def stop(self) -> None:
        """Show nothing new; the signs forget by themselves what they show."""
        self._agent.close()
        for worker in self._workers:
            worker.stop()


def _named(changed: Callable[[str, Health], None], name: str) -> Callable[[Health], None]:
    return lambda health: changed(name, health)


def _reason(view: WindowView, hall: Hall) -> str:
    if view.reason is None:
        return ""
    try:
        return pick(hall.reason("pause", view.reason).name, "zh", "en")
    except ReasonUnknown:
        return ""
