"""Text messages in a real hall: a core, the agent beside it, and a device that keeps what it gets."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from core.client.link import CoreLink
from core.client.reply import Reply
from core.domain.people import Role
from hallcall.agents.sms import TextMessages
from hallcall.agents.sms_told import SmsTold
from hardware.devices import load_devices
from hardware.sms.desk import SmsDesk, open_desk, the_carrier
from tests.support.running_core import CoreHandle

PHONE = "13800138000"
OTHER_PHONE = "13900139000"


class CountedLink(CoreLink):
    """A line to the core that remembers what was asked.

    Attributes:
        asked: Path of every request so far.
        answered: Path of every one that was answered.
    """

    def __init__(self, url: str, token: str) -> None:
        super().__init__(url, token)
        self.asked: list[str] = []
        self.answered: list[str] = []

    def get(self, path: str, done: Callable[[Reply], None]) -> None:
        """Ask, and remember it."""

        def answered(reply: Reply) -> None:
            done(reply)
            self.answered.append(path)

        self.asked.append(path)
        super().get(path, answered)

    @property
    def quiet(self) -> bool:
        """Whether no answer is awaited."""
        return len(self.asked) == len(self.answered)


@dataclass
class Ahead:
    """The machine's clock, and so much more as a test says."""

    by: timedelta = field(default_factory=timedelta)

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.by


@dataclass
class Rig:
    """An agent that runs.

    Attributes:
        told: What staff was told last: state, key and detail of the device.
    """

    link: CountedLink
    desk: SmsDesk
    clock: Ahead
    told: list[tuple[str, str, str]]

    def stage(self, ending: str) -> str:
        """Return what became of the message whose id ends so, ``""`` where there is none."""
        receipts = self.desk.outbox._ledger._receipts  # type: ignore[attr-defined]
        found = [receipt for name, receipt in receipts.items() if name.endswith(ending)]
        return found[0].stage.value if found else ""


@contextmanager
def sending(core: CoreHandle, file: Path, folder: Path) -> Iterator[Rig]:
    """Run the agent with the device that a file names, its ledger in a folder."""
    clock, said = Ahead(), list[tuple[str, str, str]]()
    told = SmsTold(lambda _name, _kind, state, key, detail: said.append((state, key, detail)))
    desk = open_desk(
        the_carrier(load_devices(file)), folder, health=told.health, changed=told.receipt, clock=clock
    )
    told.of(desk.name, desk.kind)
    link = CountedLink(core.url, core.token(Role.GATEWAY))
    messages = TextMessages(link, desk.outbox, begun=desk.begun, clock=clock, retry_ms=200)
    desk.start()
    link.start()
    try:
        yield Rig(link, desk, clock, said)
    finally:
        link.stop()
        messages.close()
        desk.stop()


def device_file(folder: Path, kind: str, **values: Any) -> Path:
    """Write a device file with one device and return its path."""
    lines = [f"{name} = {_toml(value)}" for name, value in ({"name": "短信"} | values).items()]
    path = folder / "devices.toml"
    path.write_text("\n".join([f"[[{kind}]]", *lines, ""]), encoding="utf-8")
    return path


def _toml(value: Any) -> str:
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{name} = {_toml(each)}' for name, each in value.items())} }}"
    return f"'''{value}'''" if isinstance(value, str) else str(value)


def take(core: CoreHandle, phone: str | None = None, lang: str = "zh", queue: str = "insurance") -> Any:
    """Take a ticket, with a phone number or without."""
    body = {"queue": queue, "lang": lang} | ({"phone": phone} if phone else {})
    taken = core.post("/api/tickets", body, role=Role.KIOSK)
    assert taken.status == 201, taken.body
    return taken.body


def act(core: CoreHandle, *acts: str, window: int = 1) -> Any:
    """Have a clerk at a window do something and return the last answer."""
    token = core.token(Role.CLERK, window, f"030{window}")
    for each in acts:
        reply = core.post(f"/api/windows/{window}/{each}", token=token)
        assert reply.status == 200, reply.body
    return reply.body


class SmsProcess:
    """``hallcall sms`` as a process of its own.

    Attributes:
        log: What it logged, once it ended.
    """

    def __init__(self, core: CoreHandle, file: Path, folder: Path) -> None:
        self._words = ["--core", core.url, "--devices", str(file), "--data", str(folder)]
        self._token = core.token(Role.GATEWAY)
        self._process: subprocess.Popen[str] | None = None
        self.log = ""

    def start(self) -> None:
        """Start it; it is up once it follows the hall."""
        self._process = subprocess.Popen(
            [sys.executable, "-m", "hallcall", "--verbose", "sms", *self._words],
            stderr=subprocess.PIPE,
            text=True,
            env=os.environ | {"HALLCALL_TOKEN": self._token, "QT_QPA_PLATFORM": "offscreen"},
        )
        assert self._process.stderr is not None
        for line in self._process.stderr:
            self.log += line
            if "following the hall" in line:
                return
        raise AssertionError(f"it did not start: {self.log}")

    @property
    def title(self) -> str:
        """Its command line, as everybody on the machine can see it."""
        assert self._process is not None
        return Path(f"/proc/{self._process.pid}/cmdline").read_text()

    def end(self, how: signal.Signals) -> int:
        """End it by a signal and return its exit code."""
        assert self._process is not None
        assert self._process.stderr is not None
        self._process.send_signal(how)
        with self._process.stderr as rest:
            self.log += rest.read()
        return self._process.wait()
