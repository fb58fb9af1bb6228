"""Refusals on the wire: RFC 9457 ``application/problem+json`` with a stable key."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from core.app.import_hall import HallFileRefused
from core.app.ports import StoreFailed
from core.domain.errors import (
    AuthDenied,
    AuthRequired,
    CodesBlocked,
    HallError,
    KeyReused,
    NameNotMasked,
    NotFound,
    PairingsFull,
    PhoneRefused,
    RatingReasonNeeded,
    ResultTextRefused,
    SignInBlocked,
    SignInRefused,
)
from core.service.core import Core

log = logging.getLogger(__name__)

_STATUS: dict[type[HallError], HTTPStatus] = {
    NotFound: HTTPStatus.NOT_FOUND,
    AuthRequired: HTTPStatus.UNAUTHORIZED,
    AuthDenied: HTTPStatus.FORBIDDEN,
    SignInRefused: HTTPStatus.UNAUTHORIZED,
    SignInBlocked: HTTPStatus.TOO_MANY_REQUESTS,
    CodesBlocked: HTTPStatus.TOO_MANY_REQUESTS,
    PairingsFull: HTTPStatus.TOO_MANY_REQUESTS,
    PhoneRefused: HTTPStatus.UNPROCESSABLE_ENTITY,
    NameNotMasked: HTTPStatus.UNPROCESSABLE_ENTITY,
    RatingReasonNeeded: HTTPStatus.UNPROCESSABLE_ENTITY,
    ResultTextRefused: HTTPStatus.UNPROCESSABLE_ENTITY,
    HallFileRefused: HTTPStatus.UNPROCESSABLE_ENTITY,
    KeyReused: HTTPStatus.UNPROCESSABLE_ENTITY,
}

_KEYS: dict[int, str] = {
    HTTPStatus.NOT_FOUND: "request.not_found",
    HTTPStatus.METHOD_NOT_ALLOWED: "request.method_not_allowed",
}


def status_of(refusal: HallError) -> HTTPStatus:
    """Return the HTTP status of a refusal; what the hall's state forbids is a conflict."""
    for kind, status in _STATUS.items():
        if isinstance(refusal, kind):
            return status
    return HTTPStatus.CONFLICT


def problem(
    status: int,
    key: str,
    params: dict[str, Any],
    detail: str = "",
    headers: Mapping[str, str] | None = None,
) -> Response:
    """Return a problem answer."""
    body: dict[str, Any] = {
        "type": f"urn:hallcall:{key}",
        "title": HTTPStatus(status).phrase,
        "status": int(status),
        "key": key,
        "params": params,
    }
    if detail:
        body["detail"] = detail
    challenge = {"WWW-Authenticate": "Bearer"} if status == HTTPStatus.UNAUTHORIZED else {}
    # In ASCII: what is refused may be no text that can be encoded, half a pair of surrogates for one.
    return Response(
        json.dumps(body),
        status,
        headers={**(headers or {}), **challenge},
        media_type="application/problem+json",
    )


def install(app: FastAPI) -> None:
    """Let every error leave the service as a problem, never as a stack trace."""
    for kind, answer_to in _ANSWERS.items():
        app.add_exception_handler(kind, answer_to)
    app.add_exception_handler(Exception, _bug)


async def answer(request: Request, error: Exception) -> Response:
    """Return the answer to whatever went wrong."""
    for kind, answer_to in _ANSWERS.items():
        if isinstance(error, kind):
            return await answer_to(request, error)
    return await _bug(request, error)


async def _refused(_request: Request, error: Exception) -> Response:
    assert isinstance(error, HallError)
    return problem(status_of(error), error.key, error.params, error.detail)


async def _invalid(_request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    fields = [{"field": ".".join(map(str, each["loc"])), "message": each["msg"]} for each in error.errors()]
    return problem(HTTPStatus.UNPROCESSABLE_ENTITY, "request.invalid", {"fields": fields})


async def _http(_request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if error.status_code == HTTPStatus.BAD_REQUEST:
        # A body that is not even text, or goes too deep: for who sent it the same as one that does not fit.
        fields = [{"field": "body", "message": error.detail}]
        return problem(HTTPStatus.UNPROCESSABLE_ENTITY, "request.invalid", {"fields": fields})
    key = _KEYS.get(error.status_code, "request.invalid")
    # A 405 says what is allowed.
    return problem(error.status_code, key, {}, headers=error.headers)


async def _failed(request: Request, error: Exception) -> Response:
    assert isinstance(error, StoreFailed)
    core: Core = request.app.state.core
    core.in_trouble(error)
    return problem(HTTPStatus.SERVICE_UNAVAILABLE, "store.failed", {})


_ANSWERS = {HallError: _refused, RequestValidationError: _invalid, HTTPException: _http, StoreFailed: _failed}


async def _bug(request: Request, error: Exception) -> Response:
    # The route, not what was filled in: a visitor's token is no word for a log.
    route = getattr(request.scope.get("route"), "path", "")
    log.error("%s %s failed", request.method, route, exc_info=error)
    return problem(HTTPStatus.INTERNAL_SERVER_ERROR, "error.unknown", {})
