"""``hallcall voice list``, ``import``, ``check``, ``standin``, and what ``hall check`` says of voices."""

from __future__ import annotations

import array
import csv
import io
import os
import shutil
import subprocess
import sys
import wave
from pathlib import Path

import pytest

from hallcall.cli import main
from hallcall.voices.checker import examples, joined
from hardware.voice import wav
from hardware.voice.anywav import Sound
from hardware.voice.joins import measure_joins
from hardware.voice.pack import About, Pack
from tests.hardware.voice.spoken import take
from tests.support.halls import shipped

Printed = pytest.CaptureFixture[str]


def write(path: Path, sound: Sound, *, channels: int = 1) -> None:
    """Write a recording as a studio would hand it over."""
    values = array.array("h", (round(32767 * value) for value in sound.samples for _ in range(channels)))
    with wave.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(sound.rate)
        file.writeframes(values.tobytes())


@pytest.fixture(scope="module")
def standin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    voices = tmp_path_factory.mktemp("voices")
    assert main(["voice", "standin", "bo", str(voices), "--hall", "lhasa"]) == 0
    return voices


def test_the_list_is_for_people_and_for_the_studio(capsys: Printed) -> None:
    assert main(["voice", "list", "bo", "--hall", "lhasa"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("Tibetan: 55 clips for the hall lhasa")
    assert "number.20" in shown
    assert "ཉི་ཤུ་" in shown
    assert main(["voice", "list", "zh", "--csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out.removeprefix("\ufeff"))))
    assert rows[1]["file"] == "digit.1.wav"
    assert rows[1]["script"] == "一"


@pytest.mark.parametrize("words", [["list", "bo"], ["list", "bo", "--csv"]])
def test_output_that_has_no_tibetan_letters_is_no_error(words: list[str]) -> None:
    env = {**os.environ, "PYTHONIOENCODING": "gbk"}
    command = [sys.executable, "-m", "hallcall", "voice", *words]
    ended = subprocess.run(command, env=env, capture_output=True, check=False, timeout=60)
    assert ended.returncode == 0, ended.stderr.decode()
    if "--csv" in words:
        assert ended.stdout.decode("utf-8-sig").splitlines()[2].startswith("2,digit.1.wav,གཅིག་,")
        assert b"\r\r\n" not in ended.stdout


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["list", "xx"], "no rules for the language 'xx'; there are: bo, en, ug, zh"),
        (["list", "bo", "--hall", "nowhere"], "no hall file"),
        (["check", "bo", "DIR"], "no voice pack"),
        (["import", "bo", "DIR", "DIR/none"], "no such file"),
        (["record", "bo", "DIR", "--from", "digit.x"], "no clip 'digit.x'"),
        (["standin", "xx", "DIR"], "no rules"),
    ],
)
def test_wrong_use_is_told_in_one_line(
    words: list[str], complaint: str, tmp_path: Path, capsys: Printed
) -> None:
    assert main(["voice", *(word.replace("DIR", str(tmp_path)) for word in words)]) == 2
    err = capsys.readouterr().err
    assert complaint in err
    assert err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_a_stand_in_is_complete_speaks_and_is_never_taken_for_a_speaker(
    standin: Path, tmp_path: Path, capsys: Printed
) -> None:
    out = tmp_path / "calls"
    assert main(["voice", "check", "bo", str(standin), "--hall", "lhasa", "--out", str(out)]) == 1
    shown = capsys.readouterr().out
    assert "Tibetan voice not recorded yet: this is a synthetic stand-in, not a speaker" in shown
    assert "55 of 55 clips, 0 of them bad" in shown
    calls = sorted(out.glob("bo-call-*.wav"))
    assert len(calls) == 4
    assert {each.name.split("-")[1] for each in out.iterdir()} == {
        "call",
        "recall",
        "back",
        "paused",
        "closing",
    }
    for path in out.iterdir():
        measures = wav.measure(wav.read(path))
        assert 2 < measures.seconds < 10
        assert 1_500 < measures.rms < 4_500
        assert measures.peak < 32_000


def test_joined_clips_do_not_click(standin: Path) -> None:
    pack, hall = Pack.open(standin / "bo"), shipped("lhasa")
    for _, parts in examples("bo", hall.voice, hall):
        sound = joined(pack, parts)
        assert len(sound.joins) == len(parts) - 1
        assert all(join.step < 60 for join in measure_joins(sound.samples, sound.joins))


@pytest.mark.logs("is a pack of 'bo', not of 'zh'")
def test_a_call_is_said_by_the_recorded_voices_and_by_the_synthesizer(
    standin: Path, tmp_path: Path, capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "x.wav"
    call = ["voice", "say", "--hall", "lhasa", "--number", "B027", "--window", "31", "--out", str(out)]
    assert main([*call, "--voices", str(standin)]) == 0
    assert "s, bo, zh, made in" in capsys.readouterr().out
    both = wav.seconds(wav.read(out))
    monkeypatch.setenv("HALLCALL_VOICES", str(standin))
    assert main(call) == 0
    assert "s, bo, zh, made in" in capsys.readouterr().out
    shutil.copytree(standin / "bo", tmp_path / "wrong" / "zh")
    assert main([*call, "--voices", str(tmp_path / "wrong")]) == 0
    assert "not spoken, shown on the screens only: bo" in capsys.readouterr().out
    assert wav.seconds(wav.read(out)) < both - 3


def test_missing_clips_are_said_in_windows_and_letters(
    standin: Path, tmp_path: Path, capsys: Printed
) -> None:
    voices = tmp_path / "voices"
    (voices / "bo").mkdir(parents=True)
    for file in (standin / "bo").iterdir():
        if file.name not in ("number.20.wav", "letter.C.wav"):
            (voices / "bo" / file.name).write_bytes(file.read_bytes())
    assert main(["voice", "check", "bo", str(voices), "--hall", "lhasa"]) == 1
    shown = capsys.readouterr().out
    assert "2 of 55 clips are missing" in shown
    assert "cannot say windows 20-29: number.20 (ཉི་ཤུ་)" in shown
    assert "cannot say tickets with C: letter.C (C)" in shown


def test_the_check_of_a_hall_file_says_which_voice_is_not_recorded(
    standin: Path, tmp_path: Path, capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["hall", "check", "lhasa", "--voices", str(tmp_path)]) == 0
    told = "mind: Tibetan voice not recorded yet"
    assert told in capsys.readouterr().out
    monkeypatch.setenv("HALLCALL_VOICES", str(standin))
    assert main(["hall", "check", "lhasa"]) == 0
    assert f"{told}: synthetic stand-in, not a speaker" in capsys.readouterr().out
    assert main(["hall", "check", "pingliang", "--voices", str(tmp_path)]) == 0
    assert "mind" not in capsys.readouterr().out


def test_a_folder_of_recordings_is_taken_in_and_each_refusal_is_told(tmp_path: Path, capsys: Printed) -> None:
    source, voices = tmp_path / "studio", tmp_path / "voices"
    source.mkdir()
    write(source / "digit.1.wav", take(rate=48_000), channels=2)
    write(source / "Letter.a.WAV", take(rate=44_100))
    write(source / "digit.2.wav", take(before=0.0))
    write(source / "digit.42.wav", take())
    (source / "digit.3.wav").write_text("not a sound")
    (source / "notes.txt").write_text("")
    assert main(["voice", "import", "bo", str(voices), str(source)]) == 1
    shown = capsys.readouterr().out
    assert "write speaker, dialect and consent into" in shown
    assert "digit.2: refused: the beginning is cut off" in shown
    assert "digit.3: refused" in shown
    assert "digit.42.wav: not in the list" in shown
    assert "2 of 79 clips are in" in shown
    pack = Pack.open(voices / "bo")
    assert pack.keys() == {"digit.1", "letter.A"}
    assert main(["voice", "check", "bo", str(voices)]) == 1
    assert "no consent of the speaker is noted" in capsys.readouterr().out


def test_one_long_recording_is_taken_in_list_order_or_not_at_all(tmp_path: Path, capsys: Printed) -> None:
    voices = tmp_path / "voices"
    Pack.make(voices / "bo", About("bo", "voice 1", "Lhasa", "file 3"))
    samples = array.array("f")
    for i in range(10):
        samples += take(0.3 + 0.02 * i, before=1.0, after=0.0, rate=44_100).samples
    long = tmp_path / "digits.wav"
    write(long, Sound(44_100, samples + take(0.0, before=0.5, after=0.5, rate=44_100).samples))
    words = ["voice", "import", "bo", str(voices), str(long), "--hall", "lhasa", "--from", "digit.0"]
    assert main([*words, "--to", "letter.A"]) == 1
    shown = capsys.readouterr().out
    assert "10 utterances found, the list has 11 clips" in shown
    assert "nothing was taken" in shown
    assert Pack.open(voices / "bo").keys() == frozenset()
    assert main([*words, "--to", "digit.9"]) == 0
    lengths = [each.seconds for each in Pack.open(voices / "bo").measure()]
    assert len(lengths) == 10
    assert lengths == sorted(lengths)


def test_a_complete_pack_with_consent_is_good(tmp_path: Path, capsys: Printed, standin: Path) -> None:
    made = Pack.make(tmp_path / "bo", About("bo", "voice 1", "Lhasa", "file 3, 2026-01-05"))
    for clip in (standin / "bo").glob("*.wav"):
        made.path(clip.stem).write_bytes(clip.read_bytes())
    assert main(["voice", "check", "bo", str(tmp_path), "--hall", "lhasa"]) == 0
    assert "put in by hand" in capsys.readouterr().out


def test_recordings_never_go_into_a_stand_in(standin: Path, tmp_path: Path, capsys: Printed) -> None:
    assert main(["voice", "import", "bo", str(standin), str(tmp_path)]) == 2
    assert "is a synthetic stand-in: remove it or choose another folder" in capsys.readouterr().err


def test_what_a_kiosk_says_can_be_recorded_too(tmp_path: Path, capsys: Printed) -> None:
    assert main(["voice", "list", "zh", "--hall", "lhasa", "--kiosk"]) == 0
    shown = capsys.readouterr().out
    assert "prompt.home-0 您好，请选择您要办理的业务。" in shown
    assert "counted.2" in shown
    Pack.make(tmp_path / "zh", About("zh", "voice 1"))
    assert main(["voice", "check", "zh", str(tmp_path), "--hall", "lhasa", "--kiosk"]) == 1
    shown = capsys.readouterr().out
    assert "cannot say numbers of people and minutes: number.80 (八十), " in shown
    assert "counted.2 (两)" in shown
    assert "cannot say what the kiosk tells: prompt.home-0" in shown
    assert main(["voice", "check", "zh", str(tmp_path), "--hall", "lhasa"]) == 1
    assert "kiosk" not in capsys.readouterr().out
