"""``hallcall core`` as a process of its own, for the demo."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hallcall.data_dir import DataDir

END_WITHIN_S = 10


class CoreDidNotStart(Exception):
    """The core ended before it was ready; it said why on stderr."""


@contextmanager
def core_process(hall: Path, data: DataDir) -> Iterator[str]:
    """Run a core on a free port of this machine and yield its URL.

    Raises:
        CoreDidNotStart: It ended at once.
    """
    place = ["--data", str(data.path), "--host", "127.0.0.1", "--port", "0"]
    process = subprocess.Popen(  # noqa: S603
        [sys.executable, "-m", "hallcall", "core", "--hall", str(hall), "--always-open", *place],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    try:
        # The core says one line, when it is ready; a core that cannot start closes its end.
        line = process.stdout.readline()
        if "ready at" not in line:
            raise CoreDidNotStart(f"hallcall core ended with exit code {process.wait(END_WITHIN_S)}")
        yield line.split()[-1]
    finally:
        process.terminate()
        try:
            process.wait(END_WITHIN_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        process.stdout.close()
