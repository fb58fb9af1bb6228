"""PINs whose hash costs nothing: a check takes 60 ms by intent, and hundreds of tests let somebody sign in.

What a hall pays is held in ``tests/core/service/test_sign_in.py``; a program that is started cold pays it.
"""

from __future__ import annotations

from argon2 import PasswordHasher

from core.service import sign_in

SHIPPED = sign_in._HASHER
SHIPPED_NOBODY = sign_in._NOBODY


def use() -> None:
    """Hash cheaply in this process from here on."""
    sign_in._HASHER = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    sign_in._NOBODY = sign_in._HASHER.hash("nobody's")
