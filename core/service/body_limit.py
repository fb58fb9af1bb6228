"""A request's body is read before anybody knows who asks: it must not be endless."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

BODY_MOST = 1 << 20
"""Bytes; the bodies of the contract have some hundred."""


class BodyLimit:
    """Ends a request whose body goes on after ``BODY_MOST``."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, counting what it brings."""
        if scope["type"] == "http":
            receive = counted(receive)
        await self._app(scope, receive, send)


def counted(receive: Receive) -> Receive:
    """Return what hears a request's messages until its body goes on after ``BODY_MOST``.

    Raises:
        HTTPException: It does; raised by what is returned.
    """
    read = 0

    async def receive_some() -> Message:
        nonlocal read
        message = await receive()
        read += len(message.get("body", b""))
        if read > BODY_MOST:
            raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        return message

    return receive_some
