"""The command line as a technician uses it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from core.domain.people import Role
from hallcall.cli import COMMANDS
from hallcall.data_dir import DataDir
from tests.support.running_core import CoreProcess


def hallcall(*args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "hallcall", *args], capture_output=True, text=True, timeout=60, check=False
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command: str) -> None:
    ended = hallcall(command, "--help")
    assert ended.returncode == 0, ended.stderr
    assert "usage: hallcall" in ended.stdout


def test_the_help_names_every_command() -> None:
    ended = hallcall("--help")
    assert all(command in ended.stdout for command in COMMANDS)


def test_no_command_is_wrong_use() -> None:
    assert hallcall().returncode == 2
    assert hallcall("serve-tea").returncode == 2


def test_a_token_can_be_made_without_a_running_core(tmp_path: Path) -> None:
    ended = hallcall("token", "clerk", "--window", "3", "--name", "0301", "--data", str(tmp_path))
    grant = DataDir(tmp_path).tokens().read(ended.stdout.strip())
    assert (grant.role, grant.subject, grant.window) == (Role.CLERK, "0301", 3)
    assert (tmp_path / "secret.key").stat().st_mode & 0o077 == 0, "others can read the secret"


def test_a_clerks_token_needs_a_window(tmp_path: Path) -> None:
    ended = hallcall("token", "clerk", "--data", str(tmp_path))
    assert ended.returncode == 2
    assert "--window" in ended.stderr


def test_a_clerk_is_entered_and_signs_in(tmp_path: Path) -> None:
    core = CoreProcess("dazi", tmp_path)
    handle = core.start()
    try:
        ended = hallcall("clerk", "0301", "--name", "一号窗口", "--pin", "2468", "--data", str(tmp_path))
        assert ended.returncode == 0, ended.stderr
        window = handle.get("/api/hall").body["windows"][0]["number"]
        body = {"clerk": "0301", "pin": "2468", "window": window}
        assert handle.ask("POST", "/api/sign-in", body).status == 200
        short = hallcall("clerk", "0302", "--name", "二号窗口", "--pin", "1", "--data", str(tmp_path))
        assert short.returncode == 2
        assert "pin" in short.stderr
        asked = handle.ask("POST", "/api/pairings", {"machine": "tv-west"}).body
        listed = hallcall("pair", "--data", str(tmp_path))
        assert asked["code"] in listed.stdout
        assert "tv-west" in listed.stdout
        joins = ("pair", asked["code"], "--name", "hall-west", "--data", str(tmp_path))
        nothing = hallcall(*joins)
        assert nothing.returncode == 2
        assert "hall-west" in nothing.stderr
        assert "--shows hall" in nothing.stderr
        joined = hallcall(*joins, "--shows", "hall")
        assert (joined.returncode, joined.stdout) == (0, f"{asked['code']} joins as hall-west\n")
        assert hallcall("pair", "--data", str(tmp_path)).stdout == "nobody asks to join\n"
        wrong = hallcall("pair", asked["code"], "--refuse", "--data", str(tmp_path))
        assert wrong.returncode == 2
        assert "pairing.ended" in wrong.stderr
        second = hallcall("core", "--hall", "dazi", "--data", str(tmp_path), "--port", "0")
        assert second.returncode == 1
        assert "another core" in second.stderr
    finally:
        core.stop()
    ended = hallcall("clerk", "0301", "--name", "x", "--pin", "2468", "--data", str(tmp_path))
    assert ended.returncode == 1
    assert "no core is running" in ended.stderr


def test_a_port_in_use_is_said_plainly(tmp_path: Path) -> None:
    core = CoreProcess("dazi", tmp_path / "a")
    handle = core.start()
    try:
        port = handle.url.rpartition(":")[2]
        place = ("--data", str(tmp_path / "b"), "--host", "127.0.0.1", "--port", port)
        ended = hallcall("core", "--hall", "dazi", *place)
        assert ended.returncode == 1
        assert f"cannot listen on 127.0.0.1:{port}" in ended.stderr
    finally:
        core.stop()


def test_a_folder_keeps_its_hall(tmp_path: Path) -> None:
    core = CoreProcess("dazi", tmp_path)
    core.start()
    core.stop()
    other = hallcall("core", "--hall", "yuzhong", "--data", str(tmp_path), "--port", "0")
    assert other.returncode == 2
    assert "holds the hall 'dazi'" in other.stderr
    again = CoreProcess(None, tmp_path)
    handle = again.start()
    try:
        assert handle.ask("GET", "/api/health").body["hall"] == "dazi"
    finally:
        again.stop()


def test_a_port_that_is_none_is_wrong_use(tmp_path: Path) -> None:
    ended = hallcall("core", "--data", str(tmp_path), "--port", "99999")
    assert (ended.returncode, "not a port: '99999'" in ended.stderr) == (2, True)


def test_a_clerk_s_number_may_be_any_word_and_a_proxy_is_not_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    core = CoreProcess("dazi", tmp_path)
    handle = core.start()
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    try:
        ended = hallcall("clerk", "一号 窗?", "--name", "x", "--pin", "2468", "--data", str(tmp_path))
        assert ended.returncode == 0, ended.stderr
        monkeypatch.delenv("http_proxy")
        signed_in = handle.ask("POST", "/api/sign-in", {"clerk": "一号 窗?", "pin": "2468"})
        assert signed_in.status == 200
    finally:
        core.stop()


def test_a_data_folder_that_cannot_be_made_is_told_in_words(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.touch()
    for words in (("core", "--hall", "dazi", "--port", "0"), ("token", "kiosk")):
        ended = hallcall(*words, "--data", str(in_the_way))
        assert (ended.returncode, ended.stdout) == (1, "")
        assert "Traceback" not in ended.stderr
        last = ended.stderr.splitlines()[-1]
        assert last.startswith(f"hallcall {words[0]}: ")
        assert str(in_the_way) in last


def test_a_file_that_is_no_database_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "hall.db").write_bytes(b"spilt tea " * 1000)
    ended = hallcall("core", "--hall", "dazi", "--port", "0", "--data", str(tmp_path))
    assert ended.returncode == 1
    begins = f"hallcall core: {tmp_path / 'hall.db'} cannot be read: file is not a database: it is damaged; "
    assert ended.stderr.startswith(begins)
    assert ended.stderr.count("\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="there the folder is the user's own already")
def test_nobody_else_on_the_machine_reads_what_the_core_keeps(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    core = CoreProcess("dazi", folder)
    core.start()
    try:
        kept = [folder, *folder.iterdir()]
        assert {path.name: oct(path.stat().st_mode & 0o077) for path in kept} == {
            path.name: "0o0" for path in kept
        }
    finally:
        core.stop()
