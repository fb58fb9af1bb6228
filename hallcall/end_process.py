"""The end of a process that was started here."""

from __future__ import annotations

import subprocess


def end(process: subprocess.Popen[str] | subprocess.Popen[bytes], within_s: float) -> None:
    """Ask a process to end, and kill it if it does not in time; it is gone when this returns."""
    process.terminate()
    wait_or_kill(process, within_s)


def wait_or_kill(process: subprocess.Popen[str] | subprocess.Popen[bytes], within_s: float) -> None:
    """Wait for a process that knows that it is to end, and kill it if it does not in time."""
    try:
        process.wait(within_s)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
