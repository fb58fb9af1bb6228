"""Every act of the rules by keys and by mouse against one real core: one row of a table an act."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from caller.acts.possible import Act
from caller.app import LANGUAGES
from caller.moves import Move
from caller.printing import ListPrinter
from core.domain.event import Event, EventKind
from core.domain.people import Role
from core.qt.fonts import prepare_fonts
from hardware.printer.simulator import SimulatedPrinter
from tests.caller.acts.test_real_acts import keys, legs
from tests.caller.clerk import Clerk, any_reason, close_acts, legs_ticket, reasons
from tests.caller.running import empty, running
from tests.caller.test_real_core import take, text, widget
from tests.support.patient import PatientBot
from tests.support.running_core import CoreHandle

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing the keyboard)")
QUEUE, OTHER, OTHER_SPELT = "food_permit", "convenience", "bmfw"
F3, F4, F5, F6, F7, F8, F9 = (Qt.Key(value) for value in range(Qt.Key.Key_F3.value, Qt.Key.Key_F9.value + 1))


class Hall:
    """One clerk at window 3 with a printer, and the core.

    Attributes:
        heard: Kinds of the events that came since the last :meth:`begin`.
        number: Whose act it is.
    """

    def __init__(self, core: CoreHandle, clerk: Clerk) -> None:
        self.core, self.clerk = core, clerk
        self.heard: list[Event] = []
        self.number = ""
        assert clerk.app.console is not None
        clerk.app.console.link.happened.connect(self.heard.append)
        items = [each for each in core.get("/api/hall").body["items"] if each["queue"] == QUEUE]
        self.item = next(each for each in items if len(each["materials"]) > 1)

    def begin(self) -> None:
        """Nobody is in the hall, the window is open and free."""
        close_acts(self.clerk)
        # Whoever is here, of whichever queue; of nobody it is refused.
        self.core.ask("POST", "/api/windows/3/finish", {}, token=self.core.token(Role.SUPERVISOR))
        for queue in (QUEUE, OTHER):
            empty(self.core, queue)
        if text(self.clerk.app, "status") == "暂停":
            self.clerk.key(F4, "open")
        self.clerk.free()
        self.clerk.waiting(0)
        self.heard.clear()

    @property
    def ticket(self) -> str:
        return legs_ticket(self.core, self.number)

    def leg(self) -> dict[str, Any]:
        return legs(self.core, self.number)[0]

    def kinds(self) -> list[EventKind]:
        return [each.kind for each in self.heard]

    def reason(self, act: str) -> str:
        return reasons(self.core, act)[0]

    def rows(self, *names: str) -> None:
        """Open the acts and click one row after the other."""
        self.clerk.acts(*names)

    def enter(self, typed: str) -> None:
        """Type into the search, and take what it found first."""
        keys(self.clerk.app, typed)
        QTest.keyClick(widget(self.clerk.app, "acts-search"), Qt.Key.Key_Return)


def nobody(hall: Hall) -> None:
    """The window is free."""


def waits(hall: Hall) -> None:
    (hall.number,) = take(hall.core, QUEUE, 1)
    hall.clerk.waiting(1)


def called(hall: Hall) -> None:
    waits(hall)
    hall.clerk.key(F9, "call-next")
    hall.clerk.here(hall.number)


def steps(hall: Hall) -> None:
    """Somebody with a list of papers and a second step is here."""
    body = {"items": [hall.item["id"], hall.item["id"]]}
    hall.number = hall.core.post("/api/tickets", body, role=Role.KIOSK).body["number"]
    hall.clerk.key(F9, "call-next")
    hall.clerk.here(hall.number)
    hall.clerk.until(lambda: text(hall.clerk.app, "visitor-step") == "第1步/共2步")
    hall.clerk.until(
        lambda: text(hall.clerk.app, "visitor-purpose")
    )  # It comes by an answer, not by the feed.


def passed(hall: Hall) -> None:
    called(hall)
    hall.clerk.key(F5, "pass")
    hall.clerk.free()


def finished(hall: Hall) -> None:
    called(hall)
    hall.clerk.key(F6, "finish")
    hall.clerk.free()


def suspended(hall: Hall) -> None:
    called(hall)
    hall.rows("act:papers_left", "reason:")
    hall.clerk.free()


@dataclass(frozen=True)
class Deed:
    """One act.

    Attributes:
        before: Brings the window to where it can be done.
        by_keys: Does it by keys alone.
        by_mouse: Does it by mouse alone.
        done: What the core says then; waited for.
    """

    name: str
    before: Callable[[Hall], None]
    by_keys: Callable[[Hall], None]
    by_mouse: Callable[[Hall], None]
    done: Callable[[Hall], object]


def button(name: str, key: Qt.Key, before: Callable[[Hall], None], done: Callable[[Hall], object]) -> Deed:
    """Return what is done by one button or its key."""
    return Deed(
        name, before, lambda hall: hall.clerk.key(key, name), lambda hall: hall.clerk.mouse(name), done
    )


def at(state: str, place: int = 0, **more: object) -> Callable[[Hall], object]:
    """Return whether the leg is so."""

    def check(hall: Hall) -> bool:
        found = legs(hall.core, hall.number)[place:][:1]
        wanted = {"state": state} | more
        return any(all(leg[name] == value for name, value in wanted.items()) for leg in found)

    return check


def kept(act: str, kind: str, key: str) -> Deed:
    """Return one of the three suspensions."""
    return Deed(
        f"suspend {kind}",
        called,
        lambda hall: hall.clerk.keys(f"{key}0", act),
        lambda hall: hall.rows(f"act:{act}", "reason:"),
        at("suspended", suspension=kind),
    )


def resume_by_keys(hall: Hall) -> None:
    hall.clerk.keys("6", "suspended")
    hall.clerk.can(f"ticket:{hall.ticket}")
    keys(hall.clerk.app, "1")


def search(hall: Hall, typed: str, then: str) -> None:
    hall.clerk.keys("7", "transfer")
    hall.enter(typed)
    keys(hall.clerk.app, then)


def next_by_keys(hall: Hall) -> None:
    hall.clerk.keys("7", "transfer")
    hall.clerk.can("target:next")
    hall.enter("")


def pick_by_keys(hall: Hall) -> None:
    hall.clerk.keys("8", "pick")
    hall.clerk.can(f"ticket:{hall.ticket}")
    hall.enter(hall.number)
    hall.clerk.until(lambda: any_reason(hall.clerk))
    keys(hall.clerk.app, "1")


def pick_by_mouse(hall: Hall) -> None:
    hall.rows("act:pick", f"ticket:{hall.ticket}", f"reason:{hall.reason('call')}")


def picked(hall: Hall) -> bool:
    return bool(at("called", why={"picked": hall.reason("call")})(hall))


def pause_by_keys(hall: Hall) -> None:
    hall.clerk.key(F4, "pause")
    QTest.keyClick(hall.clerk.menu("pause-reasons"), Qt.Key.Key_1)


def pause_by_mouse(hall: Hall) -> None:
    hall.clerk.mouse("pause")
    menu = hall.clerk.menu("pause-reasons")
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(menu.actions()[0]).center())


def paused(hall: Hall) -> bool:
    windows = {each["number"]: each for each in hall.core.get("/api/windows").body["windows"]}
    return (windows[3]["status"], windows[3]["reason"]) == ("paused", hall.reason("pause"))


def result_by_keys(hall: Hall) -> None:
    hall.clerk.keys("+", "result")
    hall.enter("")


def paper(hall: Hall, place: int = 0) -> str:
    return f"paper:{hall.item['materials'][place]['id']}"


def printed(hall: Hall) -> bool:
    return text(hall.clerk.app, "acts-line") == "清单已打印。"


DEEDS = (
    button("call-next", F9, waits, at("called")),
    button("recall", F8, called, lambda hall: EventKind.RECALLED in hall.kinds()),
    button("start", F7, called, at("serving")),
    button("finish", F6, called, at("done")),
    button("pass", F5, called, at("passed")),
    button("put-back", F3, called, at("waiting")),
    Deed(
        "outcome",
        called,
        lambda hall: hall.clerk.keys("11", "outcome"),
        lambda hall: hall.rows("act:outcome", f"reason:{hall.reason('finish')}"),
        lambda hall: at("done", outcome=hall.reason("finish"))(hall),
    ),
    Deed(
        "outcome and the next step",
        steps,
        lambda hall: hall.clerk.keys("11", "outcome"),
        lambda hall: hall.rows("act:outcome", f"reason:{hall.reason('finish')}"),
        lambda hall: at("done")(hall) and at("waiting", 1)(hall),
    ),
    Deed(
        "pass with a reason",
        called,
        lambda hall: hall.clerk.keys("21", "pass"),
        lambda hall: hall.rows("act:pass", f"reason:{hall.reason('pass')}"),
        lambda hall: at("passed", reason=hall.reason("pass"))(hall),
    ),
    kept("no_papers", "no_papers", "3"),
    kept("papers_left", "papers_left", "4"),
    kept("step", "step", "5"),
    Deed(
        "resume",
        suspended,
        resume_by_keys,
        lambda hall: hall.rows("act:suspended", f"ticket:{hall.ticket}"),
        at("serving"),
    ),
    Deed(
        "transfer to a queue",
        called,
        lambda hall: search(hall, OTHER_SPELT, "0"),
        lambda hall: hall.rows("act:transfer", f"target:queue:{OTHER}", "reason:"),
        lambda hall: at("transferred")(hall) and at("waiting", 1, queue=OTHER)(hall),
    ),
    Deed(
        "transfer to a window, first there",
        called,
        lambda hall: search(hall, "4", "-0"),
        lambda hall: hall.rows("act:transfer", "target:window:4", "toggle:first", "reason:"),
        lambda hall: at("waiting", 1, pin=4, first=True)(hall),
    ),
    Deed(
        "transfer to the next step",
        steps,
        next_by_keys,
        lambda hall: hall.rows("act:transfer", "target:next"),
        lambda hall: at("done")(hall) and at("waiting", 1)(hall),
    ),
    Deed("call out of turn", waits, pick_by_keys, pick_by_mouse, picked),
    Deed("restore who was passed", passed, pick_by_keys, pick_by_mouse, picked),
    Deed(
        "without a number",
        nobody,
        lambda hall: hall.clerk.keys("91", "walk_in"),
        lambda hall: hall.rows("act:walk_in", f"walk:{QUEUE}"),
        lambda hall: EventKind.TAKEN in hall.kinds() and text(hall.clerk.app, "visitor-state") == "办理中",
    ),
    Deed(
        "take back",
        finished,
        lambda hall: hall.clerk.keys("0", "undo"),
        lambda hall: hall.rows("act:undo"),
        at("called"),
    ),
    Deed("pause with a reason", nobody, pause_by_keys, pause_by_mouse, paused),
    Deed(
        "ask for a rating",
        finished,
        lambda hall: hall.clerk.keys(".", "rating"),
        lambda hall: hall.rows("act:rating"),
        lambda hall: EventKind.RATING_ASKED in hall.kinds(),
    ),
    Deed(
        "tick the list and print it",
        steps,
        lambda hall: hall.clerk.keys("-2-", "told"),
        lambda hall: hall.rows("act:told", paper(hall, 1), "do:print"),
        printed,
    ),
    Deed(
        "send back with the list",
        steps,
        lambda hall: hall.clerk.keys("-20", "told"),
        lambda hall: hall.rows("act:told", paper(hall, 1), "do:send"),
        at("done", outcome="not_accepted"),
    ),
    Deed(
        "a result is ready",
        finished,
        result_by_keys,
        lambda hall: hall.rows("act:result", f"ready:{hall.number}"),
        lambda hall: hall.number in str(hall.core.get("/api/results", role=Role.SCREEN).body),
    ),
)


@pytest.fixture(scope="module")
def hall(
    request: pytest.FixtureRequest, qapp: object, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Hall]:
    assert qapp is not None
    prepare_fonts(LANGUAGES)
    folder = tmp_path_factory.mktemp("acts")
    with running(folder, ["0303"]) as process, SimulatedPrinter() as simulated:
        printer = ListPrinter("desk", simulated.url, 576)
        printer.start()
        clerk = Clerk(process.handle, PatientBot(request), folder, 3, printer)
        yield Hall(process.handle, clerk)
        clerk.app.stop()
        clerk.app.window.close()
        printer.stop()


@pytest.mark.parametrize("way", ["keys", "mouse"])
@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.name)
def test_an_act_is_done_by_keys_and_by_mouse(hall: Hall, deed: Deed, way: str) -> None:
    hall.begin()
    deed.before(hall)
    (deed.by_keys if way == "keys" else deed.by_mouse)(hall)
    hall.clerk.until(partial(deed.done, hall))
    assert hall.clerk.app.console is not None
    assert hall.clerk.app.console.inputs.note is None, "nothing was refused"


def test_no_act_of_the_rules_is_left_out() -> None:
    """Of the second level each row, of the moves each that has a button or a key."""
    names = " ".join(deed.name for deed in DEEDS)
    assert len(DEEDS) == 25
    for move in (Move.CALL_NEXT, Move.RECALL, Move.START, Move.FINISH, Move.PASS, Move.PUT_BACK):
        assert move.value in names
    for act in (Act.NO_PAPERS, Act.PAPERS_LEFT, Act.STEP):
        assert act.value in names
