"""Ticket numbers: a queue's prefix and a running number that begins at 1 each business day."""

from __future__ import annotations

import re

PREFIX = re.compile(r"^[A-HJ-NP-Z]{1,2}$")
"""One or two capital letters, without I and O: they look like 1 and 0. Two letters and not a letter and a
digit, so that no two queues can ever print the same number (``A1`` + ``001`` would be ``A`` + ``1001``)."""


def format_number(prefix: str, running: int) -> str:
    """Return the printed number: three digits, four past 999.

    >>> format_number("A", 1), format_number("A", 999), format_number("A", 1000)
    ('A001', 'A999', 'A1000')
    """
    return f"{prefix}{running:03d}"
