"""How the people of a story reach the core: one kept-alive connection a thread, as each screen has one."""

from __future__ import annotations

import http.client
import json
import threading
from typing import Any

from tests.support.running_core import CoreProcess, Reply

ANSWER_WITHIN_S = 60


class Wire:
    """HTTP to a core that may be killed and started again meanwhile.

    Attributes:
        core: The core's process.
    """

    def __init__(self, core: CoreProcess) -> None:
        self.core = core
        self._mine = threading.local()
        self._all: list[http.client.HTTPConnection] = []

    def ask(self, method: str, path: str, body: Any, token: str | None, key: str | None) -> Reply:
        """Send a request and return the answer; where the core hung up meanwhile, it is sent again."""
        headers = {"Content-Type": "application/json"}
        headers |= {"Authorization": f"Bearer {token}"} if token else {}
        headers |= {"Idempotency-Key": key} if key else {}
        content = None if body is None else json.dumps(body)
        try:
            return self._send(method, path, content, headers)
        except (http.client.RemoteDisconnected, ConnectionError):
            self._connection().close()
            return self._send(method, path, content, headers)

    def close(self) -> None:
        """Hang up, in every thread."""
        for connection in self._all:
            connection.close()

    def _send(self, method: str, path: str, content: str | None, headers: dict[str, str]) -> Reply:
        connection = self._connection()
        connection.request(method, path, content, headers)
        answer = connection.getresponse()
        raw, media_type = answer.read(), answer.headers.get_content_type()
        return Reply(
            answer.status, json.loads(raw) if media_type.endswith("json") else raw.decode(), media_type
        )

    def _connection(self) -> http.client.HTTPConnection:
        if not hasattr(self._mine, "connection"):
            host, _, port = self.core.handle.url.removeprefix("http://").rpartition(":")
            self._mine.connection = http.client.HTTPConnection(host, int(port), timeout=ANSWER_WITHIN_S)
            self._all.append(self._mine.connection)
        connection: http.client.HTTPConnection = self._mine.connection
        return connection
