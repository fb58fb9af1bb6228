"""The keypads of a device file at work: a thread each, their presses brought to the GUI thread."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Qt, Signal

from hardware.keypad.actions import Action
from hardware.keypad.at_windows import Face, Heard, Pads, Press, RaterFace
from hardware.worker import Health, State, Worker

log = logging.getLogger(__name__)

STALE_S = 2.0
"""A press that waited so long for a busy program is done no more: the hall has moved on since."""

Listen = Callable[[Heard], Pads]
"""Makes the pads of one device; each press goes to what it is given."""


class PadRoom(QObject):
    """Every keypad and rater of a machine, by the window it stands at.

    Attributes:
        pads: Of each device.

    Signals:
        pressed(object): A :class:`hardware.keypad.at_windows.Press`, on the GUI thread.
    """

    pressed = Signal(object)
    _crossed = Signal(object)

    def __init__(
        self,
        listens: Iterable[Listen],
        changed: Callable[[str, Health], None] = lambda _name, _health: None,
        *,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        """Make it; nothing is opened before :meth:`start`.

        Args:
            listens: One a device.
            changed: Told name and health of a device that changed, on the device's own thread.
            clock: That of the presses.
        """
        super().__init__(parent)
        self._clock = clock
        self._changed = changed
        self.pads = [listen(self._crossed.emit) for listen in listens]
        self._workers = [
            Worker(each.device, _named(changed, each.name), every_s=each.every_s) for each in self.pads
        ]
        self._crossed.connect(self._arrived, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begin to listen."""
        for pads in self.pads:
            self._changed(pads.name, Health(State.STARTING))
        for worker in self._workers:
            worker.start()

    def stop(self) -> None:
        """Let go of the devices; what is still on its way here is not heard any more."""
        self._crossed.disconnect(self._arrived)
        for worker in self._workers:
            worker.stop()

    def healths(self) -> dict[str, Health]:
        """Return how each device is now, by its name."""
        return {pads.name: worker.health for pads, worker in zip(self.pads, self._workers, strict=True)}

    def acts(self, window: int | None) -> frozenset[Action]:
        """Return everything that the keys at a window can do."""
        found: frozenset[Action] = frozenset()
        return found.union(*(each.acts.get(window, frozenset()) for each in self.pads))

    def windows(self) -> list[int]:
        """Return the windows that the device file names."""
        return sorted({window for each in self.pads for window in each.acts if window is not None})

    def show(self, window: int, face: Face) -> None:
        """Have a window's keypads show something."""
        for each in self.pads:
            each.show(window, face)

    def show_rater(self, window: int, face: RaterFace) -> None:
        """Have a window's raters show something."""
        for each in self.pads:
            each.show_rater(window, face)

    def _arrived(self, press: Press) -> None:
        if self._clock() - press.at_s > STALE_S:
            log.warning("%s: a press came too late and is not done", press.device)
            return
        self.pressed.emit(press)


def _named(changed: Callable[[str, Health], None], name: str) -> Callable[[Health], None]:
    return lambda health: changed(name, health)
