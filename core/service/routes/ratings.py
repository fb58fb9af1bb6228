"""Ratings (好差评): what is asked, what visitors say, and what is counted from it."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query

from core.app.ports import UnitOfWork
from core.app.ratings import ask_rating, begins, indicators_now, must_be_over, rate, rate_by_key
from core.domain.codec import to_json
from core.domain.rating import tallied
from core.service.routes.deps import CoreDep, GrantDep, OnceDep
from core.service.routes.windows import AtWindowDep
from core.service.wire import Id
from core.service.wire_ratings import (
    AskedAnswer,
    IndicatorsAnswer,
    KeyBody,
    RateBody,
    RatedAnswer,
    RatingsAnswer,
    rated_json,
    ratings_json,
)
from core.service.wire_visitors import Day

router = APIRouter(tags=["ratings"])

TrackDep = Annotated[Id, Path(description="The token on the slip.", examples=["3q2-7wABCDEFGHIJKLMNOP"])]
First = Annotated[Day, Query(alias="from", description="First business date, by when the visit ended.")]
Last = Annotated[Day, Query(alias="to", description="Last business date.")]
_DAY = timedelta(days=1)


@router.get("/api/ratings/indicators", response_model=IndicatorsAnswer)
async def get_indicators() -> dict[str, Any]:
    """Show what visitors are asked: levels, indicators, and reasons for a bad rating."""
    asked: dict[str, Any] = to_json(indicators_now())
    return asked


@router.get("/api/ratings/mine", response_model=RatingsAnswer)
async def get_own_ratings(core: CoreDep, grant: GrantDep, first: First, last: Last) -> dict[str, Any]:
    """Count a clerk's own ratings of days that are over; what was given today is not counted yet."""
    today = await core.run(lambda uow: uow.today)
    must_be_over(last, today)
    rows = await asyncio.to_thread(
        core.reader.visitors.ratings,
        begins(core.hall, first),
        begins(core.hall, last + _DAY),
        clerk=grant.subject,
        given_before=begins(core.hall, today),
    )
    return ratings_json(first, last, tallied(rows))


@router.get("/api/ratings", response_model=RatingsAnswer)
async def get_ratings(core: CoreDep, first: First, last: Last) -> dict[str, Any]:
    """Count the ratings of the visits that ended on some days: in all, by window and by clerk."""
    since, until = begins(core.hall, first), begins(core.hall, last + _DAY)
    rows = await asyncio.to_thread(core.reader.visitors.ratings, since, until)
    return ratings_json(first, last, tallied(rows))


@router.post("/api/ratings/{track}", status_code=HTTPStatus.CREATED, response_model=RatedAnswer)
async def rate_leg(track: TrackDep, body: RateBody, once: OnceDep) -> dict[str, Any]:
    """Rate a finished leg, once; `track` is the token on the slip, and nothing else is needed.

    It is voluntary, and possible for some days after the visit. A level of 2 or less needs a reason,
    picked or written.
    """

    def work(uow: UnitOfWork) -> dict[str, Any]:
        return rated_json(*rate(uow, track=track, said=body.said(), leg=body.leg))

    return await once(work)


@router.post("/api/windows/{window}/ask-rating", response_model=AskedAnswer)
async def ask(at: AtWindowDep) -> dict[str, Any]:
    """Have the window's screen ask who is served there, or was finished last, for a rating."""

    def work(uow: UnitOfWork) -> dict[str, Any]:
        leg = ask_rating(uow, window=at.window, by=at.grant.by)
        return {"number": leg.number, "leg": leg.id}

    return await at(work)


@router.post("/api/windows/{window}/rate", status_code=HTTPStatus.CREATED, response_model=RatedAnswer)
async def rate_by_keys(body: KeyBody, at: AtWindowDep) -> dict[str, Any]:
    """Rate who is served at the window, or has left it just now: by one of five keys, or on a pad.

    For the machine that has the rater, never with a clerk's token; the event names the machine and no level.
    A level of 2 or less is taken without a reason: five keys have none. A pad sends reasons and levels of
    single indicators too, and names the leg it asked about, so that a rating which was held up never counts
    for the next visitor: for five minutes after its end that leg is rated also while the next one is served.
    """

    def work(uow: UnitOfWork) -> dict[str, Any]:
        return rated_json(*rate_by_key(uow, window=at.window, said=body.said(), by=at.grant.by, leg=body.leg))

    return await at(work)
