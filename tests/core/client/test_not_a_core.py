"""Another program answers at the core's address, or a core of another version: said, and asked again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from core.client.link import CoreLink
from core.domain.hall_json import hall_to_json
from tests.support.halls import lhasa_like

SOON_MS = 10_000


class _Other(BaseHTTPRequestHandler):
    """Answers everything the same, as a printer's or a router's page does."""

    says: tuple[int, bytes] = (200, b"")
    asked = 0
    url = ""

    def do_GET(self) -> None:
        type(self).asked += 1
        status, body = self.says
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing on standard error."""


@pytest.fixture
def other() -> Iterator[type[_Other]]:
    """Give the handler class of a server of its own; its ``url`` is where it listens."""
    handler: type[_Other] = type("Handler", (_Other,), {})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        handler.url = f"http://127.0.0.1:{server.server_address[1]}"
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield handler
        server.shutdown()
        thread.join()


def _of_a_newer_core() -> bytes:
    hall = hall_to_json(lhasa_like())
    hall["queues"][0]["number_series"] = hall["queues"][0].pop("id")
    return json.dumps(hall).encode()


@pytest.mark.parametrize(
    ("status", "body", "said"),
    [
        (200, b"{}", "no core, or one of another version"),
        (200, b'{"windows": 3}', "no core, or one of another version"),
        (200, _of_a_newer_core(), "no core, or one of another version"),
        (200, b"<html>printer</html>", "<html>printer"),
        (404, b"<html>not here</html>", "HTTP 404"),
    ],
)
def test_what_answers_and_is_no_core_is_said_once_and_asked_again(
    other: type[_Other], status: int, body: bytes, said: str, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    other.says = (status, body)
    link = CoreLink(other.url, "any", QCoreApplication.instance())
    link.start()
    try:
        qtbot.waitUntil(lambda: other.asked >= 3, timeout=SOON_MS)
    finally:
        link.stop()
        link.deleteLater()
    told = [each.getMessage() for each in caplog.records if "did not tell its hall" in each.getMessage()]
    assert len(told) == 1
    assert said in told[0]
    assert link.hall is None
