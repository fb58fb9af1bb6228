"""A loudspeaker seen from the program: a process plays on it, and is started anew whenever that fails.

Qt's audio brings its process down or stops it for ever when the sound server is killed or hangs (tried,
docs/adr/0018); here that costs the announcement that was playing, and never a screen.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO, Any

from hardware.voice import wav

log = logging.getLogger(__name__)

COMMAND = (sys.executable, "-m", "hardware.voice.playing")
ROOT = Path(__file__).parents[2]

READY_S = 15.0
"""A process that does not say so soon whether it has a card hangs on the sound server."""
AGAIN_S = 6.0
"""So long after a card went an announcement waits for it: sound servers are started again by then."""
TRIES = 3
BEGIN_S = 6.0
"""A process that has not begun by then hangs."""
STALLED_S = 7.0
"""The process itself notices after 4 s that its card takes nothing."""
RETRY_S = (0.2, 1.0, 2.0, 5.0, 15.0, 60.0)
"""Waits before a process without a card is started again; the last one stays."""
END_S = 2.0


class Loudspeaker:
    """One card, or one channel of it.

    ``play`` is called on one thread; :meth:`start`, :meth:`stop` and :meth:`close` on any.

    Attributes:
        device: Name of the card, ``None`` while there is none.
    """

    def __init__(
        self,
        card: str = "",
        place: int | None = None,
        changed: Callable[[str | None], None] = lambda _name: None,
        *,
        command: Sequence[str] = COMMAND,
    ) -> None:
        """Know a card; nothing is opened before :meth:`start`.

        Args:
            card: Its name or id as the system tells it; ``""``: the system's usual one.
            place: Which of its channels, from 1; ``None``: all of them.
            changed: Told the card's name or ``None`` when that changed, on a thread of this loudspeaker.
        """
        self.device: str | None = None
        self.changed = changed
        self._command = [*command, card, "" if place is None else str(place)]
        self._process: subprocess.Popen[bytes] | None = None
        self._closed = threading.Event()
        self._known = threading.Condition()
        self._ready = False
        self._told = False
        self._hope_until = 0.0
        self._last_id = 0
        self._writing = threading.Lock()
        self._events: queue.SimpleQueue[tuple[Any, ...]] = queue.SimpleQueue()
        self._keeper = threading.Thread(target=self._keep, name="loudspeaker", daemon=True)

    def start(self) -> None:
        """Look for the card."""
        self._hope_until = time.monotonic() + READY_S
        self._keeper.start()

    def close(self) -> None:
        """Be silent at once; what is playing ends."""
        self._closed.set()
        self._kill()
        with self._known:
            self._known.notify_all()
        if self._keeper.ident is not None:
            self._keeper.join(END_S)

    def stop(self) -> None:
        """Be silent at once: what plays ends, and ``play`` returns ``False``. Returns at once, too."""
        process, last = self._process, self._last_id
        self._events.put(("ended", last, False))
        if process is not None and process.stdin is not None:
            self._write(process.stdin, {"id": last, "bytes": 0, "volume": 0, "stop": True})

    @property
    def pid(self) -> int | None:
        """The playing process."""
        process = self._process
        return process.pid if process else None

    def play(self, samples: bytes, volume: float = 1.0, began: Callable[[], None] = lambda: None) -> bool:
        """Play samples and return when they have been heard: ``False`` if not, or not to their end.

        Args:
            volume: From 0 to 1.
            began: Told when the first samples go to the card.
        """
        told = _Once(began)
        for _ in range(TRIES):
            if not self._has_card():
                return False
            whole = self._play(samples, volume, told)
            if whole is not None:
                return whole
            # The process ended before anything was heard: its successor may do better.
        return False

    def _has_card(self) -> bool:
        """Wait for a card that was there just now, and for the first look for one."""
        with self._known:
            while not self._can_play and not self._closed.is_set():
                hope_s = self._hope_until - time.monotonic()
                if hope_s <= 0:
                    return False
                self._known.wait(hope_s)
            return self._can_play and not self._closed.is_set()

    @property
    def _can_play(self) -> bool:
        return self._ready and self.device is not None

    def _play(self, samples: bytes, volume: float, began: _Once) -> bool | None:
        """Return whether it was heard to its end; ``None``: nothing of it was, and the process is gone."""
        process = self._process
        if process is None or process.stdin is None:
            return None
        self._last_id += 1
        head = {"id": self._last_id, "bytes": len(samples), "volume": volume}
        self._write(process.stdin, head, samples)
        event = self._wait(process, BEGIN_S)
        if event is not None and event[0] == "started":
            began()
            event = self._wait(process, wav.seconds(samples) + STALLED_S)
            return event is not None and event[0] == "ended" and bool(event[2])
        return None if event is None else False

    def _write(self, pipe: IO[bytes], head: dict[str, Any], samples: bytes = b"") -> None:
        """A process that hangs takes nothing: whoever waits for it must not hang with it."""
        what = json.dumps(head).encode() + b"\n" + samples
        threading.Thread(target=self._write_whole, args=(pipe, what), daemon=True).start()

    def _write_whole(self, pipe: IO[bytes], what: bytes) -> None:
        with self._writing, contextlib.suppress(OSError, ValueError):
            pipe.write(what)
            pipe.flush()

    def _wait(self, process: subprocess.Popen[bytes], seconds: float) -> tuple[Any, ...] | None:
        """Return what is said of the clip next; ``None`` once the process has ended, or was ended."""
        deadline = time.monotonic() + seconds
        while True:
            try:
                event = self._events.get(timeout=max(0.0, deadline - time.monotonic()))
            except queue.Empty:
                log.warning("the loudspeaker's process hangs and is started again")
                process.kill()
                event = ("gone", process.pid)
            if event == ("gone", process.pid):
                with self._known:
                    # Its end may not have been noticed yet, and nobody must wait for it again.
                    self._ready = self._ready and self._process is not process
                    self._hope_until = time.monotonic() + AGAIN_S
                return None
            if event[0] != "gone" and event[1] == self._last_id:
                return event

    def _keep(self) -> None:
        tries = 0
        while not self._closed.is_set():
            had_card = False
            try:
                had_card = self._run()
            except OSError as error:
                log.error("the loudspeaker's process cannot be started: %s", error)
            tries = 0 if had_card else tries + 1
            self._say(None)
            self._closed.wait(RETRY_S[min(tries, len(RETRY_S) - 1)])

    def _run(self) -> bool:
        """Have one process play until it ends, and return whether it had a card."""
        process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=ROOT,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._process = process
        if self._closed.is_set():
            process.kill()
        hung = threading.Timer(READY_S, process.kill)
        hung.daemon = True
        hung.start()
        had_card = False
        assert process.stdout is not None
        with process.stdout as output:
            for line in output:
                event = json.loads(line)
                if event[0] == "ready":
                    hung.cancel()
                    self._be_ready(event[1])
                elif event[0] == "device":
                    self._say(event[1])
                else:
                    self._events.put(tuple(event))
                had_card = had_card or self.device is not None
        hung.cancel()
        with self._known:
            self._ready, self._process = False, None
        process.wait()
        self._close_input(process)
        self._events.put(("gone", process.pid))
        return had_card

    def _be_ready(self, name: str | None) -> None:
        with self._known:
            self._ready = True
            if not self._told:
                # Nobody knew of a card: there is none to be waited for.
                self._hope_until = 0.0
        self._say(name)

    def _say(self, name: str | None) -> None:
        with self._known:
            if name == self.device and self._told:
                return
            if name is None and self.device is not None:
                self._hope_until = time.monotonic() + AGAIN_S
            self.device = name
            self._known.notify_all()
        self._tell(name)

    def _tell(self, name: str | None) -> None:
        self._told = True
        if not self._closed.is_set():
            self.changed(name)

    def _kill(self) -> None:
        process = self._process
        if process is not None:
            with contextlib.suppress(OSError):
                process.kill()

    @staticmethod
    def _close_input(process: subprocess.Popen[bytes]) -> None:
        assert process.stdin is not None
        with contextlib.suppress(OSError):
            process.stdin.close()


class _Once:
    """Calls something once, however often it is asked to."""

    def __init__(self, what: Callable[[], None]) -> None:
        self._what = what
        self._done = False

    def __call__(self) -> None:
        if not self._done:
            self._done = True
            self._what()
