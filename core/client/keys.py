"""Keys under which the core is asked: as no two requests may have the same one, they are chance."""

from __future__ import annotations

import os
import time
from base64 import urlsafe_b64encode

_BYTES = 12


def new_key() -> str:
    """Return an ``Idempotency-Key`` that nobody else has: 96 bits of chance behind the microsecond.

    In the order of time: the core keeps each for a day, and appends to its index instead of scattering pages
    of it. The chance is as of ``secrets.token_urlsafe``, whose module would load OpenSSL, 4 MB, into every
    screen.
    """
    return f"{time.time_ns() // 1000:014x}{urlsafe_b64encode(os.urandom(_BYTES)).decode()}"
