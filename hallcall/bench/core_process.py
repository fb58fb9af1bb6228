"""``hallcall core`` as a process of its own, and who may do what at it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.domain.people import Role
from core.service.tokens import Grant
from hallcall.bench import child
from hallcall.bench.load.driver import LoadProcess
from hallcall.data_dir import DataDir


@dataclass(frozen=True, slots=True)
class RunningCore:
    """A core that answers.

    Attributes:
        ready_s: From the start of its process until it said that it is ready.
    """

    url: str
    pid: int
    data: DataDir
    ready_s: float

    def token(self, role: Role, window: int | None = None) -> str:
        """Return a token of a role; a clerk's is of the clerk who opens that window."""
        subject = f"clerk-{window}" if window is not None else f"bench-{role.value}"
        return self.data.tokens().issue(Grant(role, subject, window))

    def open_windows(self, load: LoadProcess, numbers: list[int]) -> list[dict[str, Any]]:
        """Open windows, and return who may call there as the load wants it."""
        clerks = [{"window": number, "token": self.token(Role.CLERK, number)} for number in numbers]
        for clerk in clerks:
            path = f"/api/windows/{clerk['window']}/open"
            load.do("ask", core=self.url, method="POST", path=path, token=clerk["token"])
        return clerks


@contextmanager
def running_core(hall: Path | None, folder: Path) -> Iterator[RunningCore]:
    """Run a core on a free port of this machine.

    Args:
        hall: The hall file; ``None``: the hall that the folder holds.

    Raises:
        ChildEnded: It ended before it was ready.
    """
    named = ["--hall", str(hall)] if hall else []
    place = ["--data", str(folder), "--host", "127.0.0.1", "--port", "0", "--always-open"]
    began = time.monotonic()
    log = folder.with_name(f"{folder.name}.log")
    with child.running(log, "hallcall", "core", *named, *place) as process:
        line = process.line()
        yield RunningCore(line.split()[-1], process.pid, DataDir(folder), time.monotonic() - began)
