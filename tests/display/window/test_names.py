"""The masked name above a window: while its visitor is called, and in zones that show names."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize

from tests.display.fit import misfits
from tests.display.window.conftest import Above
from tests.support.halls import lhasa_like, naming
from tests.support.qml import shows, texts

Show = Callable[..., Above]
NAME = "张*"
SIZES = [(800, 480), (480, 800), (1920, 1080), (1080, 1920), (1920, 360), (1920, 240), (600, 600)]


def named(above: Above) -> bool:
    return NAME in texts(above.app.view)


def test_it_stands_there_while_the_visitor_is_called_and_no_longer(show: Show) -> None:
    above = show(naming(lhasa_like(), "business"))
    above.day.open(3)
    above.day.call("C017", 3, masked_name=NAME)
    assert named(above)
    above.clock.advance(60)
    assert named(above), "who has not come yet is called all the same"
    above.day.start("C017")
    above.clock.advance(60)
    assert above.looks == "serving C017"
    assert not named(above)
    above.day.recall("C017")
    assert named(above), "called again, from the copying machine"
    above.day.finish("C017")
    assert not named(above)
    above.day.call("C018", 3)
    assert not shows(above.app.view, "masked")


@pytest.mark.parametrize("zones", [("social",), ("social", "self_service")])
def test_a_zone_that_shows_none_shows_none_whatever_comes(zones: tuple[str, ...], show: Show) -> None:
    above = show(naming(lhasa_like(), *zones))
    above.day.open(3)
    above.day.call("C017", 3, masked_name=NAME)
    assert not named(above)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", [NAME, "བསྒྲུབས་*", "欧阳***", "W*"])
def test_it_fits_beside_the_longest_number(name: str, size: tuple[int, int], show: Show) -> None:
    above = show(naming(lhasa_like()), size=QSize(*size))
    above.day.open(3)
    above.day.call("C1996", 3, masked_name=name)
    assert name in texts(above.app.view)
    assert misfits(above.app.view) == []
    above.day.start("C1996")
    above.clock.advance(60)
    assert misfits(above.app.view) == []
