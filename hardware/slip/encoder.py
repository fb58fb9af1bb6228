"""The QR encoder, without what only its picture writers would need."""

from __future__ import annotations

import sys
from types import ModuleType

_NOT_NEEDED = "urllib.request"


def _segno() -> ModuleType:
    """Import segno, and not through it HTTP, e-mail and OpenSSL.

    Its writer of SVG needs two small functions of ``xml.sax.saxutils``, and that imports ``urllib.request``
    for a third: 7 MB and 40 ms in a kiosk that neither writes SVG nor asks anything by ``urllib``. Whoever
    imports ``urllib.request`` later gets the real one.
    """
    stands_in = _NOT_NEEDED not in sys.modules
    if stands_in:
        sys.modules[_NOT_NEEDED] = ModuleType(_NOT_NEEDED)
    try:
        import segno
    finally:
        if stands_in:
            del sys.modules[_NOT_NEEDED]
    return segno


make = _segno().make
