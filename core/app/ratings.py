"""Rate a finished leg (好差评), ask for a rating, and read what is asked."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from core.app.ports import UnitOfWork
from core.domain.clock import business_date
from core.domain.codec import from_json, to_json
from core.domain.errors import (
    LegUnknown,
    RatingAlready,
    RatingDayNotOver,
    RatingNotFinished,
    RatingTooLate,
    TicketUnknown,
    WindowEmpty,
)
from core.domain.event import EventKind
from core.domain.hall import Hall
from core.domain.leg import Leg
from core.domain.rating import IndicatorSet, Rating, Said, can_mean, means_by_key, must_be_ratable
from core.domain.ticket import LegState

_DATA = Path(__file__).parent / "data"


@cache
def indicator_sets() -> tuple[IndicatorSet, ...]:
    """Return every set that was ever asked, oldest first."""
    files = (tomllib.loads(path.read_text("utf-8")) for path in _DATA.glob("ratings-*.toml"))
    sets = [from_json(IndicatorSet, file | {"date": to_json(file["date"])}) for file in files]
    return tuple(sorted(sets, key=lambda each: each.date))


def indicators_now() -> IndicatorSet:
    """Return the set that is asked now."""
    return indicator_sets()[-1]


def rate(uow: UnitOfWork, *, track: str, said: Said, leg: str | None = None) -> tuple[Leg, Rating]:
    """Keep what a visitor says of a finished leg.

    Args:
        track: The token on the slip, all that a visitor needs.
        leg: Id of the leg; without one it is the one that was finished last.

    Raises:
        TrackUnknown, LegUnknown: There is no such visit or leg.
        RatingNotFinished, RatingTooLate, RatingAlready: It cannot be rated (yet, any more, twice).
        RatingReasonNeeded: A bad rating says nothing else.
        ReasonUnknown: A reason or an indicator is not in the set that is asked.
    """
    asked = indicators_now()
    _ticket, legs = uow.visitors.ratings.visit(track)
    meant = _meant(legs, leg)
    must_be_ratable(meant, ended=_ended(uow.hall, meant), today=uow.today, rating_days=uow.hall.rating_days)
    _must_be_unrated(uow, meant)
    asked.must_know([indicator for indicator, _ in said.levels], said.reasons)
    said.must_be_grounded()
    rating = Rating(meant.id, meant.ticket, said, asked.version, uow.now)
    uow.visitors.ratings.add(rating)
    _tell(uow, EventKind.RATED, meant)
    return meant, rating


def ratable(hall: Hall, legs: Sequence[Leg], rated: Collection[str], now: datetime) -> tuple[Leg, ...]:
    """Return the legs of a visit that the visitor can rate now, in their order.

    Args:
        rated: Ids of those that have been rated.
    """
    today = business_date(now, hall.zone_info, hall.day_starts)
    found = []
    for leg in legs:
        with suppress(RatingNotFinished, RatingTooLate):
            must_be_ratable(leg, ended=_ended(hall, leg), today=today, rating_days=hall.rating_days)
            if leg.id not in rated:
                found.append(leg)
    return tuple(found)


def rate_by_key(
    uow: UnitOfWork, *, window: int, said: Said, by: str, leg: str | None = None
) -> tuple[Leg, Rating]:
    """Keep what a visitor says at a window, by one of five keys or on a pad; why is docs/adr/0015.

    A bad rating is taken without a reason: ``said.reason_wanted`` says that it is still to be asked for.

    Args:
        leg: Id of the leg that the visitor was asked about; ``None``: whom five keys mean now.

    Raises:
        WindowUnknown: The hall has no such window.
        WindowEmpty: Nobody is served there or has just left, or that leg's time is over.
        RatingAlready: That leg has been rated.
        ReasonUnknown: A reason or an indicator is not in the set that is asked.
    """
    place = uow.hall.window(window).number
    asked = indicators_now()
    asked.must_know([indicator for indicator, _ in said.levels], said.reasons)
    meant = _meant_by_key(uow, place) if leg is None else _named(uow, place, leg)
    if meant is None:
        raise WindowEmpty(window=place)
    _must_be_unrated(uow, meant)
    rating = Rating(meant.id, meant.ticket, said, asked.version, uow.now)
    uow.visitors.ratings.add(rating)
    _tell(uow, EventKind.RATED, meant, by=by)
    return meant, rating


def ask_rating(uow: UnitOfWork, *, window: int, by: str) -> Leg:
    """Have the window's screen ask for a rating of who is served there or was finished last today.

    Raises:
        WindowUnknown: The hall has no such window.
        WindowEmpty: Nobody was served there today.
        RatingAlready: That leg has been rated.
    """
    place = uow.hall.window(window).number
    leg = uow.tickets.at_window(place)
    if leg is None or leg.state is not LegState.SERVING:
        leg = uow.visitors.ratings.last_done(place, begins(uow.hall, uow.today))
    if leg is None:
        raise WindowEmpty(window=place)
    _must_be_unrated(uow, leg)
    _tell(uow, EventKind.RATING_ASKED, leg, by=by)
    return leg


def begins(hall: Hall, day: date) -> datetime:
    """Return the instant at which a business date begins, UTC."""
    return datetime.combine(day, hall.day_starts, hall.zone_info).astimezone(UTC)


def must_be_over(last: date, today: date) -> None:
    """Refuse a clerk who asks for own ratings of a day that is not over.

    Who rated how must not be told while the visitor may still be in the hall.

    Raises:
        RatingDayNotOver: ``last`` is today or later.
    """
    if last >= today:
        raise RatingDayNotOver(date=last.isoformat())


def _meant(legs: Sequence[Leg], leg: str | None) -> Leg:
    if leg is not None:
        for each in legs:
            if each.id == leg:
                return each
        raise LegUnknown(leg=leg)
    done = [each for each in legs if each.state is LegState.DONE]
    if not done:
        last = max(legs, key=lambda each: each.place)
        raise RatingNotFinished(number=last.number, state=last.state.value)
    return max(done, key=lambda each: (each.ended_at or each.since, each.place))


def _meant_by_key(uow: UnitOfWork, window: int) -> Leg | None:
    last = uow.visitors.ratings.last_done(window, begins(uow.hall, uow.today))
    return means_by_key(uow.tickets.at_window(window), last, uow.now)


def _named(uow: UnitOfWork, window: int, leg: str) -> Leg | None:
    """Return the leg of that id if it can be rated at the window now."""
    with suppress(TicketUnknown):
        found = uow.tickets.leg(leg)
        return found if can_mean(found, window, uow.now) else None
    return None


def _ended(hall: Hall, leg: Leg) -> date | None:
    return business_date(leg.ended_at, hall.zone_info, hall.day_starts) if leg.ended_at else None


def _must_be_unrated(uow: UnitOfWork, leg: Leg) -> None:
    if uow.visitors.ratings.given(leg.id):
        raise RatingAlready(number=leg.number)


def _tell(uow: UnitOfWork, kind: EventKind, leg: Leg, *, by: str | None = None) -> None:
    """Write that a rating was asked for or given; never which, and never a word of it."""
    data = {"number": leg.number, "leg": leg.id, "queue": leg.queue}
    if by is not None:
        data["by"] = by
    uow.events.append(
        kind, ticket=leg.ticket, leg=leg.id, window=leg.window, zone=uow.hall.zone_of(leg.queue), data=data
    )
