"""The stage of the demo: all programs and drivers real, simulated at the far ends of their lines."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSettings, QSize

from caller.app import CallerApp, caller_for
from caller.settings import CallerSettings
from core.client.devices import DeviceReports
from core.client.link import CoreLink
from core.domain.hall import Hall, Queue, Window
from core.domain.people import Role
from core.domain.screen import Screen
from core.service.tokens import Grant
from display.app import DisplayApp
from hallcall.agents.announcer import Announcer
from hallcall.agents.signs import SignsAtWork
from hallcall.agents.sms import TextMessages
from hallcall.agents.sms_told import SmsTold
from hallcall.caller_devices import CallerDevices
from hallcall.commands.clerk import put_clerk
from hallcall.data_dir import DataDir
from hallcall.demo.core_process import core_process
from hallcall.demo.devices import KIOSK_NAME, DemoDevices, plug_in
from hallcall.device_file import teller
from hardware.devices import Entry, SignsEntry, load_devices
from hardware.sms.desk import open_desk, the_carrier
from hardware.voice.channel import Channel
from hardware.voice.filesink import FileSink
from hardware.voice.loudspeaker import Loudspeaker
from hardware.voice.saying import ChannelSettings
from hardware.voice.synth import Synthesizer
from kiosk.app import KioskApp
from kiosk.timings import Timings

CLERK, PIN = "0001", "2468"
BOARD = QSize(1920, 1080)
KIOSK = QSize(1080, 1920)


@dataclass(frozen=True, slots=True)
class Scene:
    """Where in the hall the demo plays: the busiest kind of zone, one of its queues and a window of it."""

    zone: str
    queue: Queue
    window: Window


def scene_of(hall: Hall) -> Scene:
    """Return the first zone in which a visitor has a choice of queues; in a hall without one, the first."""
    zones = sorted(
        {queue.zone for queue in hall.queues},
        key=lambda zone: (sum(queue.zone == zone for queue in hall.queues) < 2, _place(hall, zone)),
    )
    queue = next(each for each in hall.queues if each.zone == zones[0])
    return Scene(zones[0], queue, hall.windows_of(queue.id)[0])


def _place(hall: Hall, zone: str) -> int:
    return [each.id for each in hall.zones].index(zone)


@dataclass(frozen=True, slots=True)
class Stage:
    """The running hall.

    Attributes:
        zone_board: The display of the scene's zone.
        hall_board: The display of the whole hall.
        guide_link: What a guide asks the core over.
        desk_link: What a supervisor does.
        devices: The far ends of all lines.
        calls: Where the spoken calls lie as WAV files.
    """

    hall: Hall
    scene: Scene
    url: str
    data: DataDir
    kiosk_link: CoreLink
    guide_link: CoreLink
    desk_link: CoreLink
    kiosk: KioskApp
    caller: CallerApp
    zone_board: DisplayApp
    hall_board: DisplayApp
    announcer: Announcer
    devices: DemoDevices
    calls: Path


@contextmanager
def set_stage(
    hall: Hall, file: Path, calls: Path, *, kiosk_size: QSize = KIOSK, board_size: QSize = BOARD
) -> Iterator[Stage]:
    """Start everything, nothing shown yet; all of it ends with the ``with``.

    Args:
        file: The hall file.
        calls: Folder for the spoken calls.
        kiosk_size: Size of the kiosk's window.
        board_size: Size of the boards' windows.

    Raises:
        CoreDidNotStart: The core ended at once.
    """
    scene = scene_of(hall)
    with ExitStack() as stack:
        data = DataDir(Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="hallcall-demo-"))))
        url = stack.enter_context(core_process(file, data))
        devices = plug_in(hall, scene.window, calls, stack)
        put_clerk(data, CLERK, {"name": CLERK, "role": "clerk", "pin": PIN})
        links = _Links(url, data, stack)
        kiosk_link = links.link(Role.KIOSK, KIOSK_NAME)
        kiosk = KioskApp(
            kiosk_link,
            load_devices(devices.kiosk_file),
            size=kiosk_size,
            machine=KIOSK_NAME,
            site=url,
            timings=Timings(settle_s=0),  # it is played faster than a person touches
        )
        stack.callback(kiosk.close)
        kiosk_link.start()
        at_window = load_devices(devices.window_file)
        caller = _caller(links, at_window, scene.window.number)
        _signs(links, at_window)
        _messages(links, at_window)
        yield Stage(
            hall=hall,
            scene=scene,
            url=url,
            data=data,
            kiosk_link=kiosk_link,
            guide_link=links.link(Role.GUIDE, "guide-1"),
            desk_link=links.link(Role.SUPERVISOR, "desk-1"),
            kiosk=kiosk,
            caller=caller,
            zone_board=_board(links, scene.zone, board_size),
            hall_board=_board(links, None, board_size),
            announcer=_announcer(links, hall, scene.zone, calls),
            devices=devices,
            calls=calls,
        )


class _Links:
    """Lines to the core, each with a token of its own.

    Attributes:
        stack: What ends everything that was started.
    """

    def __init__(self, url: str, data: DataDir, stack: ExitStack) -> None:
        self.url = url
        self.data = data
        self.stack = stack
        self._tokens = data.tokens()

    def link(self, role: Role, name: str) -> CoreLink:
        link = CoreLink(self.url, self._tokens.issue(Grant(role, name)))
        self.stack.callback(link.stop)
        return link

    def reports(self, link: CoreLink, machine: str) -> DeviceReports:
        reports = DeviceReports(link, machine)
        self.stack.callback(reports.close)
        return reports


def _caller(links: _Links, entries: tuple[Entry, ...], window: int) -> CallerApp:
    """Return the console with its keypad and rater; the rater has a line of its own."""
    store = QSettings(str(links.data.path / "caller.ini"), QSettings.Format.IniFormat)
    public = links.link(Role.SCREEN, f"window-{window}")
    devices = CallerDevices(entries, f"window-{window}", window=window, public=public)
    settings = CallerSettings(store)
    caller = caller_for(
        links.url, settings=settings, window=window, pads=devices.desk, printer=devices.printer
    )
    links.stack.callback(devices.stop)
    links.stack.callback(caller.stop)
    devices.start()
    public.start()
    return caller


def _signs(links: _Links, entries: tuple[Entry, ...]) -> None:
    link = links.link(Role.SCREEN, "signs-1")
    buses = [each.bus for each in entries if isinstance(each, SignsEntry)]
    signs = SignsAtWork(link, buses, teller(links.reports(link, "signs-1"), "signs"))
    links.stack.callback(signs.stop)
    signs.start()
    link.start()


def _messages(links: _Links, entries: tuple[Entry, ...]) -> None:
    link = links.link(Role.GATEWAY, "sms-1")
    told = SmsTold(links.reports(link, "sms-1").tell)
    ledger = links.data.path / "sms"
    desk = open_desk(the_carrier(entries), ledger, health=told.health, changed=told.receipt)
    told.of(desk.name, desk.kind)
    messages = TextMessages(link, desk.outbox, begun=desk.begun)
    links.stack.callback(desk.stop)
    links.stack.callback(messages.close)
    desk.start()
    link.start()


def _board(links: _Links, zone: str | None, size: QSize) -> DisplayApp:
    board = DisplayApp(links.link(Role.SCREEN, f"board-{zone or 'hall'}"), Screen(zone=zone or ""), size=size)
    links.stack.callback(board.close)
    return board


def _announcer(links: _Links, hall: Hall, zone: str, calls: Path) -> Announcer:
    link = links.link(Role.SCREEN, "announcer")
    synthesizer = links.stack.enter_context(Synthesizer())
    channel = Channel(ChannelSettings(zone, frozenset({zone})), Loudspeaker(), FileSink(calls))
    announcer = Announcer(link, hall, synthesizer, [(channel, calls)])
    links.stack.callback(announcer.close)
    link.start(zone=zone)
    return announcer
