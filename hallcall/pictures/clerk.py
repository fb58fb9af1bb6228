"""Scenes of the clerk: the sign-in, and the panel and the bar in every state of a window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

from caller.bar.geometry import Edge
from caller.moves import Move
from core.client.reply import Answer, Refused, Unreachable
from core.domain.event import EventKind
from core.domain.hall import Hall, Item
from core.domain.ticket import LegState
from core.domain.window import WindowStatus
from hallcall.pictures.desk import Desk, Play, Scene
from hallcall.pictures.usual import NOW

WHY = {"tier": 1, "score": 123.5, "runner_up": {"number": "C0999", "score": 9.1}}
MESSAGE = "请提醒群众：今天下午系统升级，十六时三十分停止取号。"


def longest_item(hall: Hall, language: str) -> Item | None:
    """Return the item with the longest name."""
    return max(hall.items, key=lambda each: len(each.name.get(language, "")), default=None)


def longest_pause(hall: Hall, language: str) -> str:
    """Return the reason for a pause with the longest name."""
    pauses = [each for each in hall.reasons if each.act == "pause"]
    return max(pauses, key=lambda each: len(each.name.get(language, ""))).id


# Nobody is signed in


def _sign_in(reply: Any = None, *, fill: bool = True, window: bool = True) -> Play:
    def play(desk: Desk) -> None:
        if fill:
            desk.fill()
        desk.gate = reply
        if not window:
            desk.type("window-number", "")
        if reply is not None or not window:
            desk.click("sign-in-now")

    return play


def _signing_in(desk: Desk) -> None:
    desk.fill()
    desk.click("sign-in-now")


def _left_open(desk: Desk) -> None:
    serving(desk)
    desk.line.go_dark(NOW - timedelta(minutes=2))
    desk.console.sign_out()


def _sign_ins() -> Iterator[Scene]:
    blocked = Refused("sign_in.blocked", {"until": "2026-11-30T02:10:00.000000Z", "seconds": 300})
    taken = Refused("window.taken", {"window": 3, "clerk": "0302"})
    yield Scene("sign-in-empty", _sign_in(fill=False), "")
    yield Scene("sign-in-filled", _sign_in(), "")
    yield Scene("sign-in-asking", _signing_in, "")
    yield Scene("sign-in-wrong-pin", _sign_in(Refused("sign_in.refused")), "")
    yield Scene("sign-in-blocked", _sign_in(blocked), "")
    yield Scene("sign-in-taken", _sign_in(taken), "")
    yield Scene("sign-in-no-answer", _sign_in(Unreachable("")), "")
    yield Scene("sign-in-left-open", _left_open, "clerk")


# A window, in the panel and in the bar


def _connecting(desk: Desk) -> None:
    desk.line.live = False
    desk.line.went_dark.emit()


def _status(status: WindowStatus) -> Play:
    return lambda desk: desk.begin(desk.at_window(status))


def free(desk: Desk) -> None:
    """Open the window; people wait."""
    desk.begin()
    _wait(desk, 7, 4, 0, 12)


def _wait(desk: Desk, *counts: int) -> None:
    """Let so many wait for this window."""
    floor = desk.line.floor
    for queue, count in zip(desk.hall.window(desk.window).queues, counts, strict=False):
        floor.waiting[queue] = count
    desk.line.floor_changed.emit()


def _empty(desk: Desk) -> None:
    desk.begin()
    _wait(desk, 0, 0, 0, 0)


def _nobody_waits(desk: Desk) -> None:
    _empty(desk)
    desk.answer(f"/api/windows/{desk.window}/call-next", Answer({"ticket": None, "why": None}))
    desk.app.window.do(Move.CALL_NEXT)
    desk.settle()


def called(desk: Desk) -> None:
    """Call somebody."""
    desk.came_for(next(iter(desk.hall.items), None))
    desk.begin(desk.at_window(visitor=desk.visitor(LegState.CALLED, minutes=0.4)))
    _wait(desk, 7, 4, 0, 12)
    desk.happens(EventKind.CALLED, calls=1, why=WHY)


def _called_again(desk: Desk) -> None:
    """Call an old visitor of four digits the third time, on a second step of three."""
    changed = {"visitor_class": desk.hall.classes[1].id, "calls": 2, "step": 2, "steps": 3}
    desk.came_for(longest_item(desk.hall, desk.language))
    desk.begin(desk.at_window(visitor=desk.visitor(LegState.CALLED, 1007, 1.5, **changed)))
    desk.happens(EventKind.RECALLED, calls=3, why=WHY)


def serving(desk: Desk, item: Item | None = None) -> None:
    """Serve somebody who came for an item."""
    desk.came_for(item or next(iter(desk.hall.items), None))
    desk.begin(desk.at_window(visitor=desk.visitor(LegState.SERVING, minutes=6.6)))
    _wait(desk, 7, 4, 0, 12)


def full(desk: Desk, state: LegState = LegState.SERVING) -> None:
    """Serve somebody of whom there is most to say, for more than an hour."""
    changed = {"visitor_class": desk.hall.classes[1].id, "calls": 3, "step": 2, "steps": 3}
    desk.came_for(longest_item(desk.hall, desk.language))
    desk.begin(desk.at_window(visitor=desk.visitor(state, 1007, 83, **changed)))
    _wait(desk, 117, 104, 9, 212)


def _matter(desk: Desk) -> bool | None:
    if not desk.hall.matters:
        return False
    matter = desk.hall.matters[0]
    desk.came_for(None, matter.id, matter.stages[1].queues[0])
    visitor = desk.visitor(LegState.SERVING, minutes=6.6, steps=len(matter.stages))
    desk.begin(desk.at_window(visitor=visitor))
    return None


def _paused(desk: Desk) -> None:
    reason = longest_pause(desk.hall, desk.language)
    desk.begin(desk.at_window(WindowStatus.PAUSED, reason=reason))


def _offline(desk: Desk) -> None:
    full(desk)
    desk.line.go_dark(NOW - timedelta(minutes=4))


def _degraded(desk: Desk) -> None:
    serving(desk)
    desk.line.degrade()


def _taken(desk: Desk) -> None:
    desk.begin(replace(desk.at_window(), clerk="0302"))


def _message(desk: Desk) -> None:
    serving(desk)
    desk.happens(EventKind.WINDOW_MESSAGE, text=MESSAGE, by="supervisor:0900")


def _refused(key: str, **params: Any) -> Play:
    def play(desk: Desk) -> None:
        free(desk)
        desk.answer(f"/api/windows/{desk.window}/call-next", Refused(key, params))
        desk.app.window.do(Move.CALL_NEXT)
        desk.settle()

    return play


def _not_known(desk: Desk) -> None:
    free(desk)
    desk.answer(f"/api/windows/{desk.window}/call-next", Unreachable(""))
    desk.app.window.do(Move.CALL_NEXT)
    desk.settle()


def _everything(desk: Desk) -> None:
    """All there can be at once."""
    full(desk, LegState.CALLED)
    desk.happens(EventKind.RECALLED, calls=4, why=WHY)
    desk.happens(EventKind.WINDOW_MESSAGE, text=MESSAGE, by="supervisor:0900")
    desk.line.go_dark(NOW - timedelta(minutes=4))


STATES: dict[str, Play] = {
    "connecting": _connecting,
    "closed": _status(WindowStatus.CLOSED),
    "free": free,
    "empty": _empty,
    "nobody-waits": _nobody_waits,
    "called": called,
    "called-again": _called_again,
    "serving": serving,
    "full": full,
    "matter": _matter,
    "paused": _paused,
    "offline": _offline,
    "degraded": _degraded,
    "taken": _taken,
    "message": _message,
    "refused": _refused("window.busy", window=3, number="A017"),
    "not-known": _not_known,
    "everything": _everything,
}
"""How a window can stand. Whoever brings a new state adds a line; the panel and all four bars show it."""


LOW = (1366, 728)
"""A screen on which twice as large a panel stands in two columns."""
_ON_LOW = ("called", "full", "everything")


def _scenes() -> Iterator[Scene]:
    yield from _sign_ins()
    for name in _ON_LOW:
        yield Scene(f"low-{name}", STATES[name], screen=LOW)
    for name, play in STATES.items():
        yield Scene(f"panel-{name}", play)
        for edge in Edge:
            yield Scene(f"bar-{edge.value}-{name}", play, edge=edge)


SCENES = tuple(_scenes())
