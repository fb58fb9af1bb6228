"""Keeping the text of the program's own files out of memory."""

from __future__ import annotations

import linecache
import sys
from importlib import import_module

_ASKS = "_mod_uses_pyside"


def read_no_sources() -> None:
    """Let PySide6 not read the source of each module that is imported after it.

    It looks into every module for the word ``PySide6``, to know where the names of ``from __feature__ import
    snake_case`` are meant, and Python keeps all that was read: 14 MB in a kiosk, besides the time. No screen
    uses ``__feature__``, and then it makes no difference what it believes of a module. Call before
    anything else is imported. With another PySide6, which asks differently, nothing changes.
    """
    import_module("PySide6.QtCore")
    feature = sys.modules.get("shibokensupport.feature")
    if hasattr(feature, _ASKS):
        setattr(feature, _ASKS, _uses_pyside)
    linecache.clearcache()


def _uses_pyside(_module: object) -> bool:
    return True
