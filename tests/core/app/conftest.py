"""A hall to work in."""

from __future__ import annotations

import pytest

from tests.core.app.hall import Hands


@pytest.fixture
def hall() -> Hands:
    return Hands()
