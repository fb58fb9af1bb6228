"""Where a machine's recorded voices are, and where the synthesizer's pieces are kept."""

from __future__ import annotations

from pathlib import Path

from hallcall.folders import cache_dir
from hallcall.settings import Settings


def voices_folder(given: Path | None) -> Path:
    """Return the folder of the recorded voices: the one given, else the machine's (``HALLCALL_VOICES``)."""
    return given or Settings().voices


def voice_cache() -> Path:
    """Return the folder in which pieces of speech are kept from one start to the next."""
    return cache_dir() / "voice"
