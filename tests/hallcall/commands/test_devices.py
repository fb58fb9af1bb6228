"""``hallcall devices``: what works, and what to do where it does not; the devices are simulated."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from hallcall.commands import devices
from hardware.idcard.cards import MadeUpCard
from hardware.idcard.simulator import SimulatedReader
from hardware.led.simulator import SimulatedSigns
from hardware.printer.simulator import SimulatedPrinter
from hardware.sms.simulator import SimulatedModem
from tests.hardware.sms.provider import Provider


@dataclass
class Machine:
    """What is plugged in, and the file that names it."""

    printer: SimulatedPrinter
    reader: SimulatedReader
    signs: SimulatedSigns
    modem: SimulatedModem
    file: Path


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[Machine]:
    with (
        SimulatedPrinter() as printer,
        SimulatedReader() as reader,
        SimulatedSigns([1, 2]) as signs,
        SimulatedModem() as modem,
    ):
        file = tmp_path / "devices.toml"
        file.write_text(
            f'[[printers]]\nname = "printer"\nurl = "{printer.url}"\n'
            f'[[card_readers]]\nname = "reader"\nurl = "{reader.url}"\n'
            f'[[modems]]\nname = "modem"\nurl = "{modem.url}"\n'
            f'[[signs]]\nname = "east"\nurl = "{signs.url}"\n'
            "signs = [{ window = 3, address = 1 }, { window = 4, address = 2 }]\n",
            encoding="utf-8",
        )
        yield Machine(printer, reader, signs, modem, file)


def run(act: str, file: Path, *more: str) -> int:
    parser = argparse.ArgumentParser(prog="hallcall")
    devices.add_parser(parser.add_subparsers())
    args = parser.parse_args(["devices", act, "--devices", str(file), *more])
    return int(args.run(args))


def test_a_file_is_listed(machine: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("list", machine.file) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"printer  printer  {machine.printer.url}",
        f"card reader  reader  {machine.reader.url}",
        f"modem  modem  {machine.modem.url}",
        f"signs  east  {machine.signs.url}  windows 3, 4",
    ]


def test_a_wrong_file_opens_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "devices.toml"
    file.write_text('[[printers]]\nname = "x"\nurl = "lpt1"\n', encoding="utf-8")
    for act in ("list", "check", "sign-test", "read-card"):
        assert run(act, file) == 2
        assert "must begin with tcp://" in (told := capsys.readouterr().err)
        assert "1 mistake; nothing was opened" in told
    assert run("check", tmp_path / "none.toml") == 2
    assert "No such file" in capsys.readouterr().err


def test_all_is_well(machine: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", machine.file) == 0
    said = capsys.readouterr().out
    assert [line[:3] for line in said.splitlines()] == ["ok ", "ok ", "ok ", "ok ", "4 o"]
    assert "ready, all 2 signs" in said
    assert "4 of 4 can be used" in said


@pytest.mark.logs("the sign window 4 .address 2. is silent")
def test_what_is_wrong_is_said_with_what_to_do(machine: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    machine.printer.printer.slips_left = 0
    machine.reader.plugged = False
    machine.signs.device.signs[2].silent = True
    assert run("check", machine.file) == 1
    said = capsys.readouterr().out
    assert "BAD  printer" in said
    assert "printer.paper_out: the paper has run out\n     -> put in a new roll" in said
    assert "BAD  reader" in said
    assert "-> is it switched on" in said
    assert "BAD  east" in said
    assert "window 4 (address 2) silent" in said
    assert "1 of 4 can be used" in said


def test_signs_show_their_windows(machine: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("sign-test", machine.file) == 0
    assert "walk along and read them" in capsys.readouterr().out
    assert [sign.text for sign in machine.signs.device.signs.values()] == ["3号窗口", "4号窗口"]


@pytest.mark.logs("the sign window 3 .address 1. is silent")
def test_a_sign_that_does_not_answer_is_named(machine: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    machine.signs.device.signs[1].silent = True
    assert run("sign-test", machine.file) == 1
    assert "window 3 (address 1) silent" in capsys.readouterr().err
    assert machine.signs.device.signs[2].text == "4号窗口"


def test_a_card_is_read_and_not_told(machine: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    card = MadeUpCard("张三", "19491231", "11010519491231002X")
    machine.reader.reader.lay(card)
    assert run("read-card", machine.file) == 0
    said = capsys.readouterr().out
    assert "resident card" in said
    assert "*" in said
    assert card.number not in said
    assert card.name not in said


def test_no_card_is_said(machine: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("read-card", machine.file, "--wait", "0.2") == 1
    assert "no card came" in capsys.readouterr().err


def find(url: str, *more: str) -> int:
    parser = argparse.ArgumentParser(prog="hallcall")
    devices.add_parser(parser.add_subparsers())
    args = parser.parse_args(["devices", "find-signs", url, *more])
    return int(args.run(args))


def test_the_signs_of_a_line_are_found(machine: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    assert find(machine.signs.url, "--most", "3") == 0
    said = capsys.readouterr().out.splitlines()
    assert [line.partition(":")[0] for line in said] == ["address 1", "address 2"]
    assert all(machine.signs.url in line for line in said)


def test_a_line_without_signs_says_what_to_look_at(
    machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    for sign in (1, 2):
        machine.signs.device[sign].silent = True
    assert find(machine.signs.url, "--most", "2") == 1
    assert "is it switched on" in capsys.readouterr().out
    machine.signs.plugged = False
    assert find(machine.signs.url) == 1
    assert "device.unreachable" in capsys.readouterr().err
    assert find("usb://1") == 2


def test_a_provider_is_listed_and_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "devices.toml"
    with Provider() as provider:
        file.write_text(f'[[sms_gateways]]\nname = "provider"\nurl = "{provider.url}/send?key=SECRET"\n')
        assert run("list", file) == run("check", file) == 0
        assert provider.asked == []
    assert run("check", file) == 1
    told = capsys.readouterr().out
    assert f"sms gateway  provider  {provider.url}\n" in told
    assert f"ok   provider ({provider.url}): ready" in told
    assert f"BAD  provider ({provider.url}): device.unreachable" in told
    assert "SECRET" not in told
