"""A program and all that it starts: none of them outlives the keeper, and they end together.

Linux: the program leads a process group and gets SIGKILL when the thread that started it dies.
Source: prctl(2), PR_SET_PDEATHSIG.

Windows: it is put into a job that ends with the keeper's last handle to it.
Source: https://learn.microsoft.com/windows/win32/procthread/job-objects, JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress

if sys.platform == "win32":
    from hallcall.keeper_job import Job


class Family:
    """One start of a program, with a pipe on which it beats.

    Attributes:
        process: The program.
        beats: File descriptor from which its beats are read; at its end when the program has ended.
    """

    def __init__(self, words: Sequence[str], variable: str) -> None:
        """Start it.

        Args:
            words: The program and its arguments.
            variable: The environment variable that says to it where its beats go.

        Raises:
            OSError: It cannot be started.
        """
        self.beats, theirs = os.pipe()
        try:
            self.process = _start(words, variable, theirs)
        except BaseException:
            os.close(self.beats)
            raise
        finally:
            os.close(theirs)
        if sys.platform == "win32":
            self._job = Job()
            self._job.take(int(self.process._handle))  # type: ignore[attr-defined]

    def ask_to_end(self) -> None:
        """Tell the program to end; it may take its time."""
        with suppress(OSError):
            if sys.platform == "win32":
                self.process.send_signal(signal.CTRL_BREAK_EVENT)
            else:
                self.process.terminate()

    def kill(self) -> None:
        """End the program and all that it has started, now."""
        if sys.platform == "win32":
            self._job.close()
            self.process.kill()
        else:
            # A stopped process gets this too. The program is not waited for yet: its number is its own.
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, signal.SIGKILL)

    def await_end(self) -> None:
        """Wait until the program has ended; what it started may live on."""
        if sys.platform == "win32":
            self.process.wait()
        else:
            # Its number stays taken, so that nobody else's group is killed.
            os.waitid(os.P_PID, self.process.pid, os.WEXITED | os.WNOWAIT)

    def close(self) -> int:
        """Give the pipe back, once nobody reads from it, and return the program's exit code."""
        os.close(self.beats)
        return self.process.wait()


if sys.platform == "win32":

    def _start(words: Sequence[str], variable: str, theirs: int) -> subprocess.Popen[bytes]:
        import msvcrt

        handle = msvcrt.get_osfhandle(theirs)
        os.set_handle_inheritable(handle, True)
        start = subprocess.STARTUPINFO(lpAttributeList={"handle_list": [handle]})
        return subprocess.Popen(  # noqa: S603
            words,
            env=_environment(variable, handle),
            stdin=subprocess.DEVNULL,
            startupinfo=start,
            creationflags=subprocess.CREATE_NEW_PROCESS_GROUP,
        )

else:

    def _start(words: Sequence[str], variable: str, theirs: int) -> subprocess.Popen[bytes]:
        # The keeper has one thread whenever it comes here: the only way in which preexec_fn is safe.
        return subprocess.Popen(  # noqa: S603
            words,
            env=_environment(variable, theirs),
            stdin=subprocess.DEVNULL,
            pass_fds=(theirs,),
            process_group=0,
            preexec_fn=_die_with_parent(os.getpid()) if sys.platform == "linux" else None,
        )


def _environment(variable: str, pipe: int) -> Mapping[str, str]:
    return {**os.environ, variable: str(pipe)}


if sys.platform == "linux":
    from collections.abc import Callable

    _PR_SET_PDEATHSIG = 1

    def _die_with_parent(parent: int) -> Callable[[], None]:
        import ctypes

        prctl = ctypes.CDLL(None, use_errno=True).prctl

        def ask_for_it() -> None:
            prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
            if os.getppid() != parent:
                # It died before this was asked.
                os._exit(1)

        return ask_for_it
