"""The item of QML in which pictures and films are seen."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

from display.media.view_model import MediaModel

QML_IMPORT_NAME = "Hallcall.Media"
QML_IMPORT_MAJOR_VERSION = 1

FRAME, FRAME_PX = QColor("#7fa3aa"), 4


@QmlElement
class MediaPicture(QQuickPaintedItem):
    """Draws the model's picture in its middle, as large as it fits; it is scaled already."""

    modelChanged = Signal()  # noqa: N815 - QML's name

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._model: MediaModel | None = None

    def paint(self, painter: QPainter) -> None:
        """Draw it."""
        picture = self._model.picture if self._model is not None else None
        if picture is None:
            if self._model is not None and self._model.outlined:
                painter.setPen(QPen(FRAME, FRAME_PX))
                painter.drawRect(QRectF(0, 0, self.width(), self.height()).adjusted(2, 2, -2, -2))
            return
        room = QSizeF(self.width(), self.height())
        size = QSizeF(picture.size()).scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        left = round((room.width() - size.width()) / 2)
        top = round((room.height() - size.height()) / 2)
        painter.drawImage(QRectF(left, top, round(size.width()), round(size.height())), picture)

    def _get_model(self) -> QObject | None:
        return self._model

    def _set_model(self, model: QObject | None) -> None:
        if isinstance(model, MediaModel) and model is not self._model:
            self._model = model
            model.drew.connect(self.update)
            self.modelChanged.emit()

    model = Property(QObject, _get_model, _set_model, notify=modelChanged)
