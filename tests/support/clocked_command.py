"""``hallcall`` as it is, but for the clock: ``python -m tests.support.clocked_command CLOCK core ...``."""

from __future__ import annotations

import os
import signal
import sys
from functools import partial
from pathlib import Path
from typing import Any
from unittest import mock

from core.app.offline import hand_in
from core.service.app import with_short_ways
from hallcall.cli import main
from hallcall.server import serve
from kiosk.offline.handing_in import PATH
from tests.support.file_clock import FileClock

HEARING, ANSWERING, BETWEEN = "hearing", "answering", "between"
"""When a core dies: nothing was done of what is asked; all of it was, and nobody knows; one ticket of several
was taken in."""


def dies(clock: Path, when: str, path: str) -> None:
    """Have the core that goes by a clock killed, once, when it is next asked something.

    Args:
        path: Of the request; its end is enough.
    """
    clock.with_suffix(".dies").write_text(f"{when} {path}", encoding="ascii")


def _die_if(order: Path, when: str, path: str) -> None:
    if not order.exists():
        return
    wanted, end = order.read_text(encoding="ascii").split()
    if wanted == when and path.endswith(end):
        order.unlink()
        os.kill(os.getpid(), signal.SIGKILL)


def mortal(app: Any, order: Path) -> Any:
    """Return a web application that dies as ``kill -9`` does when an order says so."""

    async def run(scope: Any, receive: Any, send: Any) -> None:
        async def send_or_die(message: Any) -> None:
            if message["type"] == "http.response.start":
                _die_if(order, ANSWERING, scope["path"])
            await send(message)

        if scope["type"] == "http":
            _die_if(order, HEARING, scope["path"])
        await app(scope, receive, send_or_die)

    return run


def mortal_hand_in(order: Path) -> Any:
    """Return what takes one ticket of a batch in, and dies before the second."""
    done = 0

    def take_in(*args: Any, **kwargs: Any) -> Any:
        nonlocal done
        if done:
            _die_if(order, BETWEEN, PATH)
        handed_in = hand_in(*args, **kwargs)
        done += 1
        return handed_in

    return take_in


if __name__ == "__main__":
    file = Path(sys.argv[1])
    clocked = partial(serve, clock=FileClock(file))
    death = file.with_suffix(".dies")
    dying = mock.patch("hallcall.server.with_short_ways", lambda app: mortal(with_short_ways(app), death))
    within = mock.patch("core.service.routes.blocks.hand_in", mortal_hand_in(death))
    with mock.patch("hallcall.server.serve", clocked), dying, within:
        sys.exit(main(sys.argv[2:]))
