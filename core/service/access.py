"""Who may call what: a table, and whatever is not in it is denied."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.requests import HTTPConnection

from core.domain.errors import AuthDenied, AuthRequired
from core.domain.people import Role
from core.service.core import Core
from core.service.tokens import Grant

EVERYONE = frozenset(Role)
STAFF = frozenset({Role.CLERK, Role.GUIDE, Role.SUPERVISOR, Role.ADMIN})
FLOOR_STAFF = frozenset({Role.GUIDE, Role.SUPERVISOR, Role.ADMIN})
AT_WINDOWS = frozenset({Role.CLERK, Role.SUPERVISOR, Role.ADMIN})
DIRECTS = frozenset({Role.SUPERVISOR, Role.ADMIN})
GATEWAYS = frozenset({Role.GATEWAY})
"""Who sends messages, and nobody else, is told phone numbers (docs/adr/0016)."""

WINDOW = "/api/windows/{window}"

ACCESS: Mapping[tuple[str, str], frozenset[Role] | None] = {
    # None: without a token.
    ("GET", "/api/health"): None,
    ("GET", "/metrics"): None,
    ("POST", "/api/sign-in"): None,
    # Who has no token yet: the core lets nobody in by it, a supervisor does.
    ("POST", "/api/pairings"): None,
    ("GET", "/api/pairings/{code}"): None,
    ("GET", "/api/pairings"): DIRECTS,
    ("POST", "/api/pairings/{code}/approve"): DIRECTS,
    ("POST", "/api/pairings/{code}/refuse"): DIRECTS,
    ("GET", "/api/hall"): EVERYONE,
    ("PUT", "/api/hall"): frozenset({Role.ADMIN}),
    ("GET", "/api/hall/file"): frozenset({Role.ADMIN}),
    ("GET", "/api/queues"): EVERYONE,
    ("GET", "/api/passed"): EVERYONE,
    ("GET", "/api/windows"): EVERYONE,
    ("WS", "/api/feed"): EVERYONE,
    ("POST", "/api/sign-out"): STAFF,
    ("POST", "/api/settle"): STAFF,
    ("GET", "/api/items/{item}"): EVERYONE,
    ("GET", "/api/calendar"): EVERYONE,
    ("POST", "/api/tickets"): FLOOR_STAFF | {Role.KIOSK},
    ("GET", "/api/tickets"): STAFF,
    ("POST", "/api/blocks"): frozenset({Role.KIOSK}),
    ("POST", "/api/tickets/offline"): frozenset({Role.KIOSK}),
    ("GET", "/api/tickets/{ticket}"): STAFF | {Role.KIOSK},
    # The visitor's own token is in the path.
    ("GET", "/api/track/{track}"): None,
    ("POST", "/api/track/{track}/cancel"): None,
    ("POST", "/api/track/{track}/restore"): None,
    # By a number, which is no secret (docs/adr/0020).
    ("GET", "/api/place"): FLOOR_STAFF | {Role.KIOSK},
    ("POST", "/api/place/restore"): FLOOR_STAFF | {Role.KIOSK},
    **{
        ("POST", f"/api/tickets/{{ticket}}/{act}"): FLOOR_STAFF
        for act in ("cancel", "restore", "reprint", "transfer", "class")
    },
    ("POST", "/api/tickets/{ticket}/slip"): STAFF | {Role.KIOSK},
    ("GET", "/api/messages"): GATEWAYS,
    ("GET", "/api/tickets/{ticket}/contact"): GATEWAYS,
    ("POST", "/api/devices"): EVERYONE,
    ("GET", "/api/devices"): STAFF,
    ("GET", "/api/clerks"): DIRECTS,
    ("PUT", "/api/clerks/{clerk}"): frozenset({Role.ADMIN}),
    ("PUT", f"{WINDOW}/profile"): DIRECTS,
    ("POST", f"{WINDOW}/relieve"): DIRECTS,
    ("POST", f"{WINDOW}/message"): FLOOR_STAFF,
    ("POST", "/api/windows/message"): FLOOR_STAFF,
    ("GET", f"{WINDOW}/suspended"): STAFF,
    ("GET", "/api/card-key"): frozenset({Role.KIOSK, Role.GUIDE}),
    ("GET", "/api/erasures"): frozenset({Role.SUPERVISOR, Role.ADMIN}),
    ("GET", "/api/bookings"): FLOOR_STAFF,
    ("POST", "/api/bookings"): FLOOR_STAFF | {Role.KIOSK},
    ("GET", "/api/bookings/slots"): FLOOR_STAFF | {Role.KIOSK},
    ("POST", "/api/bookings/find"): FLOOR_STAFF | {Role.KIOSK},
    ("POST", "/api/bookings/check-in"): FLOOR_STAFF | {Role.KIOSK},
    ("GET", "/api/bookings/{booking}"): FLOOR_STAFF | {Role.KIOSK},
    ("POST", "/api/bookings/{booking}/cancel"): FLOOR_STAFF | {Role.KIOSK},
    ("GET", "/api/ratings"): frozenset({Role.SUPERVISOR, Role.ADMIN}),
    ("GET", "/api/ratings/mine"): frozenset({Role.CLERK}),
    ("GET", "/api/reports/day"): FLOOR_STAFF,
    ("GET", "/api/reports/mine"): STAFF,
    ("GET", "/api/reports/callbacks"): FLOOR_STAFF,
    # The visitor's own token is in the path.
    ("GET", "/api/ratings/indicators"): None,
    ("POST", "/api/ratings/{track}"): None,
    # Pages for the visitor's browser, likewise.
    ("GET", "/t/{track}"): None,
    ("GET", "/t/{track}/cancel"): None,
    ("POST", "/t/{track}/cancel"): None,
    ("GET", "/t/{track}/restore"): None,
    ("POST", "/t/{track}/restore"): None,
    ("GET", "/t/{track}/rating"): None,
    ("POST", "/t/{track}/rating"): None,
    ("POST", f"{WINDOW}/ask-rating"): AT_WINDOWS,
    # Of the machine that has the rater: no clerk's token rates.
    ("POST", f"{WINDOW}/rate"): frozenset({Role.SCREEN}),
    **{
        ("POST", f"{WINDOW}/{act}"): AT_WINDOWS
        for act in (
            "open",
            "pause",
            "close",
            "call-next",
            "call",
            "recall",
            "start",
            "finish",
            "pass",
            "put-back",
            "undo",
            "suspend",
            "resume",
            "transfer",
            "walk-in",
        )
    },
}


def authorize(connection: HTTPConnection) -> Grant | None:
    """Return what the caller's token allows, having checked that it allows this call.

    Raises:
        AuthRequired: No token, or one that is not valid (any more); ``why`` says which.
        AuthDenied: The role is not in the table for this call, or it is another clerk's window.
    """
    route = connection.scope["route"]
    method = connection.scope.get("method", "WS")
    allowed = ACCESS.get((method, route.path), frozenset())
    if allowed is None:
        return None
    core: Core = connection.app.state.core
    grant = core.tokens.read(_bearer(connection))
    core.signed_out.check(grant)
    if grant.role not in allowed or not _own_window(connection, grant):
        raise AuthDenied(role=grant.role.value)
    connection.state.grant = grant
    return grant


async def authorized(connection: HTTPConnection) -> None:
    """Check a request by :func:`authorize`, on the event loop."""
    authorize(connection)


def _bearer(connection: HTTPConnection) -> str:
    scheme, _, token = connection.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise AuthRequired(why="missing")
    return token.strip()


def _own_window(connection: HTTPConnection, grant: Grant) -> bool:
    window = connection.path_params.get("window")
    return grant.role is not Role.CLERK or window is None or str(grant.window) == str(window)
