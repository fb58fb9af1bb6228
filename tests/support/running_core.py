"""A real core on loopback, in this process or in one of its own."""

from __future__ import annotations

import gc
import json
import os
import signal
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from core.domain.hall import Hall
from core.domain.people import Role
from core.service.now import Clock, utc_now
from core.service.tokens import Grant
from hallcall.data_dir import DataDir
from hallcall.server import Running, start
from tests.support.nursery import Forked, Nursery
from tests.support.sql_store import lay_tables

START_WITHIN_S = 30


@dataclass(frozen=True, slots=True)
class Reply:
    """An HTTP answer.

    Attributes:
        body: Decoded JSON.
    """

    status: int
    body: Any
    media_type: str


class CoreHandle:
    """How a test talks to a core: tokens from its folder, HTTP on loopback."""

    def __init__(self, data: DataDir, url: str) -> None:
        self.data = data
        self.url = url

    def token(self, role: Role, window: int | None = None, subject: str = "test") -> str:
        """Return a token of a role."""
        return self.data.tokens().issue(Grant(role, subject, window))

    def ask(
        self,
        method: str,
        path: str,
        body: Any = None,
        *,
        token: str | None = None,
        key: str | None = None,
    ) -> Reply:
        """Send a request and return the answer, whatever its status."""
        headers = {"Content-Type": "application/json"}
        if token:
            headers["Authorization"] = f"Bearer {token}"
        if key:
            headers["Idempotency-Key"] = key
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, data, headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return _reply(answer)
        except urllib.error.HTTPError as error:
            with error:
                return _reply(error)

    def post(self, path: str, body: Any = None, *, role: Role = Role.ADMIN, **options: Any) -> Reply:
        """Post with an administrator's token, or another role's."""
        token = options.pop("token", None) or self.token(role, options.pop("window", None))
        return self.ask("POST", path, {} if body is None else body, token=token, **options)

    def get(self, path: str, *, role: Role = Role.ADMIN) -> Reply:
        """Get with an administrator's token, or another role's."""
        return self.ask("GET", path, token=self.token(role))


def _reply(answer: Any) -> Reply:
    raw = answer.read()
    media_type = answer.headers.get_content_type()
    body = json.loads(raw) if media_type.endswith("json") else raw.decode()
    return Reply(answer.status, body, media_type)


@contextmanager
def core_in_thread(
    hall: Hall,
    folder: Path,
    port: int = 0,
    *,
    keeps_hours: bool = False,
    database: str | None = None,
    clock: Clock = utc_now,
) -> Iterator[CoreHandle]:
    """Run a core for ``hall`` on a thread of this process; it really listens on loopback.

    Args:
        clock: The time by which it does everything, UTC.
        database: Address of the database on a server, instead of the file in the folder.
    """
    data = DataDir(folder)
    hall = replace(hall, keeps_hours=keeps_hours)
    data.path.mkdir(parents=True, exist_ok=True)
    if database is None:
        lay_tables(data.database)
    ready = threading.Event()
    running: Running = start(data, hall, "127.0.0.1", port, ready.set, clock=clock, database=database)
    # The core collects once when it starts, on its thread: what earlier tests left of Qt must not be there.
    gc.collect()
    thread = threading.Thread(target=running.run, name="core")
    thread.start()
    try:
        assert ready.wait(START_WITHIN_S), "the core did not start"
        yield CoreHandle(data, running.url)
    finally:
        running.stop()
        thread.join(START_WITHIN_S)
        assert not thread.is_alive(), "the core did not stop"


class CoreProcess:
    """``hallcall core`` as a process of its own, that can be killed and started again.

    Attributes:
        log: What it logged, once it was stopped; kept if that was asked for.
    """

    def __init__(
        self,
        hall: str | None,
        folder: Path,
        port: int = 0,
        clock: Path | None = None,
        *,
        keep_log: bool = False,
        database: str | None = None,
        nursery: Nursery | None = None,
    ) -> None:
        """Name the hall and the folder.

        Args:
            nursery: What starts it; it starts sooner, and keeps no log.
            database: Address of the database on a server, instead of the file in the folder.
            clock: The file its clock is read from (:mod:`tests.support.clocked_command`); it keeps its hours
                then. Without one it goes by the machine's time and issues tickets at any hour.
        """
        self._hall = [] if hall is None else ["--hall", hall]
        self._program = ["hallcall", "core", "--always-open"]
        if clock is not None:
            self._program = ["tests.support.clocked_command", str(clock), "core"]
        self._folder = folder
        self._database = [] if database is None else ["--database", database]
        self._port = port
        self._keep_log = keep_log
        self.log = ""
        self._nursery = nursery
        self._process: subprocess.Popen[str] | Forked | None = None
        self.handle = CoreHandle(DataDir(folder), "")

    def start(self) -> CoreHandle:
        """Start the core and wait until it says that it is ready."""
        place = ["--data", str(self._folder), "--host", "127.0.0.1", "--port", str(self._port)]
        words = [*self._program, *self._hall, *self._database, *place]
        if self._nursery is not None:
            self._process = self._nursery.start(*words, text=True)
        else:
            self._process = subprocess.Popen(
                [sys.executable, "-m", *words],
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE if self._keep_log else None,
                text=True,
                env=os.environ | {"PYTHONUNBUFFERED": "1"},
            )
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert "ready at" in line, f"the core did not start: {line!r}"
        self.handle = CoreHandle(DataDir(self._folder), line.split()[-1])
        self._port = int(self.handle.url.rpartition(":")[2])
        return self.handle

    @property
    def pid(self) -> int:
        """The process's number."""
        assert self._process is not None
        return self._process.pid

    def send_signal(self, number: signal.Signals) -> None:
        """Send the process a signal."""
        assert self._process is not None
        self._process.send_signal(number)

    def kill(self) -> None:
        """End it as a power cut does."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """End it as a service manager does."""
        self._end(signal.SIGTERM)

    def _end(self, number: signal.Signals) -> None:
        if self._process is None:
            return
        self._process.send_signal(number)
        self._process.wait(START_WITHIN_S)
        assert self._process.stdout is not None
        self._process.stdout.close()
        if self._process.stderr is not None:
            with self._process.stderr as log:
                self.log = log.read()
        self._process = None
