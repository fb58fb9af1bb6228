"""Where this machine's data are, read from the environment as :class:`hallcall.settings.Settings` reads it.

A screen asks here: pydantic would be 15 MB of it for two folders.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path


def data_folder() -> Path:
    """Return the folder of the database and of what programs keep (``HALLCALL_DATA``)."""
    return _named("HALLCALL_DATA") or usual_data()


def voices_folder() -> Path:
    """Return the folder of the recorded voices (``HALLCALL_VOICES``)."""
    return _named("HALLCALL_VOICES") or usual_data() / "voices"


def usual_data() -> Path:
    """Return where data are unless the environment says otherwise."""
    if sys.platform == "win32":
        return Path.home() / "AppData" / "Local" / "hallcall"
    return Path.home() / ".local" / "share" / "hallcall"


def _named(variable: str) -> Path | None:
    return Path(os.environ[variable]) if os.environ.get(variable) else None
