"""The whole kiosk and a whole core, killed at any moment: visitors take numbers on, none is lost or doubled.

The kiosk is its own program, touched as a visitor touches it (:mod:`tests.support.kiosk_program`). Set
``HALLCALL_PICTURES`` to a folder to keep what its screen showed.
"""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from core.domain.clock import business_date, to_text
from core.domain.people import Role
from hallcall.data_dir import DataDir
from hardware.printer.simulator import SimulatedPrinter
from kiosk.offline.offline import FILE
from kiosk.offline.store import Number, OfflineStore, Place
from tests.support.offline_kiosk import MACHINE
from tests.support.running_core import CoreProcess
from tests.support.small_disk import small_disk
from tests.support.sql_store import lay_tables
from tests.support.waiting import wait_until
from tests.support.warm import KIOSK, WarmProcess

HALL = "lhasa"
SAYS_WITHIN_S = 40.0
A_BLOCK = 20
PICTURES = os.environ.get("HALLCALL_PICTURES")
VALID = "号码有效"
NO_NETWORK = "网络中断"


class KioskProgram:
    """The running program, and a visitor at it."""

    def __init__(self, step: str, *command: str) -> None:
        program = "tests.support.kiosk_program"
        self.process = WarmProcess(
            KIOSK, program, step, *command, stderr=subprocess.DEVNULL, QT_QPA_PLATFORM="offscreen"
        )

    def order(self, *words: str) -> None:
        """Say what is to be done, and do not wait for it."""
        self.process.stdin.write(f"{json.dumps(words)}\n".encode())
        self.process.stdin.flush()

    def heard(self) -> dict[str, Any]:
        """Return the next answer; ``{}`` if the program ended."""
        assert select.select([self.process.stdout], [], [], SAYS_WITHIN_S)[0], "it says nothing"
        line = self.process.stdout.readline()
        return dict(json.loads(line)) if line else {}

    def do(self, *words: str) -> dict[str, Any]:
        """Have something done and return the answer."""
        self.order(*words)
        return self.heard()

    def reads(self, name: str, words: str = "") -> str:
        """Wait until something shows, and says ``words``, and return all that it says."""
        return str(self.do("await", name, words)["said"])

    def dies(self) -> None:
        """Wait until it has killed itself."""
        assert self.process.wait(SAYS_WITHIN_S) == -signal.SIGKILL
        self._close()

    def kill(self) -> None:
        """End it as a power cut does."""
        self.process.kill()
        self.process.wait(SAYS_WITHIN_S)
        self._close()

    def _close(self) -> None:
        self.process.stdin.close()
        self.process.stdout.close()


class Site:
    """A core, a kiosk with its printer, and what the visitors hold."""

    def __init__(self, folder: Path, printer: SimulatedPrinter) -> None:
        self.folder = folder
        self.printer = printer
        self.core = CoreProcess(HALL, folder / "core")
        (folder / "core").mkdir(exist_ok=True)
        lay_tables(DataDir(folder / "core").database)
        handle = self.core.start()
        self._token = handle.token(Role.KIOSK, subject=MACHINE)
        self.hall = handle.get("/api/hall").body
        queues = self.hall["queues"]
        zones = [each["zone"] for each in queues]
        self.queue, self.zone = next(
            (each["id"], each["zone"]) for each in queues if zones.count(each["zone"]) > 1
        )
        self.held: list[str] = []
        self.kiosk = self.begin()

    def begin(self, step: str = "-") -> KioskProgram:
        """Start the kiosk, to be killed at a step."""
        place = ["--core", self.core.handle.url, "--token", self._token, "--printer", self.printer.url]
        own = ["--name", MACHINE, "--data", str(self.folder / "kiosk")]
        self.kiosk = KioskProgram(step, "kiosk", *place, *own)
        return self.kiosk

    def touch_tiles(self) -> None:
        """Touch the zone and the queue, and do not wait for a number."""
        self.kiosk.do("tap", f"zone:{self.zone}")
        self.kiosk.order("tap", f"queue:{self.queue}")

    def take(self, *, offline: bool) -> str:
        """Take a number as a visitor does, wait for its slip, go, and return the number."""
        slips = len(self.printer.printer.slips)
        self.touch_tiles()
        self.kiosk.heard()
        number = self.gets(offline=offline)
        self.printer.wait_for_slip(slips + 1, SAYS_WITHIN_S)
        self.kiosk.reads("slip", "请取走您的号票")
        self.picture(f"result-{'offline' if offline else 'online'}")
        self.kiosk.do("tap", "done")
        return number

    def gets(self, *, offline: bool) -> str:
        """Read the number, and what is said of it."""
        number = self.kiosk.reads("number")
        names = self.kiosk.do("look")["names"]
        assert ("offline" in names, "wait" in names) == (offline, not offline)
        if offline:
            assert VALID in self.kiosk.reads("offline")
        self.held.append(number)
        return number

    def picture(self, name: str) -> None:
        """Keep what the screen shows, if that is wanted, and see that all of it fits."""
        if PICTURES:
            self.kiosk.do("picture", str(Path(PICTURES, f"{name}.png")))
        assert self.kiosk.do("look")["unfit"] == []

    def wait_for_block(self) -> None:
        """Wait until the kiosk keeps enough for a lost line."""
        wait_until(lambda: self.left() >= A_BLOCK)

    def left(self) -> int:
        """Return how many numbers of the queue the kiosk keeps."""
        return int(self.kiosk.do("look")["reserved"].get(self.queue, 0))

    @property
    def place(self) -> Place:
        """Of which hall, kiosk and day the numbers are."""
        starts = time.fromisoformat(self.hall["day_starts"])
        day = business_date(datetime.now(UTC), ZoneInfo(self.hall["time_zone"]), starts)
        return Place(self.hall["id"], MACHINE, day.isoformat())

    def tickets(self) -> list[dict[str, Any]]:
        """Return the core's tickets, those taken first before the others."""
        found = self.core.handle.get("/api/tickets").body["tickets"]
        return sorted(found, key=lambda each: str(each["taken_at"]))

    def standing(self) -> list[str]:
        """Return the numbers that wait to be called."""
        return [each["number"] for each in self.tickets() if each["state"] == "waiting"]

    def end(self) -> None:
        self.kiosk.kill()
        self.core.kill()


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    with SimulatedPrinter() as printer:
        made = Site(tmp_path, printer)
        try:
            made.wait_for_block()
            yield made
        finally:
            made.end()


def all_is_told(site: Site) -> None:
    """Wait until the core has every number with its slip; each is there once, in the visitors' order."""
    wait_until(lambda: set(site.held) <= set(site.standing()))
    assert site.standing() == site.held
    wait_until(
        lambda: all(each["slip"] == "printed" for each in site.tickets() if each["state"] == "waiting")
    )


def test_visitors_take_numbers_before_while_and_after_the_core_dies(site: Site) -> None:
    site.take(offline=False)
    # It dies while a visitor's request is on its way.
    site.core.send_signal(signal.SIGSTOP)
    site.touch_tiles()
    site.kiosk.heard()
    site.core.kill()
    site.gets(offline=True)
    site.kiosk.do("tap", "done")
    assert NO_NETWORK in site.kiosk.reads("offline")
    site.picture("home-offline")
    site.take(offline=True)
    site.kiosk.kill()
    # The core is still away: the hall, and what is left, are what the kiosk has kept.
    site.begin()
    assert NO_NETWORK in site.kiosk.reads("offline")
    assert "等候" not in site.kiosk.reads(f"zone:{site.zone}")
    site.kiosk.do("tap", f"zone:{site.zone}")
    site.kiosk.reads(f"queue:{site.queue}")
    site.picture("zone-offline")
    site.kiosk.do("tap", "back")
    site.kiosk.do("tap", "language:bo")
    site.picture("home-offline-bo")
    site.kiosk.do("tap", "language:zh")
    site.take(offline=True)
    site.core.start()
    site.kiosk.reads(f"zone:{site.zone}", "人等候")
    assert "offline" not in site.kiosk.do("look")["names"]
    site.take(offline=False)
    all_is_told(site)
    assert len(site.printer.printer.slips) == len(site.held)


def test_a_kiosk_killed_in_the_middle_comes_back_and_loses_nothing(site: Site) -> None:
    # Every other step, and a core that hangs: tests/kiosk/offline/test_killed.py, without a screen.
    unseen = sum(_dies_and_comes_back(site, step) for step in ("committed", "handed_in"))
    found = site.standing()
    # A number that was written down and perhaps never shown waits as well.
    assert len(set(found)) == len(found) == len(site.held) + unseen
    assert [each for each in found if each in site.held] == site.held


def _dies_and_comes_back(site: Site, step: str) -> int:
    """Kill the kiosk at a step; the next visitor is served; return how many numbers nobody has seen."""
    standing, held = len(site.standing()), len(site.held)
    site.kiosk.kill()
    site.core.kill()
    site.begin(step)
    if step == "handed_in":
        site.take(offline=True)
        site.core.start()
        site.kiosk.dies()
        site.core.kill()
    else:
        site.touch_tiles()
        site.kiosk.order("await", "number")
        answers = iter(site.kiosk.heard, {})
        site.held += [each["said"] for each in answers if "said" in each]
        site.kiosk.dies()
    unseen = int(step == "committed" and len(site.held) == held)
    site.begin()
    site.take(offline=True)
    site.core.start()
    wait_until(lambda: len(site.standing()) == standing + len(site.held) - held + unseen)
    site.wait_for_block()
    return unseen


def test_a_block_that_is_used_up_says_what_to_do(site: Site) -> None:
    left = site.left()
    site.kiosk.kill()
    site.core.kill()
    _visitors_before(site, left - 1)
    site.begin()
    site.take(offline=True)
    zone, queue = f"zone:{site.zone}", f"queue:{site.queue}"
    site.kiosk.do("tap", zone)
    assert "暂无号码" in site.kiosk.reads(queue)
    assert "请咨询导服人员" in site.kiosk.reads(queue)
    site.picture("zone-used-up")
    site.kiosk.do("tap", queue)
    site.kiosk.reads("understood")
    site.picture("notice-used-up")
    site.kiosk.kill()
    site.begin()
    site.core.start()
    site.wait_for_block()
    site.kiosk.reads(zone, f"{A_BLOCK}人等候")
    site.take(offline=False)
    wait_until(lambda: len(site.standing()) == A_BLOCK + 1)
    assert site.standing()[-2:] == site.held


def _visitors_before(site: Site, count: int) -> None:
    """Have so many visitors taken their numbers at this kiosk this morning."""
    at = datetime.now(UTC) - timedelta(minutes=count)
    store = OfflineStore(site.folder / "kiosk" / FILE)

    def ticket(number: Number) -> dict[str, Any]:
        return {"date": site.place.day, "number": number.number, "queue": site.queue, "at": to_text(at)}

    for _ in range(count):
        assert store.give(site.place, site.queue, ticket) is not None
    store.close()


def test_a_core_that_cannot_write_hands_over_to_the_kiosk(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk") as disk, SimulatedPrinter() as printer:
        site = Site(disk.folder, printer)
        try:
            site.wait_for_block()
            disk.forbid(site.core.pid)
            # The first visitor finds it out, the second is told before.
            site.touch_tiles()
            site.kiosk.heard()
            site.gets(offline=True)
            site.kiosk.do("tap", "done")
            assert NO_NETWORK in site.kiosk.reads("offline")
            site.take(offline=True)
            disk.permit(site.core.pid)
            all_is_told(site)
        finally:
            site.end()
