"""What the routes ask of a request.

All of it is ``async``: FastAPI sends every other dependency to a thread and back, sixteen times a ticket.
"""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import Depends, Header, Request
from fastapi.responses import JSONResponse
from pydantic_core import to_json

from core.app.once import once
from core.app.ports import UnitOfWork
from core.service.core import Core
from core.service.tokens import Grant


def core_of(request: Request) -> Core:
    """Return the running core."""
    core: Core = request.app.state.core
    return core


async def the_core(request: Request) -> Core:
    """Return the running core."""
    return core_of(request)


async def the_grant(request: Request) -> Grant:
    """Return what the caller's token allows (:func:`core.service.access.authorize` has checked it)."""
    grant: Grant = request.state.grant
    return grant


def reply(body: dict[str, Any], status: int = HTTPStatus.OK) -> JSONResponse:
    """Return an answer as it is: not built anew through its model, which is for the documentation."""
    return Encoded(to_json(body), status)


class Encoded(JSONResponse):
    """An answer that is JSON already, with the headers that it has and no look at others."""

    def __init__(self, content: bytes, status_code: int = HTTPStatus.OK) -> None:
        self.status_code = status_code
        self.body = content
        self.background = None
        self.raw_headers = [
            (b"content-length", b"%d" % len(content)),
            (b"content-type", b"application/json"),
        ]


CoreDep = Annotated[Core, Depends(the_core)]
GrantDep = Annotated[Grant, Depends(the_grant)]
Work = Callable[[UnitOfWork], dict[str, Any]]


class Once:
    """Runs a request's work once, however often the request comes with one ``Idempotency-Key``."""

    def __init__(self, request: Request, idempotency_key: str | None) -> None:
        self._request = request
        self._key = idempotency_key

    async def __call__(self, work: Work) -> dict[str, Any]:
        """Run ``work`` in one transaction and return its answer."""
        core = core_of(self._request)
        answer: dict[str, Any] = await core.run(once(self._key, await self._fingerprint(), work))
        return answer

    async def _fingerprint(self) -> str:
        if self._key is None:
            return ""
        # A visitor who rates has no token but the one in the path.
        grant: Grant | None = getattr(self._request.state, "grant", None)
        method, path = self._request.method, self._request.scope["path"]
        asked = f"{method} {path} {grant.by if grant else 'visitor'}\n"
        tokens = core_of(self._request).tokens
        return tokens.fingerprint(asked.encode() + await self._request.body())


async def the_once(
    request: Request,
    idempotency_key: Annotated[
        str | None,
        Header(
            min_length=1,
            max_length=255,
            pattern=r"^[ -~]+$",
            description="The same key again gives the first answer, and nothing is done twice; with"
            " another request it is refused. A refusal is not kept. Keys are remembered for a day.",
            examples=["8f14e45f-ceea-467a-9f8b-1d1a1f0e6c2a"],
        ),
    ] = None,
) -> Once:
    """Return what runs the request's work once."""
    return Once(request, idempotency_key)


OnceDep = Annotated[Once, Depends(the_once)]
