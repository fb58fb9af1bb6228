"""The screen above a window against a real core."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.client.link import CoreLink
from core.domain.people import Role
from core.domain.screen import FaceKind, Screen
from display.app import DisplayApp
from display.window.face import WindowFace
from tests.display.fit import misfits
from tests.support.halls import lhasa_like
from tests.support.qml import shows, text_of
from tests.support.running_core import CoreHandle, core_in_thread

WITHIN_MS = 20_000


class Desk:
    """A clerk at window 3, who does by HTTP what keys do."""

    def __init__(self, core: CoreHandle) -> None:
        self.core = core
        self.token = core.token(Role.CLERK, 3)

    def take(self) -> str:
        return str(self.core.post("/api/tickets", {"queue": "food"}).body["number"])

    def press(self, act: str, **body: object) -> None:
        answer = self.core.post(f"/api/windows/3/{act}", body, token=self.token)
        assert answer.status == 200, (act, answer)


def screen_of(core: CoreHandle) -> DisplayApp:
    link = CoreLink(core.url, core.token(Role.SCREEN))
    app = DisplayApp(link, Screen(face=FaceKind.WINDOW, windows=(3,)))
    app.show()
    return app


def looks(app: DisplayApp) -> tuple[str, str]:
    """Return what is said of the window, and who is called or served."""
    assert isinstance(app.face, WindowFace)
    cells = app.face.windows.props.cells
    return (cells[0].shown, cells[0].number) if cells else ("connecting", "")


def flashes(app: DisplayApp) -> bool:
    assert isinstance(app.face, WindowFace)
    return app.face.windows.props.cells[0].flashing


@pytest.fixture(scope="module")
def core(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CoreHandle]:
    with core_in_thread(lhasa_like(), tmp_path_factory.mktemp("core")) as handle:
        yield handle


def test_a_clerks_day_as_the_screen_above_tells_it(core: CoreHandle, qtbot: QtBot) -> None:
    desk, app = Desk(core), screen_of(core)

    def comes(state: str, number: str = "") -> None:
        qtbot.waitUntil(lambda: looks(app) == (state, number), timeout=WITHIN_MS)
        assert shows(app.view, f"sign:{state}")
        assert misfits(app.view) == []

    comes("closed")
    desk.press("open")
    comes("free")
    first = desk.take()
    desk.press("call-next")
    comes("calling", first)
    assert text_of(app.view, "numberText") == first
    assert flashes(app)
    desk.press("recall")
    desk.press("start")
    comes("serving", first)
    qtbot.waitUntil(lambda: not flashes(app), timeout=WITHIN_MS)
    desk.press("suspend", kind="no_papers")
    comes("free")
    ticket = core.get("/api/tickets?state=suspended").body
    desk.press("resume", ticket=_id_of(ticket, first))
    comes("serving", first)
    desk.press("transfer", queue="company")
    comes("free")
    for act in ("put-back", "pass"):
        desk.press("call-next")
        comes("calling", first)
        desk.press(act)
        comes("free")
    second = desk.take()
    desk.press("call-next")
    comes("calling", second)
    desk.press("start")
    desk.press("pause", reason="meeting")
    qtbot.waitUntil(lambda: shows(app.view, "note"), timeout=WITHIN_MS)
    desk.press("finish")
    comes("paused")
    assert text_of(app.view, "says:zh") == "开会"
    desk.press("close")
    comes("closed")
    app.close()


def test_the_screen_comes_back_after_the_core_and_flashes_nothing_old(tmp_path: Path, qtbot: QtBot) -> None:
    with core_in_thread(lhasa_like(), tmp_path) as core:
        desk, port = Desk(core), int(core.url.rpartition(":")[2])
        app = screen_of(core)
        number = desk.take()
        desk.press("open")
        desk.press("call-next")
        desk.press("start")
        qtbot.waitUntil(lambda: looks(app) == ("serving", number), timeout=WITHIN_MS)
    qtbot.waitUntil(lambda: shows(app.view, "darkBar"), timeout=WITHIN_MS)
    assert looks(app) == ("serving", number)
    with core_in_thread(lhasa_like(), tmp_path, port) as core:
        qtbot.waitUntil(lambda: not shows(app.view, "darkBar"), timeout=WITHIN_MS)
        assert looks(app) == ("serving", number)
        assert not flashes(app)
        desk = Desk(core)
        desk.press("finish")
        qtbot.waitUntil(lambda: looks(app) == ("free", ""), timeout=WITHIN_MS)
        app.close()


def _id_of(answer: object, number: str) -> str:
    assert isinstance(answer, dict)
    return next(str(each["id"]) for each in answer["tickets"] if each["number"] == number)
