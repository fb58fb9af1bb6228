"""What a guide or a supervisor says to a window reaches its console by the feed, and moves nothing."""

from __future__ import annotations

import pytest

from core.domain.event import event_from_json
from core.domain.floor_json import floor_from_json
from core.domain.people import Role
from tests.support.following import following
from tests.support.running_core import CoreHandle

TEXT = "请到三楼开会"


def test_a_message_is_an_event_of_that_window_and_says_who_wrote_it(shared_core: CoreHandle) -> None:
    with following(shared_core, window=1) as feed:
        said = shared_core.post("/api/windows/1/message", {"text": f"  {TEXT} "}, role=Role.SUPERVISOR)
        heard = feed.next()
    assert (said.status, said.body) == (200, {"window": 1, "text": TEXT})
    assert (heard["kind"], heard["window"]) == ("window.message", 1)
    assert heard["data"] == {"text": TEXT, "by": "supervisor:test"}
    floor = floor_from_json(feed.first)
    before = (dict(floor.waiting), dict(floor.windows), list(floor.calls))
    floor.apply(event_from_json(heard))
    assert (floor.waiting, floor.windows, list(floor.calls)) == before
    assert floor.seq == heard["seq"]


def test_another_windows_message_is_not_sent_to_a_console(shared_core: CoreHandle) -> None:
    with following(shared_core, window=1) as feed:
        shared_core.post("/api/windows/2/message", {"text": "2"})
        shared_core.post("/api/windows/message", {"text": TEXT})
        heard = [feed.first]
        while heard[-1]["kind"] != "window.message":
            heard.append(feed.next())
    assert (heard[-1]["window"], heard[-1]["data"]["text"]) == (None, TEXT)


def test_a_message_to_all_names_no_window(shared_core: CoreHandle) -> None:
    said = shared_core.post("/api/windows/message", {"text": TEXT}, role=Role.GUIDE)
    assert (said.status, said.body) == (200, {"window": None, "text": TEXT})


@pytest.mark.parametrize("role", [Role.CLERK, Role.KIOSK, Role.SCREEN, Role.GATEWAY])
def test_nobody_else_writes_to_windows(shared_core: CoreHandle, role: Role) -> None:
    token = shared_core.token(role, 1)
    for path in ("/api/windows/1/message", "/api/windows/message"):
        assert shared_core.ask("POST", path, {"text": TEXT}, token=token).status == 403


@pytest.mark.parametrize("text", ["", "   ", "x" * 121, "two\nlines", "\x00"])
def test_a_message_that_does_not_fit_a_line_is_refused(shared_core: CoreHandle, text: str) -> None:
    assert shared_core.post("/api/windows/1/message", {"text": text}).status == 422


def test_a_window_that_is_not_there_hears_nothing(shared_core: CoreHandle) -> None:
    said = shared_core.post("/api/windows/999/message", {"text": TEXT})
    assert (said.status, said.body["key"]) == (404, "window.unknown")
