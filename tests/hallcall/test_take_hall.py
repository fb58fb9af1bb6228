"""The hall file at the core's start: an edited one takes effect, once, if nobody is in the way."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from core.app.hallfile import load
from core.app.import_hall import import_hall
from core.app.profile import set_profile
from core.app.take import Wish, take
from core.domain.hall import Hall, Tier
from core.service.core import Core
from hallcall.data_dir import DataDir
from hallcall.server import open_core
from tests.core.app.hallfile.small import MORE, broken

OPEN = broken('phone = ""', 'phone = ""\nkeeps_hours = false', MORE)
RENAMED = broken("Small hall", "A small hall", OPEN)
IMPORTED = broken("Small hall", "A hall of ours", OPEN)
NO_TAX = OPEN.replace('"tax"', '"fees"').replace('tiers = "tax;', 'tiers = "fees;')


def started(folder: Path, text: str, *commands: Callable[..., Any]) -> Hall:
    """Start a core with a hall file, let it do something, stop it, and return the hall it had."""

    async def run() -> Hall:
        async with open_core(DataDir(folder), load(text), source=text) as core:
            for command in commands:
                await core.run(command)
            return await described(core)

    return asyncio.run(run())


async def described(core: Core) -> Hall:
    hall: Hall = await core.run(lambda uow: uow.hall)
    return hall


TAKE_TAX = partial(take, wish=Wish("tax"), by="kiosk:1")
SWAP = partial(set_profile, window=1, tiers=(Tier(("pension",)), Tier(("social",))), by="supervisor:1")


def test_an_edited_file_becomes_the_hall_at_the_next_start(tmp_path: Path) -> None:
    assert started(tmp_path, OPEN) == load(OPEN)
    assert started(tmp_path, RENAMED) == load(RENAMED)


@pytest.mark.logs("profiles of the file")
def test_what_was_changed_in_the_running_hall_outlives_a_start_with_the_same_file(tmp_path: Path) -> None:
    changed = started(tmp_path, OPEN, SWAP)
    assert changed != load(OPEN)
    assert started(tmp_path, OPEN) == changed
    assert started(tmp_path, RENAMED) == load(RENAMED)


def test_an_edited_file_that_takes_profiles_back_says_whose(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    started(tmp_path, OPEN, SWAP)
    with caplog.at_level("WARNING"):
        started(tmp_path, RENAMED)
    (line,) = [record.getMessage() for record in caplog.records if record.levelname == "WARNING"]
    assert line == (
        "windows 1 have the profiles of the file again: they had been changed in the running hall"
        " since the file was taken"
    )


IMPORT = partial(import_hall, hall=load(IMPORTED), source=IMPORTED, moves={}, by="admin:ann")


def test_an_edited_file_does_not_take_back_what_was_imported_since(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    for later in ((), (SWAP,)):
        folder = tmp_path / str(len(later))
        changed = started(folder, OPEN, IMPORT, *later)
        assert started(folder, OPEN) == changed
        for _ in range(2):
            assert started(folder, RENAMED) == changed
    lines = [record.getMessage() for record in caplog.records if record.levelname == "ERROR"]
    assert set(lines) == {
        "the changed hall file is left aside and the hall is as it was: another file was imported into it"
        " since. See what that says: hallcall hall export FILE; then take the right one: hallcall hall import"
        " FILE"
    }
    assert len(lines) == 4


def test_the_file_that_was_imported_may_be_edited_and_started_with(tmp_path: Path) -> None:
    started(tmp_path, OPEN, IMPORT)
    assert started(tmp_path, IMPORTED) == load(IMPORTED)
    assert started(tmp_path, RENAMED) == load(RENAMED)


@pytest.mark.logs("hall file is left aside")
def test_a_core_that_joins_with_another_file_does_not_describe_the_hall_anew(tmp_path: Path) -> None:
    started(tmp_path, OPEN)
    DataDir(tmp_path).hall_taken.unlink()
    assert started(tmp_path, RENAMED) == load(OPEN)
    assert started(tmp_path, OPEN) == load(OPEN)
    assert started(tmp_path, RENAMED) == load(RENAMED)


@pytest.mark.logs("hall file is left aside")
def test_a_file_without_place_for_somebody_is_left_aside_until_nobody_is_in_the_way(tmp_path: Path) -> None:
    started(tmp_path, OPEN, TAKE_TAX)
    assert started(tmp_path, NO_TAX) == load(OPEN)
    assert started(tmp_path, NO_TAX, lambda uow: uow.tickets.save(_ended(uow))) == load(OPEN)
    assert started(tmp_path, NO_TAX) == load(NO_TAX)


def _ended(uow: Any) -> Any:
    (leg,) = uow.tickets.open_legs()
    return leg.voided(uow.now)


def test_the_log_says_in_one_line_who_is_in_the_way_and_what_to_do(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    started(tmp_path, OPEN, TAKE_TAX)
    started(tmp_path, NO_TAX)
    (line,) = [record.getMessage() for record in caplog.records if record.levelname == "ERROR"]
    assert line == (
        "the changed hall file is left aside and the hall is as it was: "
        'the queue "tax" is left out, but people are in it: C001. Serve these people first and start again, '
        "or say where they go: hallcall hall import FILE --move OLD=NEW"
    )


def test_whether_tickets_are_issued_at_any_hour_is_asked_for_at_each_start(tmp_path: Path) -> None:
    assert not started(tmp_path, OPEN).keeps_hours

    async def run(hall: Hall) -> bool:
        async with open_core(DataDir(tmp_path), hall, source=MORE) as core:
            return (await described(core)).keeps_hours

    assert asyncio.run(run(load(MORE)))
    assert not asyncio.run(run(load(OPEN)))
    assert asyncio.run(run(load(MORE)))


def test_a_hall_of_no_file_is_taken_as_it_is(tmp_path: Path) -> None:
    async def run(hall: Hall) -> Hall:
        async with open_core(DataDir(tmp_path), hall) as core:
            return await described(core)

    assert asyncio.run(run(load(OPEN))) == load(OPEN)
    assert asyncio.run(run(load(RENAMED))) == load(RENAMED)
