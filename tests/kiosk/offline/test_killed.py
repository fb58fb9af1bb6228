"""A real core and a real kiosk program with a printer: both are killed, and nothing is lost or doubled.

One core and one kiosk serve all of these tests, one after the other: each leaves both alive, and counts only
what came in its own time.
"""

from __future__ import annotations

import json
import select
import signal
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from core.domain.event import EventKind
from core.domain.people import Role
from hallcall.data_dir import DataDir
from hardware.printer.simulator import SimulatedPrinter
from kiosk.offline.handing_in import PATH
from tests.support.clocked_command import ANSWERING, BETWEEN, HEARING, dies
from tests.support.file_clock import FileClock
from tests.support.offline_kiosk import BLOCK_STEPS, LIVE_STEPS, MACHINE, STEPS
from tests.support.on_disk import EVERYTHING, reader_of
from tests.support.running_core import CoreProcess
from tests.support.sql_store import lay_tables
from tests.support.waiting import wait_until
from tests.support.warm import KIOSK, WarmProcess

HALL = "lhasa"
ANSWERS_WITHIN_S = 60
KEPT = 20
"""Numbers that the kiosk holds of each queue."""


class KioskProcess:
    """The kiosk program; it answers with lines of JSON."""

    def __init__(self, *arguments: str) -> None:
        program = "tests.support.offline_kiosk"
        self.process = WarmProcess(
            KIOSK, program, *arguments, stderr=subprocess.DEVNULL, QT_QPA_PLATFORM="offscreen"
        )
        assert self.hear("ready")

    def say(self, line: str) -> None:
        self.process.stdin.write(f"{line}\n".encode())
        self.process.stdin.flush()

    def hear(self, *keys: str) -> dict[str, Any]:
        """Return the next answer that has one of the keys; ``{}`` if the program ended."""
        while True:
            assert select.select([self.process.stdout], [], [], ANSWERS_WITHIN_S)[0], "it says nothing"
            line = self.process.stdout.readline()
            told: dict[str, Any] = json.loads(line) if line else {}
            if not told or set(keys) & told.keys():
                return told

    def take(self, queue: str) -> dict[str, Any]:
        """Take a number and wait for its slip."""
        self.say(f"take {queue}")
        told = self.hear("number", "refused")
        if "number" in told:
            self.hear("printed")
        return told

    @property
    def state(self) -> dict[str, Any]:
        self.say("state")
        return self.hear("left")

    def dies(self) -> None:
        """Wait until it has killed itself."""
        assert self.process.wait(ANSWERS_WITHIN_S) == -9
        self._close()

    def kill(self) -> None:
        self.process.kill()
        self.process.wait(ANSWERS_WITHIN_S)
        self._close()

    def _close(self) -> None:
        self.process.stdin.close()
        self.process.stdout.close()


class Site:
    """A core, a kiosk and its printer, and what the visitors hold."""

    def __init__(self, folder: Path, printer: SimulatedPrinter) -> None:
        self._folder = folder
        self._printer = printer
        self._before = 0
        self.clock = FileClock(folder / "clock")
        self.clock.set("2026-11-30 10:00")
        self.core = CoreProcess(HALL, folder / "core", clock=self.clock.path)
        (folder / "core").mkdir()
        lay_tables(DataDir(folder / "core").database)
        handle = self.core.start()
        self.token = handle.token(Role.KIOSK, subject=MACHINE)
        self.url = handle.url
        self.queues = [each["id"] for each in handle.get("/api/hall").body["queues"]][:2]
        self.kiosk = self.begin()

    def begin(self, step: str = "") -> KioskProcess:
        """Start the kiosk program, to be killed at a step."""
        arguments = [
            self.url,
            self.token,
            str(self._folder / "kiosk"),
            self._printer.url,
            str(self.clock.path),
        ]
        self.kiosk = KioskProcess(*arguments, *([step] if step else []))
        return self.kiosk

    def begin_test(self) -> None:
        """Count from now on."""
        self.wait_for_block()
        self._before = self.core.handle.get("/api/health").body["seq"]

    def tickets(self) -> list[dict[str, Any]]:
        """Return the core's tickets of this test, in the order in which it heard of them."""
        with reader_of(self.core.handle) as reader:
            events = reader.events_after(self._before, EVERYTHING)
        taken = [each.ticket for each in events if each.kind is EventKind.TAKEN]
        return [self.core.handle.get(f"/api/tickets/{each}").body for each in taken]

    def missing(self) -> list[dict[str, Any]]:
        """Return the tickets whose slips the guides look for."""
        # One that is being printed is missing after a minute.
        self.clock.advance(seconds=90)
        found: list[dict[str, Any]] = self.core.handle.get("/api/tickets?slip=missing").body["tickets"]
        return found

    def core_died(self) -> None:
        """Wait until the core has killed itself as it was told."""
        wait_until(lambda: not self.clock.path.with_suffix(".dies").exists())
        self.core.kill()

    def wait_for_block(self) -> None:
        wait_until(lambda: self.kiosk.state["left"].get(self.queues[0], 0) >= KEPT)

    def all_told(self) -> None:
        wait_until(lambda: self.kiosk.state["untold"] == 0 and self.kiosk.state["live"])

    def end(self) -> None:
        self.kiosk.kill()
        self.core.kill()


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Return both, for all tests: each leaves them alive."""
    with SimulatedPrinter() as printer:
        made = Site(tmp_path_factory.mktemp("site"), printer)
        yield made
        made.end()


@pytest.fixture
def site(running: Site) -> Site:
    running.begin_test()
    return running


def numbers(site: Site) -> list[str]:
    """Return the numbers that stand.

    On a starved machine a core may answer so late that the kiosk has given one of its own meanwhile: the one
    that nobody saw is void then.
    """
    return sorted(each["number"] for each in site.tickets() if each["state"] != "void")


def test_the_core_dies_the_kiosk_gives_on_and_each_number_is_in_the_core_once(site: Site) -> None:
    queue = site.queues[0]
    live = site.kiosk.take(queue)
    assert not live["offline"]
    site.core.kill()
    given = [site.kiosk.take(queue) for _ in range(5)]
    assert all(each["offline"] for each in given)
    site.kiosk.kill()
    site.begin()
    assert site.kiosk.state["hall"], "a kiosk that starts without the core knows its hall"
    given += [site.kiosk.take(queue) for _ in range(2)]
    site.core.start()
    site.all_told()
    expected = [live["number"], *(each["number"] for each in given)]
    assert numbers(site) == sorted(expected)
    by_time = sorted(site.tickets(), key=lambda each: str(each["taken_at"]))
    assert len(by_time) == len(expected) == len(set(expected))


@pytest.mark.parametrize("step", STEPS)
def test_a_kiosk_killed_at_any_step_loses_and_doubles_nothing(site: Site, step: str) -> None:
    queue = site.queues[0]
    site.kiosk.kill()
    site.core.kill()
    site.begin(step)
    held: list[str] = []
    if step in ("reserved", "committed", "printing", "printed"):
        site.kiosk.say(f"take {queue}")
        if step in ("printing", "printed"):
            held.append(site.kiosk.hear("number")["number"])
        site.kiosk.dies()
        site.begin()
        site.core.start()
    else:
        held += [site.kiosk.take(queue)["number"] for _ in range(3)]
        site.core.start()
        site.kiosk.dies()
        site.core.kill()
        site.core.start()
        site.begin()
    site.wait_for_block()
    held.append(site.kiosk.take(queue)["number"])
    site.all_told()
    found = numbers(site)
    assert len(found) == len(set(found))
    assert set(held) <= set(found)
    # A number that was written down and never shown waits as well: nobody can tell whether it was seen.
    assert len(found) - len(held) == (1 if step == "committed" else 0)
    assert site.kiosk.state["refused"] == 0


@pytest.mark.parametrize("step", LIVE_STEPS)
def test_a_kiosk_killed_beside_a_living_core_gives_no_number_twice(site: Site, step: str) -> None:
    queue = site.queues[0]
    site.kiosk.kill()
    site.begin(step)
    site.all_told()
    site.kiosk.say(f"take {queue}")
    shown = [] if step in ("asking", "answered") else [site.kiosk.hear("number")["number"]]
    site.kiosk.dies()
    site.begin()
    site.all_told()
    held = [*shown, site.kiosk.take(queue)["number"]]
    site.all_told()
    found = numbers(site)
    assert len(found) == len(set(found))
    assert set(held) <= set(found)
    unseen = set(found) - set(held)
    assert len(unseen) in {"asking": (0, 1), "answered": (1,)}.get(step, (0,))
    # Whoever stood there is looked for: nobody knows of a slip.
    looked_for = {each["number"] for each in site.missing()}
    assert unseen <= looked_for
    if step == "printing":
        assert set(shown) <= looked_for


@pytest.mark.parametrize("step", BLOCK_STEPS)
def test_a_kiosk_killed_while_numbers_are_kept_for_it_has_each_once(site: Site, step: str) -> None:
    queue = site.queues[0]
    site.core.kill()
    held = [site.kiosk.take(queue)["number"] for _ in range(2)]
    site.kiosk.kill()
    site.core.start()
    site.begin(step).dies()
    site.begin()
    site.all_told()
    site.wait_for_block()
    site.core.kill()
    held += [site.kiosk.take(queue)["number"] for _ in range(3)]
    site.core.start()
    site.all_told()
    assert numbers(site) == sorted(held)
    assert len(set(held)) == len(held)


def test_both_die_while_the_line_is_handed_in_and_the_order_is_kept(site: Site) -> None:
    site.core.kill()
    held = []
    for at in range(12):
        site.clock.advance(seconds=20)
        held.append(site.kiosk.take(site.queues[at % 2])["number"])
    site.kiosk.kill()
    site.begin("handing_in")
    site.core.start()
    site.kiosk.dies()
    site.core.kill()
    site.core.start()
    site.begin()
    site.all_told()
    found = sorted(site.tickets(), key=lambda each: str(each["taken_at"]))
    assert [each["number"] for each in found] == held


@pytest.mark.parametrize("when", [HEARING, ANSWERING])
def test_a_core_killed_while_it_gives_a_number_has_the_visitors_once(site: Site, when: str) -> None:
    queue = site.queues[0]
    dies(site.clock.path, when, "/api/tickets")
    # Answering, it has written a ticket, and nobody knows: the visitor gets a number of the kiosk's own.
    told = site.kiosk.take(queue)
    assert told["offline"], told
    site.core.kill()
    dies(site.clock.path, when, PATH)
    site.core.start()
    # It has heard of that one, or taken it in, and again nobody knows.
    site.core_died()
    site.core.start()
    site.all_told()
    standing = [each["number"] for each in site.tickets() if each["state"] == "waiting"]
    assert standing == [told["number"]]
    others = [each["state"] for each in site.tickets() if each["number"] != told["number"]]
    # One that heard nothing may be asked once more when it is back; what nobody waits for is given back.
    assert others == ["void"] or (when == HEARING and others == [])
    assert site.kiosk.state["refused"] == 0


def test_a_core_killed_between_two_tickets_of_a_batch_takes_each_once(site: Site) -> None:
    queue = site.queues[0]
    site.core.kill()
    held = [site.kiosk.take(queue)["number"] for _ in range(3)]
    dies(site.clock.path, BETWEEN, PATH)
    site.core.start()
    site.core_died()
    site.core.start()
    site.all_told()
    assert numbers(site) == sorted(held)
    assert {each["state"] for each in site.tickets()} - {"void"} == {"waiting"}
    assert site.kiosk.state["refused"] == 0


@pytest.mark.parametrize("when", [HEARING, ANSWERING])
def test_a_core_killed_while_it_reserves_numbers_gives_none_of_them_to_others(site: Site, when: str) -> None:
    queue = site.queues[0]
    site.core.kill()
    held = [site.kiosk.take(queue)["number"] for _ in range(2)]
    dies(site.clock.path, when, "/api/blocks")
    site.core.start()
    site.core_died()
    held.append(site.kiosk.take(queue)["number"])
    site.core.start()
    site.all_told()
    site.wait_for_block()
    held.append(site.kiosk.take(queue)["number"])
    site.core.kill()
    held += [site.kiosk.take(queue)["number"] for _ in range(KEPT)]
    site.core.start()
    site.all_told()
    assert numbers(site) == sorted(held)
    assert len(set(held)) == len(held)


def test_a_core_killed_as_it_hears_of_a_slip_is_told_again(site: Site) -> None:
    dies(site.clock.path, HEARING, "/slip")
    told = site.kiosk.take(site.queues[0])
    assert not told["offline"]
    site.core_died()
    site.core.start()
    site.all_told()
    assert [each["slip"] for each in site.tickets()] == ["printed"]


def test_a_core_that_is_frozen_is_waited_for_and_its_late_ticket_ended(site: Site) -> None:
    site.core.send_signal(signal.SIGSTOP)
    site.kiosk.say(f"take {site.queues[0]}")
    began = datetime.now(UTC)
    told = site.kiosk.hear("number", "refused")
    assert told.get("offline"), told
    assert (datetime.now(UTC) - began).total_seconds() < 5
    site.core.send_signal(signal.SIGCONT)
    wait_until(lambda: told["number"] in numbers(site))
    site.all_told()
    standing = [each for each in site.tickets() if each["state"] == "waiting"]
    assert [each["number"] for each in standing] == [told["number"]]


def test_a_block_lasts_for_its_numbers_and_its_day(site: Site) -> None:
    site.core.kill()
    queue = site.queues[0]
    left = site.kiosk.state["left"][queue]
    held = [site.kiosk.take(queue)["number"] for _ in range(left)]
    assert site.kiosk.take(queue) == {"refused": "offline.used_up"}
    site.clock.set("2026-12-01 10:00")
    assert site.kiosk.take(queue) == {"refused": "offline.other_day"}
    site.core.start()
    site.all_told()
    site.wait_for_block()
    assert len(set(held)) == left
    site.core.kill()
    assert site.kiosk.take(queue)["offline"], "a block of the new day has come"
