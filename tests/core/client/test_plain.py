"""A program that asks its core over plain HTTP has no OpenSSL in memory, one that does not has TLS."""

from __future__ import annotations

import subprocess
import sys

import pytest

_PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from PySide6.QtNetwork import QSslSocket
from PySide6.QtWebSockets import QWebSocket
from core.client.plain import leave_tls_out
app = QCoreApplication([])
paths = app.libraryPaths()
leave_tls_out(sys.argv[1])
socket = QWebSocket()
assert app.libraryPaths() == paths
print(QSslSocket.supportsSsl(), "libcrypto" in Path("/proc/self/maps").read_text())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="what is loaded is read from /proc")
@pytest.mark.parametrize(
    ("url", "said"),
    [("http://10.0.0.8:8400", "False False"), ("https://hall.example", "True True")],
)
def test_openssl_is_loaded_only_where_the_core_is_asked_encrypted(url: str, said: str) -> None:
    command = [sys.executable, "-c", _PROGRAM, url]
    ended = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert ended.stdout.strip() == said
    assert ended.stderr == ""
