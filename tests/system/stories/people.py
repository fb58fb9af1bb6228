"""The people of a hall, each as thin as HTTP allows: what they can do is what the LAN contract lets them."""

from __future__ import annotations

import hashlib
import hmac
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

import pytest

from core.domain.people import Role
from tests.support.running_core import Reply
from tests.system.stories.wire import Wire

PIN = "2468"


class Refused(Exception):
    """The hall said no."""

    def __init__(self, reply: Reply) -> None:
        super().__init__(reply.status, reply.body)
        self.key: str = reply.body["key"]
        self.params: dict[str, Any] = reply.body["params"]


@contextmanager
def refused(key: str, **params: Any) -> Iterator[None]:
    """Expect the hall to say no, with exactly this key and these params."""
    with pytest.raises(Refused) as found:
        yield
    assert (found.value.key, found.value.params) == (key, params)


class Person:
    """Somebody with a token, or without one."""

    def __init__(self, wire: Wire, token: str | None) -> None:
        self.wire = wire
        self.token = token

    def get(self, path: str, **query: Any) -> dict[str, Any]:
        """Look at something."""
        asked = {name.rstrip("_"): value for name, value in query.items()}
        return self._json("GET", f"{path}?{urlencode(asked)}" if asked else path)

    def post(self, path: str, **body: Any) -> dict[str, Any]:
        """Do something, under a key of its own as every screen does."""
        return self._json("POST", path, body, str(uuid4()))

    def put(self, path: str, **body: Any) -> dict[str, Any]:
        """Set something."""
        return self._json("PUT", path, body, str(uuid4()))

    def _json(self, *asked: Any) -> dict[str, Any]:
        found: dict[str, Any] = self.ask(*asked)
        return found

    def ask(self, method: str, path: str, body: Any = None, key: str | None = None) -> Any:
        """Send a request and return the body of the answer.

        Raises:
            Refused: The answer is a problem.
        """
        reply = self.wire.ask(method, path, body, self.token, key)
        if reply.media_type == "application/problem+json":
            raise Refused(reply)
        assert reply.status in (200, 201), reply
        return reply.body


class Kiosk(Person):
    """The machine at the door; the slip it prints is what it was answered."""

    def __init__(self, wire: Wire) -> None:
        super().__init__(wire, wire.core.handle.token(Role.KIOSK, subject="kiosk-1"))

    def take(self, **wish: Any) -> dict[str, Any]:
        """Take a number."""
        return self.post("/api/tickets", **wish)

    def queue(self, queue: str) -> dict[str, Any]:
        """Return what the kiosk shows of a queue."""
        return next(each for each in self.get("/api/queues")["queues"] if each["id"] == queue)

    def card(self, number: str, **day: str) -> str:
        """Return the keyed hash of what a card reader read."""
        key = b64decode(self.get("/api/card-key", **day)["key"])
        return hmac.new(key, number.encode(), hashlib.sha256).hexdigest()

    def slots(self, queue: str, date: str) -> dict[str, int]:
        """Return how many places are left in each slot of a day, by when it starts."""
        found = self.get("/api/bookings/slots", queue=queue, date=date)["slots"]
        return {slot["starts"]: slot["left"] for slot in found}

    def book(self, **wish: Any) -> dict[str, Any]:
        """Book a slot."""
        return self.post("/api/bookings", **wish)

    def check_in(self, **who: str) -> dict[str, Any]:
        """Come to a booking, with the code or with the card."""
        return self.post("/api/bookings/check-in", **who)


class Visitor(Person):
    """Who holds a slip: the token on it is all there is."""

    def __init__(self, wire: Wire, slip: dict[str, Any]) -> None:
        super().__init__(wire, None)
        self.track: str = slip["track"]

    def look(self) -> dict[str, Any]:
        """Look at the own page."""
        return self.get(f"/api/track/{self.track}")

    def rate(self, level: int, **said: Any) -> dict[str, Any]:
        """Say how it was."""
        return self.post(f"/api/ratings/{self.track}", level=level, **said)


class Staff(Person):
    """Somebody of the hall's people."""

    def __init__(self, wire: Wire, role: Role, name: str) -> None:
        super().__init__(wire, wire.core.handle.token(role, subject=name))
        self.by = f"{role.value}:{name}"

    def ticket(self, ticket: str) -> dict[str, Any]:
        """Look at a visit, with all its legs and why each was called."""
        return self.get(f"/api/tickets/{ticket}")

    def windows(self) -> dict[int, dict[str, Any]]:
        """Look at the windows."""
        return {each["number"]: each for each in self.get("/api/windows")["windows"]}


class Guide(Staff):
    """Who helps in the hall."""

    def __init__(self, wire: Wire, name: str = "guide-1") -> None:
        super().__init__(wire, Role.GUIDE, name)

    def take(self, **wish: Any) -> dict[str, Any]:
        """Take a number for somebody."""
        return self.post("/api/tickets", **wish)

    def find(self, number: str) -> list[dict[str, Any]]:
        """Find somebody by the printed number."""
        found: list[dict[str, Any]] = self.get("/api/tickets", number=number)["tickets"]
        return found

    def act(self, ticket: str, act: str, **said: Any) -> dict[str, Any]:
        """Cancel, restore, transfer, class."""
        moved: dict[str, Any] = self.post(f"/api/tickets/{ticket}/{act}", **said)["ticket"]
        return moved


class Supervisor(Staff):
    """Who directs the hall."""

    def __init__(self, wire: Wire, name: str = "supervisor-1") -> None:
        super().__init__(wire, Role.SUPERVISOR, name)

    def profile(self, window: int, tiers: str) -> dict[str, Any]:
        """Change what a window serves."""
        return self.put(f"/api/windows/{window}/profile", tiers=tiers)


class Admin(Staff):
    """Who sets the hall up."""

    def __init__(self, wire: Wire) -> None:
        super().__init__(wire, Role.ADMIN, "admin")

    def hire(self, clerk: str, skills: list[str] | None = None) -> None:
        """Enter a clerk."""
        self.put(f"/api/clerks/{clerk}", name=f"Clerk {clerk}", pin=PIN, skills=skills)

    def import_file(self, file: str, **moves: str) -> dict[str, Any]:
        """Take a hall file into the running hall."""
        return self.put("/api/hall", file=file, moves=moves)

    def export_file(self) -> str:
        """Return the hall file of the hall."""
        file: str = self.ask("GET", "/api/hall/file")
        return file


class Desk(Person):
    """A window at work; opened by a supervisor it is for whoever sits there."""

    def __init__(self, wire: Wire, token: str, window: int) -> None:
        super().__init__(wire, token)
        self.window = window
        self.do("open")

    def next(self) -> dict[str, Any]:
        """Press the one key; ``{ticket, why}``."""
        return self.do("call-next")

    def act(self, act: str, **said: Any) -> dict[str, Any]:
        """Do something to who is at the window and return the leg."""
        moved: dict[str, Any] = self.do(act, **said)["ticket"]
        return moved

    def do(self, act: str, **said: Any) -> dict[str, Any]:
        """Do something at the window."""
        return self.post(f"/api/windows/{self.window}/{act}", **said)


class Clerk(Desk):
    """Who sits at a window, signed in with number and PIN."""

    def __init__(self, wire: Wire, clerk: str, window: int) -> None:
        self.clerk = clerk
        super().__init__(wire, _sign_in(wire, clerk, window), window)

    def move_to(self, window: int) -> None:
        """Sign in at another window and open it; refused, the clerk stays where the visitor is."""
        moved = Clerk(self.wire, self.clerk, window)
        self.token, self.window = moved.token, window

    def sign_in(self) -> None:
        """Begin another shift at the same window, which stays as it is."""
        assert self.window is not None
        self.token = _sign_in(self.wire, self.clerk, self.window)

    def sign_out(self) -> list[int]:
        """End the shift; return the windows that it closed."""
        closed: list[int] = self.post("/api/sign-out")["closed"]
        return closed


def _sign_in(wire: Wire, clerk: str, window: int) -> str:
    asked = {"clerk": clerk, "pin": PIN, "window": window}
    token: str = Person(wire, None).post("/api/sign-in", **asked)["token"]
    return token
