"""The benches: how figures are judged and shown. No figure is asserted: machines differ."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from io import TextIOWrapper
from pathlib import Path
from types import SimpleNamespace
from typing import IO

import pytest

from hallcall.bench import child, processes
from hallcall.bench.baseline import Disk, echo_server, tcp_write_ms
from hallcall.bench.bench import QUICK, Bench, Found
from hallcall.bench.figures import interleave, percentile, spread
from hallcall.bench.noise import Listening, Machine, Quiet
from hallcall.bench.row import Goal, Row, measured, unjudged
from hallcall.bench.run import PARTS, Report, bench
from hallcall.bench.table import noise, table, tally
from hallcall.cli import main
from hallcall.commands.bench import exit_code
from hallcall.exits import DONE, FAILED, WRONG_USE
from tests.support.warm import CORE, PROGRAMS, WarmProcess

TINY = replace(
    QUICK,
    rounds=1,
    tickets=40,
    calls=10,
    pairs=6,
    feeds=8,
    old=(1_000, 2_000),
    waiting=(20, 40),
    starts=1,
    taps=1,
    painted=2,
    spoken=1,
    burst=3,
    items=300,
    idle_s=1.0,
    rest_s=0.0,
    replayed=80,
    hall="dazi",
    simulated=30,
    simulated_speed=4000,
)
MACHINE = Machine("Linux", 2, "3.11", 0.3)
ROW = {"name", "group", "value", "unit", "baseline", "ratio", "goal", "met", "noise", "what", "note"}


@pytest.mark.parametrize(
    ("goal", "value", "ratio", "met", "text"),
    [
        (Goal(ratio_least=0.5), 900.0, 0.5, True, ">= 0.5 x"),
        (Goal(ratio_least=0.5), 900.0, 0.49, False, ">= 0.5 x"),
        (Goal(most=50, ratio_most=20), 50.0, 20.0, True, "<= 20 x, <= 50 ms"),
        (Goal(most=50, ratio_most=20), 51.0, 3.0, False, "<= 20 x, <= 50 ms"),
        (Goal(most=50, ratio_most=20), 5.0, 21.0, False, "<= 20 x, <= 50 ms"),
        (Goal(least=85), 84.9, None, False, ">= 85 ms"),
        (Goal(ratio_most=1.2), 5.0, None, False, "<= 1.2 x"),
    ],
)
def test_a_goal_is_met_when_all_its_limits_hold(
    goal: Goal, value: float, ratio: float | None, met: bool, text: str
) -> None:
    assert goal.met(value, ratio) is met
    assert goal.text("ms") == text


def test_each_round_is_compared_with_the_baselines_on_both_sides_of_it() -> None:
    baselines, values = iter([10.0, 20.0, 10.0, 10.0]), iter([15.0, 30.0, 40.0])
    rounds = interleave(3, lambda: next(baselines), lambda: next(values))
    assert rounds.of(float) == (30.0, 2.0)
    assert (rounds.baseline, rounds.spread) == (10.0, 1.0)


def test_percentiles_are_samples_and_not_between_them() -> None:
    samples = [float(each) for each in range(200, 0, -1)]
    assert [percentile(samples, share) for share in (0.0, 0.5, 0.99, 1.0)] == [1.0, 100.0, 198.0, 200.0]
    assert spread([2.0, 4.0, 4.0, 5.0]) == 0.75


def rows() -> list[Row]:
    return [
        measured(
            "a", "as fast as it should be", "ms", 12.5, baseline=5.0, goal=Goal(most=50), note="p50 3 ms"
        ),
        measured("b", "too slow", "s", 2.0, goal=Goal(most=1)),
        measured("c", "only to be read", "/s", 12345.0),
        Row("d", "not on this machine", "MB", goal=Goal(most=120), note="Linux only"),
        unjudged(measured("e", "who knows", "ms", 7.0, goal=Goal(most=5)), ["others took 40% of it"]),
    ]


def test_the_table_shows_value_ratio_goal_and_verdict_of_every_row() -> None:
    lines = [line.split("  ") for line in table(rows()).splitlines()]
    shown = {line[0]: [cell.strip() for cell in line[1:] if cell.strip()] for line in lines}
    assert shown["as fast as it should be"] == ["12.50 ms", "5.00 ms", "2.50 x", "<= 50 ms", "met"]
    assert shown["too slow"] == ["2.00 s", "-", "<= 1 s", "MISSED"]
    assert shown["only to be read"] == ["12,345 /s", "-"]
    assert shown["not on this machine"] == ["-", "-", "<= 120 MB", "not measured"]
    assert shown["who knows"] == ["7.00 ms", "-", "<= 5 ms", "noisy"]
    assert "    p50 3 ms" in table(rows()).splitlines()
    assert tally(rows()) == "4 goals: 1 met, 1 missed, 1 too noisy to judge, 1 not measured"
    assert noise([replace(row, group="feeds") for row in rows()]) == (
        "too noisy to judge feeds: others took 40% of it"
    )


def test_a_noisy_row_is_neither_met_nor_missed() -> None:
    noisy = rows()[4].to_json()
    assert noisy["met"] is None
    assert noisy["noise"] == ["others took 40% of it"]
    report = Report(datetime.now(UTC), False, MACHINE, [rows()[0], rows()[4]])
    assert not report.missed
    assert exit_code(report, strict=True) == DONE


@pytest.mark.parametrize(
    ("quiet", "of", "reasons"),
    [
        (Quiet(0.05, 0.0), 0.3, []),
        (Quiet(), None, []),
        (Quiet(0.4, 0.0), 0.3, ["others took 40% of the processors"]),
        (Quiet(0.0, 0.2), 0.3, ["the host stole 20% of the processors"]),
        (Quiet(0.0, 0.0), 2.0, ["the baseline varied by 200%"]),
    ],
)
def test_it_is_too_noisy_to_judge_for_a_reason(quiet: Quiet, of: float | None, reasons: list[str]) -> None:
    assert quiet.reasons(of) == reasons


def test_a_machine_that_was_busy_before_the_start_judges_nothing() -> None:
    assert MACHINE.reasons() == []
    assert replace(MACHINE, load=None).reasons() == []
    (reason,) = replace(MACHINE, load=2.5).reasons()
    assert "load average 2.5 on 2 processors" in reason


@pytest.mark.skipif(not processes.KNOWN, reason="reads /proc")
def test_what_our_own_children_use_is_not_noise() -> None:
    # A little more than is asked for below: the system counts in hundredths.
    burn = "import time\nend = time.process_time() + 0.35\nwhile time.process_time() < end: pass"
    before, listening = processes.family_seconds(os.getpid()), Listening()
    subprocess.run([sys.executable, "-c", burn], check=True)
    assert processes.family_seconds(os.getpid()) - before >= 0.3
    quiet = listening.quiet()
    assert quiet.foreign is not None
    assert 0.0 <= quiet.foreign <= 1.0
    assert processes.most_mb(os.getpid()) >= processes.resident_mb(os.getpid()) > 1.0


def test_the_floors_are_really_there(tmp_path: Path) -> None:
    commits = Disk(tmp_path).commits(0.05)
    assert commits.a_second > 0
    assert commits.each_ms > 0
    assert tcp_write_ms(1000, 3) > 0
    with echo_server() as address:
        assert address[1] > 0


GROUPS = [name for name in PARTS if name != "history"]
RUNS = 4
"""A run starts the process that asks; with all groups in one it would take too long for one worker."""


@pytest.fixture
def warm_children(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the bench's programs start from an interpreter that has imported them: thirty of them start."""

    def start(words: tuple[str, ...], environment: Mapping[str, str], stderr: IO[bytes]) -> object:
        imports = CORE if words[:2] == ("hallcall", "core") else PROGRAMS
        process = WarmProcess(imports, *words, stderr=stderr.fileno(), **environment)
        return SimpleNamespace(
            args=["python", "-m", *words],
            pid=process.pid,
            stdin=TextIOWrapper(process.stdin, "utf-8", write_through=True),
            stdout=TextIOWrapper(process.stdout, "utf-8"),
            wait=process.wait,
            kill=process.kill,
            terminate=partial(process.send_signal, signal.SIGTERM),
        )

    monkeypatch.setattr(child, "start", start)


@pytest.mark.parametrize("parts", [GROUPS[at::RUNS] for at in range(RUNS)], ids="-".join)
@pytest.mark.usefixtures("warm_children")
def test_every_group_gives_rows_of_the_schema(parts: list[str], tmp_path: Path) -> None:
    report = bench(parts, folder=tmp_path, quick=True, say=lambda _: None, sizes=TINY)
    told = json.loads(json.dumps(report.to_json()))
    assert told["failed"] == []
    assert told["schema"] == 1
    assert {row["group"] for row in told["rows"]} == set(parts)
    for row in told["rows"]:
        assert set(row) == ROW
        assert isinstance(row["value"], int | float), row
        assert row["value"] >= 0
        assert row["met"] in (True, False, None)
        assert "a short run" in row["note"]
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("run-")] == []


def test_a_group_that_fails_is_said_and_the_others_are_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(bench: Bench) -> Found:
        with child.running(bench.place("broken.log"), "hallcall", "sing") as process:
            process.line()
        raise AssertionError("it does not get here")

    monkeypatch.setitem(PARTS, "slip", broken)
    report = bench(["slip", "floors"], folder=tmp_path, quick=True, say=lambda _: None, sizes=TINY)
    (failed,) = report.failed
    assert failed.startswith("slip: ")
    assert "ended with exit code 2" in failed
    assert "invalid choice: 'sing'" in failed, "its last words are told"
    assert report.rows[0].name == "floor.commits"
    assert exit_code(report, strict=False) == FAILED


def test_the_command_prints_the_table_and_writes_the_rows(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "bench.json"
    code = main(["bench", "--quick", "--only", "floors", "--json", str(file), "--folder", str(tmp_path)])
    assert code == DONE
    figures = json.loads(file.read_text("utf-8"))
    assert figures["quick"] is True
    names = [row["name"] for row in figures["rows"]]
    assert names == ["floor.commits", "floor.commit", "floor.echo", "floor.tcp-write"]
    printed = capsys.readouterr().out
    for row in figures["rows"]:
        assert row["what"] in printed


def test_an_unknown_group_is_wrong_use_and_names_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "--only", "tickets", "sonnets"]) == WRONG_USE
    said = capsys.readouterr().err
    assert "sonnets" in said
    assert "history" in said


def test_a_missed_goal_matters_only_where_it_is_said_so() -> None:
    report = Report(datetime.now(UTC), False, MACHINE, rows())
    assert exit_code(report, strict=False) == DONE
    assert exit_code(report, strict=True) == FAILED
