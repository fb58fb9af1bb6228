from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.display.pad.held import HeldPad


@pytest.fixture
def make_pad(qtbot: QtBot) -> Iterator[Callable[..., HeldPad]]:
    """Make pads, and close them after the test."""
    made: list[HeldPad] = []

    def make(**more: Any) -> HeldPad:
        made.append(HeldPad(**more))
        return made[-1]

    yield make
    for each in made:
        each.app.close()


@pytest.fixture
def pad(make_pad: Callable[..., HeldPad]) -> HeldPad:
    """A pad of 7 inches, live; its window is open and nobody has come yet."""
    return make_pad()
