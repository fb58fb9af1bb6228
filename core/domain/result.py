"""Results that can be collected (领证): what stands on the screen, and where and how long."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from core.domain.errors import ResultTextRefused
from core.domain.hall import Hall

TEXT_MOST = 20
"""So many signs are read on a screen from ten metres."""
KEEP_DAYS, KEEP_MOST = 30, 366
"""So many days a result is kept, usually and at most."""

_TEXT = re.compile(r"[0-9A-Z](?:[0-9A-Z ()/._#-]*[0-9A-Z)])?")
_PHONE = re.compile(r"1[3-9][0-9]{9}")
_IDENTITY = re.compile(r"[0-9]{17}[0-9X]")
# Source: GB 11643-1999, ISO 7064 MOD 11-2.
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"


@dataclass(frozen=True, slots=True)
class Result:
    """A certificate or another result that is ready to be collected.

    Attributes:
        text: What stands on the screen: the ticket's number, or an acceptance number (办件编号).
        zone: Id of the zone where it is shown.
        window: Where it is collected; ``None``: at any window of ``queue``.
        queue: Id of the queue whose windows give it out, ``None`` where it is one window.
        ready_by: Who said so, e.g. ``"clerk:0301"``.
        seq: The event that told of it.
        ticket: The ticket's id, ``None`` where the text was typed.
        day: Business date of the ticket: numbers begin anew each day. ``None`` where the text was typed.
    """

    id: str
    text: str
    zone: str
    window: int | None
    queue: str | None
    ready_at: datetime
    ready_by: str
    seq: int
    ticket: str | None = None
    day: date | None = None

    def is_given_out_at(self, window: int, hall: Hall) -> bool:
        """Whether a window gives it out."""
        if self.window is not None:
            return self.window == window
        return self.queue in hall.window(window).queues


def written(text: str) -> str:
    """Return a typed text as a screen shows it: in plain capital letters, without blanks around it.

    >>> written(" ｂ-2026 117 ")
    'B-2026 117'

    Raises:
        ResultTextRefused: It is too long, has no figure or other signs than letters, figures and ``()/._#-``
            (``why``: ``"signs"``), or it is somebody's phone or ID number (``why``: ``"personal"``). What was
            typed is not in the refusal: refusals are logged.
    """
    plain = " ".join(unicodedata.normalize("NFKC", text).upper().split())
    if len(plain) > TEXT_MOST or not _TEXT.fullmatch(plain) or not any(map(str.isdigit, plain)):
        raise ResultTextRefused(why="signs", most=TEXT_MOST)
    figures = re.sub(r"[^0-9X]", "", plain)
    if len(figures) == len(re.sub(r"[^0-9A-Z]", "", plain)) and _is_somebodys(figures):
        raise ResultTextRefused(why="personal", most=TEXT_MOST)
    return plain


def first_kept(today: date, keep_days: int) -> date:
    """Return the first business date whose results are kept still."""
    return today - timedelta(days=keep_days)


def _is_somebodys(figures: str) -> bool:
    if _PHONE.fullmatch(figures):
        return True
    if not _IDENTITY.fullmatch(figures):
        return False
    total = sum(weight * int(figure) for weight, figure in zip(_WEIGHTS, figures, strict=False))
    return _CHECKS[total % 11] == figures[-1]
