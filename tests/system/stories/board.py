"""A board in the hall: it follows the feed from the first moment and remembers everything."""

from __future__ import annotations

import json
import threading
from collections import defaultdict
from typing import Any

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from core.domain.event import Event, EventKind, event_from_json
from core.domain.floor import Floor, states_of
from core.domain.floor_json import floor_from_json
from core.domain.ticket import LegState
from tests.support.following import feed_url, following, headers
from tests.support.running_core import CoreProcess

HEARD_WITHIN_S = 20
NO_MOVE = (EventKind.RATED, EventKind.RATING_ASKED, EventKind.REPRINTED)


class Board:
    """Folds every event of the feed, on a thread of its own; after a crash it resumes where it was.

    Attributes:
        events: Everything it heard, in order.
        floor: What it shows.
    """

    def __init__(self, core: CoreProcess) -> None:
        self._core = core
        self._heard = threading.Condition()
        self._socket: ClientConnection | None = None
        self._thread = threading.Thread()
        self.events: list[Event] = []
        self.floor = Floor()
        self.connect()
        self._begun = self.floor.seq - len(self.events)

    def connect(self) -> None:
        """Follow the feed, from the last event heard on."""
        resumes = {"after": self.floor.seq} if self.floor.seq else {}
        address = feed_url(self._core.handle, **resumes)
        self._thread = threading.Thread(target=self._follow, args=(address, headers(self._core.handle)))
        self._thread.start()
        self.catch_up()

    def hang_up(self) -> None:
        """Stop following."""
        if self._socket is not None:
            self._socket.close()
        self._thread.join(HEARD_WITHIN_S)

    def catch_up(self) -> None:
        """Wait until it has heard everything that the core has said by now."""
        seq = self._core.handle.ask("GET", "/api/health").body["seq"]
        with self._heard:
            assert self._heard.wait_for(lambda: self.floor.seq >= seq, HEARD_WITHIN_S), "the feed is behind"

    def wait_for(self, kind: EventKind, leg: str) -> Event:
        """Wait for something the core does by itself, and return it."""
        with self._heard:
            assert self._heard.wait_for(lambda: self._find(kind, leg) is not None, HEARD_WITHIN_S)
        found = self._find(kind, leg)
        assert found is not None
        return found

    def last(self, kind: EventKind) -> Event:
        """Return the latest event of a kind; by now a board that begins shows the same as this one."""
        self.must_show_what_a_new_one_shows()
        return next(event for event in reversed(self.events) if event.kind is kind)

    def of_ticket(self, ticket: str) -> list[Event]:
        """Return everything that happened to a ticket."""
        self.catch_up()
        return [event for event in self.events if event.ticket == ticket]

    def snapshot(self) -> Floor:
        """Return what a board shows that begins now."""
        with following(self._core.handle) as feed:
            return floor_from_json(feed.first)

    def must_show_what_a_new_one_shows(self) -> None:
        """Hold what was folded against what the core would tell a board that begins now."""
        self.catch_up()
        assert self.floor == self.snapshot()

    def must_agree(self, ask: Any) -> None:
        """Hold everything heard against what the core answers now.

        Args:
            ask: Returns a ticket with its legs by its id.
        """
        self.must_show_what_a_new_one_shows()
        heard = [event.seq for event in self.events]
        assert heard == list(range(self._begun + 1, self._begun + 1 + len(heard))), "the feed has a gap"
        told: dict[str, dict[str, list[Event]]] = defaultdict(lambda: defaultdict(list))
        for event in self.events:
            if event.ticket and event.leg and event.kind not in NO_MOVE:
                told[event.ticket][event.leg].append(event)
        assert told
        for ticket, legs in told.items():
            answered = {leg["leg"]: leg for leg in ask(ticket)["legs"]}
            assert legs.keys() <= answered.keys()
            for leg, shown in answered.items():
                _must_be_as_told(shown, legs.get(leg, []))

    def _follow(self, address: str, sent: dict[str, str]) -> None:
        try:
            with connect(address, additional_headers=sent, compression=None, proxy=None) as socket:
                self._socket = socket
                for text in socket:
                    self._take(text)
        except ConnectionClosed:
            # The core was killed.
            pass

    def _take(self, text: Any) -> None:
        message = json.loads(text)
        with self._heard:
            if message["kind"] == "snapshot":
                self.floor = floor_from_json(message)
            elif message["kind"] != "reached":
                self._fold(event_from_json(message))
            self._heard.notify_all()

    def _fold(self, event: Event) -> None:
        self.events.append(event)
        self.floor.apply(event)
        if event.kind is EventKind.HALL_CHANGED and "hall" in event.data and "window" not in event.data:
            # The hall itself is another: a board begins anew.
            self.floor = self.snapshot()

    def _find(self, kind: EventKind, leg: str) -> Event | None:
        return next((each for each in self.events if each.kind is kind and each.leg == leg), None)


def _must_be_as_told(shown: dict[str, Any], told: list[Event]) -> None:
    """Hold a leg against its events: the chain of its states, its window, its calls, its end."""
    if not told:
        assert shown["state"] == LegState.PLANNED
        return
    state, calls, ended = None, 0, None
    for event in told:
        before, after = states_of(event)
        assert before in (state, LegState.PLANNED if state is None else state), event
        calls = 0 if after in (LegState.WAITING, LegState.PLANNED) else event.data.get("calls", calls)
        if before is not after:
            ended = event.at
        state = after
    last = told[-1]
    assert shown["state"] == state
    assert shown["calls"] == calls
    assert (shown["number"], shown["queue"]) == (last.data["number"], last.data["queue"])
    assert shown["class"] == last.data["class"]
    if state in (LegState.DONE, LegState.PASSED, LegState.SUSPENDED) or (state and state.at_window):
        assert shown["window"] == last.window
    if state in (LegState.DONE, LegState.PASSED, LegState.VOID, LegState.TRANSFERRED):
        assert event_from_json({**last.to_json(), "at": shown["ended_at"]}).at == ended
