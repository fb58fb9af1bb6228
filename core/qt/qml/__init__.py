"""The QML module ``Hallcall`` that kiosk and display import."""

from __future__ import annotations

from pathlib import Path


def qml_import_path() -> str:
    """Return the folder to hand to ``engine.addImportPath``."""
    return str(Path(__file__).parent)
