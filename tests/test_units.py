"""The files that start Hallcall on a machine say what the programs take."""

from __future__ import annotations

import configparser
import re
import shlex
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

from hallcall.cli import COMMANDS, _parser

FOLDER = Path(__file__).parent.parent / "deploy" / "systemd"
UNITS = sorted(FOLDER.glob("*.service"))
PROGRAM = re.compile(r"/opt/hallcall/bin/(?:hallcall|hallcall-session) (.*?)(?: -- .*)?$")


def read(file: Path) -> configparser.ConfigParser:
    parser = configparser.ConfigParser(interpolation=None, strict=True)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read_string(file.read_text("utf-8"))
    return parser


def test_there_is_a_file_for_every_program_of_a_hall() -> None:
    names = {file.name for file in FOLDER.iterdir()}
    for program in ("core", "kiosk", "display", "announcer"):
        assert f"hallcall-{program}.service" in names
    assert {"hallcall-caller.desktop", "hallcall-session", "openbox.xml"} <= names


@pytest.mark.parametrize("file", UNITS, ids=lambda file: file.stem)
def test_a_unit_comes_back_whatever_happens(file: Path) -> None:
    unit = read(file)
    assert unit["Service"]["Restart"] == "always"
    assert unit["Unit"]["StartLimitIntervalSec"] == "0"
    assert ("WatchdogSec" in unit["Service"]) == (unit["Service"].get("Type") == "notify")


@pytest.mark.parametrize("file", [*UNITS, FOLDER / "hallcall-caller.desktop"], ids=lambda file: file.stem)
def test_its_words_are_what_the_program_takes(file: Path) -> None:
    unit = read(file)
    line = unit["Service"]["ExecStart"] if "Service" in unit else unit["Desktop Entry"]["Exec"]
    found = PROGRAM.search(line)
    assert found, line
    words = shlex.split(found[1].replace("${HALLCALL_CORE}", "http://10.0.0.2:8400"))
    assert words[0] in COMMANDS
    assert callable(_parser([words[0]]).parse_args(words).run)


def test_the_window_manager_knows_no_key() -> None:
    root = ElementTree.parse(FOLDER / "openbox.xml").getroot()
    space = "{http://openbox.org/3.4/rc}"
    for part in ("keyboard", "mouse", "menu"):
        found = root.find(f"{space}{part}")
        assert found is not None
        assert len(found) == 0


def test_the_session_is_a_shell_script() -> None:
    subprocess.run(["sh", "-n", str(FOLDER / "hallcall-session")], check=True)


@pytest.mark.parametrize("file", UNITS, ids=lambda file: file.stem)
def test_systemd_understands_it(file: Path, tmp_path: Path) -> None:
    verify = shutil.which("systemd-analyze")
    if verify is None:
        pytest.skip("no systemd-analyze; the files are parsed above")
    # The programs are not installed where the tests run: their paths would be refused.
    there = tmp_path / file.name
    there.write_text(re.sub(r"^ExecStart=\S+", "ExecStart=/bin/true", file.read_text("utf-8"), flags=re.M))
    ended = subprocess.run([verify, "verify", str(there)], capture_output=True, text=True, check=False)
    ours = [line for line in ended.stderr.splitlines() if file.name in line]
    assert not ours
