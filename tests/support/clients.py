"""Many clients at once: each a thread with its own kept-alive connection."""

from __future__ import annotations

import http.client
import json
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from core.domain.people import Role
from tests.support.running_core import CoreHandle

ANSWER_WITHIN_S = 60
FRESH_S = 2.0
"""A core hangs up on who says nothing for five seconds; on a starved machine a client comes to be one."""

T = TypeVar("T")


class Client:
    """One kept-alive connection with an administrator's token, or another role's."""

    def __init__(self, core: CoreHandle, role: Role = Role.ADMIN) -> None:
        self._used_s = time.monotonic()
        host, _, port = core.url.removeprefix("http://").rpartition(":")
        self._connection = http.client.HTTPConnection(host, int(port), timeout=ANSWER_WITHIN_S)
        self._headers = {
            "Authorization": f"Bearer {core.token(role)}",
            "Content-Type": "application/json",
        }

    def post(self, path: str, sent: Any = None, key: str | None = None) -> tuple[int, Any]:
        """Post and return status and answer.

        Raises:
            OSError, http.client.HTTPException: No answer came.
        """
        self.send(path, sent, key)
        answer = self._connection.getresponse()
        body = json.loads(answer.read())
        self._used_s = time.monotonic()
        return answer.status, body

    def send(self, path: str, body: Any = None, key: str | None = None) -> None:
        """Post and do not wait for the answer."""
        headers = self._headers | ({"Idempotency-Key": key} if key else {})
        if time.monotonic() - self._used_s > FRESH_S:
            # The next request connects anew.
            self._connection.close()
        self._used_s = time.monotonic()
        self._connection.request("POST", path, json.dumps(body or {}), headers)

    def close(self) -> None:
        """Hang up."""
        self._connection.close()


def all_at_once(core: CoreHandle, count: int, work: Callable[[int, Client], T]) -> list[T]:
    """Run ``work`` in ``count`` threads that begin at the same moment, each with its client and its place."""
    together = threading.Barrier(count)

    def run(place: int) -> T:
        client = Client(core)
        try:
            together.wait(ANSWER_WITHIN_S)
            return work(place, client)
        finally:
            client.close()

    with ThreadPoolExecutor(count) as threads:
        return list(threads.map(run, range(count)))
