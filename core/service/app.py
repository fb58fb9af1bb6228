"""The LAN service as an ASGI application."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from fastapi import Depends, FastAPI
from fastapi_offline import FastAPIOffline

from core.service import problems
from core.service.access import authorize
from core.service.body_limit import BodyLimit
from core.service.core import Core
from core.service.document import REFUSED, document
from core.service.routes import bookings, cards, feed, hall, people, ratings, tickets, windows
from core.service.version import VERSION

MakeCore = Callable[[], AbstractAsyncContextManager[Core]]


def create_app(make_core: MakeCore) -> FastAPI:
    """Return the service.

    Args:
        make_core: Opens the core when the event loop runs, and closes it at the end.
    """

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with make_core() as core:
            app.state.core = core
            yield

    # The documentation's script and style come with the package: a hall has no internet.
    app = FastAPIOffline(
        title="Hallcall",
        version=VERSION,
        description="Queue tickets and window calling on the hall's LAN.",
        lifespan=lifespan,
        redoc_url=None,
    )
    app.add_middleware(BodyLimit)
    problems.install(app)
    visitors = (bookings.router, cards.router, ratings.router)
    for router in (hall.router, tickets.router, windows.router, people.router, *visitors):
        app.include_router(router, dependencies=[Depends(authorize)], responses=REFUSED)
    app.include_router(feed.router)
    document(app)
    return app
