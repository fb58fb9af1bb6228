"""The LAN service as an ASGI application."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from functools import cache

from fastapi import APIRouter, Depends, FastAPI
from fastapi_offline import FastAPIOffline

from core.service import problems
from core.service.access import authorize, authorized
from core.service.body_limit import BodyLimit
from core.service.core import Core
from core.service.direct import Direct, Ways
from core.service.document import document
from core.service.request_counts import RequestCounts
from core.service.routes import (
    blocks,
    bookings,
    cards,
    desks,
    devices,
    feed,
    hall,
    hall_file,
    messages,
    metrics,
    pairings,
    people,
    places,
    ratings,
    reports,
    results,
    says,
    tickets,
    windows,
)
from core.service.scrape import Scrape
from core.service.ticker import Ticker
from core.service.version import VERSION

MakeCore = Callable[[], AbstractAsyncContextManager[Core]]
CALLS = (
    hall,
    hall_file,
    tickets,
    places,
    blocks,
    windows,
    desks,
    says,
    people,
    pairings,
    bookings,
    cards,
    ratings,
    devices,
    reports,
    results,
    metrics,
    messages,
)


def _guarded() -> APIRouter:
    """Return all calls behind the table of who may call what."""
    whole = APIRouter()
    for each in CALLS:
        whole.include_router(each.router, dependencies=[Depends(authorized)])
    return whole


@cache
def short_ways() -> Ways:
    """Return the calls' short ways: like the calls they are the same for every application."""
    return Ways(route for each in CALLS for route in each.router.routes)


_GUARDED = _guarded()


def create_app(make_core: MakeCore, pages: Sequence[APIRouter] = ()) -> FastAPI:
    """Return the service.

    Args:
        make_core: Opens the core when the event loop runs, and closes it at the end.
        pages: For browsers; they are no part of what is described to programs.
    """

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with make_core() as core:
            app.state.core = core
            app.state.scrape = Scrape(core, app.state.requests)
            ticking = asyncio.create_task(Ticker(core).run())
            try:
                yield
            finally:
                ticking.cancel()
                await asyncio.gather(ticking, return_exceptions=True)

    # The documentation's script and style come with the package: a hall has no internet.
    app = FastAPIOffline(
        title="Hallcall",
        version=VERSION,
        description="Queue tickets and window calling on the hall's LAN.",
        lifespan=lifespan,
        redoc_url=None,
    )
    app.state.requests = RequestCounts()
    problems.install(app)
    # Before the 160 others: after a restart every screen of the hall comes back in the same second.
    app.include_router(feed.router)
    # As they are, not included once more: each application would work out every call anew.
    app.router.routes.extend(_GUARDED.routes)
    for page in pages:
        app.include_router(page, dependencies=[Depends(authorized)], include_in_schema=False)
    app.add_middleware(BodyLimit)
    document(app)
    return app


def with_short_ways(app: FastAPI) -> Direct:
    """Return what serves the application, and goes round it where that is the same."""
    return Direct(app, short_ways(), first=authorize, counts=app.state.requests)
