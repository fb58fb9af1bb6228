"""Which screen is on which monitor, whatever is unplugged and plugged in again."""

from __future__ import annotations

import logging
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QGuiApplication, QScreen

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Monitor:
    """A monitor that is plugged in.

    Attributes:
        plug: The name of its output, e.g. ``"HDMI-1"``.
        key: The monitor itself: output, maker, model, serial number.
    """

    plug: str
    key: str


def pick(
    wanted: str, known: str, place: int, plugged: Sequence[Monitor], taken: Collection[str] = ()
) -> Monitor | None:
    """Return the monitor for a screen, ``None`` while it is away.

    Args:
        wanted: Number (1 is the leftmost) or output name; ``""``: by the screen's place.
        known: Key of the monitor that the screen was on; ``""`` at first.
        place: The screen's place among those of the program, from 0.
        plugged: What is plugged in, from left to right.
        taken: Keys of the monitors of the other screens.
    """
    for each in plugged:
        if known and each.key == known:
            return each
    for each in plugged:
        if wanted and each.plug == wanted:
            return each
    number = int(wanted) - 1 if wanted.isdecimal() else place if not wanted else -1
    if not 0 <= number < len(plugged) or plugged[number].key in taken:
        return None
    return plugged[number]


class Monitors:
    """The monitors of this machine, shared out among the screens of the program."""

    def __init__(self) -> None:
        self._known: dict[int, str] = {}
        self._away: set[int] = set()

    def of(self, place: int, wanted: str) -> QScreen | None:
        """Return the monitor of the screen at ``place``, ``None`` while it is away."""
        plugged = {_monitor(each): each for each in _from_left(QGuiApplication.screens())}
        taken = {key for other, key in self._known.items() if other != place}
        found = pick(wanted, self._known.get(place, ""), place, list(plugged), taken)
        self._tell(place, wanted, found, list(plugged))
        if found is None:
            return None
        self._known[place] = found.key
        return plugged[found]

    def _tell(self, place: int, wanted: str, found: Monitor | None, plugged: Sequence[Monitor]) -> None:
        if found is None and place not in self._away:
            self._away.add(place)
            there = ", ".join(f"{at} = {each.plug}" for at, each in enumerate(plugged, 1)) or "none"
            # Not an error to end with: a television that is off when the machine starts comes later.
            log.warning(
                "no monitor for screen %d (%s); there are: %s. It is shown once its monitor is there",
                place + 1,
                wanted or "the next one",
                there,
            )
        elif found is not None and place in self._away:
            self._away.discard(place)
            log.info("screen %d has its monitor %s again", place + 1, found.plug)


def _monitor(screen: QScreen) -> Monitor:
    parts = (screen.name(), screen.manufacturer(), screen.model(), screen.serialNumber())
    return Monitor(screen.name(), "/".join(parts))


def _from_left(screens: Sequence[QScreen]) -> list[QScreen]:
    return sorted(screens, key=lambda each: (each.geometry().x(), each.geometry().y()))
