"""The PIN of the kiosk's staff page: checked on the machine itself, also while no core is heard."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argon2 import PasswordHasher

PIN_LEAST, PIN_MOST = 4, 12
"""Digits of a PIN: what can be typed with twelve keys."""


def is_pin(text: str) -> bool:
    """Return whether a text can be a PIN: 4 to 12 digits, and not one digit again and again."""
    return text.isascii() and text.isdigit() and PIN_LEAST <= len(text) <= PIN_MOST and len(set(text)) > 1


def hash_staff_pin(pin: str) -> str:
    """Return the argon2id hash of a PIN, as a hall file holds it."""
    return _hasher().hash(pin)


def is_staff_pin(hashed: str, typed: str) -> bool:
    """Return whether what was typed is the PIN; never where the hall has given none (``""``).

    It takes some 50 ms by intent, on a small PC that is busy several times as long.
    """
    if not hashed:
        return False
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return _hasher().verify(hashed, typed)
    except (VerificationError, InvalidHashError):
        return False


@cache
def _hasher() -> PasswordHasher:
    # Loaded when staff come: nobody else needs it, and it takes memory.
    from argon2 import PasswordHasher

    # Source: OWASP Password Storage Cheat Sheet, argon2id: 19 MiB and 2 passes at least. Not the core's
    # 64 MiB, a kiosk has 120 MiB for everything; four passes make up for it.
    return PasswordHasher(time_cost=4, memory_cost=19 * 1024, parallelism=1)
