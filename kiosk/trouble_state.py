"""What is known of the line and the devices, as far as somebody at the kiosk is told of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from hardware.worker import Health, State


class Reach(StrEnum):
    """How the line to the core is, seen from this machine's end of it."""

    UP = "up"
    NO_LINK = "noLink"
    """This machine is in no network: its cable, its switch."""
    SILENT = "silent"
    """The network is there, and the core's machine does not answer on it."""
    ENDED = "ended"
    """The core's machine answers, and no core runs on it."""
    REFUSED = "refused"
    """The core does not accept this machine's token."""
    DEGRADED = "degraded"
    """The core is heard and can write nothing."""


@dataclass(frozen=True, slots=True)
class Device:
    """A device of this kiosk.

    Attributes:
        since: Since when it is as it is, UTC.
        told: When the core was told of that, and with it the staff; ``None``: not yet.
    """

    name: str
    kind: str
    health: Health
    since: datetime
    told: datetime | None = None

    @property
    def well(self) -> bool:
        """Whether nobody need see to it."""
        return self.health.state in (State.READY, State.STARTING)


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is not as it should be.

    Attributes:
        line: How the line is.
        since: Since when it is so, UTC; ``None`` where nothing was ever heard.
        devices: Every device of this kiosk, well or not.
        shut: Staff have shut this kiosk.
    """

    line: Reach = Reach.UP
    since: datetime | None = None
    devices: tuple[Device, ...] = ()
    shut: bool = False

    @property
    def printer(self) -> Device | None:
        """The printer of the slips, where there is one."""
        return next((each for each in self.devices if each.kind == "printer"), None)


CALM = Trouble()
