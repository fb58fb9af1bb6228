"""``hallcall core`` by the clock of a simulated day: ``python -m hallcall.simulate.fast_core ...``."""

from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from hallcall.data_dir import DataDir
from hallcall.halls import resolve
from hallcall.read_hall import read_hall
from hallcall.server import serve
from hallcall.simulate.clock import FastClock


def main(argv: Sequence[str] | None = None) -> int:
    """Run the core until it is stopped; tickets are issued at any hour."""
    parser = argparse.ArgumentParser(prog="hallcall core")
    for name in ("--hall", "--data", "--stands-at", "--speed", "--began"):
        parser.add_argument(name, required=True)
    args = parser.parse_args(argv)
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr)
    os.umask(0o077)
    data = DataDir(Path(args.data))
    data.path.mkdir(parents=True, exist_ok=True)
    hall = replace(read_hall(resolve(args.hall), data.hall_read), keeps_hours=False)
    clock = FastClock(datetime.fromisoformat(args.stands_at), float(args.speed), Path(args.began))
    return serve(data, hall, "127.0.0.1", 0, clock=clock)


if __name__ == "__main__":
    sys.exit(main())
