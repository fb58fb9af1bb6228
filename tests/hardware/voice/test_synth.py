"""The synthesizer with its real process, in good days and bad ones."""

from __future__ import annotations

import os
import queue
import select
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from hardware.errors import DeviceUnreachable
from hardware.voice import wav
from hardware.voice.synth import Backoff, Synthesizer, SynthState, VoiceBusy, VoiceFailed

SHORT, LONG = "请", "请A零零一号，到二百五十一号窗口办理，请A零零一号，到二百五十一号窗口办理"
PATIENCE_S = 30.0


class States:
    """Every state a synthesizer enters, to be waited for."""

    def __init__(self) -> None:
        self._entered: queue.SimpleQueue[SynthState] = queue.SimpleQueue()

    def __call__(self, state: SynthState) -> None:
        self._entered.put(state)

    def wait_for(self, state: SynthState) -> None:
        while self._entered.get(timeout=PATIENCE_S) is not state:
            pass


def pid_of(synthesizer: Synthesizer) -> int:
    assert synthesizer.languages
    pid = synthesizer.pid
    assert pid is not None
    return pid


def gone(pid: int) -> bool:
    """Whether nothing is left of a process, no zombie either."""
    return not Path(f"/proc/{pid}").exists()


def test_it_says_which_languages_it_speaks(synthesizer: Synthesizer) -> None:
    assert synthesizer.languages == {"zh", "en"}
    assert synthesizer.state is SynthState.READY


def test_fifty_sentences_in_a_row_each_have_a_file_of_their_own_length(
    synthesizer: Synthesizer, tmp_path: Path
) -> None:
    for i in range(50):
        path = tmp_path / f"{i}.wav"
        seconds = synthesizer.render(LONG if i % 2 else SHORT, "zh", path)
        assert seconds == pytest.approx(wav.seconds(wav.read(path)))
        assert (5 < seconds < 12) if i % 2 else (0.2 < seconds < 1)
    assert len(list(tmp_path.iterdir())) == 50


def test_of_many_requests_at_once_none_is_forgotten(synthesizer: Synthesizer, tmp_path: Path) -> None:
    asked = [synthesizer.submit(LONG if i % 3 else SHORT, "zh", tmp_path / f"{i}.wav") for i in range(20)]
    lengths = [each.result(PATIENCE_S) for each in asked]
    for i, seconds in enumerate(lengths):
        assert wav.seconds(wav.read(tmp_path / f"{i}.wav")) == pytest.approx(seconds)
        assert (seconds > 5) == bool(i % 3)


def test_a_path_with_chinese_and_tibetan_letters_works(synthesizer: Synthesizer, tmp_path: Path) -> None:
    path = tmp_path / "叫号 བོད་.wav"
    assert synthesizer.render(SHORT, "zh", path) > 0
    assert path.exists()


def test_a_bad_path_is_refused_and_the_process_lives_on(synthesizer: Synthesizer, tmp_path: Path) -> None:
    pid = pid_of(synthesizer)
    with pytest.raises(VoiceFailed, match="FileNotFoundError"):
        synthesizer.render(SHORT, "zh", tmp_path / "no" / "such" / "x.wav")
    assert synthesizer.render(SHORT, "zh", tmp_path / "x.wav") > 0
    assert pid_of(synthesizer) == pid


@pytest.mark.parametrize(("text", "language"), [("", "zh"), (" ", "zh"), (SHORT, "bo")])
def test_what_cannot_be_said_is_refused_and_leaves_no_file(
    synthesizer: Synthesizer, tmp_path: Path, text: str, language: str
) -> None:
    with pytest.raises(VoiceFailed):
        synthesizer.render(text, language, tmp_path / "x.wav")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.logs("the speech process ended", "Broken pipe")
def test_a_process_killed_while_idle_is_replaced_before_it_is_missed(tmp_path: Path) -> None:
    states = States()
    with Synthesizer(on_state=states) as synthesizer:
        states.wait_for(SynthState.READY)
        pid = pid_of(synthesizer)
        os.kill(pid, signal.SIGKILL)
        states.wait_for(SynthState.DEGRADED)
        states.wait_for(SynthState.READY)
        assert synthesizer.render(SHORT, "zh", tmp_path / "x.wav") > 0
        assert pid_of(synthesizer) != pid
        assert gone(pid)


@pytest.mark.logs("the speech process ended", "Broken pipe")
def test_a_request_survives_the_process_that_dies_under_it(tmp_path: Path) -> None:
    with Synthesizer(deadline_s=PATIENCE_S) as synthesizer:
        pid = pid_of(synthesizer)
        os.kill(pid, signal.SIGSTOP)
        asked = synthesizer.submit(SHORT, "zh", tmp_path / "x.wav")
        os.kill(pid, signal.SIGKILL)
        assert asked.result(PATIENCE_S) > 0
        assert synthesizer.failures == 0


@pytest.mark.logs("voice: no answer in")
def test_a_hanging_process_costs_one_deadline_and_the_next_request_is_answered(tmp_path: Path) -> None:
    states = States()
    with Synthesizer(deadline_s=0.5, on_state=states) as synthesizer:
        states.wait_for(SynthState.READY)
        pid = pid_of(synthesizer)
        os.kill(pid, signal.SIGSTOP)
        with pytest.raises(DeviceUnreachable, match=r"no answer in 0\.5 s"):
            synthesizer.render(SHORT, "zh", tmp_path / "x.wav")
        assert gone(pid)
        states.wait_for(SynthState.READY)
        assert synthesizer.render(SHORT, "zh", tmp_path / "y.wav") > 0


SMALL_DISK = """
import resource, runpy, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))
runpy.run_module("hardware.voice.child", run_name="__main__")
"""


@pytest.mark.logs("voice: no answer in")
def test_a_full_disk_hangs_pyttsx3_but_not_the_hall(tmp_path: Path) -> None:
    states = States()
    with Synthesizer(
        deadline_s=1.0, on_state=states, command=(sys.executable, "-c", SMALL_DISK)
    ) as synthesizer:
        states.wait_for(SynthState.READY)
        with pytest.raises(DeviceUnreachable):
            synthesizer.render(LONG, "zh", tmp_path / "long.wav")
        assert list(tmp_path.iterdir()) == []
        states.wait_for(SynthState.READY)
        assert synthesizer.render(SHORT, "zh", tmp_path / "short.wav") > 0


@pytest.mark.logs("voice: cannot start")
@pytest.mark.parametrize("command", [("/no/such/program",), (sys.executable, "-c", "raise SystemExit(1)")])
def test_without_a_speech_engine_it_is_gone_speaks_nothing_and_says_so_at_once(
    tmp_path: Path, command: tuple[str, ...]
) -> None:
    states = States()
    patient = Backoff(first_s=0.01, cap_s=0.02)
    with Synthesizer(command=command, backoff=patient, on_state=states) as synthesizer:
        assert synthesizer.languages == frozenset()
        states.wait_for(SynthState.GONE)
        with pytest.raises(DeviceUnreachable, match="cannot start"):
            synthesizer.render(SHORT, "zh", tmp_path / "x.wav")


@pytest.mark.logs("voice: cannot start")
def test_an_engine_that_comes_back_is_used_again(tmp_path: Path) -> None:
    flag = tmp_path / "installed"
    script = (
        "import pathlib, runpy, sys\n"
        f"pathlib.Path({str(flag)!r}).exists() or sys.exit(1)\n"
        "runpy.run_module('hardware.voice.child', run_name='__main__')"
    )
    states = States()
    patient = Backoff(first_s=0.05, cap_s=0.05)
    with Synthesizer(command=(sys.executable, "-c", script), backoff=patient, on_state=states) as synthesizer:
        states.wait_for(SynthState.GONE)
        flag.touch()
        states.wait_for(SynthState.READY)
        assert synthesizer.render(SHORT, "zh", tmp_path / "x.wav") > 0


def test_the_wait_before_a_start_doubles_up_to_its_cap() -> None:
    backoff = Backoff(first_s=0.25, cap_s=2.0)
    assert [backoff.delay_s(failures) for failures in (1, 2, 3, 4, 5, 6, 1000)] == [
        *(0.0, 0.25, 0.5, 1.0),
        *(2.0, 2.0, 2.0),
    ]


def test_too_many_requests_are_refused_and_those_that_wait_are_served(tmp_path: Path) -> None:
    with Synthesizer(deadline_s=PATIENCE_S, limit=2) as synthesizer:
        pid = pid_of(synthesizer)
        os.kill(pid, signal.SIGSTOP)
        asked = [synthesizer.submit(SHORT, "zh", tmp_path / f"{i}.wav") for i in range(2)]
        with pytest.raises(VoiceBusy):
            synthesizer.submit(SHORT, "zh", tmp_path / "x.wav")
        os.kill(pid, signal.SIGCONT)
        assert all(each.result(PATIENCE_S) > 0 for each in asked)
        assert synthesizer.render(SHORT, "zh", tmp_path / "y.wav") > 0


def test_closing_leaves_no_process_no_thread_and_no_request_unanswered(tmp_path: Path) -> None:
    before = set(threading.enumerate())
    synthesizer = Synthesizer(deadline_s=0.5)
    pid = pid_of(synthesizer)
    os.kill(pid, signal.SIGSTOP)
    asked = [synthesizer.submit(SHORT, "zh", tmp_path / f"{i}.wav") for i in range(5)]
    synthesizer.close()
    synthesizer.close()
    for each in asked:
        with pytest.raises(DeviceUnreachable):
            each.result(0)
    with pytest.raises(DeviceUnreachable, match="closed"):
        synthesizer.render(SHORT, "zh", tmp_path / "x.wav")
    assert gone(pid)
    assert set(threading.enumerate()) == before
    assert synthesizer.state is SynthState.GONE


def test_the_process_ends_with_a_program_that_was_killed() -> None:
    program = (
        "from hardware.voice.synth import Synthesizer\n"
        "s = Synthesizer(); s.languages; print(s.pid, flush=True); input()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout is not None
        child = os.pidfd_open(int(parent.stdout.readline()))
        parent.kill()
        ended, _, _ = select.select([child], [], [], PATIENCE_S)
        os.close(child)
    assert ended


def test_where_the_library_has_another_name_pyttsx3_is_handed_the_bundled_one() -> None:
    program = (
        "import ctypes, sys\n"
        "from hardware.voice.engines import espeak\n"
        "espeak.load_espeak()\n"
        "import espeakng_loader\n"
        "ours = ctypes.CDLL(espeakng_loader.get_library_path())\n"
        "espeak.answer_with(ours)\n"
        "from pyttsx3.drivers import _espeak\n"
        "sys.exit(_espeak.dll is not ours)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


UNLUCKY = """
import sys, threading, time
from pathlib import Path
from hardware.voice.engines.espeak import Espeak

speech = Espeak()
driver = speech._engine.proxy._driver
told = driver.endLoop

def told_late():
    told()
    if threading.current_thread() is not threading.main_thread():
        time.sleep(0.03)  # what a busy machine does to eSpeak's thread now and then

driver.endLoop = told_late
lengths = [speech.save("zh", sys.argv[1], Path(sys.argv[2])) for _ in range(12)]
sys.exit(max(lengths) - min(lengths) > 0.2)
"""


def test_on_a_busy_machine_no_sentence_cuts_the_next_one_short(tmp_path: Path) -> None:
    """Without the wait for eSpeak's own thread this gives sentences of 0.0 s."""
    program = [sys.executable, "-c", UNLUCKY, LONG, str(tmp_path / "x.wav")]
    assert subprocess.run(program, check=False, capture_output=True).returncode == 0
