"""What must hold of any visit, whatever was done to it."""

from __future__ import annotations

from collections.abc import Sequence

from core.domain.leg import Leg
from core.domain.ticket import LegState


def must_be_sound(legs: Sequence[Leg]) -> None:
    """Hold the legs of one visit to what is promised of every visit."""
    assert len({(leg.number, leg.ticket) for leg in legs}) == 1, "one number all the way"
    _goes_on_somewhere(legs)
    _is_at_one_window(legs)
    _has_every_step(legs)


def _goes_on_somewhere(legs: Sequence[Leg]) -> None:
    """An open visit is somewhere, not only to come; in two places only where its steps are in parallel."""
    unfinished = [leg for leg in legs if not leg.state.ended]
    standing = [leg for leg in unfinished if leg.state is not LegState.PLANNED]
    assert bool(standing) == bool(unfinished), "nobody is lost between two steps"
    if len(standing) > 1:
        assert all(leg.several for leg in standing)
    planned = [leg.step for leg in unfinished if leg.state is LegState.PLANNED]
    assert not planned or min(planned) > min(leg.step for leg in standing)
    assert len({leg.visitor_class for leg in unfinished}) <= 1


def _is_at_one_window(legs: Sequence[Leg]) -> None:
    present = any(leg.state.at_window for leg in legs)
    for leg in legs:
        if leg.state is LegState.WAITING:
            assert leg.held == present, "held exactly while another leg of the visit is at a window"


def _has_every_step(legs: Sequence[Leg]) -> None:
    unfinished = [leg for leg in legs if not leg.state.ended]
    if not unfinished:
        return
    assert len({leg.steps for leg in unfinished}) == 1, "all agree on how many steps there are"
    steps = unfinished[0].steps
    there = {leg.step for leg in legs if leg.state is not LegState.VOID}
    assert there == set(range(1, steps + 1))
    if len(unfinished) > 1:
        assert all(leg.several for leg in unfinished)
