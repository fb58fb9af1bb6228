"""Which worker of pytest-xdist gets which tests, and when.

A file's tests stay together, for what it starts is started once. The files named here are longer than a
worker's fair share and start nothing that their tests share: their tests are given out one by one. What takes
longest is begun first, so that no worker is left with a long file when the others have nothing more to do.
"""

from __future__ import annotations

from typing import Any

import pytest

ONE_BY_ONE = (
    "tests/hallcall/test_bench.py",
    "tests/hallcall/test_pads.py",
    "tests/hardware/voice/test_player.py",
    "tests/kiosk/guide/test_fits.py",
    "tests/kiosk/test_devices.py",
    "tests/kiosk/test_pictures.py",
    "tests/system/test_backup.py",
    "tests/system/test_blocks.py",
    "tests/system/test_crash.py",
    "tests/system/test_demo.py",
    "tests/system/test_disk.py",
    "tests/system/test_kiosk_offline.py",
)
LONG_FIRST = (
    "tests/system/test_caller_morning.py",
    "tests/caller/",
    "tests/kiosk/test_soak.py",
    "tests/kiosk/offline/test_killed.py",
    "tests/kiosk/test_pictures.py",
    "tests/core/service/test_schemathesis.py",
    "tests/system/",
    "tests/hallcall/",
    "tests/kiosk/",
    "tests/hardware/voice/",
    "tests/display/",
    "tests/hardware/printer/",
    "tests/test_house.py",
    "tests/core/service/",
    "tests/core/client/",
    "tests/core/store/",
)
"""Beginnings of test names; earlier is sooner.

The console's tests measure thousands of texts: in a worker that has drawn boards and kiosk pages before, Qt's
cache of fonts is full, and each measure takes thirty times as long.
"""


def turn(test: str) -> int:
    """Return when a test's turn comes; what is called the same keeps its order."""
    return next((at for at, name in enumerate(LONG_FIRST) if test.startswith(name)), len(LONG_FIRST))


def together(test: str) -> str:
    """Return what tests that one worker must do are called alike: their file, or the test alone."""
    return test if test.startswith(ONE_BY_ONE) else test.partition("::")[0]


def scheduler(config: pytest.Config, log: Any) -> Any:
    """Return what gives the tests out; nothing where another way than by files was asked for."""
    if config.getvalue("dist") != "loadfile":
        return None
    from xdist.scheduler import LoadFileScheduling

    class ByFileOrTest(LoadFileScheduling):  # type: ignore[misc]  # xdist has no types
        def _split_scope(self, nodeid: str) -> str:
            return together(nodeid)

    return ByFileOrTest(config, log)
