"""The short way to the calls that change something.

FastAPI works out anew for each request what the route asks for; for a ticket that took longer than the
ticket (docs/adr/0013). Here it is worked out once, from the very routes that FastAPI describes and serves.
Whatever is not plainly right (an unknown path, a body that does not fit, anything this does not know) goes to
FastAPI untouched, which then says what is wrong: there is one place for that.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from typing import Any, get_type_hints

from fastapi import FastAPI
from fastapi._compat import ModelField
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute
from starlette.types import Message, Receive, Scope, Send

from core.service import problems
from core.service.body_limit import counted
from core.service.request_counts import RequestCounts

JSON = b"application/json"
Step = Callable[..., Awaitable[Any]]


class NotPlain(Exception):
    """A request is not plainly right: FastAPI is to look at it."""


class NotKnown(Exception):
    """A route asks for something that the short way does not know."""


class Solver:
    """What a function of a route is called with, worked out once.

    Args:
        dependant: As FastAPI read it from the function's signature.
        outermost: Whether it is the route's own function, which the body is for.

    Raises:
        NotKnown: It asks for more than paths, headers, bodies and other such functions.
    """

    def __init__(self, dependant: Dependant, *, outermost: bool = False) -> None:
        unknown = (
            dependant.query_params,
            dependant.cookie_params,
            dependant.body_params and not outermost,
            len(dependant.body_params) > 1,
            dependant.websocket_param_name,
            dependant.response_param_name,
            dependant.background_tasks_param_name,
            dependant.security_scopes_param_name,
            dependant.concurrency,
        )
        if any(unknown) or dependant.call is None:
            raise NotKnown
        self.call: Step = dependant.call
        self._request = [
            name for name in (dependant.request_param_name, dependant.http_connection_param_name) if name
        ]
        self._path = [(field.name, field.alias, field) for field in dependant.path_params]
        self._headers = [(field.name, field.alias, field) for field in dependant.header_params]
        self._body = dependant.body_params[0] if dependant.body_params else None
        self._below = [(each.name, Solver(each)) for each in dependant.dependencies]

    async def values(self, request: Request, body: Any, known: dict[Step, Any]) -> dict[str, Any]:
        """Return what the function is called with.

        Args:
            known: What other functions of this request have returned.

        Raises:
            NotPlain: Something is missing or does not fit.
        """
        values: dict[str, Any] = dict.fromkeys(self._request, request)
        for name, solver in self._below:
            if solver.call not in known:
                known[solver.call] = await solver.call(**await solver.values(request, body, known))
            if name is not None:
                values[name] = known[solver.call]
        for name, alias, field in self._path:
            values[name] = _fit(field, request.path_params[alias])
        for name, alias, field in self._headers:
            values[name] = _fit(field, request.headers.get(alias))
        if self._body is not None:
            values[self._body.name] = _fit(self._body, body)
        return values


def _fit(field: ModelField, value: Any) -> Any:
    """Return a value as its field describes it, its default where there is none."""
    if value is None:
        if field.field_info.is_required():
            raise NotPlain
        return field.get_default()
    fitting, errors = field.validate(value, {}, loc=())
    if errors:
        raise NotPlain
    return fitting


class Way:
    """One route's short way."""

    def __init__(self, route: APIRoute) -> None:
        if not issubclass(get_type_hints(route.endpoint)["return"], Response):
            # FastAPI makes the answer of what is returned.
            raise NotKnown
        self.route = route
        self.parts = route.path.split("/")
        self.solver = Solver(route.dependant, outermost=True)

    def places(self) -> dict[int, str]:
        """Return which parts of the path are filled in, and how they are called."""
        return {place: part[1:-1] for place, part in enumerate(self.parts) if part.startswith("{")}


class Ways:
    """Finds a request's route by its path, in one look or two."""

    def __init__(self, routes: Iterable[BaseRoute]) -> None:
        self._ways: dict[tuple[str, ...], tuple[Way, Mapping[int, str]]] = {}
        self._masks: dict[int, set[tuple[int, ...]]] = {}
        for route in routes:
            if isinstance(route, APIRoute) and route.methods == {"POST"}:
                self._add(route)

    def _add(self, route: APIRoute) -> None:
        try:
            way = Way(route)
        except NotKnown:
            return
        places = way.places()
        self._ways[_masked(way.parts, tuple(places))] = (way, places)
        self._masks.setdefault(len(way.parts), set()).add(tuple(places))

    @property
    def paths(self) -> list[str]:
        """The paths that have one."""
        return [way.route.path for way, _ in self._ways.values()]

    def find(self, path: str) -> tuple[Way, dict[str, str]] | None:
        """Return the way of a path and what is filled in, ``None`` if there is none.

        A path that is written out goes before one that is filled in.
        """
        parts = path.split("/")
        for mask in sorted(self._masks.get(len(parts), ()), key=len):
            found = self._ways.get(_masked(parts, mask))
            if found is not None:
                way, places = found
                filled = {name: parts[place] for place, name in places.items()}
                return (way, filled) if all(filled.values()) else None
        return None


def _masked(parts: Sequence[str], mask: tuple[int, ...]) -> tuple[str, ...]:
    return tuple("{}" if place in mask else part for place, part in enumerate(parts))


class Direct:
    """Answers what is plainly right by the short way, and lets the rest pass.

    Args:
        routes: Those that FastAPI serves.
        first: Called with every request before its route is: it refuses who may not.

        counts: Counts every request, whichever way it went.

    Attributes:
        app: Everything else.
    """

    def __init__(
        self,
        app: FastAPI,
        routes: Iterable[BaseRoute],
        first: Callable[[Request], Any],
        counts: RequestCounts,
    ) -> None:
        self.app = app
        self._counts = counts
        self._ways = Ways(routes)
        self._first = first

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or pass it on."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if scope["method"] != "POST" or scope["query_string"]:
            await self._pass_on(scope, receive, send)
            return
        found = self._ways.find(scope["path"])
        if found is None:
            await self._pass_on(scope, receive, send)
            return
        await self._answer(*found, scope, receive, send)

    async def _pass_on(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def heard(message: Message) -> None:
            if message["type"] == "http.response.start":
                # The application has found the route by now, and noted it here.
                route = getattr(scope.get("route"), "path", None)
                self._counts.note(scope["method"], route, message["status"])
            await send(message)

        await self.app(scope, receive, heard)

    async def _answer(
        self, way: Way, filled: dict[str, str], scope: Scope, receive: Receive, send: Send
    ) -> None:
        # FastAPI gets its own, should it come to that.
        mine = {**scope, "app": self.app, "route": way.route, "path_params": filled}
        heard = Heard(counted(receive))
        request = Request(mine, heard)
        try:
            read = await request.body()
            self._first(request)
            body = _json(mine, read)
            values = await way.solver.values(request, body, {})
            response = await way.solver.call(**values)
        except NotPlain:
            await self._pass_on(scope, heard.again(), send)
            return
        except Exception as error:
            response = await problems.answer(request, error)
        self._counts.note("POST", way.route.path, response.status_code)
        await response(scope, receive, send)


class Heard:
    """Remembers what a request brought, for who hears it once more."""

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self._messages: list[Message] = []

    async def __call__(self) -> Message:
        """Hear the next message."""
        message = await self._receive()
        self._messages.append(message)
        return message

    def again(self) -> Receive:
        """Return what hears everything from the start."""
        messages = iter(self._messages)

        async def receive() -> Message:
            return next(messages, None) or await self._receive()

        return receive


def _json(scope: Scope, body: bytes) -> Any:
    """Return what a body says, ``None`` where there is none."""
    if not body:
        return None
    kind = next((value for name, value in scope["headers"] if name == b"content-type"), b"")
    if kind != JSON:
        raise NotPlain
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        raise NotPlain from error
