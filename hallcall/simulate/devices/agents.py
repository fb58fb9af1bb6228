"""The hall's agents as processes of their own, as they run in a hall."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

READY = "following the hall"
READY_WITHIN_S = 60.0
END_WITHIN_S = 15.0
_LOOK_S = 0.05


class AgentDidNotStart(Exception):
    """An agent ended, or does not follow the hall; the message has what it said last."""


@contextmanager
def agent(words: list[str], token: str, log: Path) -> Iterator[int]:
    """Run ``hallcall`` with some words and yield its process's number once it follows the hall.

    Args:
        token: Its own; it goes by the environment, which nobody else can read.
        log: What it says goes there.

    Raises:
        AgentDidNotStart: It does not.
    """
    with log.open("wb") as out:
        process = subprocess.Popen(  # noqa: S603
            [sys.executable, "-m", "hallcall", "--verbose", *words],
            stdout=subprocess.DEVNULL,
            stderr=out,
            env=os.environ | {"HALLCALL_TOKEN": token, "QT_QPA_PLATFORM": "offscreen"},
        )
    try:
        _wait(process, words[0], log)
        yield process.pid
    finally:
        process.terminate()
        try:
            process.wait(END_WITHIN_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait(process: subprocess.Popen[bytes], name: str, log: Path) -> None:
    deadline = time.monotonic() + READY_WITHIN_S
    while READY not in (said := log.read_text("utf-8", "replace")):
        if process.poll() is not None or time.monotonic() > deadline:
            raise AgentDidNotStart(f"hallcall {name}: {said[-500:]}")
        time.sleep(_LOOK_S)
