"""What this machine is and runs, for who looks after it."""

from __future__ import annotations

import platform

from PySide6.QtCore import QSize, QSysInfo, qVersion
from PySide6.QtGui import QScreen

from kiosk.staff_state import Machine


def this_machine(
    name: str, core: str, size: QSize, screen: QScreen, panel_mm: tuple[int, int] | None
) -> Machine:
    """Return what is known of this machine.

    Args:
        name: As it was started with.
        core: The core's address.
        size: Of the window, pixels.
        screen: What the window is on; how sharp it says it is counts where ``panel_mm`` is not known.
        panel_mm: Width and height of the lit panel.
    """
    across = size.width() / panel_mm[0] if panel_mm else screen.physicalDotsPerInch() / 25.4
    return Machine(name, core, _versions(), f"{size.width()} x {size.height()}, {across:.1f} px/mm")


def _versions() -> dict[str, str]:
    return {
        "Hallcall": _hallcall(),
        "Qt": qVersion() or "",
        "Python": platform.python_version(),
        "OS": QSysInfo.prettyProductName(),
    }


def _hallcall() -> str:
    # Only the staff page asks for it: 1 MB that most days are without.
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("hallcall")
    except PackageNotFoundError:
        return ""
