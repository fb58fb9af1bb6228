"""A simulated day, and what the wait estimates on it are worth."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from core.domain.hall import Hall
from core.domain.wait import Wait
from hallcall.cli import main
from hallcall.replay.measure import GOAL_INSIDE, Told, worth_of
from hallcall.replay.run import Report, replay
from hallcall.simulated_day import draw_day
from tests.support.halls import shipped

VISITORS = 300
SEEDS = (1, 2, 3, 4)


@pytest.fixture(scope="module")
def hall() -> Hall:
    """Return the smallest shipped hall."""
    return shipped("dazi")


@pytest.fixture(scope="module")
def reports(hall: Hall) -> list[Report]:
    return [replay(hall, VISITORS, seed) for seed in SEEDS]


def of_those_who_waited(reports: list[Report], figure: str) -> float:
    """Return a figure's mean over everybody who waited on any of the days."""
    waited = [report.who_waited for report in reports if report.who_waited is not None]
    total: float = sum(getattr(worth, figure) * worth.people for worth in waited)
    return total / sum(worth.people for worth in waited)


def test_nearly_everybody_waits_within_the_range_or_less(reports: list[Report]) -> None:
    for report in reports:
        assert report.everybody.inside >= GOAL_INSIDE
    assert of_those_who_waited(reports, "inside") >= GOAL_INSIDE


@pytest.mark.parametrize("naive", ["naive_error_s", "shared_error_s"])
def test_the_estimate_errs_less_than_people_ahead_times_mean_service_time(
    reports: list[Report], naive: str
) -> None:
    error_s = sum(report.everybody.error_s * report.everybody.people for report in reports)
    naive_s = sum(getattr(report.everybody, naive) * report.everybody.people for report in reports)
    assert error_s < 0.9 * naive_s
    assert of_those_who_waited(reports, "error_s") < 0.9 * of_those_who_waited(reports, naive)


def test_the_range_is_narrow_enough_to_be_of_use(reports: list[Report]) -> None:
    """A range that held everybody would say nothing."""
    assert 0.04 <= of_those_who_waited(reports, "above_p90") <= 0.15
    assert 0.35 <= of_those_who_waited(reports, "below_p50") <= 0.65
    assert of_those_who_waited(reports, "width") <= 2.6


def test_most_people_are_told_something(reports: list[Report]) -> None:
    assert all(report.unknown < VISITORS / 5 for report in reports)


def test_a_day_is_the_same_for_the_same_seed(hall: Hall, reports: list[Report]) -> None:
    again, first = replay(hall, VISITORS, SEEDS[0]), reports[0]
    assert replace(again, estimate_us=(0, 0), fold_us=0, took_s=0) == replace(
        first, estimate_us=(0, 0), fold_us=0, took_s=0
    )
    assert draw_day(hall, VISITORS, 2) != draw_day(hall, VISITORS, 1)


def test_people_come_while_the_hall_is_open_and_are_of_its_queues_and_classes(hall: Hall) -> None:
    day = draw_day(hall, 500, 7)
    assert len(day.visitors) == 500
    spans = [(span.opens, span.closes) for span in hall.hours if 1 in span.days]
    for visitor in day.visitors:
        at = (datetime.min + timedelta(seconds=visitor.at_s)).time()
        assert any(opens <= at < closes for opens, closes in spans)
    assert [visitor.at_s for visitor in day.visitors] == sorted(visitor.at_s for visitor in day.visitors)
    favoured = sum(visitor.visitor_class != hall.classes[0].id for visitor in day.visitors)
    assert 0.08 < favoured / 500 < 0.25
    assert {visitor.queue for visitor in day.visitors} <= {queue.id for queue in hall.queues}


def test_what_an_estimate_was_worth_is_counted_by_hand() -> None:
    told = [
        Told(waited_s=60, wait=Wait(120, 240), naive_s=300, shared_s=150),
        Told(waited_s=200, wait=Wait(120, 240), naive_s=300, shared_s=150),
        Told(waited_s=300, wait=Wait(180, 240), naive_s=300, shared_s=150),
        Told(waited_s=0, wait=Wait(0, 60), naive_s=0, shared_s=0),
    ]
    worth = worth_of(told)
    assert (worth.inside, worth.above_p90, worth.below_p50) == (0.75, 0.25, 0.25)
    assert worth.error_s == (60 + 80 + 120 + 0) / 4
    assert worth.naive_error_s == (240 + 100 + 0 + 0) / 4
    assert worth.shared_error_s == (90 + 50 + 150 + 0) / 4
    assert worth.width == 2.0
    assert not worth.met, "one in four was told too little"


def test_the_command_prints_the_figures_and_writes_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "figures.json"
    code = main(["replay", "--hall", "dazi", "--visitors", "150", "--seed", "4", "--json", str(file)])
    figures = json.loads(file.read_text("utf-8"))
    assert code == (0 if figures["met"] else 1)
    assert (figures["hall"], figures["visitors"], figures["seed"]) == ("dazi", 150, 4)
    assert figures["everybody"]["people"] + figures["unknown"] <= 150
    printed = capsys.readouterr().out
    assert "who waited" in printed
    assert f"{figures['everybody']['inside']:.1%}" in printed


def test_a_hall_that_is_none_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["replay", "--hall", "atlantis"]) == 2
    assert "no hall file 'atlantis'" in capsys.readouterr().err
