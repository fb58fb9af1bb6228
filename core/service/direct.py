"""The short way to the calls that change something.

FastAPI works out anew for each request what the route asks for; for a ticket that took longer than the
ticket (docs/adr/0013). Here it is worked out once, from the very routes that FastAPI describes and serves.
Whatever is not plainly right (an unknown path, a body that does not fit, anything this does not know) goes to
FastAPI untouched, which then says what is wrong: there is one place for that.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, get_type_hints

from fastapi import FastAPI
from fastapi._compat import ModelField
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute
from pydantic_core import from_json
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import BaseRoute
from starlette.types import Message, Receive, Scope, Send

from core.service import problems
from core.service.body_limit import counted
from core.service.request_counts import RequestCounts

JSON = b"application/json"
PATHS_KNOWN = 1024
"""So many paths are remembered with their routes."""
Step = Callable[..., Awaitable[Any]]


class NotPlain(Exception):
    """A request is not plainly right: FastAPI is to look at it."""


class NotKnown(Exception):
    """A route asks for something that the short way does not know."""


class Asked:
    """What one function asks of a request, worked out once.

    Args:
        dependant: As FastAPI read it from the function's signature.
        outermost: Whether it is the route's own function, which the body is for.

    Attributes:
        call: The function.

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
        self._below = [(each.name, each.call) for each in dependant.dependencies if each.name is not None]

    def values(self, request: Request, body: Any, known: Mapping[Any, Any]) -> dict[str, Any]:
        """Return what the function is called with.

        Args:
            known: What the functions below it have returned.

        Raises:
            NotPlain: Something is missing or does not fit.
        """
        values: dict[str, Any] = dict.fromkeys(self._request, request)
        for name, call in self._below:
            values[name] = known[call]
        for name, alias, field in self._path:
            values[name] = _fit(field, request.path_params[alias])
        for name, alias, field in self._headers:
            values[name] = _fit(field, request.headers.get(alias))
        if self._body is not None:
            values[self._body.name] = _fit(self._body, body)
        return values


class Solver:
    """Calls a route's function with what it asks for.

    Args:
        dependant: As FastAPI read it from the function's signature.

    Raises:
        NotKnown: It, or a function below it, asks for what the short way does not know.
    """

    def __init__(self, dependant: Dependant) -> None:
        self._below = list(_below(dependant).values())
        self._outermost = Asked(dependant, outermost=True)

    async def __call__(self, request: Request, body: Any) -> Response:
        """Return the function's answer.

        Raises:
            NotPlain: Something is missing or does not fit; the function was not called.
        """
        known: dict[Step, Any] = {}
        for each in self._below:
            known[each.call] = await each.call(**each.values(request, body, known))
        answer: Response = await self._outermost.call(**self._outermost.values(request, body, known))
        return answer


def _below(dependant: Dependant) -> dict[Any, Asked]:
    """Return the functions that one asks for, each once and after those that it asks for itself."""
    found: dict[Any, Asked] = {}
    for each in dependant.dependencies:
        found |= {call: asked for call, asked in _below(each).items() if call not in found}
        found.setdefault(each.call, Asked(each))
    return found


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
        self.solve = Solver(route.dependant)

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
        # Windows and kiosks ask by the same few hundred paths all day.
        self.find = lru_cache(maxsize=PATHS_KNOWN)(self._find)

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

    def _find(self, path: str) -> tuple[Way, Mapping[str, str]] | None:
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
        ways: Of those routes that FastAPI serves.
        first: Called with every request before its route is: it refuses who may not.

        counts: Counts every request, whichever way it went.

    Attributes:
        app: Everything else.
    """

    def __init__(
        self,
        app: FastAPI,
        ways: Ways,
        first: Callable[[Request], Any],
        counts: RequestCounts,
    ) -> None:
        self.app = app
        self._counts = counts
        self._ways = ways
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
        self, way: Way, filled: Mapping[str, str], scope: Scope, receive: Receive, send: Send
    ) -> None:
        # FastAPI gets its own, should it come to that.
        mine = {**scope, "app": self.app, "route": way.route, "path_params": filled}
        heard: list[Message] = []
        request = Heard(mine, heard)
        try:
            await _hear(receive, heard)
            self._first(request)
            response = await way.solve(request, _json(mine, await request.body()))
        except NotPlain:
            await self._pass_on(scope, _again(heard, receive), send)
            return
        except Exception as error:
            response = await problems.answer(request, error)
        self._counts.note("POST", way.route.path, response.status_code)
        await response(scope, receive, send)


class Heard(Request):
    """A request that was heard to its end: its body is there.

    Args:
        messages: What it brought.
    """

    def __init__(self, scope: Scope, messages: Sequence[Message]) -> None:
        super().__init__(scope)
        self._messages = messages

    async def body(self) -> bytes:
        """Return the body."""
        return b"".join([message.get("body", b"") for message in self._messages])


async def _hear(receive: Receive, messages: list[Message]) -> None:
    """Hear a request to its end.

    Raises:
        ClientDisconnect: Who asked is gone.
        HTTPException: The body goes on after ``BODY_MOST``.
    """
    receive = counted(receive)
    more = True
    while more:
        message = await receive()
        messages.append(message)
        if message["type"] == "http.disconnect":
            raise ClientDisconnect
        more = message.get("more_body", False)


def _again(messages: Sequence[Message], receive: Receive) -> Receive:
    """Return what hears from the start what was heard already."""
    heard = iter(messages)

    async def receive_again() -> Message:
        return next(heard, None) or await receive()

    return receive_again


def _json(scope: Scope, body: bytes) -> Any:
    """Return what a body says, ``None`` where there is none."""
    if not body:
        return None
    kind = next((value for name, value in scope["headers"] if name == b"content-type"), b"")
    if kind != JSON:
        raise NotPlain
    try:
        return from_json(body)
    except ValueError as error:
        raise NotPlain from error
