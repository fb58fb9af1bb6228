"""A PostgreSQL server of the tests' own: a cluster in a temporary folder, heard on a socket in that folder.

It never runs as root and never takes a port; with ``fsync`` on, as a hall's server has it.
"""

from __future__ import annotations

import atexit
import itertools
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg import sql

from core.store.migrate import migrate
from core.store.postgres import address, postgres_writer
from core.store.tables import metadata
from tests.support.waiting import wait_until

OWNER = "hallcall"
TEMPLATE = "hallcall_template"
START_WITHIN_S = 30
# Ends the server and leaves nothing when this process ends, however it does: then the pipe has no other end.
_WATCHED = """
exec 3<&0
"$@" & server=$!
(
    if ! read -r _ <&3; then
        kill -INT $server
        while kill -0 $server 2>/dev/null; do sleep 0.05; done
        rm -rf "$PWD"
    fi
) &
wait $server
"""


class NoServer(Exception):
    """PostgreSQL's programs are not on this machine."""


def programs() -> Path:
    """Return the folder of the newest server's programs."""
    folders = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda path: float(path.parts[-3])
    )
    found = shutil.which("postgres")
    if folders:
        return folders[-1].parent
    if found is None:
        raise NoServer("PostgreSQL is not installed (Debian's package postgresql): its tests are left out")
    return Path(found).resolve().parent


def _account() -> dict[str, Any]:
    """Return whom the server runs as: itself refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    names = {each.pw_name: each for each in pwd.getpwall()}
    user = names.get("postgres") or names["nobody"]
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


class Server:
    """One cluster.

    Attributes:
        folder: Where it lives, socket and all.
    """

    def __init__(self) -> None:
        self._bin = programs()
        self.folder = Path(tempfile.mkdtemp(prefix="hallcall-pg-"))
        self._account = _account()
        self._names = itertools.count(1)
        self._clean: list[str] = []
        self._process: subprocess.Popen[bytes] | None = None
        if self._account:
            os.chown(self.folder, self._account["user"], self._account["group"])
        self._run("initdb", "-D", "data", "-U", OWNER, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        self.start()
        self._make_template()

    def _run(self, program: str, *arguments: str) -> None:
        ended = subprocess.run(
            [self._bin / program, *arguments],
            cwd=self.folder,
            capture_output=True,
            text=True,
            check=False,
            **self._account,
        )
        assert ended.returncode == 0, ended.stderr

    def start(self) -> None:
        """Start it and wait until it answers."""
        settings = {
            "listen_addresses": "",
            "unix_socket_directories": str(self.folder),
            "fsync": "on",
            "max_connections": "60",
            "shared_buffers": "32MB",
            # Tests make and drop databases all the time.
            "autovacuum": "off",
        }
        given = [f"--{name.replace('_', '-')}={value}" for name, value in settings.items()]
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                ["sh", "-c", _WATCHED, "sh", self._bin / "postgres", "-D", "data", *given],
                cwd=self.folder,
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
                **self._account,
            )
        wait_until(self._answers)

    def _answers(self) -> bool:
        assert self._process is not None
        assert self._process.poll() is None, (self.folder / "log").read_text("utf-8", "replace")[-2000:]
        try:
            psycopg.connect(self.url("postgres").replace("+psycopg", ""), connect_timeout=2).close()
        except psycopg.OperationalError:
            return False
        return True

    def stop(self, number: signal.Signals = signal.SIGINT) -> None:
        """End it: SIGINT cuts every connection, SIGQUIT is as if it had crashed."""
        if self._process is None:
            return
        assert self._process.stdin is not None
        pid = int((self.folder / "data/postmaster.pid").read_text().partition("\n")[0])
        os.kill(pid, number)
        self._process.wait(START_WITHIN_S)
        self._process.stdin.write(b"stopped\n")
        self._process.stdin.close()
        self._process = None

    def remove(self) -> None:
        """End it and leave nothing."""
        self.stop(signal.SIGQUIT)
        shutil.rmtree(self.folder, ignore_errors=True)

    def url(self, database: str) -> str:
        """Return the address of a database."""
        return f"postgresql+psycopg://{OWNER}@/{database}?host={self.folder}"

    @contextmanager
    def connected(self, database: str = "postgres") -> Iterator[psycopg.Connection[Any]]:
        """Talk to the server past the program."""
        url = self.url(database).replace("+psycopg", "")
        with psycopg.connect(url, autocommit=True) as connection:
            yield connection

    def _make_template(self) -> None:
        with self.connected() as connection:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(TEMPLATE)))
        engine = postgres_writer(address(self.url(TEMPLATE)))
        migrate(engine)
        engine.dispose()

    def lend(self) -> str:
        """Return the address of a database with the program's tables and nothing in them."""
        if self._clean:
            return self._clean.pop()
        return self._make(TEMPLATE)

    def take_back(self, url: str) -> None:
        """Empty a database that was lent: that is a hundred times quicker than making one."""
        tables = [sql.Identifier(table.name) for table in reversed(metadata.sorted_tables)]
        with self.connected(_name(url)) as connection, connection.transaction():
            for table in tables:
                connection.execute(sql.SQL("DELETE FROM {}").format(table))
        self._clean.append(url)

    def make_empty(self) -> str:
        """Return the address of a database without any tables."""
        return self._make("template1")

    def _make(self, template: str) -> str:
        name = f"t{next(self._names)}"
        names = [sql.Identifier(each) for each in (name, template)]
        with self.connected() as connection:
            connection.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(*names))
        return self.url(name)

    def drop(self, url: str) -> None:
        """Throw a database away, whoever is still connected to it."""
        name = sql.Identifier(_name(url))
        with self.connected() as connection:
            connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(name))


def _name(url: str) -> str:
    return url.partition("?")[0].rpartition("/")[2]


_started: list[Server] = []


def server() -> Server:
    """Return the server of this run, started when it is first asked for; without one the test is skipped."""
    if not _started:
        try:
            made = Server()
        except NoServer as error:
            pytest.skip(str(error))
        atexit.register(made.remove)
        _started.append(made)
    return _started[0]
