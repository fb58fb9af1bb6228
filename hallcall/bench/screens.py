"""The three screens as processes of their own, on no display."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from core.domain.people import Role
from hallcall.bench import child
from hallcall.bench.core_process import RunningCore
from hallcall.bench.screen_names import CLERK

NAMES = ("kiosk", "caller", "display")


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen that shows.

    Attributes:
        first_frame_s: From the start of its process until its first frame.
    """

    pid: int
    first_frame_s: float


@contextmanager
def running_screen(
    name: str, core: RunningCore, printer: str, folder: Path, clerk: str | None = None
) -> Iterator[Screen]:
    """Run one of :data:`NAMES` beside a core.

    Args:
        printer: Address of a kiosk's printer.
        folder: For its settings and its log.
        clerk: ``number/PIN/window`` of who signs in at a caller.

    Raises:
        ChildEnded: It ended before it had shown anything.
    """
    words = ["hallcall.bench.screen", name, "--core", core.url, *_options(name, core, printer, folder)]
    began = time.monotonic()
    with child.running(folder / f"{name}.log", *words, more={CLERK: clerk} if clerk else {}) as process:
        yield Screen(process.pid, float(process.line()) - began)


def _options(name: str, core: RunningCore, printer: str, folder: Path) -> list[str]:
    match name:
        case "kiosk":
            return ["--token", core.token(Role.KIOSK), "--printer", printer]
        case "caller":
            return ["--settings", str(folder / "caller.ini")]
    return ["--token", core.token(Role.SCREEN)]
