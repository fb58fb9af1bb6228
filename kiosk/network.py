"""How far this machine gets towards the core, for who has to mend it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtNetwork import QAbstractSocket, QNetworkInterface, QNetworkProxy, QTcpSocket

from kiosk.trouble_state import Reach

GIVE_UP_MS: Final = 3_000
"""In a hall's own network a machine that is there answers in a few milliseconds."""
_Flag = QNetworkInterface.InterfaceFlag
_AT_HOME = ("127.", "localhost", "::1")


def has_link() -> bool:
    """Return whether any of this machine's network cards is switched on, plugged in and has an address."""
    return any(
        bool(each.flags() & _Flag.IsUp)
        and bool(each.flags() & _Flag.IsRunning)
        and not each.flags() & _Flag.IsLoopBack
        and each.addressEntries()
        for each in QNetworkInterface.allInterfaces()
    )


class Probe(QObject):
    """Tries to reach the core's port, one try at a time; nothing is sent."""

    def __init__(self, url: str, told: Callable[[Reach], None], parent: QObject | None = None) -> None:
        """Make it ready.

        Args:
            url: The core's address.
            told: Gets how far a try came: ``ENDED``, ``SILENT``, ``NO_LINK``, or ``UP`` where somebody
                listens.
            parent: Owner.
        """
        super().__init__(parent)
        at = QUrl(url)
        self._host, self._port = at.host(), at.port(443 if at.scheme() == "https" else 80)
        self._told = told
        self._socket: QTcpSocket | None = None
        self._late = QTimer(self, singleShot=True, interval=GIVE_UP_MS)
        self._late.timeout.connect(lambda: self._ended(Reach.SILENT))

    def look(self) -> None:
        """Begin a try, unless one is under way."""
        if self._socket is not None:
            return
        if not has_link() and not self._host.startswith(_AT_HOME):
            self._told(Reach.NO_LINK)
            return
        socket = self._socket = QTcpSocket(self)
        socket.setProxy(QNetworkProxy(QNetworkProxy.ProxyType.NoProxy))
        socket.connected.connect(lambda: self._ended(Reach.UP))
        socket.errorOccurred.connect(self._failed)
        self._late.start()
        socket.connectToHost(self._host, self._port)

    def stop(self) -> None:
        """Try no more; nothing is told."""
        self._late.stop()
        socket, self._socket = self._socket, None
        if socket is not None:
            socket.blockSignals(True)
            socket.abort()
            socket.deleteLater()

    def _failed(self, error: QAbstractSocket.SocketError) -> None:
        refused = error == QAbstractSocket.SocketError.ConnectionRefusedError
        self._ended(Reach.ENDED if refused else Reach.SILENT)

    def _ended(self, line: Reach) -> None:
        if self._socket is not None:
            self.stop()
            self._told(line)
