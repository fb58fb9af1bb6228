"""Open spans of time, put in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of open time.

    Attributes:
        opens: UTC, inside the span.
        closes: UTC, no longer inside.
        extended: Outside the hall's usual hours (延时办).
    """

    opens: datetime
    closes: datetime
    extended: bool = False


def joined(spans: Iterable[Span]) -> list[Span]:
    """Return the same open time in order and without overlaps; usual hours win over extended ones.

    A span without length is left out: hours can vanish in the night the clocks go forward.
    """
    real = sorted(span for span in spans if span.opens < span.closes)
    usual = _merged(span for span in real if not span.extended)
    extended = _merged(span for span in real if span.extended)
    return sorted([*usual, *_outside(extended, usual)])


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in spans:
        if merged and span.opens <= merged[-1].closes:
            merged[-1] = merged[-1]._replace(closes=max(merged[-1].closes, span.closes))
        else:
            merged.append(span)
    return merged


def _outside(spans: Iterable[Span], taken: Sequence[Span]) -> Iterator[Span]:
    for span in spans:
        rest = span
        for other in taken:
            if rest.opens < other.opens < rest.closes:
                yield rest._replace(closes=other.opens)
            if other.opens < rest.closes:
                rest = rest._replace(opens=max(rest.opens, other.closes))
        if rest.opens < rest.closes:
            yield rest
