"""Starts :mod:`hallcall.bench.tour` as ``hallcall kiosk`` starts: what is imported reads no sources."""

from __future__ import annotations

import sys
from pathlib import Path

from core.qt.memory import hold_little
from core.qt.sources import read_no_sources

if __name__ == "__main__":
    hold_little()
    read_no_sources()
    from hallcall.bench.tour import tour

    sys.exit(tour(sys.argv[1], sys.argv[2], sys.argv[3], Path(sys.argv[4])))
