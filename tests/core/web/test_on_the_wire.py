"""The page from a core that really listens: what goes over the wire, what is logged, and how many may ask."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest

from core.web.bound import Bound, TooBusy
from tests.core.web.conftest import NAUGHTY, Desk, phone_hall
from tests.support.browser import Page
from tests.support.running_core import CoreHandle, CoreProcess, core_in_thread

PHONES = 300


@pytest.fixture(scope="module")
def core(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CoreHandle]:
    """A core whose hall's names are as awkward as names can be."""
    hall = phone_hall()
    named = {"zh": NAUGHTY, "bo": NAUGHTY, "en": NAUGHTY}
    items = (replace(hall.items[0], name=named), *hall.items[1:])
    zones = (replace(hall.zones[0], name=named), *hall.zones[1:])
    hall = replace(hall, name=named, items=items, zones=zones, passed_rule=named, phone="<1>23")
    with core_in_thread(hall, tmp_path_factory.mktemp("wire")) as handle:
        yield handle


def taken(core: CoreHandle, **wish: Any) -> str:
    """Return the address of a new ticket's page."""
    return f"{core.url}/t/{core.post('/api/tickets', wish).body['track']}"


def test_names_are_text_whatever_is_in_them(core: CoreHandle) -> None:
    address = taken(core, item="card")
    for lang in ("zh", "bo", "en"):
        page = Page(httpx.get(f"{address}?lang={lang}").text)
        assert page.texts[1:3] == [NAUGHTY, NAUGHTY]
        assert not page.find("b")
        assert page.find("a", href="tel:123")
    for window in ("open", "call-next", "pass"):
        core.post(f"/api/windows/1/{window}")
    page = Page(httpx.get(address).text)
    assert page.text.count(NAUGHTY) == 4
    assert not page.find("b")


def test_a_form_goes_there_and_back(core: CoreHandle) -> None:
    address = taken(core, item="card")
    for act in ("open", "call-next", "finish"):
        core.post(f"/api/windows/2/{act}")
    with httpx.Client(base_url=core.url, follow_redirects=True) as browser:
        page = Page(browser.get(f"{address}/rating?level=2&lang=en").text)
        assert page.form is not None
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        sent = page.form.filled(reason=["late"], text="<&>")
        answer = browser.post(page.form.action, content=sent, headers=kind)
        assert (answer.status_code, "Thank you for your rating" in answer.text) == (200, True)
        assert [each.status_code for each in answer.history] == [303]


def test_programs_are_told_nothing_of_pages(core: CoreHandle) -> None:
    paths = core.ask("GET", "/openapi.json").body["paths"]
    assert not [path for path in paths if path.startswith("/t/")]


def test_no_token_comes_into_the_log_or_a_count(tmp_path: Path) -> None:
    process = CoreProcess("dazi", tmp_path, keep_log=True)
    core = process.start()
    queue = core.get("/api/hall").body["queues"][0]["id"]
    address = taken(core, queue=queue)
    token = address.rpartition("/")[2]
    assert httpx.get(address).status_code == 200
    assert httpx.post(f"{address}/rating", content=b"level=5").status_code == 409
    counts = core.ask("GET", "/metrics").body
    process.stop()
    assert token not in process.log
    assert token not in counts
    assert 'route="/t/{track}"' in counts


@pytest.mark.logs("failed")
def test_a_bug_is_logged_by_its_route_without_the_token(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    visitor = desk.visitor()
    monkeypatch.setattr("core.web.visit._phones", None)
    answer = desk.hall.browse("GET", visitor.address)
    assert (answer.status_code, answer.json()["key"]) == (500, "error.unknown")
    assert "GET /t/{track} failed" in caplog.text
    assert visitor.ticket["track"] not in "".join(each.getMessage() for each in caplog.records)


def test_a_hall_full_of_phones_is_served(core: CoreHandle) -> None:
    address = taken(core, item="card")

    async def all_at_once() -> list[int]:
        limits = httpx.Limits(max_connections=50)
        async with httpx.AsyncClient(limits=limits, timeout=60) as phones:
            answers = await asyncio.gather(*(phones.get(address) for _ in range(PHONES)))
            return [answer.status_code for answer in answers]

    assert asyncio.run(all_at_once()) == [200] * PHONES


def test_who_comes_when_too_many_wait_is_told_to_come_again() -> None:
    async def crowd() -> tuple[int, int]:
        bound, most, inside = Bound(2, 3), 0, 0
        done = asyncio.Event()

        async def come() -> bool:
            nonlocal most, inside
            try:
                async with bound():
                    inside += 1
                    most = max(most, inside)
                    await done.wait()
                    inside -= 1
            except TooBusy:
                return False
            return True

        coming = [asyncio.ensure_future(come()) for _ in range(8)]
        refused = 0
        for each in asyncio.as_completed(coming):
            if await each is False:
                refused += 1
            if refused == 3:
                done.set()
        async with bound():
            return most, refused

    assert asyncio.run(crowd()) == (2, 3)


def test_the_page_is_made_with_the_first_look_and_not_with_the_start() -> None:
    asked = "import sys, core.web.phone; print('jinja2' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"
