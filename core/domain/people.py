"""Who may do what: roles, and the clerks who sign in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a token is for; the values are the words on the wire."""

    KIOSK = "kiosk"
    SCREEN = "screen"
    GATEWAY = "gateway"
    CLERK = "clerk"
    GUIDE = "guide"
    SUPERVISOR = "supervisor"
    ADMIN = "admin"


SIGNS_IN = (Role.CLERK, Role.GUIDE, Role.SUPERVISOR, Role.ADMIN)
"""Roles that belong to a person with a PIN; the others belong to a device with a token."""


@dataclass(frozen=True, slots=True)
class Clerk:
    """A person who signs in.

    Attributes:
        id: The clerk's number, as typed at sign-in.
        pin_hash: Argon2 hash of the PIN.
        skills: Ids of the queues whose matters the clerk is qualified for; ``None``: all.
    """

    id: str
    name: str
    role: Role
    pin_hash: str
    skills: tuple[str, ...] | None = None
