"""What is known of a ticket's slip: paper that really came out, or not."""

from __future__ import annotations

from enum import StrEnum


class SlipState(StrEnum):
    """How the printing of a slip ended; the values are the words on the wire and in the database.

    ``PENDING``: it is being printed, and nothing has been told of it yet. ``PRINTED``: the printer said that
    it is out. ``FAILED``: surely nothing usable came out. ``UNKNOWN``: it may be out, and nobody can tell;
    printing it again may make a second one.
    """

    PENDING = "pending"
    PRINTED = "printed"
    FAILED = "failed"
    UNKNOWN = "unknown"
