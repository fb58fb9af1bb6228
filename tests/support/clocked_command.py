"""``hallcall`` as it is, but for the clock: ``python -m tests.support.clocked_command CLOCK core ...``."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from unittest import mock

from hallcall.cli import main
from hallcall.server import serve
from tests.support.file_clock import FileClock

if __name__ == "__main__":
    clocked = partial(serve, clock=FileClock(Path(sys.argv[1])))
    with mock.patch("hallcall.server.serve", clocked):
        sys.exit(main(sys.argv[2:]))
