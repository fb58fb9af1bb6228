"""``hallcall`` as it is, but for the clock: ``python -m tests.support.clocked_command CLOCK core ...``."""

from __future__ import annotations

import os
import signal
import sys
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from unittest import mock
from zoneinfo import ZoneInfo

from core.domain.clock import from_text, to_text
from core.service.app import with_short_ways
from hallcall.cli import main
from hallcall.server import serve

HALL_TIME = ZoneInfo("Asia/Shanghai")


def hall_instant(local: str) -> datetime:
    """Return a time on the hall's wall as an instant, UTC."""
    return datetime.fromisoformat(local).replace(tzinfo=HALL_TIME).astimezone(UTC)


class FileClock:
    """A clock that two processes see: one moves it, the other reads it. It stands still between."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __call__(self) -> datetime:
        """Return the instant, UTC."""
        return from_text(self.path.read_text(encoding="ascii"))

    def set(self, local: str) -> datetime:
        """Set it to a time on the hall's wall, ``"2026-11-23 09:30"``, and return the instant."""
        return self._show(hall_instant(local))

    def advance(self, **by: float) -> datetime:
        """Move it on, ``minutes=5``, and return the instant."""
        return self._show(self() + timedelta(**by))

    def _show(self, at: datetime) -> datetime:
        # Whole at any instant: the core reads it while it is moved.
        made = self.path.with_suffix(".new")
        made.write_text(to_text(at), encoding="ascii")
        os.replace(made, self.path)
        return at


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
