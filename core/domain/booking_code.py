"""The code of a booking: seven digits of chance and one that tells a mistyped code from a wrong one."""

from __future__ import annotations

import re
import unicodedata

CHANCE = 7
LENGTH = CHANCE + 1
CODE_MOST = 20
"""Characters of a code as people type it."""

# Finds every single wrong digit and every two neighbours that changed places.
# Source: H. M. Damm, Total anti-symmetrische Quasigruppen (2004), the quasigroup of order 10.
_DAMM = (
    (0, 3, 1, 7, 5, 9, 8, 6, 4, 2),
    (7, 0, 9, 2, 1, 5, 4, 8, 6, 3),
    (4, 2, 0, 6, 8, 7, 1, 3, 5, 9),
    (1, 7, 5, 0, 9, 8, 3, 4, 2, 6),
    (6, 1, 2, 3, 0, 4, 5, 9, 7, 8),
    (3, 6, 7, 4, 2, 0, 9, 5, 8, 1),
    (5, 8, 6, 9, 7, 2, 0, 1, 3, 4),
    (8, 9, 4, 5, 3, 6, 2, 0, 1, 7),
    (9, 4, 3, 8, 6, 1, 7, 2, 0, 5),
    (2, 5, 8, 1, 4, 3, 6, 7, 9, 0),
)
_SPACES = re.compile(r"[\s\-]+")


def new_code() -> str:
    """Return a code that cannot be guessed from the ones before it."""
    # Only the core makes codes; the screens that read them need not load OpenSSL with this.
    import secrets

    digits = f"{secrets.randbelow(10**CHANCE):0{CHANCE}d}"
    return f"{digits}{_interim(digits)}"


def typed_code(typed: str) -> str | None:
    """Return the code that somebody typed or scanned, ``None`` if it cannot be one.

    >>> typed_code("５７２４ 0000"), typed_code("57240001")
    ('57240000', None)
    """
    code = _SPACES.sub("", unicodedata.normalize("NFKC", typed))
    is_code = len(code) == LENGTH and code.isascii() and code.isdigit() and _interim(code) == 0
    return code if is_code else None


def _interim(digits: str) -> int:
    interim = 0
    for digit in digits:
        interim = _DAMM[interim][int(digit)]
    return interim
