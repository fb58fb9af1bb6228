"""pyttsx3's real ``sapi5`` driver, and what asks it, above a Windows that is written for the purpose."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
import pyttsx3

from hardware.voice import wav
from hardware.voice.engines.engine import PART
from hardware.voice.engines.sapi5 import Sapi5, as_usual, listed
from hardware.voice.synth import Synthesizer
from tests.hardware.voice.engines import com
from tests.hardware.voice.engines.com import HALF, HANHAN, HUIHUI, SAM, SILENT, TRACY, ZIRA, Token, Windows

DRIVER = "pyttsx3.drivers.sapi5"


@pytest.fixture
def start(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., tuple[Sapi5, Windows]]]:
    """Start the engine on a PC with such voices."""

    def begin(*tokens: Token) -> tuple[Sapi5, Windows]:
        windows = Windows(*tokens)
        for name, module in windows.modules().items():
            monkeypatch.setitem(sys.modules, name, module)
        return Sapi5(), windows

    yield begin
    # Another test's PC has other voices.
    sys.modules.pop(DRIVER, None)
    pyttsx3._activeEngines.pop("sapi5", None)


def keys(engine: Sapi5) -> dict[str, str]:
    return {language: voice.rpartition("\\")[2] for language, voice in engine.languages.items()}


@pytest.mark.logs("voice: .*KANGKANG.* is not used")
@pytest.mark.parametrize(
    ("tokens", "voices"),
    [
        ((HUIHUI, ZIRA), {"zh": "TTS_MS_ZH-CN_HUIHUI_11.0", "en": "TTS_MS_EN-US_ZIRA_11.0"}),
        # pyttsx3 cannot list a PC with the first, nor one with the second.
        ((SAM, HUIHUI), {"zh": "TTS_MS_ZH-CN_HUIHUI_11.0", "en": "MSSam"}),
        ((SILENT, ZIRA), {"zh": "Noname", "en": "TTS_MS_EN-US_ZIRA_11.0"}),
        ((TRACY, ZIRA), {"en": "TTS_MS_EN-US_ZIRA_11.0"}),
        ((HANHAN, HUIHUI), {"zh": "TTS_MS_ZH-CN_HUIHUI_11.0"}),
        ((HALF, HANHAN), {"zh": "TTS_MS_ZH-TW_HANHAN_11.0"}),
        ((HALF,), {}),
    ],
)
def test_each_language_is_spoken_by_the_best_voice_that_speaks(
    start: Callable[..., tuple[Sapi5, Windows]], tokens: tuple[Token, ...], voices: dict[str, str]
) -> None:
    engine, windows = start(*tokens)
    assert keys(engine) == voices
    assert not windows.open_files


def test_what_pyttsx3_says_of_each_voice(start: Callable[..., tuple[Sapi5, Windows]]) -> None:
    engine, _ = start(HUIHUI, ZIRA, TRACY)
    told = [(each.languages, each.name) for each in listed(engine._driver)]
    assert told == [
        (["zh-CN"], "Microsoft Huihui Desktop - Chinese (Simplified)"),
        (["en-US"], "Microsoft Zira Desktop - English (United States)"),
        (["zh-HK"], "Microsoft Tracy Desktop - Chinese(Hong Kong S.A.R.)"),
    ]


def test_many_sentences_in_a_row_each_have_a_file_of_their_own_length(
    start: Callable[..., tuple[Sapi5, Windows]], tmp_path: Path
) -> None:
    engine, windows = start(HUIHUI, ZIRA)
    windows.said.clear()
    for i in range(1, 8):
        language = "zh" if i % 2 else "en"
        assert engine.save(language, "x" * i, tmp_path / f"{i}.wav") == pytest.approx(0.1 * i)
        assert wav.seconds(wav.read(tmp_path / f"{i}.wav")) == pytest.approx(0.1 * i)
        assert not windows.events, "they would pile up"
    assert len(list(tmp_path.iterdir())) == 7
    assert [(rate, volume) for _, _, rate, volume in windows.said] == [(0, 100)] * 7
    assert [voice for voice, *_ in windows.said[:2]] == ["TTS_MS_ZH-CN_HUIHUI_11.0", "TTS_MS_EN-US_ZIRA_11.0"]


def test_a_failure_is_told_leaves_no_open_file_and_the_next_sentence_is_spoken(
    start: Callable[..., tuple[Sapi5, Windows]], tmp_path: Path
) -> None:
    engine, windows = start(HUIHUI)
    with pytest.raises(RuntimeError, match=r"COMError.*Class not registered"):
        engine.save("zh", "BREAK", tmp_path / "x.wav")
    assert not windows.open_files
    assert list(tmp_path.iterdir()) == []
    assert engine.save("zh", "请", tmp_path / "x.wav") > 0
    assert engine._driver._tts.AudioOutputStream == "the sound card"


def test_a_voice_with_a_rate_of_its_own_is_brought_to_ours(
    start: Callable[..., tuple[Sapi5, Windows]], tmp_path: Path
) -> None:
    engine, _ = start(SAM)
    assert engine.save("en", "12345", tmp_path / "x.wav") == pytest.approx(0.5, abs=0.001)
    samples = wav.values(wav.read(tmp_path / "x.wav"))
    rises = sum(a < 0 <= b for a, b in pairwise(samples))
    assert rises == pytest.approx(com.HZ * 0.5, abs=2)
    assert max(samples) == pytest.approx(9000, rel=0.05)


def test_what_is_no_sound_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.wav").write_bytes(b"RIFF")
    with pytest.raises(RuntimeError, match="not a WAV file"):
        as_usual(tmp_path / "x.wav")


def test_a_file_is_named_as_sound_while_it_is_spoken() -> None:
    assert PART.endswith(".wav")


def test_a_pc_without_any_voice_says_so(start: Callable[..., tuple[Sapi5, Windows]]) -> None:
    with pytest.raises(com.COMError):
        start()


ON_WINDOWS = """
import runpy
from tests.hardware.voice.engines import com
com.install({})
runpy.run_module("hardware.voice.child", run_name="__main__")
"""


@pytest.mark.parametrize(
    ("names", "wanted", "zh", "en"),
    [
        ("'HUIHUI', 'ZIRA'", "sapi5", "HUIHUI", "ZIRA"),
        ("'HUIHUI'", "sapi5", "HUIHUI", "gmw/en-us"),
        ("'TRACY', 'ZIRA'", "SAPI5", "sit/cmn-latn-pinyin", "ZIRA"),
        ("", "sapi5", "sit/cmn-latn-pinyin", "gmw/en-us"),
        ("'HUIHUI', 'ZIRA'", "espeak", "sit/cmn-latn-pinyin", "gmw/en-us"),
        ("'HUIHUI', 'ZIRA'", "nonsense", "sit/cmn-latn-pinyin", "gmw/en-us"),
    ],
)
def test_the_process_speaks_what_windows_lacks_by_espeak(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, names: str, wanted: str, zh: str, en: str
) -> None:
    monkeypatch.setenv("HALLCALL_SPEECH", wanted)
    with Synthesizer(command=(sys.executable, "-c", ON_WINDOWS.format(names))) as synthesizer:
        assert synthesizer.languages == {"zh", "en"}
        for language, voice in (("zh", zh), ("en", en)):
            assert voice in synthesizer.voice(language)
            assert synthesizer.render("1", language, tmp_path / f"{language}.wav") > 0
            assert wav.seconds(wav.read(tmp_path / f"{language}.wav")) > 0


NO_ESPEAK = """
import ctypes, runpy, sys
sys.modules["espeakng_loader"] = None
def refuse(name): raise OSError(name)
ctypes.cdll.LoadLibrary = refuse
from tests.hardware.voice.engines import com
com.install("ZIRA")
runpy.run_module("hardware.voice.child", run_name="__main__")
"""


def test_without_espeak_what_windows_lacks_is_not_spoken_and_the_rest_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HALLCALL_SPEECH", "sapi5")
    with Synthesizer(command=(sys.executable, "-c", NO_ESPEAK)) as synthesizer:
        assert synthesizer.languages == {"en"}
        assert synthesizer.render("one", "en", tmp_path / "x.wav") > 0


def test_here_there_is_no_sapi_and_espeak_speaks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The real import that fails: on Linux pyttsx3 brings no comtypes."""
    if os.name == "nt":
        pytest.skip("here there is")
    monkeypatch.setenv("HALLCALL_SPEECH", "sapi5")
    with pytest.raises(ImportError):
        importlib.import_module(DRIVER)
    with Synthesizer() as synthesizer:
        assert "eSpeak" in synthesizer.voice("zh")
        assert synthesizer.render("请", "zh", tmp_path / "x.wav") > 0
