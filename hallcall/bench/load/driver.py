"""The load's other end: the bench tells it what to do."""

from __future__ import annotations

import json
import subprocess
import sys
from types import TracebackType
from typing import Any, Self

from hallcall.end_process import wait_or_kill

END_WITHIN_S = 10


class LoadFailed(Exception):
    """What the load was told to do did not work; the message says why."""


class LoadProcess:
    """A running load; it ends with the ``with``."""

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "hallcall.bench.load"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        process = self._process
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.close()
        wait_or_kill(process, END_WITHIN_S)
        process.stdout.close()

    def do(self, act: str, **order: Any) -> Any:
        """Have something done (:class:`hallcall.bench.load.acts.Load`) and return what came of it.

        Raises:
            LoadFailed: It did not work.
        """
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"act": act, **order}) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            raise LoadFailed(f"the load ended at {act!r}")
        answer = json.loads(line)
        if "failed" in answer:
            raise LoadFailed(f"{act}: {answer['failed']}")
        return answer
