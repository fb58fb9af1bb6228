from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLoggingCategory

from tests.support.films import make_film


@pytest.fixture(scope="package", autouse=True)
def _quiet_multimedia(qapp: object) -> Iterator[None]:
    # What FFmpeg says of damaged files and missing sound cards; the display switches it off as well.
    QLoggingCategory.setFilterRules("qt.multimedia.*=false")
    yield
    QLoggingCategory.setFilterRules("")


@pytest.fixture(scope="session")
def film(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A film of one second without sound."""
    return make_film(tmp_path_factory.mktemp("films") / "green.mp4")
