"""Keys under which the core is asked: as no two requests may have the same one, they are chance."""

from __future__ import annotations

import time

from core.domain.chance import chance_text

_BYTES = 12


def new_key() -> str:
    """Return an ``Idempotency-Key`` that nobody else has: 96 bits of chance behind the microsecond.

    In the order of time: the core keeps each for a day, and appends to its index instead of scattering pages
    of it.
    """
    return f"{time.time_ns() // 1000:014x}{chance_text(_BYTES)}"
