"""What an app may ask of a ticket printer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from hardware.printer.raster import Raster


class Paper(Enum):
    """How much of the roll is left."""

    ADEQUATE = "adequate"
    LOW = "low"
    OUT = "out"
    UNKNOWN = "unknown"


class Printed(Enum):
    """What is known of a slip whose every byte the printer took.

    ``CONFIRMED``: after the cut the printer answered a question that it answers in its turn, so the slip is
    out. ``UNCONFIRMED``: this printer does not answer such questions; the slip is very likely out, and the
    screen should show the number as well.
    """

    CONFIRMED = "confirmed"
    UNCONFIRMED = "unconfirmed"


@dataclass(frozen=True, slots=True)
class PrinterStatus:
    """What a printer says of itself.

    Attributes:
        answered: ``False``: it said nothing, and every other field is only a default.
        offline: It takes no print data now (the other fields say why, if it tells).
        fault: An error of its own: cutter jam, head too hot.
        cutter: The knife is stuck; ``None``: it does not tell.
        unrecoverable: An error that switching it off and on does not mend; ``None``: it does not tell.
    """

    answered: bool = False
    paper: Paper = Paper.UNKNOWN
    cover_open: bool = False
    offline: bool = False
    fault: bool = False
    cutter: bool | None = None
    unrecoverable: bool | None = None

    @property
    def ready(self) -> bool:
        """Whether it answered and can print a slip now."""
        broken = self.fault or self.cutter or self.unrecoverable
        blocked = self.cover_open or self.offline or broken or self.paper is Paper.OUT
        return self.answered and not blocked


class Printer(Protocol):
    """A ticket printer. Every call may take seconds: keep it on the printer's own worker thread.

    Attributes:
        url: Its address as the settings name it.
    """

    url: str

    def print_slip(self, raster: Raster) -> Printed:
        """Print and cut one slip.

        Raises:
            DeviceUnreachable: Nobody answers, or it stopped taking data.
            PaperOut: The roll has ended.
            CoverOpen: The cover is open.
            PrinterFault: It reports an error of its own.
            On each, ``maybe_done`` tells "surely not printed" from "an unknown part is out".
        """
        ...

    def status(self) -> PrinterStatus:
        """Ask how it is.

        Raises:
            DeviceUnreachable: Nobody answers at the address (a printer that never answers questions but
                takes the connection is no error: ``answered`` is ``False``).
        """
        ...
