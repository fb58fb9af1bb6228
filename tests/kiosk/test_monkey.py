"""Whatever is done to a kiosk, it goes on, gives nobody two numbers, and stands at its start again.

That nothing was raised and QML warned of nothing is seen to by pytest-qt, for this test as for all.
"""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.state import START, Inputs, Open, Page
from tests.kiosk.monkey import Monkey, Rig, rig
from tests.kiosk.trouble.test_wiped import OF_THE_MACHINE
from tests.support import qml

ACTS = 200
MANY_S = 500
"""Longer than any page stays; less than two minutes of it the notices come."""
OURS = OF_THE_MACHINE | {"pages", "mode", "mode_ends", "numbers_from", "speaks", "screen", "spread"}
"""Of the machine and of the time, and how the open page is laid out on it."""


@pytest.mark.logs(
    "there is no key of the day",
    "the core gave no ticket",
    "did not answer",
    "the slip of",
    "a slip is",
    "is degraded",
    "a wrong PIN for the staff page",
    "the window was to be closed",
    "the program is started again",
    "self-test",
)
@pytest.mark.parametrize(("seed", "full_screen"), [(1, False), (2, True)])
def test_whatever_is_done_each_gets_one_number_and_the_next_visitor_a_kiosk_as_new(
    tmp_path: Path, qtbot: QtBot, seed: int, full_screen: bool
) -> None:
    with rig(tmp_path, qtbot, full_screen=full_screen) as kiosk:
        monkey = Monkey(kiosk, seed)
        for _ in range(ACTS):
            monkey.acts()
        monkey.leaves()
        kiosk.until(lambda: kiosk.link.live and not kiosk.app._session.inputs.busy)
        for _ in range(0, MANY_S, 5):
            kiosk.passes(5)
        nobody_is_here(kiosk.app._session.inputs)
        takes_a_number(kiosk)
        each_number_is_of_a_visit_of_its_own(kiosk)
        the_core_has_what_was_shown(kiosk)


def takes_a_number(kiosk: Rig) -> None:
    """Be the next visitor."""
    had = len(kiosk.numbers)
    for key in ("wake", "zone:social", "class:ordinary"):
        kiosk.passes(1)
        kiosk.until(lambda key=key: key == "wake" or qml.shows(kiosk.app.view, key))  # type: ignore[misc]
        kiosk.app._session.act(key) if key == "wake" else qml.tap(kiosk.app.view, key)
    kiosk.until(lambda: qml.shows(kiosk.app.view, "number"))
    assert len(kiosk.numbers) == had + 1


def each_number_is_of_a_visit_of_its_own(kiosk: Rig) -> None:
    for before, after in zip(kiosk.got, kiosk.got[1:], strict=False):
        assert before is None or after is None, "somebody got two numbers"


def the_core_has_what_was_shown(kiosk: Rig) -> None:
    offline = kiosk.app.offline
    assert offline is not None
    kiosk.until(lambda: offline.untold == 0)
    shown = [each.number for each in kiosk.numbers]
    assert len(set(shown)) == len(shown)
    known = {each["number"]: each["state"] for each in kiosk.tickets()}
    assert set(shown) <= set(known)
    assert {state for number, state in known.items() if number not in shown} <= {"void"}, "nobody saw it"


def nobody_is_here(inputs: Inputs) -> None:
    assert inputs.pages in (START, (Open(Page.SAVER),))
    fresh = Inputs()
    for each in fields(Inputs):
        if each.name not in OURS:
            assert getattr(inputs, each.name) == getattr(fresh, each.name), each.name
