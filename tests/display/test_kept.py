"""A display that is killed is back by itself, and needs nobody to join again."""

from __future__ import annotations

import logging
import os
import signal
import sys
import time
from pathlib import Path

import pytest

from core.domain.people import Role
from display.pairing.kept import Joined, Kept
from tests.hallcall.test_keeper import READY, kept
from tests.support.halls import lhasa_like
from tests.support.running_core import core_in_thread

log = logging.getLogger(__name__)

LIVE = "following the hall"


@pytest.mark.skipif(sys.platform != "linux", reason="kills processes as Linux does")
def test_a_killed_display_is_back_in_its_hall(tmp_path: Path) -> None:
    with core_in_thread(lhasa_like(), tmp_path / "core") as core:
        Kept(tmp_path / "state").write(Joined(core.token(Role.SCREEN), "tv", "zone:social"))
        words = ("--verbose", "display", "--core", core.url, "--state", str(tmp_path / "state"))
        with kept(tmp_path, *words) as keeper:
            keeper.says(READY)
            keeper.says(LIVE)
            killed_s = time.monotonic()
            os.kill(keeper.child, signal.SIGKILL)
            keeper.says(READY, 2)
            keeper.says(LIVE, 2)
            log.info("back after %.1f s", time.monotonic() - killed_s)
            assert "asks to join" not in keeper.said
            assert "Traceback" not in keeper.said
