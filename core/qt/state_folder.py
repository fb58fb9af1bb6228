"""Where a program keeps what must outlive it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths


def state_folder() -> Path:
    """Return the folder of this program and this user."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation))
