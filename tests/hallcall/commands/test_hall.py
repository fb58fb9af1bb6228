"""``hallcall hall check`` on good, broken and missing files."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from hallcall.commands import hall
from hallcall.halls import resolve


def run(*words: str) -> int:
    parser = argparse.ArgumentParser(prog="hallcall")
    hall.add_parser(parser.add_subparsers())
    args = parser.parse_args(["hall", *words])
    return int(args.run(args))


def test_a_good_hall_is_summed_up(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "pingliang") == 0
    told = capsys.readouterr().out
    assert "pingliang.toml: good" in told
    assert "95 (39 city, 36 district, 20 public)" in told
    assert "251 windows" in told


def test_each_mistake_is_one_line_with_file_and_line_and_then_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "mine.toml"
    text = resolve("longnan").read_text(encoding="utf-8")
    file.write_text(
        text.replace('prefix = "B"', 'prefix = "I"').replace("closes", "closses"), encoding="utf-8"
    )
    assert run("check", str(file)) == 1
    *mistakes, count = capsys.readouterr().out.splitlines()
    assert all(line.startswith(f"{file}:") for line in mistakes)
    assert count == f"{file}: {len(mistakes)} mistakes"
    assert sum("did you mean" in line for line in mistakes) == 2


def test_a_file_that_is_not_there_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "lhasa", "nowhere.toml") == 2
    answer = capsys.readouterr()
    assert "lhasa.toml: good" in answer.out
    assert "nowhere.toml" in answer.err


def test_no_file_at_all_is_wrong_use() -> None:
    with pytest.raises(SystemExit, match="2"):
        run("check")
