"""Every move of a window from every status."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from core.domain.errors import WindowNotOpen
from core.domain.window import WindowState, WindowStatus
from tests.support.clock import MORNING

LATER = MORNING + timedelta(minutes=1)
OPEN = WindowState(3).opened("0301", MORNING)
STATES = {
    WindowStatus.OPEN: OPEN,
    WindowStatus.PAUSED: OPEN.paused("break", MORNING),
    WindowStatus.CLOSED: WindowState(3),
}


@pytest.mark.parametrize("before", STATES.values(), ids=STATES)
def test_any_window_may_be_opened(before: WindowState) -> None:
    assert before.opened("0302", LATER) == WindowState(3, WindowStatus.OPEN, "0302", None, LATER)


@pytest.mark.parametrize("before", STATES.values(), ids=STATES)
def test_any_window_may_be_closed_and_forgets_who_sat_there(before: WindowState) -> None:
    assert before.closed(LATER) == WindowState(3, WindowStatus.CLOSED, None, None, LATER)


@pytest.mark.parametrize("before", [STATES[WindowStatus.OPEN], STATES[WindowStatus.PAUSED]])
def test_a_window_at_work_pauses_with_a_reason_and_keeps_its_clerk(before: WindowState) -> None:
    assert before.paused("meeting", LATER) == WindowState(3, WindowStatus.PAUSED, "0301", "meeting", LATER)


def test_a_closed_window_does_not_pause() -> None:
    with pytest.raises(WindowNotOpen) as refused:
        WindowState(3).paused("break", LATER)
    assert refused.value.params == {"window": 3, "status": "closed"}


@pytest.mark.parametrize("status", [WindowStatus.PAUSED, WindowStatus.CLOSED])
def test_only_an_open_window_calls(status: WindowStatus) -> None:
    assert OPEN.calling(LATER) == replace(OPEN, called_at=LATER)
    with pytest.raises(WindowNotOpen) as refused:
        STATES[status].calling(LATER)
    assert refused.value.params == {"window": 3, "status": status.value}
