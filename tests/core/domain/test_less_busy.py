"""Which queue is offered instead of an item's own."""

from __future__ import annotations

import pytest

from core.domain.less_busy import SAVED_LEAST_S, Choice, less_busy

MIN = 60


def own(p50: int, p90: int, *, opened: bool = True) -> Choice:
    return Choice("own", opened, (p50 * MIN, p90 * MIN))


def other(p50: int, p90: int, *, opened: bool = True, name: str = "other") -> Choice:
    return Choice(name, opened, (p50 * MIN, p90 * MIN))


@pytest.mark.parametrize(
    ("mine", "others", "offered"),
    [
        (own(40, 60), [other(10, 20)], "other"),
        (own(40, 60), [], None),
        (own(40, 60), [other(10, 40)], "other"),
        (own(40, 60), [other(10, 41)], None),
        (own(12, 20), [other(2, 5)], "other"),
        (own(11, 20), [other(2, 5)], None),
        (own(40, 60), [other(10, 20, opened=False)], None),
        (own(40, 60), [other(10, 20), other(5, 30, name="quicker")], "quicker"),
        (own(40, 60), [other(10, 20), other(10, 15, name="surer")], "surer"),
        (own(40, 60), [Choice("other", open=True)], None),
        (Choice("own", open=True), [other(1, 2)], None),
        (own(1, 2, opened=False), [other(50, 90)], "other"),
        (Choice("own", open=False), [other(50, 90), Choice("unknown", open=True)], "other"),
        (Choice("own", open=False), [Choice("unknown", open=True)], None),
        (own(1, 2, opened=False), [other(5, 9, opened=False)], None),
    ],
)
def test_only_what_is_clearly_better_is_offered(mine: Choice, others: list[Choice], offered: str) -> None:
    assert less_busy(mine, others) == offered


def test_ten_minutes_saved_are_the_least() -> None:
    far, near = Choice("other", open=True, waits_s=(0, 60)), Choice("other", open=True, waits_s=(1, 60))
    mine = Choice("own", open=True, waits_s=(SAVED_LEAST_S, 900))
    assert less_busy(mine, [far]) == "other"
    assert less_busy(mine, [near]) is None
