"""The stage on which a part is looked at."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.kiosk.look import stage as stages


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Iterator[stages.Stage]:
    stages.start()
    made = stages.Stage(qtbot, tmp_path)
    yield made
    made.close()
