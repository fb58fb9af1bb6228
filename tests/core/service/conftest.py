"""A real core on loopback for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.halls import lhasa_like
from tests.support.running_core import CoreHandle, core_in_thread


@pytest.fixture
def core(tmp_path: Path) -> Iterator[CoreHandle]:
    with core_in_thread(lhasa_like(), tmp_path) as handle:
        yield handle
