"""What staff see of this machine on its staff page; nothing of it is about visitors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Machine:
    """This kiosk, as it was started.

    Attributes:
        name: As staff and the core call it.
        core: The core's address.
        versions: What runs here, in the order shown: ``{"Hallcall": "0.9.0", "Qt": "6.11.0", ...}``.
        screen: Size and sharpness, ``"1080 x 1920, 3.8 px/mm"``.
    """

    name: str = ""
    core: str = ""
    versions: Mapping[str, str] = field(default_factory=dict)
    screen: str = ""


@dataclass(frozen=True, slots=True)
class Printed:
    """How a test print ended.

    Attributes:
        state: As :class:`core.domain.slip.SlipState`; ``""``: it is under way.
        key: Message key of what went wrong.
    """

    state: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Read:
    """A card that was laid on for a try, masked; of one that was not read its message key.

    Attributes:
        kind: What kind of card.
        name: The holder's name by its beginning.
        age: Full years.
    """

    kind: str = ""
    name: str = ""
    age: int = 0
    key: str = ""


@dataclass(frozen=True, slots=True)
class LastTest:
    """What the last self-test came to.

    Attributes:
        at: When, UTC; ``None``: there was none since the program began.
        faults: Message key and detail of each thing that is wrong.
    """

    at: datetime | None = None
    faults: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Staff:
    """What the staff page shows beside the devices and the line.

    Attributes:
        machine: This kiosk.
        wait_s: So long no PIN is taken, after wrong ones.
        wrong: The last PIN was wrong.
        volume: How loud the voice is, percent.
        speaks: There is a voice to try.
        tests: There is a self-test.
        prints: There is a printer.
        seq: Number of the newest event that was heard.
        tested: The last self-test, ``None``: there was none.
        untold: Slips and numbers that the core was not told of yet.
        log: The newest lines, the newest first.
        printed: The test print, ``None``: none was asked for.
        reading: A card is waited for.
        read: The card that was tried.
    """

    machine: Machine = Machine()
    wait_s: int = 0
    wrong: bool = False
    volume: int = 70
    speaks: bool = False
    tests: bool = False
    prints: bool = False
    seq: int = 0
    untold: int = 0
    tested: LastTest | None = None
    log: tuple[str, ...] = ()
    printed: Printed | None = None
    reading: bool = False
    read: Read | None = None


NO_STAFF = Staff()
