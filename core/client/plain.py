"""Leaving TLS out of a program whose core is asked over plain HTTP."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLoggingCategory, QUrl
from PySide6.QtNetwork import QSslSocket

_ENCRYPTED = ("https", "wss")
_WITHOUT = "cert-only"
"""Qt's backend that reads certificates and does no TLS. Source: Qt 6, QSslSocket, "Multiple TLS backends"."""


def leave_tls_out(url: str) -> None:
    """Load neither OpenSSL nor certificates if the core's address is not an encrypted one.

    A web socket has Qt read every certificate of the system when it is made, encrypted or not: 100 ms of
    processor time at each start, and with OpenSSL 8 MB for as long as the program runs. It is called once
    there is an application, before a link is made; too late or where Qt has no such backend nothing changes.
    """
    if QUrl(url).scheme() in _ENCRYPTED:
        return
    with _only_that_backend():
        if QSslSocket.setActiveBackend(_WITHOUT):
            # Qt says at each web socket that keys cannot be made with it: nobody asks for any.
            QLoggingCategory.setFilterRules("qt.network.ssl.warning=false")


@contextmanager
def _only_that_backend() -> Iterator[None]:
    """Let Qt find no other backend: it loads all that it finds, whichever is asked for."""
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath), "tls")
    found = list(plugins.glob("*certonly*"))
    if sys.platform == "win32" or not found:
        yield  # there a user may make no link to a file, and Windows has TLS loaded anyway
        return
    before = QCoreApplication.libraryPaths()
    with TemporaryDirectory(prefix="hallcall-") as folder:
        Path(folder, "tls").mkdir()
        Path(folder, "tls", found[0].name).symlink_to(found[0])
        QCoreApplication.setLibraryPaths([folder])
        try:
            yield
        finally:
            QCoreApplication.setLibraryPaths(before)
