"""The stage of the demo: every part real but the paper and, where there is none, the loudspeaker."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSettings, QSize

from caller.app import CallerApp, caller_for
from caller.pad_desk import PadDesk
from caller.settings import CallerSettings
from core.client.link import CoreLink
from core.domain.hall import Hall, Queue, Window
from core.domain.people import Role
from core.service.tokens import Grant
from display.app import DisplayApp
from hallcall.agents.announcer import Announcer
from hallcall.commands.clerk import put_clerk
from hallcall.data_dir import DataDir
from hallcall.demo.core_process import core_process
from hallcall.demo.desk import DemoDesk, set_desk
from hardware.devices import PrinterEntry
from hardware.printer.simulator import SimulatedPrinter
from hardware.slip.painter import WIDTH_80MM
from hardware.voice.channel import Channel
from hardware.voice.filesink import FileSink
from hardware.voice.loudspeaker import Loudspeaker
from hardware.voice.saying import ChannelSettings
from hardware.voice.synth import Synthesizer
from kiosk.app import KioskApp

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
        calls: Where the spoken calls lie as WAV files.
        desk: The keypad, the rater and the sign of the scene's window.
    """

    hall: Hall
    scene: Scene
    url: str
    data: DataDir
    kiosk_link: CoreLink
    kiosk: KioskApp
    caller: CallerApp
    desk: DemoDesk
    zone_board: DisplayApp
    hall_board: DisplayApp
    announcer: Announcer
    printer: SimulatedPrinter
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
        printer = stack.enter_context(SimulatedPrinter())
        put_clerk(data, CLERK, {"name": CLERK, "role": "clerk", "pin": PIN})
        links = _Links(url, data, stack)
        kiosk_link = links.link(Role.KIOSK, "kiosk-1")
        kiosk = KioskApp(
            kiosk_link,
            (PrinterEntry("kiosk-1", printer.url, WIDTH_80MM),),
            size=kiosk_size,
            machine="demo",
            site=url,
        )
        stack.callback(kiosk.close)
        kiosk_link.start()
        public, signs_link = (links.link(Role.SCREEN, name) for name in ("window-1", "signs-1"))
        desk = set_desk(scene.window.number, public, signs_link, stack)
        caller = _caller(url, data, scene.window.number, desk.devices.desk)
        stack.callback(caller.stop)
        yield Stage(
            hall=hall,
            scene=scene,
            url=url,
            data=data,
            kiosk_link=kiosk_link,
            kiosk=kiosk,
            caller=caller,
            desk=desk,
            zone_board=_board(links, scene.zone, board_size, stack),
            hall_board=_board(links, None, board_size, stack),
            announcer=_announcer(links, hall, scene.zone, calls, stack),
            printer=printer,
            calls=calls,
        )


class _Links:
    """Lines to the core, each with a token of its own."""

    def __init__(self, url: str, data: DataDir, stack: ExitStack) -> None:
        self._url = url
        self._tokens = data.tokens()
        self._stack = stack

    def link(self, role: Role, name: str) -> CoreLink:
        link = CoreLink(self._url, self._tokens.issue(Grant(role, name)))
        self._stack.callback(link.stop)
        return link


def _caller(url: str, data: DataDir, window: int, pads: PadDesk) -> CallerApp:
    settings = CallerSettings(QSettings(str(data.path / "caller.ini"), QSettings.Format.IniFormat))
    return caller_for(url, settings=settings, window=window, pads=pads)


def _board(links: _Links, zone: str | None, size: QSize, stack: ExitStack) -> DisplayApp:
    board = DisplayApp(links.link(Role.SCREEN, f"board-{zone or 'hall'}"), zone, size=size)
    stack.callback(board.close)
    return board


def _announcer(links: _Links, hall: Hall, zone: str, calls: Path, stack: ExitStack) -> Announcer:
    link = links.link(Role.SCREEN, "announcer")
    synthesizer = stack.enter_context(Synthesizer())
    channel = Channel(ChannelSettings(zone, frozenset({zone})), Loudspeaker(), FileSink(calls))
    announcer = Announcer(link, hall, synthesizer, [(channel, calls)])
    stack.callback(announcer.close)
    link.start(zone=zone)
    return announcer
