"""The screen above a window as people see it, on panels of every form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest
from PySide6.QtCore import QRectF, QSize

from core.app.hallfile import load
from core.domain.hall import Hall, Tier
from core.qt.tokens import contrast
from display.board.reading import DIGIT, MM_PER_INCH, least_digit_mm
from display.window.derive import FILLS, TURN, Shown
from hallcall.halls import shipped
from tests.display.fit import misfits, pixel_size
from tests.display.window.conftest import Above
from tests.support.halls import big, lhasa_like
from tests.support.qml import find

Show = Callable[..., Above]
SIZES = {
    "7 inches": (800, 480),
    "7 inches upright": (480, 800),
    "full-hd": (1920, 1080),
    "upright": (1080, 1920),
    "strip": (1920, 360),
    "narrow strip": (1920, 240),
    "square": (600, 600),
}


@cache
def wordy(*languages: str) -> Hall:
    """Return a real hall whose window 251 serves ten queues, those of the longest names."""
    hall = load(shipped()["lhasa" if "bo" in languages else "pingliang"])
    longest = sorted(hall.queues, key=lambda each: -max(len(name) for name in each.name.values()))
    tiers = (Tier(tuple(each.id for each in longest[:10])),)
    window = replace(hall.windows[0], number=251, zone=longest[0].zone, tiers=tiers)
    others = tuple(each for each in hall.windows if each.number != 251)
    return replace(hall, languages=languages or hall.languages, windows=(*others, window))


HALLS: dict[str, tuple[Callable[[], Hall], tuple[int, ...]]] = {
    "zh bo en": (lambda: wordy("zh", "bo", "en"), (251,)),
    "bo zh": (lambda: wordy("bo", "zh"), (251,)),
    "zh en": (lambda: wordy("zh", "en"), (251,)),
    "en": (lambda: wordy("en"), (251,)),
    "zh": (big, (251,)),
    "two windows": (lhasa_like, (3, 4)),
    "four windows": (lhasa_like, (2, 3, 4, 5)),
}
EVERYWHERE = ("zh bo en", "bo zh")
"""The halls whose letters need most room; the others are looked at in three forms."""
TRIED = [
    (name, size)
    for name in HALLS
    for size in (SIZES if name in EVERYWHERE else ("full-hd", "upright", "strip"))
]


@pytest.mark.parametrize(("name", "size"), TRIED)
def test_everything_fits_in_every_state(name: str, size: str, show: Show) -> None:
    make, windows = HALLS[name]
    hall = make()
    above = show(hall, *windows, size=QSize(*SIZES[size]), connects=False)
    assert misfits(above.app.view) == [], "connecting"
    above.link.connect_to(hall)
    for state, step in _steps(above):
        step()
        assert misfits(above.app.view) == [], state


def _steps(above: Above) -> list[tuple[str, Callable[[], object]]]:
    day, hall = above.day, above.hall
    prefixes = {window: hall.queue(hall.window(window).queues[0]).prefix for window in above.windows}
    numbers = {window: f"{prefix}{1000 + window}" for window, prefix in prefixes.items()}
    reason = max(
        (each for each in hall.reasons if each.act == "pause"), key=lambda each: len(str(each.name))
    ).id

    def each(act: Callable[[int], object]) -> Callable[[], object]:
        return lambda: [act(window) for window in above.windows]

    def turn() -> None:
        above.clock.advance(TURN.total_seconds())

    return [
        ("closed", lambda: None),
        ("free", each(day.open)),
        *((f"queue {at}", turn) for at in range(3)),
        ("notice", lambda: above.clock.advance(61)),
        ("another notice", lambda: above.clock.advance(12)),
        ("called", each(lambda window: (day.take(numbers[window]), day.call(numbers[window], window)))),
        ("dark", above.link.go_dark),
        ("live", above.link.go_live),
        ("served", each(lambda window: day.start(numbers[window]))),
        ("then paused", each(lambda window: day.pause(window, reason))),
        ("then paused, in another language", turn),
        ("paused", each(lambda window: day.finish(numbers[window]))),
        ("paused and dark", above.link.go_dark),
    ]


@pytest.mark.parametrize(
    ("size", "inches", "metres"),
    [
        ((800, 480), 7, 8),
        ((480, 800), 7, 5),
        ((1920, 1080), 32, 30),
        ((1080, 1920), 32, 20),
        ((1920, 360), 28, 19),
    ],
)
def test_a_number_is_read_from_the_queue(
    size: tuple[int, int], inches: float, metres: float, show: Show
) -> None:
    above = show(size=QSize(*size))
    above.day.take("C017")
    above.day.call("C017", 3)
    width, height = size
    per_mm = (width**2 + height**2) ** 0.5 / (inches * MM_PER_INCH)
    high_mm = pixel_size(find(above.app.view, "numberText")) * DIGIT / per_mm
    assert high_mm >= least_digit_mm(metres)
    window_mm = pixel_size(find(above.app.view, "windowText")) * DIGIT / per_mm
    assert window_mm >= least_digit_mm(3)


@pytest.mark.parametrize("state", Shown)
def test_words_are_read_on_the_colour_of_every_state(state: Shown) -> None:
    fill, ink = FILLS[state]
    assert contrast(fill, ink) >= 7


def test_no_two_states_share_a_colour() -> None:
    assert len({fill for fill, _ in FILLS.values()}) == len(Shown)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_picture_fits(turn: int, show: Show) -> None:
    above = show(size=QSize(480, 800), rotate=turn)
    above.day.take("C017")
    above.day.call("C017", 3)
    view = above.app.view
    number = find(view, "numberText")
    box = number.mapRectToScene(number.boundingRect())
    assert QRectF(0, 0, view.width(), view.height()).contains(box.center())
    assert (box.height() > box.width()) == (turn % 180 == 90)
