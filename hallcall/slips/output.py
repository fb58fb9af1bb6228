"""A sheet onto paper or into a picture."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from hallcall.exits import DONE, FAILED, WRONG_USE
from hardware.errors import DeviceError
from hardware.printer.ports import Printed

if TYPE_CHECKING:
    from hardware.slip.sheet import Sheet

WIDTHS = {"80": 576, "58": 384}
"""Paper width in mm to dots."""


def put_out(make: Callable[[], Sheet], paper: str, picture: Path | None, printer: str | None) -> int:
    """Paint a sheet, write it as a PNG, print it, and return the exit code.

    Args:
        make: Makes the sheet, once there is a Qt to make it with.
        paper: One of :data:`WIDTHS`.
        picture: Where the PNG goes; ``None``: nowhere.
        printer: Address of the printer; ``None``: nothing is printed.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    from hardware.printer.address import open_printer
    from hardware.slip.painter import missing_glyphs, paint
    from hardware.slip.picture import png

    application = QGuiApplication.instance() or QGuiApplication([])
    try:
        device = open_printer(printer) if printer else None
    except ValueError as error:
        print(error, file=sys.stderr)
        return WRONG_USE
    sheet = make()
    for line in missing_glyphs(sheet):
        print(f"no font here can draw: {line}", file=sys.stderr)
    raster = paint(sheet, WIDTHS[paper])
    size = f"{paper} mm paper, {raster.rows / 8:.0f} mm long"
    if picture is not None:
        picture.parent.mkdir(parents=True, exist_ok=True)
        picture.write_bytes(png(raster))
        print(f"{picture}: {size}")
    try:
        if device is not None:
            sure = device.print_slip(raster) is Printed.CONFIRMED
            told = (
                "printed and confirmed" if sure else "sent; this printer does not confirm, please look at it"
            )
            print(f"{printer}: {told} ({size})")
    except DeviceError as error:
        part = "a part of it may be out" if error.maybe_done else "nothing was printed"
        print(f"{error.key}: {error} ({part})", file=sys.stderr)
        return FAILED
    finally:
        del application
    return DONE
