"""Five hundred calls in a burst over three zones of a real core, recognised again in what was played."""

from __future__ import annotations

import hashlib
import json
import threading
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from core.app.hallfile import load
from core.client.link import CoreLink
from core.domain.event import Event, EventKind
from core.domain.people import Role
from hallcall.agents.announcer import Announcer
from hallcall.agents.voice_at_work import log_line
from hallcall.demo.hurried import write_hurried
from hallcall.halls import resolve
from hardware.voice import wav
from hardware.voice.announcer import Announcement
from hardware.voice.channel import Channel
from hardware.voice.filesink import FileSink
from hardware.voice.parts import Voices
from hardware.voice.said import SpokenLog
from hardware.voice.saying import Begun, ChannelSettings
from hardware.voice.speaker import Speaker
from hardware.voice.synth import Synthesizer
from tests.hardware.voice.ear import likeness, steps
from tests.support.clients import Client, all_at_once
from tests.support.running_core import CoreHandle, CoreProcess
from tests.support.tape import Tape

ZONES = ("social", "projects", "enterprise")
CALLS = 500
WITHIN_MS = 120_000
Played = tuple[str, int]
Line = dict[str, Any]


class Burst:
    """Clerks who call the next visitor as soon as the one before was called out.

    Attributes:
        told: The core's calls in their order, by zone.
    """

    def __init__(self, core: CoreHandle, hall_file: Path) -> None:
        self.core = core
        self.hall = load(hall_file)
        self.told: dict[str, list[Played]] = defaultdict(list)
        self._out: dict[str, threading.Event] = defaultdict(threading.Event)
        self._left = CALLS

    def take(self) -> None:
        """Have the visitors take their numbers."""
        queues = [queue.id for queue in self.hall.queues if queue.zone in ZONES]

        def at_kiosk(place: int, client: Client) -> None:
            for at in range(place, CALLS, 8):
                status, body = client.post("/api/tickets", {"queue": queues[at % len(queues)]})
                assert status == 201, body

        all_at_once(self.core, 8, at_kiosk)

    def call(self) -> None:
        """Call everybody, at all windows at once."""
        windows = [each.number for each in self.hall.windows if each.zone in ZONES]

        def at_window(place: int, client: Client) -> None:
            window = windows[place]
            assert client.post(f"/api/windows/{window}/open")[0] == 200
            while True:
                status, body = client.post(f"/api/windows/{window}/call-next")
                assert status == 200, body
                if body["ticket"] is None:
                    return
                assert self._out[body["ticket"]["number"]].wait(WITHIN_MS / 1000)

        all_at_once(self.core, len(windows), at_window)

    def happened(self, event: Event) -> None:
        """Note a call as the core tells it."""
        if event.kind is EventKind.CALLED:
            self.told[event.zone or ""].append((event.data["number"], event.window or 0))

    def called_out(self, begun: Begun) -> None:
        """Let the window of a visitor go on."""
        self._out[begun.call.number].set()


@pytest.fixture
def burst(tmp_path: Path) -> Iterator[Burst]:
    _, file = write_hurried(load(resolve("lhasa")), tmp_path)
    process = CoreProcess(str(file), tmp_path / "core")
    yield Burst(process.start(), file)
    process.stop()


def pieces(tape: Tape, lines: list[Line]) -> Iterator[bytes]:
    """Yield what was played, cut where the log says; it must say so of every sample."""
    at = 0
    for line in lines:
        assert line["position"] == at
        at += line["samples"]
        yield bytes(tape.samples[2 * (at - line["samples"]) : 2 * at])
    assert 2 * at == len(tape.samples)


def digest(samples: bytes) -> str:
    return hashlib.sha256(samples).hexdigest()


def test_every_call_of_a_burst_is_played_once_and_in_its_zones_order(
    burst: Burst, qtbot: QtBot, tmp_path: Path
) -> None:
    burst.take()
    tapes = {zone: Tape() for zone in ZONES}
    channels = []
    for zone, tape in tapes.items():
        channel = Channel(ChannelSettings(zone, frozenset({zone})), tape, FileSink(tmp_path / zone))
        # The pause for a listener's ear is none of what is tried here.
        channel.pause_s = 0.0
        channels.append((channel, tmp_path / zone))
    log = SpokenLog(tmp_path / "spoken.jsonl")
    link = CoreLink(burst.core.url, burst.core.token(Role.SCREEN, subject="voice"))
    lost: list[Announcement] = []
    made: dict[str, Played] = {}

    def began(begun: Begun) -> None:
        log.add(log_line(begun))
        made[digest(begun.spoken.samples)] = (begun.call.number, begun.call.window)
        burst.called_out(begun)

    with Synthesizer() as synthesizer, Voices.open(None, synthesizer) as voices:
        announcer = Announcer(link, None, voices, channels)
        announcer.began.connect(began)
        announcer.dropped.connect(lost.append)
        link.happened.connect(burst.happened)
        with qtbot.waitSignal(link.went_live, timeout=WITHIN_MS):
            link.start()
        clerks = threading.Thread(target=burst.call)
        clerks.start()
        qtbot.waitUntil(lambda: not clerks.is_alive() and announcer.idle, timeout=WITHIN_MS)
        qtbot.waitUntil(lambda: len(made) + len(lost) == CALLS)
        link.stop()
        announcer.close()
        assert not lost
        lines: list[Line] = [
            json.loads(each) for each in (tmp_path / "spoken.jsonl").read_text().splitlines()
        ]
        for zone, tape in tapes.items():
            heard = list(pieces(tape, [line for line in lines if line["channel"] == zone]))
            # The samples made for each call, by their digest: which of the 500 is this one?
            assert [made[digest(each)] for each in heard] == burst.told[zone]
            # And some by ear: made once more, from nothing but number and window, which is most like it?
            some = list(zip(burst.told[zone], heard, strict=True))[::30]
            speaker = Speaker(burst.hall.voice, voices, tmp_path / "again", hall=burst.hall)
            made_again = {called: speaker.render(announcement(zone, *called)).samples for called, _ in some}
            again = {called: steps(wav.values(samples)) for called, samples in made_again.items()}
            assert [most_like(each, again) for _, each in some] == [called for called, _ in some]
    assert sum(map(len, burst.told.values())) == CALLS


def announcement(zone: str, number: str, window: int) -> Announcement:
    return Announcement(None, number, window, zone, datetime.now(UTC))


def most_like(sound: bytes, known: dict[Played, list[float]]) -> Played:
    loud = steps(wav.values(sound))
    return max(known, key=lambda called: likeness(loud, known[called]))
