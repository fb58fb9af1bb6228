"""The synthesizer: text in, WAV file out, whatever happens to the process that speaks."""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, Self

from hardware.errors import DeviceError, DeviceUnreachable
from hardware.voice.engines.engine import PART
from hardware.voice.process import COMMAND, Child, ChildEnded, ChildSilent

log = logging.getLogger(__name__)

DEVICE = "voice"
START_S = 10.0
GONE_AFTER = 3


class VoiceFailed(DeviceError):
    """The synthesizer refused: a language it does not speak, a file it cannot write, nothing to say."""

    key = "voice.failed"


class VoiceClosed(DeviceUnreachable):
    """The program ends, and with it its synthesizer: nothing is wrong with the voice."""


class VoiceBusy(DeviceError):
    """More waits to be spoken than can ever be said in time."""

    key = "voice.busy"


class SynthState(StrEnum):
    """How the synthesizer does."""

    STARTING = "starting"
    READY = "ready"
    DEGRADED = "degraded"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Backoff:
    """How long to wait before the next start: nothing after the first failure, then doubling.

    Attributes:
        first_s, cap_s: Seconds.
    """

    first_s: float = 0.25
    cap_s: float = 30.0

    def delay_s(self, failures: int) -> float:
        """Return the wait after so many failures in a row."""
        return 0.0 if failures <= 1 else min(self.cap_s, self.first_s * 2.0 ** min(failures - 2, 30))


@dataclass(frozen=True, slots=True)
class _Job:
    text: str
    language: str
    path: Path
    seconds: Future[float] = field(default_factory=Future)


@dataclass(frozen=True, slots=True)
class _Ended:
    child: Child


class Synthesizer:
    """Speaks into files, one at a time; one thread of its own owns the speech process.

    The process is killed and started anew when it hangs or ends; meanwhile requests fail at once, so that an
    announcement is late by no more than the deadline.

    Attributes:
        state: How it does.
        failures: Starts and requests in a row that ended or silenced the process.
    """

    def __init__(
        self,
        *,
        deadline_s: float = 3.0,
        limit: int = 64,
        backoff: Backoff | None = None,
        on_state: Callable[[SynthState], None] | None = None,
        command: Sequence[str] = COMMAND,
    ) -> None:
        """Start the process.

        Args:
            deadline_s: For one utterance, from when its turn comes.
            limit: Requests that may wait; one more is refused.
            on_state: Called on the synthesizer's thread at each change.
        """
        self.state = SynthState.STARTING
        self.failures = 0
        self._deadline_s = deadline_s
        self._backoff = backoff or Backoff()
        self._on_state = on_state
        self._command = command
        self._places = threading.BoundedSemaphore(limit)
        self._inbox: queue.SimpleQueue[_Job | _Ended | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._closed = False
        self._languages: frozenset[str] = frozenset()
        self._voices: dict[str, str] = {}
        self._settled = threading.Event()
        self._child: Child | None = None
        self._start_at = 0.0
        self._trouble = ""
        self._thread = threading.Thread(target=self._run, name="synthesizer", daemon=True)
        self._thread.start()

    @property
    def languages(self) -> frozenset[str]:
        """What it can speak; waits for the first start to end one way or the other."""
        self._settled.wait(START_S)
        return self._languages

    def voice(self, language: str) -> str:
        """Return who speaks a language, in which version and how; another answer means another sound."""
        self._settled.wait(START_S)
        return self._voices.get(language, "")

    @property
    def pid(self) -> int | None:
        """The id of the speech process, ``None`` while there is none."""
        child = self._child
        return child.pid if child else None

    def submit(self, text: str, language: str, path: Path) -> Future[float]:
        """Have ``text`` spoken into ``path``; the future gives seconds or a :class:`DeviceError`.

        Raises:
            VoiceBusy: Too much waits already.
            DeviceUnreachable: The synthesizer is closed.
        """
        job = _Job(text, language, path.absolute())
        with self._lock:
            if self._closed:
                raise self._closed_error()
            if not self._places.acquire(blocking=False):
                raise VoiceBusy(DEVICE, "too much waits to be spoken")
            self._inbox.put(job)
        return job.seconds

    def render(self, text: str, language: str, path: Path) -> float:
        """Speak ``text`` into ``path`` and return its length in seconds, more than 0.

        Raises:
            VoiceFailed: It cannot be spoken.
            VoiceBusy: Too much waits already.
            DeviceUnreachable: The process hung or is gone.
        """
        return self.submit(text, language, path).result()

    def close(self) -> None:
        """End the process and the thread; what still waits fails."""
        with self._lock:
            if not self._closed:
                self._closed = True
                self._inbox.put(None)
        self._thread.join()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _closed_error(self) -> VoiceClosed:
        return VoiceClosed(DEVICE, "closed")

    # Everything below runs on the thread.

    def _run(self) -> None:
        while not self._closed:
            if self._child is None and time.monotonic() >= self._start_at:
                self._start()
            self._take()
        self._shut()

    def _take(self) -> None:
        try:
            message = self._inbox.get(timeout=self._patience_s())
        except queue.Empty:
            return
        match message:
            case _Job():
                self._settle(message, self._closed_error() if self._closed else self._speak(message))
            case _Ended(child):
                self._ended_idle(child)
            case None:
                pass

    def _patience_s(self) -> float | None:
        return None if self._child else max(0.0, self._start_at - time.monotonic())

    def _start(self) -> None:
        child = None
        try:
            child = Child(lambda ended: self._inbox.put(_Ended(ended)), self._command)
            greeting = child.hear(START_S)
        except (OSError, ChildEnded, ChildSilent, ValueError) as error:
            self._failed(child, f"cannot start: {error}")
        else:
            self._child = child
            self._languages = frozenset(greeting["languages"])
            self._voices = {
                language: f"{greeting.get('engine', '')} {voice}"
                for language, voice in greeting["languages"].items()
            }
            self._enter(SynthState.READY)
        self._settled.set()

    def _speak(self, job: _Job) -> float | DeviceError:
        request = {"text": job.text, "language": job.language, "path": str(job.path)}
        for _process in range(2):
            child = self._child
            if child is None:
                break
            try:
                answer = child.ask(request, self._deadline_s)
            except ChildEnded as error:
                # It may have ended long before this request, so the request deserves another process.
                self._failed(child, str(error))
                self._start_if_first()
            except (ChildSilent, ValueError) as error:
                self._failed(child, str(error))
                break
            else:
                self._recovered()
                return _outcome(answer)
        job.path.with_name(job.path.name + PART).unlink(missing_ok=True)
        return DeviceUnreachable(DEVICE, self._trouble)

    def _start_if_first(self) -> None:
        if self._backoff.delay_s(self.failures) == 0:
            self._start()

    def _ended_idle(self, child: Child) -> None:
        if child is self._child:
            self._failed(child, "the speech process ended")

    def _failed(self, child: Child | None, trouble: str) -> None:
        """Bury the child; the loop starts another once the backoff is over."""
        self.failures += 1
        self._trouble = trouble
        if self.failures == 1:
            log.warning("voice: %s", trouble)
        if child is not None:
            child.kill()
        self._child = None
        self._start_at = time.monotonic() + self._backoff.delay_s(self.failures)
        self._enter(SynthState.GONE if self.failures >= GONE_AFTER else SynthState.DEGRADED)

    def _recovered(self) -> None:
        if self.failures:
            log.info("voice: speaks again after %d failures", self.failures)
        self.failures = 0

    def _settle(self, job: _Job, outcome: float | DeviceError) -> None:
        self._places.release()
        if isinstance(outcome, DeviceError):
            job.seconds.set_exception(outcome)
        else:
            job.seconds.set_result(outcome)

    def _shut(self) -> None:
        if self._child:
            self._child.end()
            self._child = None
        while not self._inbox.empty():
            if isinstance(left := self._inbox.get(), _Job):
                self._settle(left, self._closed_error())
        self._enter(SynthState.GONE)

    def _enter(self, state: SynthState) -> None:
        if state is not self.state:
            self.state = state
            if self._on_state:
                self._on_state(state)


def _outcome(answer: dict[str, Any]) -> float | DeviceError:
    if "error" in answer:
        return VoiceFailed(DEVICE, answer["error"])
    seconds: float = answer["seconds"]
    return seconds if seconds > 0 else VoiceFailed(DEVICE, "nothing was spoken")
