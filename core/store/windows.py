"""Windows, and where caps and mixes stand, in the database."""

from __future__ import annotations

import json

from core.domain.codec import from_json, to_json
from core.domain.turns import Turn
from core.domain.visit import Act
from core.domain.window import WindowState
from core.store import sql
from core.store.json_text import json_text
from core.store.rows import text_or_none, window_of
from core.store.transaction import SqlTransaction


class SqlWindows:
    """States of the windows in the database."""

    def __init__(self, transaction: SqlTransaction) -> None:
        self._t = transaction

    def get(self, number: int) -> WindowState:
        """Select a window's state."""
        row = sql.WINDOW(self._t.connection, hall=self._t.id, number=number).mappings().first()
        return window_of(dict(row)) if row else WindowState(number)

    def save(self, state: WindowState) -> None:
        """Update a window's state, or insert it."""
        values = {
            "status": state.status.value,
            "clerk": state.clerk,
            "reason": state.reason,
            "since": text_or_none(state.since),
            "called_at": text_or_none(state.called_at),
        }
        new = {f"new_{name}": value for name, value in values.items()}
        if not self._t.change(sql.SET_WINDOW, of_hall=self._t.id, of_number=state.number, **new):
            self._t.change(sql.ADD_WINDOW, hall=self._t.id, number=state.number, last_act=None, **values)

    def not_closed(self) -> list[WindowState]:
        """Select the windows that are open or paused."""
        rows = sql.ALL_WINDOWS(self._t.connection, hall=self._t.id).mappings()
        states = [window_of(dict(row)) for row in rows]
        known = {window.number for window in self._t.hall.windows}
        return [state for state in states if state.status.value != "closed" and state.number in known]

    def last_act(self, number: int) -> Act | None:
        """Select what the window's last act changed."""
        row = sql.WINDOW(self._t.connection, hall=self._t.id, number=number).mappings().first()
        return from_json(Act, json.loads(row["last_act"])) if row and row["last_act"] else None

    def note_act(self, number: int, act: Act | None) -> None:
        """Update what the window's last act changed."""
        text = json_text(to_json(act)) if act else None
        if not self._t.change(sql.NOTE_ACT, of_hall=self._t.id, of_number=number, new_act=text):
            self.save(WindowState(number))
            self._t.change(sql.NOTE_ACT, of_hall=self._t.id, of_number=number, new_act=text)


class SqlTurns:
    """Where the caps and mixes of the queues stand, in the database."""

    def __init__(self, transaction: SqlTransaction) -> None:
        self._t = transaction

    def get(self, queue: str) -> Turn:
        """Select where a queue stands."""
        row = sql.TURN(self._t.connection, hall=self._t.id, of_queue=queue).mappings().first()
        if row is None:
            return Turn(queue)
        return Turn(queue, row["favour_in"], row["booked_left"], row["others_left"])

    def save(self, turn: Turn) -> None:
        """Update where a queue stands, or insert it."""
        values = {
            "favour_in": turn.favour_in,
            "booked_left": turn.booked_left,
            "others_left": turn.others_left,
        }
        new = {f"new_{name}": value for name, value in values.items()}
        if not self._t.change(sql.SET_TURN, of_hall=self._t.id, of_queue=turn.queue, **new):
            self._t.change(sql.ADD_TURN, hall=self._t.id, queue=turn.queue, **values)
