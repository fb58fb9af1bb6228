"""``hallcall sms`` as a process: killed at the worst moment, seen by staff, one on a folder."""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from core.domain.people import Role
from hallcall.commands import sms
from hardware.sms.simulator import SimulatedSerialModem
from tests.support.halls import lhasa_like
from tests.support.running_core import CoreHandle, core_in_thread
from tests.support.sms_rig import PHONE, SmsProcess, act, device_file, take
from tests.support.waiting import wait_until

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a modem on a pseudo terminal")


@pytest.fixture
def modem() -> Iterator[SimulatedSerialModem]:
    with SimulatedSerialModem() as opened:
        yield opened


@pytest.fixture
def core(tmp_path: Path) -> Iterator[CoreHandle]:
    with core_in_thread(lhasa_like(), tmp_path / "core") as handle:
        yield handle


@pytest.fixture
def agent(core: CoreHandle, modem: SimulatedSerialModem, tmp_path: Path) -> Iterator[SmsProcess]:
    process = SmsProcess(core, device_file(tmp_path, "modems", url=modem.url), tmp_path / "sms")
    process.start()
    yield process
    process.end(signal.SIGKILL)


def device(core: CoreHandle) -> Any:
    found = [each for each in core.get("/api/devices").body["devices"] if each["machine"] == "sms"]
    return found[0] if found else {"state": "", "detail": ""}


def called(core: CoreHandle) -> str:
    number: str = take(core, PHONE)["number"]
    act(core, "open", "call-next")
    return number


def test_killed_between_the_part_and_the_answer_it_is_not_sent_again(
    core: CoreHandle, modem: SimulatedSerialModem, agent: SmsProcess, tmp_path: Path
) -> None:
    modem.modem.mute_after_part = True
    number = called(core)
    modem.wait_for(lambda its: len(its.sent) == 1, 30)
    agent.end(signal.SIGKILL)
    modem.modem.mute_after_part = False
    ledger = tmp_path / "sms" / "sms.ledger"
    assert '"stage": "unknown"' in ledger.read_text()
    agent.start()
    # What is due is asked for at once; another visitor's message shows that it has been.
    other = take(core, "13900139000")["number"]
    act(core, "open", "call-next", window=2)
    modem.wait_for(lambda its: len(its.sent) == 2, 30)
    texts = [text for _, text in modem.modem.messages]
    assert texts == [f"请{number}号，到1号窗口办理", f"请{other}号，到2号窗口办理"]


def test_killed_before_anything_was_handed_over_it_is_sent_after_the_start(
    core: CoreHandle, modem: SimulatedSerialModem, agent: SmsProcess
) -> None:
    modem.plugged = False
    number = called(core)
    wait_until(lambda: device(core)["state"] == "gone")
    agent.end(signal.SIGKILL)
    modem.plugged = True
    agent.start()
    modem.wait_for(lambda its: bool(its.sent), 30)
    assert modem.modem.messages == [(f"+86{PHONE}", f"请{number}号，到1号窗口办理")]


def test_staff_sees_how_many_were_sent_and_nobody_sees_a_number(
    core: CoreHandle, modem: SimulatedSerialModem, agent: SmsProcess, tmp_path: Path
) -> None:
    called(core)
    wait_until(lambda: device(core)["detail"].startswith("sent 1, delivered 0, failed 0, unknown 0"))
    assert (device(core)["name"], device(core)["kind"], device(core)["state"]) == ("短信", "modem", "ready")
    assert PHONE not in agent.title
    assert agent.end(signal.SIGTERM) == 0
    assert "138****8000 is sent" in agent.log
    kept = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert PHONE not in agent.log + kept.decode("latin-1")
    agent.start()


def test_one_agent_a_folder(
    core: CoreHandle, agent: SmsProcess, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("--devices", str(tmp_path / "devices.toml"), "--data", str(tmp_path / "sms")) == 1
    assert "runs already" in capsys.readouterr().err


def run(*words: str) -> int:
    parser = argparse.ArgumentParser()
    sms.add_parser(parser.add_subparsers())
    args = parser.parse_args(["sms", *words])
    code: int = args.run(args)
    return code


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "there is none"),
        (
            '[[modems]]\nname = "a"\nurl = "tcp://10.0.0.9:1"\n[[modems]]\nname = "b"\nurl = "tcp://10.0.0.9:2"',
            "there is a, b",
        ),
        ('[[modems]]\nname = "a"\nurl = "lpt1"', "must begin with"),
    ],
)
def test_a_file_that_does_not_say_what_sends_starts_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, says: str
) -> None:
    file = tmp_path / "devices.toml"
    file.write_text(text, encoding="utf-8")
    assert run("--devices", str(file), "--data", str(tmp_path / "sms")) == 2
    assert says in capsys.readouterr().err
    assert not (tmp_path / "sms").exists()
    assert run("--devices", str(tmp_path / "none.toml"), "--data", str(tmp_path / "sms")) == 2
    assert "No such file" in capsys.readouterr().err


def test_a_number_is_told_to_a_gateway_alone(core: CoreHandle) -> None:
    with_phone, without = take(core, PHONE, "bo"), take(core)
    path = f"/api/tickets/{with_phone['id']}/contact"
    for role in Role:
        assert core.get(path, role=role).status == (200 if role is Role.GATEWAY else 403)
        assert core.get("/api/messages", role=role).status == (200 if role is Role.GATEWAY else 403)
    found = core.get(path, role=Role.GATEWAY).body
    assert found == {"phone": PHONE, "lang": "bo", "track": with_phone["track"]}
    for ticket in (without["id"], "nope"):
        refused = core.get(f"/api/tickets/{ticket}/contact", role=Role.GATEWAY)
        assert (refused.status, refused.body["key"]) == (404, "ticket.unknown")
    told = core.get("/api/messages", role=Role.GATEWAY).body
    assert (told["tickets"], told["queues"], told["messages"]) == ([with_phone["id"]], ["insurance"], [])
