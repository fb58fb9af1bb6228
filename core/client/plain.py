"""Leaving TLS out of a program whose core is asked over plain HTTP."""

from __future__ import annotations

from PySide6.QtCore import QLoggingCategory, QUrl
from PySide6.QtNetwork import QSslSocket

_ENCRYPTED = ("https", "wss")
_WITHOUT = "cert-only"
"""Qt's backend that reads certificates and does no TLS. Source: Qt 6, QSslSocket, "Multiple TLS backends"."""


def leave_tls_out(url: str) -> None:
    """Load no certificates if the core's address is not an encrypted one; called before a link is made.

    A web socket has Qt read every certificate of the system when it is made, encrypted or not: 100 ms of
    processor time at each start, and 4 MB for as long as the program runs.
    """
    if QUrl(url).scheme() in _ENCRYPTED:
        return
    # Qt says at each web socket that keys cannot be made with it: nobody asks for any.
    QLoggingCategory.setFilterRules("qt.network.ssl.warning=false")
    QSslSocket.setActiveBackend(_WITHOUT)
