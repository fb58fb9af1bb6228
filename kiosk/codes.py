"""What a scanned code is to this hall. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from core.domain.booking_code import typed_code

_TRACK = re.compile(r"/t/([A-Za-z0-9_-]{16,64})", re.ASCII)


@dataclass(frozen=True, slots=True)
class BookingCode:
    """The code of a booking."""

    code: str


@dataclass(frozen=True, slots=True)
class SlipCode:
    """What is in a slip's QR code.

    Attributes:
        track: Token of the visit's own page.
    """

    track: str


def read_code(scanned: str) -> BookingCode | SlipCode | None:
    """Return what a scanned code is, ``None`` for one that is not this hall's."""
    code = typed_code(scanned)
    if code is not None:
        return BookingCode(code)
    try:
        parts = urlsplit(scanned.strip())
    except ValueError:
        return None
    # The host is not looked at: it is what phones call the core by, which this kiosk need not know.
    found = _TRACK.fullmatch(parts.path) if parts.scheme in ("http", "https") else None
    return SlipCode(found[1]) if found else None
