"""Keys under which the core is asked: as no two requests may have the same one, they are chance."""

from __future__ import annotations

import os
from base64 import urlsafe_b64encode

_BYTES = 16


def new_key() -> str:
    """Return an ``Idempotency-Key`` that nobody else has: 128 bits of chance.

    The same as ``secrets.token_urlsafe``, whose module would load OpenSSL, 4 MB, into every screen.
    """
    return urlsafe_b64encode(os.urandom(_BYTES)).rstrip(b"=").decode()
