"""What is looked at on every piece of paper, whatever is on it."""

from __future__ import annotations

import subprocess
from datetime import UTC, datetime
from functools import cache
from itertools import pairwise
from pathlib import Path
from shutil import which

from core.domain.hall import Hall
from hardware.printer import escpos
from hardware.printer.raster import Raster
from hardware.printer.virtual import VirtualPrinter
from hardware.slip.layout import SMALLEST
from hardware.slip.page import Page
from hardware.slip.picture import png
from hardware.slip.sheet import Sheet
from tests.support.halls import shipped

HALLS = ("dazi", "lhasa", "longnan", "pingliang", "yuzhong")
WIDTHS = (576, 384)
AT = datetime(2026, 11, 22, 1, 2, 3, tzinfo=UTC)


@cache
def hall_named(name: str) -> Hall:
    """Return a shipped hall, read once."""
    return shipped(name)


def languages_of(hall: Hall) -> list[tuple[str, ...]]:
    """Return the languages of every sheet of a hall: each one first once."""
    return [(one, *[other for other in hall.languages if other != one][:1]) for one in hall.languages]


def look(sheet: Sheet, width: int) -> Page:
    """Look at a sheet: letters of 3 mm or more, nothing outside the paper, nothing on anything else."""
    page = Page.of(sheet, width)
    boxes = [placed for placed in page.placed if not placed.behind]
    for placed in page.placed:
        assert placed.box.left() >= 0, placed
        assert placed.box.right() < width, placed.line and placed.line.text
        assert placed.box.bottom() < page.height
        if placed.line is not None:
            assert placed.line.pixel_size >= SMALLEST, placed.line.text
            assert not placed.line.tofu, placed.line.text
    # From the top down, boxes meet only side by side.
    ordered = sorted(boxes, key=lambda each: each.box.top())
    for place, one in enumerate(ordered):
        for other in ordered[place + 1 :]:
            if other.box.top() > one.box.bottom():
                break
            assert not one.box.intersects(other.box), (one, other)
    assert all(one.box.top() <= other.box.top() for one, other in pairwise(ordered))
    return page


def margins_are_white(raster: Raster) -> bool:
    """Return whether the outermost dots at both sides are white."""
    rows = (raster.data[y * raster.stride : (y + 1) * raster.stride] for y in range(raster.rows))
    return not any(row[0] & 0x80 or row[-1] & 0x01 for row in rows)


def printed(raster: Raster) -> Raster | None:
    """Return what a printer makes of the driver's bytes, in pieces as a line gives them."""
    printer = VirtualPrinter()
    sent = b"".join(escpos.encode_slip(raster))
    for at in range(0, len(sent), 1000):
        printer.feed(sent[at : at + 1000])
    (made,) = printer.rasters
    return made


def code_on(raster: Raster, folder: Path) -> str:
    """Return what a phone reads in the QR code."""
    assert which("zbarimg"), "zbarimg is missing: install the package zbar-tools"
    picture = folder / "code.png"
    picture.write_bytes(png(raster))
    read = subprocess.run(
        ["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", picture],
        capture_output=True, text=True, check=True, timeout=30,
    )  # fmt: skip
    return read.stdout.strip()
