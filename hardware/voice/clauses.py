"""A sentence cut where a synthesizer draws breath anyway, so that its pieces can be kept; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

CUT = re.compile(r"(?<=[，；：。！？།༎])\s*|(?<=[,;:!?])\s+|(?<=\.)\s+(?=[A-Z])")
"""Behind a sign that means a breath; in Latin script only before a space: 3.5 and "No. 5" stay whole."""

PAUSES_MS = {**dict.fromkeys("，,；;", 182.0), **dict.fromkeys("：:", 212.0)}
STOP_MS = 312.0
"""What eSpeak NG 1.52 itself leaves there, less the 8 ms that a piece keeps at each end (docs/voice.md)."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A piece of a sentence.

    Attributes:
        text: With its sign at the end, which tells a synthesizer how to lower the voice.
        pause_ms: The breath after it.
    """

    text: str
    pause_ms: float


def clauses(text: str) -> tuple[Clause, ...]:
    """Return the pieces of a sentence; those with nothing to say are left out."""
    pieces = (piece.strip() for piece in CUT.split(text))
    return tuple(
        Clause(piece, PAUSES_MS.get(piece[-1], STOP_MS))
        for piece in pieces
        if any(sign.isalnum() for sign in piece)
    )
