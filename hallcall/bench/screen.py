"""A screen's program as it is, watched from inside: says when its first frame is on the screen.

``python -m hallcall.bench.screen kiosk --core URL ...`` runs ``hallcall kiosk --core URL ...`` and prints one
line, the moment of the first frame (``time.monotonic``). A caller then signs in, if ``HALLCALL_BENCH_CLERK``
says who: nothing but a signed-in caller follows the hall.

Little of the bench is imported here: what it needs (the core's tokens and their cryptography, 10 MB) would
count as the screen's memory.
"""

from __future__ import annotations

import os
import sys
import time

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtQuick import QQuickWindow

from core.qt.app import make_app
from hallcall.bench.screen_names import CLERK
from hallcall.cli import main

_WIDGETS = "caller"


class FirstFrame(QObject):
    """Says once when a window has been painted."""

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self._said = False
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Look for a window that shows, and for the first paint of a widget's."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QQuickWindow):
            watched.frameSwapped.connect(self._painted)
        elif event.type() == QEvent.Type.Paint and watched.isWidgetType():
            # It is painted when this event is over.
            QTimer.singleShot(0, self, self._widget_painted)
        return False

    def _painted(self) -> None:
        if self._said:
            return
        self._said = True
        print(time.monotonic(), flush=True)
        app = QCoreApplication.instance()
        assert app is not None
        # Nothing of this remains in what is measured later.
        app.removeEventFilter(self)

    def _widget_painted(self) -> None:
        if not self._said:
            self._painted()
            if CLERK in os.environ:
                _sign_in(os.environ[CLERK])


def _sign_in(who: str) -> None:
    # Only where widgets are: they would count as memory of the other screens.
    from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

    (window,) = (each for each in QApplication.topLevelWidgets() if each.isVisible())
    fields = ("clerk", "pin", "window-number")
    for name, text in zip(fields, who.split("/"), strict=True):
        field = window.findChild(QLineEdit, name)
        assert isinstance(field, QLineEdit), name
        field.setText(text)
    button = window.findChild(QAbstractButton, "sign-in-now")
    assert isinstance(button, QAbstractButton)
    button.click()


if __name__ == "__main__":
    which = sys.argv[1]
    FirstFrame(make_app(f"hallcall-{which}", widgets=which == _WIDGETS))
    sys.exit(main(sys.argv[1:]))
