from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

LOAD = "from hardware.printer.library import escpos_printer; print(escpos_printer('Usb').__name__)"


def load(cache: Path, **more: str) -> str:
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache), **more}
    environment.pop("ESCPOS_CAPABILITIES_PICKLE_DIR", None)
    return subprocess.run(
        [sys.executable, "-c", LOAD], env=environment, capture_output=True, text=True, check=True, timeout=60
    ).stdout.strip()


def test_the_database_is_kept_for_the_next_start(tmp_path: Path) -> None:
    assert load(tmp_path) == "Usb"
    (kept,) = (tmp_path / "hallcall").glob("*.pickle")
    written = kept.stat().st_mtime_ns
    assert load(tmp_path) == "Usb"
    assert kept.stat().st_mtime_ns == written


def test_a_database_half_written_by_a_power_cut_is_made_anew(tmp_path: Path) -> None:
    load(tmp_path)
    (kept,) = (tmp_path / "hallcall").glob("*.pickle")
    whole = kept.read_bytes()
    for torn in (b"", whole[:1000]):
        kept.write_bytes(torn)
        assert load(tmp_path) == "Usb"
        assert kept.read_bytes() == whole


def test_a_cache_that_cannot_be_made_is_done_without(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.touch()
    assert load(in_the_way, TMPDIR=str(tmp_path)) == "Usb"


def test_the_library_is_not_loaded_before_it_is_needed() -> None:
    code = "import sys, hardware.printer.address, hardware.printer.simulator; print('escpos' in sys.modules)"
    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert ended.stdout.strip() == "False"


def test_the_library_writes_no_line_for_every_slip() -> None:
    code = (
        "import logging; logging.basicConfig(level=logging.INFO)\n"
        "from hardware.printer.address import open_printer\n"
        "from hardware.printer.simulator import SimulatedPrinter\n"
        "with SimulatedPrinter() as simulated: print(open_printer(simulated.url).status().answered)\n"
        "logging.info('our own')"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert ended.stdout.strip() == "True"
    assert ended.stderr.strip() == "INFO:root:our own"
