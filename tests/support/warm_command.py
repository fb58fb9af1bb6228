"""``hallcall`` from a warm interpreter (:mod:`tests.support.warm`), with text instead of bytes."""

from __future__ import annotations

import subprocess
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from io import TextIOWrapper

from tests.support.warm import CORE, PROGRAMS, WarmProcess


class WarmCommand(WarmProcess):
    """``hallcall`` with some words; its errors are kept, or go where this process's go.

    Attributes:
        input: Where a line of text is written to.
        output: What it prints.
        errors: What it says on stderr; empty where that goes elsewhere.
    """

    def __init__(self, *words: str, stderr: int | None = subprocess.PIPE, **environment: str | None) -> None:
        imports = CORE if words[:1] == ("core",) else PROGRAMS
        super().__init__(imports, "hallcall", *words, stderr=stderr, **environment)
        self.input = TextIOWrapper(self.stdin, "utf-8", write_through=True)
        self.output = TextIOWrapper(self.stdout, "utf-8")
        self.errors = TextIOWrapper(self.stderr, "utf-8") if self.stderr else None

    def ended(self, within_s: float) -> subprocess.CompletedProcess[str]:
        """Wait until it has ended by itself and return how, and what it has said and was not read before.

        Raises:
            subprocess.TimeoutExpired: It runs on; it is killed.
        """
        with ExitStack() as stack:
            for each in (self.output, self.errors, self.input):
                if each is not None:
                    stack.enter_context(each)
            reading = stack.enter_context(ThreadPoolExecutor(2))
            said = reading.submit(self.output.read)
            errors = reading.submit(self.errors.read) if self.errors else None
            try:
                code = self.wait(within_s)
            except subprocess.TimeoutExpired:
                self.kill()
                raise
            return subprocess.CompletedProcess([], code, said.result(), errors.result() if errors else "")
