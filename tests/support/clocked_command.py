"""``hallcall`` as it is, but for the clock: ``python -m tests.support.clocked_command CLOCK core ...``."""

from __future__ import annotations

import os
import signal
import sys
from functools import partial
from pathlib import Path
from typing import Any
from unittest import mock

from core.service.app import with_short_ways
from hallcall.cli import main
from hallcall.server import serve
from tests.support.file_clock import FileClock


def dies_answering(clock: Path, path: str) -> None:
    """Have the core that goes by a clock killed when it next answers a path: it has done what was asked."""
    clock.with_suffix(".dies").write_text(path, encoding="ascii")


def mortal(app: Any, order: Path) -> Any:
    """Return a web application that dies as ``kill -9`` does, once, as it answers the path of an order."""

    async def run(scope: Any, receive: Any, send: Any) -> None:
        async def send_or_die(message: Any) -> None:
            starts = message["type"] == "http.response.start" and order.exists()
            if starts and order.read_text(encoding="ascii") == scope["path"]:
                order.unlink()
                os.kill(os.getpid(), signal.SIGKILL)
            await send(message)

        await app(scope, receive, send_or_die)

    return run


if __name__ == "__main__":
    file = Path(sys.argv[1])
    clocked = partial(serve, clock=FileClock(file))
    dying = mock.patch(
        "hallcall.server.with_short_ways", lambda app: mortal(with_short_ways(app), file.with_suffix(".dies"))
    )
    with mock.patch("hallcall.server.serve", clocked), dying:
        sys.exit(main(sys.argv[2:]))
