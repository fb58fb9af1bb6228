"""What ``/openapi.json`` says beside the bodies: how a refusal looks, and who may call what."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI

from core.domain.people import Role
from core.service.access import ACCESS

BEARER = "token"

REFUSED: dict[int | str, dict[str, Any]] = {
    "4XX": {
        "description": "Refused: `key` is stable, `params` are for the sentence that a person is told.",
        "content": {
            "application/problem+json": {
                "schema": {
                    "type": "object",
                    "required": ["type", "title", "status", "key", "params"],
                    "properties": {
                        "type": {"type": "string"},
                        "title": {"type": "string"},
                        "status": {"type": "integer"},
                        "key": {"type": "string"},
                        "params": {"type": "object"},
                        "detail": {"type": "string"},
                    },
                },
                "example": {
                    "type": "urn:hallcall:window.not_open",
                    "title": "Conflict",
                    "status": 409,
                    "key": "window.not_open",
                    "params": {"window": 3, "status": "paused"},
                    "detail": "The window is paused or closed and calls nobody.",
                },
            }
        },
    }
}


def document(app: FastAPI) -> None:
    """Let the app's description name the roles of each call and the token it takes."""
    plain = app.openapi

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            schema = plain()
            schema.setdefault("components", {})["securitySchemes"] = {
                BEARER: {
                    "type": "http",
                    "scheme": "bearer",
                    "description": "From `hallcall token` or sign-in.",
                }
            }
            for path, calls in schema["paths"].items():
                for method, call in calls.items():
                    _name_roles(call, ACCESS.get((method.upper(), path)))
        return plain()

    app.openapi = openapi  # type: ignore[method-assign]


def _name_roles(call: dict[str, Any], roles: frozenset[Role] | None) -> None:
    if roles is None:
        call["security"] = []
        return
    call["security"] = [{BEARER: []}]
    named = ", ".join(role.value for role in Role if role in roles)
    call["description"] = f"{call.get('description', '')}\n\nFor: {named}.".strip()
