"""Chance that nobody can foresee, taken from the system in pieces: a ticket needs some twice.

What is said of ``secrets`` is meant: its module would load OpenSSL, 4 MB, into every screen.
"""

from __future__ import annotations

import os
import threading
from base64 import urlsafe_b64encode

_PIECE = 1024
"""Asking the system costs 3 us each time, about what a row costs."""


class _Left(threading.local):
    """What a thread has left of its piece."""

    piece = b""

    def empty(self) -> None:
        self.piece = b""


_left = _Left()
if hasattr(os, "register_at_fork"):
    # A copy of this process must not draw the same.
    os.register_at_fork(after_in_child=_left.empty)


def chance(count: int) -> bytes:
    """Return so many bytes as ``secrets.token_bytes`` does; up to 1,024."""
    piece = _left.piece
    if len(piece) < count:
        piece = os.urandom(_PIECE)
    _left.piece = piece[count:]
    return piece[:count]


def chance_hex(count: int) -> str:
    """Return so many bytes as ``secrets.token_hex`` does."""
    return chance(count).hex()


def chance_text(count: int) -> str:
    """Return so many bytes as ``secrets.token_urlsafe`` does: letters, digits, ``-`` and ``_``."""
    return urlsafe_b64encode(chance(count)).rstrip(b"=").decode()
