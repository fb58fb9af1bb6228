"""A real core on loopback."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.halls import lhasa_like
from tests.support.running_core import CoreHandle, core_in_thread


@pytest.fixture
def core(tmp_path: Path) -> Iterator[CoreHandle]:
    """A core of the test's own."""
    with core_in_thread(lhasa_like(), tmp_path) as handle:
        yield handle


@pytest.fixture(scope="module")
def shared_core(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CoreHandle]:
    """One core for the tests of a file that are all refused and so change nothing."""
    with core_in_thread(lhasa_like(), tmp_path_factory.mktemp("shared")) as handle:
        yield handle
