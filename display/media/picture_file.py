"""A picture of a file, scaled once to where it is shown."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QImageReader

MEGABYTES_MOST = 256
"""A picture that takes more once it is unpacked (64 megapixels) is not shown."""


class BrokenFile(Exception):
    """A file that cannot be shown, with the reason."""


def fitted(size: QSize, room: QSize) -> QSize:
    """Return the largest size of the same shape that fits into ``room``."""
    return size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))


def read_picture(file: Path, room: QSize) -> QImage:
    """Return a picture as large as fits into ``room``, turned as the camera says.

    Raises:
        BrokenFile: It is none, or it is damaged.
    """
    QImageReader.setAllocationLimit(MEGABYTES_MOST)
    reader = QImageReader(str(file))
    # What the bytes are, and not what the name says.
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid():
        turned = bool(reader.transformation().value & 4)
        inside = fitted(size.transposed() if turned else size, room)
        # JPEG is unpacked at the next larger of its eighths, the others are scaled after that.
        reader.setScaledSize(inside.transposed() if turned else inside)
    image = reader.read()
    if image.isNull():
        raise BrokenFile(reader.errorString())
    if image.size() != fitted(image.size(), room):
        smooth = Qt.TransformationMode.SmoothTransformation
        image = image.scaled(fitted(image.size(), room), Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    return image
