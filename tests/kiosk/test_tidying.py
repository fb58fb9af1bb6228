"""A visit's memory goes back once it is over and nobody is at the kiosk."""

from __future__ import annotations

import gc
import weakref

import pytest
from PySide6.QtCore import QSize

from kiosk.app import PORTRAIT
from kiosk.tidying import AFTER_S
from tests.kiosk.conftest import Kiosk


@pytest.fixture
def size() -> QSize:
    return PORTRAIT


class Knot:
    """Something that only the collector of cycles frees."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def knot() -> weakref.ref[Knot]:
    """Give a knot that nobody holds; the tests' collector, as a screen's, never runs by itself."""
    assert not gc.isenabled()
    return weakref.ref(Knot())


def test_what_a_visit_left_is_given_back_once_the_first_page_is_left_alone(
    kiosk: Kiosk, knot: weakref.ref[Knot]
) -> None:
    kiosk.connect()
    kiosk.choose("matters")
    kiosk.choose("done")
    kiosk.pass_time(AFTER_S - 1)
    assert knot() is not None
    assert kiosk.app.tidying.done == 0
    kiosk.pass_time(1)
    assert knot() is None
    kiosk.pass_time(AFTER_S)
    assert kiosk.app.tidying.done == 1, "nobody was here since"


def test_a_visit_that_times_out_is_tidied_as_well(kiosk: Kiosk) -> None:
    kiosk.connect()
    kiosk.choose("matters")
    kiosk.pass_time(100)
    kiosk.pass_time(AFTER_S)
    assert kiosk.app.tidying.done == 1


def test_the_next_visitor_does_not_wait_for_it(kiosk: Kiosk) -> None:
    kiosk.connect()
    kiosk.choose("done")
    kiosk.pass_time(1)
    kiosk.choose("matters")
    kiosk.pass_time(AFTER_S)
    assert kiosk.app.tidying.done == 0
    kiosk.choose("done")
    kiosk.pass_time(AFTER_S)
    assert kiosk.app.tidying.done == 1
