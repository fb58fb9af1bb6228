"""Keeps a program running: starts it, starts it again when it dies or hangs, and ends it when told to end.

The program says that it is alive by one byte a second on a pipe (:mod:`core.qt.heartbeat`), from the thread
that paints; so a screen that hangs is noticed too. Nothing of Qt is imported here: the keeper must not die of
what the screen dies of, and it stays small.
"""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from types import FrameType

from core.heartbeat import BEAT
from hallcall.exits import DONE, FAILED, LOG_FORMAT, WRONG_USE
from hallcall.keeper_family import Family
from hallcall.keeper_notify import ALIVE, READY, STOPPING, tell_systemd
from hallcall.keeper_rules import Pauses, Watch

log = logging.getLogger("hallcall.keeper")

END_WITHIN_S = 10.0
"""How long a program may take to end when it is told to."""
_LOOK_S = 0.5
_FOR_GOOD = frozenset({DONE, WRONG_USE})
"""Exit codes after which it is not started again: it was closed by somebody who may, or is called wrongly."""


if sys.platform == "win32":

    def keep(words: Sequence[str]) -> int:
        """Keep ``hallcall WORDS`` running until this process is told to end; return the exit code."""
        return _keep(words)

else:

    def keep(words: Sequence[str]) -> int:
        """Become a process that keeps ``hallcall WORDS`` running until it is told to end.

        This one read a command line: 2 MB that would lie about for weeks.
        """
        sys.stderr.flush()
        os.execv(sys.executable, [sys.executable, "-m", "hallcall.keeper", *words])  # noqa: S606


def _keep(words: Sequence[str]) -> int:
    with _told_to_end() as ending:
        return Keeper([sys.executable, "-m", "hallcall", *words], ending).run()


class Keeper:
    """Starts a program again and again.

    Attributes:
        family: What runs now, ``None`` between two starts.
    """

    def __init__(
        self, words: Sequence[str], ending: threading.Event, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Make it ready.

        Args:
            words: The program and its arguments.
            ending: Set when the keeper is to end.
            clock: Monotonic seconds.
        """
        self._words = words
        self._ending = ending
        self._clock = clock
        self._pauses = Pauses()
        self.family: Family | None = None

    def run(self) -> int:
        """Keep it running; return the exit code of the keeper."""
        tell_systemd(READY)
        while not self._ending.is_set():
            began = self._clock()
            code = self._run_once()
            if self._ending.is_set():
                break
            if code in _FOR_GOOD:
                log.info("it ended with exit code %d, and is not started again", code)
                return code
            self._pause(code, self._clock() - began)
        tell_systemd(STOPPING)
        return DONE

    def _run_once(self) -> int:
        """Run the program until it has ended, by itself or by us; nothing of it is left then."""
        try:
            self.family = family = Family(self._words, BEAT)
        except OSError as error:
            log.error("it cannot be started: %s", error)
            return FAILED
        watch = Watch(self._clock())
        over = threading.Event()
        threads = [
            threading.Thread(target=_listen, args=(family.beats, watch), daemon=True),
            threading.Thread(target=_await, args=(family, over), daemon=True),
        ]
        for thread in threads:
            thread.start()
        self._look(family, watch, over)
        # What the program had started goes with it. This also ends the pipe, should one of them hold it.
        family.kill()
        for thread in threads:
            thread.join()
        self.family = None
        return family.close()

    def _look(self, family: Family, watch: Watch, over: threading.Event) -> None:
        while not over.wait(_LOOK_S):
            tell_systemd(ALIVE)
            if self._ending.is_set():
                family.ask_to_end()
                over.wait(END_WITHIN_S)
                return
            if watch.hangs(self._clock()):
                log.error("it has been silent for %.0f s: it hangs, and is killed", watch.silent_s)
                return

    def _pause(self, code: int, ran_s: float) -> None:
        pause_s = self._pauses.after(ran_s)
        log.error("it %s after %.0f s, and is started again in %.1f s", _how(code), ran_s, pause_s)
        until = self._clock() + pause_s
        while not self._ending.is_set() and (left := until - self._clock()) > 0:
            tell_systemd(ALIVE)
            self._ending.wait(min(left, _LOOK_S))


def _listen(beats: int, watch: Watch) -> None:
    while os.read(beats, 64):
        watch.beat()


def _await(family: Family, over: threading.Event) -> None:
    family.await_end()
    over.set()


def _how(code: int) -> str:
    return f"was ended by signal {-code}" if code < 0 else f"ended with exit code {code}"


@contextmanager
def _told_to_end() -> Iterator[threading.Event]:
    """Give an event that is set when this process is told to end."""
    ending = threading.Event()

    def end(_signal: int, _frame: FrameType | None) -> None:
        ending.set()

    asked = [signal.SIGINT, signal.SIGTERM]
    if sys.platform == "win32":
        asked.append(signal.SIGBREAK)
    else:
        asked.append(signal.SIGHUP)
    before = {each: signal.signal(each, end) for each in asked}
    try:
        yield ending
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format=LOG_FORMAT, stream=sys.stderr)
    sys.exit(_keep(sys.argv[1:]))
