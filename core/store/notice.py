"""What a core that commits tells the other cores on the same database."""

from __future__ import annotations

from dataclasses import dataclass

_SIGNED_OUT = "signed-out"


@dataclass(frozen=True, slots=True)
class Notice:
    """A commit, as far as it is told; what happened is read from the database.

    Attributes:
        seq: Number that the hall has reached.
        signed_out: Whether a token was given back: no event says so.
    """

    hall: str
    seq: int
    signed_out: bool = False

    def __str__(self) -> str:
        return f"{self.seq} {_SIGNED_OUT if self.signed_out else '-'} {self.hall}"


def notice_of(told: str) -> Notice | None:
    """Return what was told, ``None`` where it was told by nobody of ours."""
    seq, _, rest = told.partition(" ")
    what, _, hall = rest.partition(" ")
    if not (seq.isascii() and seq.isdecimal() and hall):
        return None
    return Notice(hall, int(seq), what == _SIGNED_OUT)
