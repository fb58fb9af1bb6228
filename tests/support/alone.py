"""Running a file of tests in a process of its own: what measures itself must not inherit others' memory."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_ROOT = Path(__file__).parents[2]


def run_alone(file: str) -> None:
    """Run the tests of a file by its path from the project's folder; fail with what they printed.

    Its name does not begin with ``test_``, so that it is run here only.
    """
    command = (sys.executable, "-m", "pytest", "-q", "-W", "error", "-p", "no:xdist", file)
    ran = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, f"{ran.stdout}\n{ran.stderr}"
