"""A real core of Lhasa's hall for the consoles, with its clerks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from core.app.hallfile import load
from core.domain.people import Role
from hallcall.demo.hurried import write_hurried
from hallcall.halls import resolve
from tests.support.running_core import CoreHandle, CoreProcess

PIN = "2468"


@contextmanager
def running(folder: Path, clerks: Iterable[str] = ()) -> Iterator[CoreProcess]:
    """Run it; a process of its own, as Qt and a thread of Python do not share one well."""
    # Nobody has to walk to the window here: the seconds between calls of its rules are left out.
    _, file = write_hurried(load(resolve("lhasa")), folder)
    process = CoreProcess(str(file), folder / "core")
    process.start()
    try:
        for clerk in clerks:
            let_in(process.handle, clerk)
        yield process
    finally:
        process.stop()


def let_in(core: CoreHandle, clerk: str, role: str = "clerk") -> None:
    """Give a clerk a PIN."""
    body = {"name": clerk, "role": role, "pin": PIN}
    answer = core.ask("PUT", f"/api/clerks/{clerk}", body, token=core.token(Role.ADMIN))
    assert answer.status < 300


def empty(core: CoreHandle, queue: str) -> None:
    """Let nobody wait, be away or be passed in a queue or be at a window, for the next story."""
    supervisor = core.token(Role.SUPERVISOR)
    for state in ("called", "serving", "waiting", "passed", "suspended"):
        found = core.ask("GET", f"/api/tickets?queue={queue}&state={state}", token=supervisor).body["tickets"]
        for each in found:
            window = each.get("window")
            if state in ("called", "serving"):
                core.ask("POST", f"/api/windows/{window}/finish", {}, token=supervisor)
            else:
                core.ask("POST", f"/api/tickets/{each['id']}/cancel", {}, token=supervisor)
