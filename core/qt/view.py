"""A QML window, loaded without stopping the Qt loop."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QSize, Qt, QUrl
from PySide6.QtGui import QColor
from PySide6.QtQml import QQmlComponent
from PySide6.QtQuick import QQuickView

from core.qt.qml import qml_import_path

log = logging.getLogger(__name__)

_SHOWN = "shown"
"""What the component of the file in a window is called."""


def make_view(file: Path, properties: Mapping[str, Any], *, size: QSize, colour: str) -> QQuickView:
    """Return a window of that size that shows ``file``, not yet shown itself.

    ``QQuickView.setSource`` would wait for the loading thread while it holds Python's lock; a warning that
    this thread hands to a Python message handler then hangs the program for good (docs/adr/0007).

    Args:
        file: The QML file; its root item fills the window.
        properties: Initial values of the root's required properties.
        size: Of the window, in pixels.
        colour: Behind everything, also in the first frame.

    Raises:
        RuntimeError: The QML does not load; its errors are the message.
    """
    view = new_view(size=size, colour=colour)
    fill_view(view, file, properties)
    return view


def new_view(*, size: QSize, colour: str) -> QQuickView:
    """Return a window with nothing in it, not yet shown.

    Args:
        size: Of the window, in pixels.
        colour: Behind everything, also in the first frame.
    """
    view = QQuickView()
    view.setTitle("Hallcall")
    view.setColor(QColor(colour))
    view.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
    view.resize(size)
    view.engine().addImportPath(qml_import_path())
    view.frameSwapped.connect(_note_first_picture, Qt.ConnectionType.SingleShotConnection)
    return view


def fill_view(view: QQuickView, file: Path, properties: Mapping[str, Any]) -> None:
    """Show ``file`` in a window, in place of what it shows now, which is gone afterwards.

    Raises:
        RuntimeError: The QML does not load; its errors are the message.
    """
    before = view.findChild(QQmlComponent, _SHOWN)
    url = QUrl.fromLocalFile(str(file))
    component = QQmlComponent(view.engine(), url, QQmlComponent.CompilationMode.Asynchronous, view)
    _wait(component)
    root = component.createWithInitialProperties(dict(properties))
    if component.isError() or root is None:
        raise RuntimeError("\n".join(error.toString() for error in component.errors()))
    component.setObjectName(_SHOWN)
    view.setContent(url, component, root)
    if before is not None:
        before.setObjectName("")
        before.deleteLater()


def _note_first_picture() -> None:
    log.info("the first picture is on the screen")


def _wait(component: QQmlComponent) -> None:
    if component.isLoading():
        loop = QEventLoop()
        component.statusChanged.connect(lambda _status: loop.quit())
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
