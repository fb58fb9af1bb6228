"""What ``/openapi.json`` says beside the bodies: every refusal, and who may call what."""

from __future__ import annotations

from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI

from core.domain.people import Role
from core.service.access import ACCESS
from core.service.answers import Problem

BEARER = "token"

TAGS = [
    {"name": "hall", "description": "What the hall is, and how it is now."},
    {"name": "tickets", "description": "Tickets: taken, looked for, moved wherever they are."},
    {"name": "windows", "description": "What a clerk does at a window."},
    {"name": "visitors", "description": "What a visitor sees, without a token of the hall."},
    {"name": "bookings", "description": "Slots, bookings and coming to them (预约)."},
    {"name": "ratings", "description": "What visitors say of a visit (好差评)."},
    {"name": "devices", "description": "Printers, readers, signs and the like, as their machines find them."},
    {"name": "results", "description": "What visitors can collect, and where (领证)."},
    {"name": "reports", "description": "A day in figures, and whom to ring up about it (电话回访)."},
    {"name": "messages", "description": "Text messages to visitors: for the gateway that sends them."},
    {"name": "people", "description": "Signing in, clerks, and what is known of people."},
    {"name": "pairings", "description": "Screens and kiosks that join by a code which they show."},
]

GUESSED = {
    ("POST", "/api/sign-in"),
    ("POST", "/api/pairings"),
    ("POST", "/api/tickets"),
    ("POST", "/api/bookings/find"),
    ("POST", "/api/bookings/check-in"),
}
"""Calls at which somebody could guess a PIN or a code, or ask without end, and is slowed down."""

_SAID: dict[HTTPStatus, tuple[str, dict[str, Any], str]] = {
    HTTPStatus.UNAUTHORIZED: ("auth.required", {"why": "expired"}, "No token, or one that is not valid."),
    HTTPStatus.FORBIDDEN: (
        "auth.denied",
        {"role": "screen"},
        "The token's role may not do that, or not there.",
    ),
    HTTPStatus.NOT_FOUND: ("ticket.unknown", {"ticket": "none"}, "The hall knows nothing of that name."),
    HTTPStatus.CONFLICT: (
        "ticket.not_waiting",
        {"number": "A017", "state": "serving", "window": 3},
        "How things stand does not allow it; `params` say how they stand, e.g. the ticket's `state`.",
    ),
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: ("request.invalid", {}, "The body goes on for too long."),
    HTTPStatus.UNPROCESSABLE_ENTITY: (
        "request.invalid",
        {"fields": [{"field": "body.queue", "message": "Input should be a valid string"}]},
        "The request is not as described here; `fields` say where.",
    ),
    HTTPStatus.TOO_MANY_REQUESTS: ("sign_in.blocked", {"retry_s": 42}, "Too many wrong guesses."),
    HTTPStatus.SERVICE_UNAVAILABLE: (
        "store.failed",
        {},
        "The disk is full or has gone: nothing was done. That ends by itself; ask again with the same key.",
    ),
}


def document(app: FastAPI) -> None:
    """Let the app's description name the refusals and the roles of each call, and the token it takes."""
    plain = app.openapi
    app.openapi_tags = TAGS

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            _complete(plain())
        return plain()

    app.openapi = openapi  # type: ignore[method-assign]


def _complete(schema: dict[str, Any]) -> None:
    components = schema.setdefault("components", {})
    components["securitySchemes"] = {
        BEARER: {"type": "http", "scheme": "bearer", "description": "From `hallcall token` or sign-in."}
    }
    schemas = components.setdefault("schemas", {})
    schemas["Problem"] = Problem.model_json_schema()
    # FastAPI's own way to say what is wrong never leaves the service.
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    for path, calls in schema["paths"].items():
        for method, call in calls.items():
            roles = ACCESS.get((method.upper(), path))
            _name_roles(call, roles)
            _name_refusals(call, list(_refusals(method.upper(), path, call, roles)))


def _refusals(
    method: str, path: str, call: dict[str, Any], roles: frozenset[Role] | None
) -> Iterator[HTTPStatus]:
    if roles is not None:
        yield from (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN)
    elif path == "/api/sign-in":
        yield HTTPStatus.UNAUTHORIZED
    if "parameters" in call or "requestBody" in call:
        yield from (HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT, HTTPStatus.UNPROCESSABLE_ENTITY)
    if method != "GET":
        yield HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    if (method, path) in GUESSED:
        yield HTTPStatus.TOO_MANY_REQUESTS
    if path != "/api/health":
        yield HTTPStatus.SERVICE_UNAVAILABLE


def _name_refusals(call: dict[str, Any], statuses: list[HTTPStatus]) -> None:
    call["responses"].pop("422", None)
    for status in sorted(statuses):
        key, params, meaning = _SAID[status]
        example = {
            "type": f"urn:hallcall:{key}",
            "title": status.phrase,
            "status": status.value,
            "key": key,
            "params": params,
        }
        content = {"schema": {"$ref": "#/components/schemas/Problem"}, "example": example}
        call["responses"][str(status.value)] = {
            "description": meaning,
            "content": {"application/problem+json": content},
        }


def _name_roles(call: dict[str, Any], roles: frozenset[Role] | None) -> None:
    if roles is None:
        call["security"] = []
        return
    call["security"] = [{BEARER: []}]
    named = ", ".join(role.value for role in Role if role in roles)
    call["description"] = f"{call.get('description', '')}\n\nFor: {named}.".strip()
