"""The hall's agents as processes of their own, as they run in a hall."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from hallcall.end_process import end

READY = "following the hall"
READY_WITHIN_S = 60.0
END_WITHIN_S = 15.0
_LOOK_S = 0.05


class AgentDidNotStart(Exception):
    """An agent ended, or does not follow the hall; the message has what it said last."""


@contextmanager
def agent(words: list[str], token: str, log: Path) -> Iterator[Callable[[], None]]:
    """Run ``hallcall`` with some words and yield what waits until it follows the hall.

    What is yielded raises AgentDidNotStart if it never does.

    Args:
        token: Its own; it goes by the environment, which nobody else can read.
        log: What it says goes there.
    """
    with log.open("wb") as out:
        process = subprocess.Popen(  # noqa: S603
            [sys.executable, "-m", "hallcall", "--verbose", *words],
            stdout=subprocess.DEVNULL,
            stderr=out,
            env=os.environ | {"HALLCALL_TOKEN": token, "QT_QPA_PLATFORM": "offscreen"},
        )
    try:
        yield lambda: _wait(process, words[0], log)
    finally:
        end(process, END_WITHIN_S)


def _wait(process: subprocess.Popen[bytes], name: str, log: Path) -> None:
    deadline = time.monotonic() + READY_WITHIN_S
    while READY not in (said := log.read_text("utf-8", "replace")):
        if process.poll() is not None or time.monotonic() > deadline:
            raise AgentDidNotStart(f"hallcall {name}: {said[-500:]}")
        time.sleep(_LOOK_S)
