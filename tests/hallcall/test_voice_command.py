from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from hallcall.commands import voice
from hardware.voice import wav


def run(*words: str) -> int:
    parser = argparse.ArgumentParser()
    voice.add_parser(parser.add_subparsers())
    args = parser.parse_args(["voice", "say", *words])
    code: int = args.run(args)
    return code


def test_one_call_is_written_and_what_is_not_spoken_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "new" / "x.wav"
    assert run("--hall", "lhasa", "--number", "A001", "--window", "3", "--out", str(out)) == 0
    said = capsys.readouterr().out
    assert str(out) in said
    assert "bo" in said.splitlines()[1]
    assert wav.seconds(wav.read(out)) > 2
    assert list(out.parent.iterdir()) == [out]


@pytest.mark.parametrize(
    ("hall", "window", "complaint"),
    [("nowhere", "3", "no hall file"), ("lhasa", "999", "no window 999")],
)
def test_wrong_use_is_told_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], hall: str, window: str, complaint: str
) -> None:
    out = tmp_path / "x.wav"
    assert run("--hall", hall, "--number", "A001", "--window", window, "--out", str(out)) == 2
    err = capsys.readouterr().err
    assert complaint in err
    assert err.count("\n") == 1
    assert not out.exists()


def test_a_place_where_nothing_can_be_written_is_a_failure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    out = tmp_path / "file" / "x.wav"
    assert run("--hall", "lhasa", "--number", "A001", "--window", "3", "--out", str(out)) == 1
    assert "hallcall voice say:" in capsys.readouterr().err


@pytest.mark.parametrize(("number", "window"), [("A 1", "3"), ("一", "3"), ("A001", "0"), ("A001", "x")])
def test_a_number_or_window_that_is_none_is_refused(tmp_path: Path, number: str, window: str) -> None:
    with pytest.raises(SystemExit) as ended:
        run("--hall", "lhasa", "--number", number, "--window", window, "--out", str(tmp_path / "x.wav"))
    assert ended.value.code == 2


@pytest.mark.parametrize(
    "words",
    [
        ("recall", "--number", "A001", "--window", "3"),
        ("back", "--number", "A001", "--window", "3", "--service", "estate"),
        ("paused", "--window", "3"),
        ("closing",),
        ("closing", "--zone", "estate"),
    ],
)
def test_every_sentence_of_the_hall_can_be_heard(tmp_path: Path, words: tuple[str, ...]) -> None:
    out = tmp_path / "x.wav"
    assert run("--hall", "lhasa", "--wording", *words, "--out", str(out)) == 0
    assert wav.seconds(wav.read(out)) > 2


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("--window", "3"), "the sentence call needs --number"),
        (("--wording", "back"), "the sentence back needs --number and --window"),
        (("--wording", "paused"), "the sentence paused needs --window"),
        (("--wording", "closing", "--zone", "moon"), "lhasa has no zone moon"),
        (("--number", "A001", "--window", "3", "--service", "moon"), "lhasa has no queue moon"),
    ],
)
def test_what_a_sentence_lacks_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], complaint: str
) -> None:
    assert run("--hall", "lhasa", *words, "--out", str(tmp_path / "x.wav")) == 2
    assert complaint in capsys.readouterr().err
