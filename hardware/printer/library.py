"""python-escpos, imported late, with its database's cache where it is found again."""

from __future__ import annotations

import importlib
import logging
import os
import pickle
import sys
import tempfile
from pathlib import Path
from typing import Any

_PICKLE_DIR = "ESCPOS_CAPABILITIES_PICKLE_DIR"


def escpos_printer(name: str) -> Any:
    """Return a class of python-escpos: ``Usb`` or ``Win32Raw``."""
    return getattr(_escpos(), name)


def escpos_failures() -> tuple[type[Exception], ...]:
    """Return everything the libraries in use raise for a device that fails.

    A library that is not loaded has raised nothing, and is not loaded for this.

    ``AssertionError`` is its "not open", ``ValueError`` pyusb's "no libusb"; closing a serial port that was
    pulled out raises ``termios.error``, which is no ``OSError``.
    """
    failures: list[type[Exception]] = [OSError, AssertionError, ValueError]
    if "escpos.exceptions" in sys.modules:
        failures.append(sys.modules["escpos.exceptions"].Error)
    if sys.platform != "win32":
        failures.append(importlib.import_module("termios").error)
    return tuple(failures)


def _escpos() -> Any:
    """Import ``escpos.printer``; a cache that a power cut left half written is made anew."""
    logging.getLogger().addFilter(_worth_a_line)
    cache = _cache()
    try:
        return importlib.import_module("escpos.printer")
    except (EOFError, pickle.UnpicklingError):
        for each in cache.glob("*.capabilities.pickle"):
            each.unlink()
        return importlib.import_module("escpos.printer")


def _worth_a_line(record: logging.LogRecord) -> bool:
    """Whether a line of the root logger is kept: python-escpos writes one there whenever it closes."""
    own = "escpos" in Path(record.pathname).parts
    return not own or record.levelno > logging.INFO or logging.getLogger().isEnabledFor(logging.DEBUG)


def _cache() -> Path:
    """Return the folder of python-escpos' pickled database: one already set, else the user's cache."""
    if _PICKLE_DIR not in os.environ:
        os.environ[_PICKLE_DIR] = str(_user_cache() / "hallcall")
    cache = Path(os.environ[_PICKLE_DIR])
    try:
        cache.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:  # a read-only home: then every process reads the database itself
        cache = Path(tempfile.mkdtemp(prefix="hallcall-"))
        os.environ[_PICKLE_DIR] = str(cache)
    return cache


def _user_cache() -> Path:
    local = os.environ.get("LOCALAPPDATA") if sys.platform == "win32" else os.environ.get("XDG_CACHE_HOME")
    return Path(local) if local else Path.home() / ".cache"
