"""What Prometheus is told, read as Prometheus reads it, of real cores that did something."""

from __future__ import annotations

import asyncio
import re
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from prometheus_client.parser import text_string_to_metric_families

from core.app.figures import Buckets
from core.app.ports import StoreFailed
from core.domain.people import Role
from core.service.request_counts import RequestCounts
from core.service.scrape import TEXT, Scrape
from core.service.version import VERSION
from hallcall.data_dir import DataDir
from hallcall.server import open_core
from tests.support.clients import Client
from tests.support.following import following
from tests.support.halls import lhasa_like
from tests.support.running_core import CoreHandle, core_in_thread
from tests.support.waiting import wait_until

Figures = dict[str, float]
PRINTER = {"name": "打印机", "kind": "printer", "state": "degraded", "key": "printer.paper_out"}
SLIPS = ("pending", "printed", "failed", "unknown")
STATES = ("starting", "ready", "degraded", "gone")
READY = PRINTER | {"name": "另一台", "state": "ready", "key": ""}


def scraped(core: CoreHandle) -> Figures:
    """Return what a core tells, each sample by its name and labels."""
    reply = core.ask("GET", "/metrics")
    assert (reply.status, reply.media_type) == (200, "text/plain")
    return dict(_samples(reply.body))


def _samples(text: str) -> Iterator[tuple[str, float]]:
    for family in text_string_to_metric_families(text):
        for sample in family.samples:
            labels = ",".join(f'{name}="{value}"' for name, value in sorted(sample.labels.items()))
            yield sample.name + (f"{{{labels}}}" if labels else ""), sample.value


def requests(figures: Figures) -> Figures:
    name = "hallcall_requests_total"
    return {key.removeprefix(name): value for key, value in figures.items() if key.startswith(name)}


def test_the_floor_is_as_it_is(core: CoreHandle) -> None:
    for _ in range(3):
        core.post("/api/tickets", {"queue": "insurance"})
    core.post("/api/tickets", {"queue": "food"})
    core.post("/api/windows/1/open")
    core.post("/api/windows/2/open")
    core.post("/api/windows/2/pause", {"reason": "break"})
    core.post("/api/windows/1/call-next")
    found = scraped(core)
    assert found['hallcall_visitors_waiting{queue="insurance"}'] == 2
    assert found['hallcall_visitors_waiting{queue="food"}'] == 1
    windows = len(core.get("/api/windows").body["windows"])
    assert found['hallcall_windows{status="open"}'] == 1
    assert found['hallcall_windows{status="paused"}'] == 1
    assert found['hallcall_windows{status="closed"}'] == windows - 2
    assert found['hallcall_tickets_today{prefix="A"}'] == 3
    assert found['hallcall_tickets_today{prefix="C"}'] == 1
    assert sum(value for name, value in found.items() if name.startswith("hallcall_tickets_today")) == 4


def test_the_program_says_who_it_is_and_what_it_takes(core: CoreHandle) -> None:
    found = scraped(core)
    assert found[f'hallcall_info{{hall="lhasa-like",version="{VERSION}"}}'] == 1
    assert found["hallcall_degraded"] == 0
    assert 0 < found["hallcall_uptime_seconds"] < 600
    assert found["process_resident_memory_bytes"] > 10_000_000
    assert found["process_cpu_seconds_total"] > 0


def test_devices_are_counted_by_kind_and_state_and_silent_machines_apart(core: CoreHandle) -> None:
    assert not [name for name in scraped(core) if name.startswith("hallcall_devices")]
    for machine in ("kiosk-1", "kiosk-2"):
        core.post("/api/devices", {"machine": machine, "devices": [PRINTER, READY]}, role=Role.KIOSK)
    found = scraped(core)
    counts = {state: found[f'hallcall_devices{{kind="printer",state="{state}"}}'] for state in STATES}
    assert counts == {"starting": 0, "ready": 2, "degraded": 2, "gone": 0}
    assert (found['hallcall_machines{state="heard"}'], found['hallcall_machines{state="silent"}']) == (2, 0)
    core.post("/api/devices", {"machine": "kiosk-1", "devices": []}, role=Role.ADMIN)
    assert scraped(core)['hallcall_machines{state="heard"}'] == 1


def test_slips_are_counted_by_their_state_and_missing_ones_apart(core: CoreHandle) -> None:
    taken = [core.post("/api/tickets", {"queue": "insurance", "slip": True}).body["id"] for _ in range(4)]
    core.post("/api/tickets", {"queue": "insurance"})
    for ticket, state in zip(taken, ("printed", "failed", "unknown"), strict=False):
        assert core.post(f"/api/tickets/{ticket}/slip", {"state": state}).status == 200
    found = scraped(core)
    counts = {state: found[f'hallcall_slips_today{{state="{state}"}}'] for state in SLIPS}
    assert counts == {"pending": 1, "printed": 1, "failed": 1, "unknown": 1}
    assert found["hallcall_slips_missing"] == 2
    core.post(f"/api/tickets/{taken[1]}/cancel")
    assert scraped(core)["hallcall_slips_missing"] == 1


def test_every_request_is_counted_by_its_route_whichever_way_it_went(core: CoreHandle) -> None:
    before = requests(scraped(core))
    for queue in ("insurance", "insurance", "nowhere"):
        core.post("/api/tickets", {"queue": queue})
    core.post("/api/tickets", {"queue": 7})
    core.post("/api/windows/1/open")
    core.post("/api/windows/2/open")
    core.ask("POST", "/api/windows/2/open")
    core.get("/api/tickets/nobody")
    core.get("/api/queues")
    core.get("/api/queues?a=b")
    core.get("/somewhere")
    core.ask("DELETE", "/api/queues")
    core.ask("PROPFIND", "/api/queues")
    after = requests(scraped(core))
    new = {key: after[key] - before.get(key, 0) for key in after if after[key] != before.get(key, 0)}
    assert new == {
        '{method="POST",route="/api/tickets",status="2xx"}': 2,
        '{method="POST",route="/api/tickets",status="4xx"}': 2,
        '{method="POST",route="/api/windows/{window}/open",status="2xx"}': 2,
        '{method="POST",route="/api/windows/{window}/open",status="4xx"}': 1,
        '{method="GET",route="/api/tickets/{ticket}",status="4xx"}': 1,
        '{method="GET",route="/api/queues",status="2xx"}': 2,
        '{method="GET",route="other",status="4xx"}': 1,
        '{method="DELETE",route="/api/queues",status="4xx"}': 1,
        '{method="other",route="/api/queues",status="4xx"}': 1,
        '{method="GET",route="/metrics",status="2xx"}': 1,
    }


def test_events_are_counted_and_how_often_they_were_sent(core: CoreHandle) -> None:
    core.post("/api/tickets", {"queue": "insurance"})
    before = scraped(core)
    with following(core), following(core, queue="food"):
        assert scraped(core)["hallcall_feed_subscribers"] == 2
        core.post("/api/tickets", {"queue": "insurance"})
        after = scraped(core)
    kind = 'hallcall_events_total{kind="ticket.taken"}'
    assert after[kind] - before[kind] == 1
    assert after["hallcall_feed_messages_total"] - before["hallcall_feed_messages_total"] == 1
    assert after["hallcall_event_seq"] == before["hallcall_event_seq"] + 1 == core_seq(core)
    wait_until(lambda: scraped(core)["hallcall_feed_subscribers"] == 0)


def core_seq(core: CoreHandle) -> int:
    seq: int = core.get("/api/health").body["seq"]
    return seq


def test_what_the_writer_does_is_measured(core: CoreHandle) -> None:
    before = scraped(core)
    threads = [threading.Thread(target=_take, args=(core, 20)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    after = scraped(core)

    def grew(name: str) -> float:
        return after[name] - before[name]

    # The ticker's own commands may be among them.
    assert grew("hallcall_command_group_size_sum") >= 80
    assert 0 < grew("hallcall_command_group_size_count") <= grew("hallcall_command_group_size_sum")
    assert grew('hallcall_command_group_size_bucket{le="+Inf"}') == grew("hallcall_command_group_size_count")
    assert grew("hallcall_commit_seconds_count") == grew("hallcall_command_group_size_count")
    assert grew("hallcall_commit_seconds_sum") > 0
    assert after["hallcall_commands_queued"] == 0


def _take(core: CoreHandle, count: int) -> None:
    client = Client(core)
    for _ in range(count):
        assert client.post("/api/tickets", {"queue": "insurance"})[0] == 201
    client.close()


def test_two_cores_in_one_process_count_each_their_own(tmp_path: Path) -> None:
    hall = lhasa_like()
    with (
        core_in_thread(hall, tmp_path / "one") as one,
        core_in_thread(replace(hall, id="other"), tmp_path / "other") as other,
    ):
        one.post("/api/tickets", {"queue": "insurance"})
        kind = 'hallcall_events_total{kind="ticket.taken"}'
        assert (scraped(one)[kind], scraped(other).get(kind)) == (1, None)
        assert f'hallcall_info{{hall="other",version="{VERSION}"}}' in scraped(other)


def test_many_may_scrape_at_once(core: CoreHandle) -> None:
    found: list[Figures] = []
    threads = [threading.Thread(target=lambda: found.append(scraped(core))) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 16
    assert scraped(core)['hallcall_requests_total{method="GET",route="/metrics",status="2xx"}'] == 16


@pytest.mark.logs("the database cannot be used: gone")
def test_a_core_in_trouble_tells_so_and_what_it_has_in_memory(tmp_path: Path) -> None:
    async def story() -> None:
        async with open_core(DataDir(tmp_path), lhasa_like()) as core:
            scrape = Scrape(core, RequestCounts())
            whole = dict(_samples((await scrape.text()).decode()))

            def refuse(*_: Any) -> None:
                raise StoreFailed("gone")

            core.reader.devices = refuse  # type: ignore[assignment, method-assign]
            assert dict(_samples((await scrape.text()).decode()))["hallcall_degraded"] == 0
            found = dict(_samples((await scrape.text()).decode()))
            assert found["hallcall_degraded"] == 1
            assert {name.partition("{")[0] for name in whole.keys() - found.keys()} == {
                "hallcall_tickets_today",
                "hallcall_slips_today",
                "hallcall_slips_missing",
                "hallcall_machines",
            }

    asyncio.run(story())


def test_the_text_is_named_as_the_library_names_it() -> None:
    assert TEXT == CONTENT_TYPE_LATEST


def test_a_value_is_counted_with_the_first_bound_it_does_not_exceed() -> None:
    buckets = Buckets((1, 2))
    for value in (0.5, 1, 1.5, 2, 3):
        buckets.note(value)
    assert buckets.up_to() == [(1, 2), (2, 4), (float("inf"), 5)]
    assert buckets.sum == 8


def test_the_guide_names_every_figure_and_no_other(core: CoreHandle) -> None:
    core.post("/api/devices", {"machine": "kiosk-1", "devices": [READY]})
    families = text_string_to_metric_families(core.ask("GET", "/metrics").body)
    told = {sample.name for family in families for sample in family.samples}
    own = {name for name in told if not name.startswith("process_")}
    text = (Path(__file__).parents[3] / "docs" / "operations.md").read_text("utf-8")
    named = set(re.findall(r"\bhallcall_\w*[a-z]\b", text))
    ends = ("", "_bucket", "_count", "_sum")
    assert {name for name in named if not any(name + end in own for end in ends)} == set()
    assert {name for name in own if not any(name == known + end for known in named for end in ends)} == set()
