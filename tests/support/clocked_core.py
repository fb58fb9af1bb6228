"""The whole service in this process, with a clock that the test moves; requests go through the real app."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

from core.app.ports import Command
from core.domain.hall import Hall
from core.domain.people import Role
from core.service.app import create_app
from core.service.core import Core
from core.service.tokens import Grant
from core.web.phone import phone_page
from hallcall.data_dir import DataDir
from hallcall.server import open_core
from tests.support.clock import Clock
from tests.support.running_core import Reply
from tests.support.sql_store import lay_tables


class ClockedCore:
    """How a test talks to the service.

    Attributes:
        core: The core itself.
    """

    def __init__(self, runner: asyncio.Runner, core: Core, data: DataDir) -> None:
        self._runner = runner
        self._tokens = data.tokens()
        self.core = core
        self.data = data
        app = create_app(lambda: open_core(data, core.hall), [phone_page()])
        app.state.core = core
        transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
        self._client = httpx.AsyncClient(transport=transport, base_url="http://core")

    def ask(
        self, method: str, path: str, body: Any = None, *, role: Role | None = None, **more: Any
    ) -> Reply:
        """Send a request with a token of ``role``, or without one; ``more``: window, subject, key, token."""
        headers = {"Content-Type": "application/json"}
        if "key" in more:
            headers["Idempotency-Key"] = more["key"]
        content = None if body is None else json.dumps(body)
        if "token" in more:
            headers["Authorization"] = f"Bearer {more['token']}"
        elif role is not None:
            grant = Grant(role, more.get("subject", "test"), more.get("window"))
            headers["Authorization"] = f"Bearer {self._tokens.issue(grant)}"
        answer = self._runner.run(self._client.request(method, path, content=content, headers=headers))
        return Reply(answer.status_code, answer.json(), answer.headers["content-type"].partition(";")[0])

    def get(self, path: str, role: Role | None = Role.ADMIN, **more: Any) -> Reply:
        """Get with an administrator's token, or another role's."""
        return self.ask("GET", path, role=role, **more)

    def post(self, path: str, body: Any = None, role: Role | None = Role.ADMIN, **more: Any) -> Reply:
        """Post with an administrator's token, or another role's."""
        return self.ask("POST", path, {} if body is None else body, role=role, **more)

    def browse(self, method: str, path: str, body: bytes = b"") -> httpx.Response:
        """Ask as a browser does: what is sent is a form, and no address is followed."""
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        return self._runner.run(self._client.request(method, path, content=body, headers=headers))

    def run(self, command: Command) -> Any:
        """Run a command and return its answer."""
        return self._runner.run(self.core.run(command))

    def turn(self) -> None:
        """Let the core notice what the clock says."""
        self.run(lambda uow: None)

    async def close(self) -> None:
        """Let the client go."""
        await self._client.aclose()


@contextmanager
def clocked_core(hall: Hall, folder: Path, clock: Clock) -> Iterator[ClockedCore]:
    """Run a core for ``hall`` whose business days turn when the test says so."""
    data = DataDir(folder)
    lay_tables(data.database)
    with asyncio.Runner() as runner:
        opened = open_core(data, hall, clock, look_every_s=3600)
        handle = ClockedCore(runner, runner.run(opened.__aenter__()), data)
        try:
            yield handle
        finally:
            runner.run(handle.close())
            runner.run(opened.__aexit__(None, None, None))
