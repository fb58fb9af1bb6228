"""How the simulated hall reaches a core: one of its own, or one that runs already."""

from __future__ import annotations

import secrets
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from core.domain.hall import Hall
from core.domain.people import Role
from core.service.tokens import Grant
from hallcall.data_dir import DataDir
from hallcall.demo.core_process import started_core
from hallcall.simulate.clock import midnight
from hallcall.simulated_day import A_MONDAY

GiveToken = Callable[[str, str, int | None], str]


@dataclass(frozen=True, slots=True)
class Access:
    """A core that is ready.

    Attributes:
        give: Gives a token for a role, a name and a window.
        pid: The core's process, if it is our own.
        began: The file in which it looks when the day began.
        midnight: When the day began by its clock; ``None``: it goes by the wall's.
        data: Our own core's folder.
        key: What the keys of all requests begin with.
    """

    url: str
    give: GiveToken
    seed: int
    pid: int | None = None
    began: Path | None = None
    midnight: datetime | None = None
    data: DataDir | None = None
    key: str = field(default_factory=lambda: secrets.token_hex(4))

    def token(self, role: str, name: str, window: int | None = None) -> str:
        """Return a token."""
        return self.give(role, name, window)


def running_core(url: str, token: str, seed: int) -> Access:
    """Return the way to a core that runs already."""
    return Access(url.rstrip("/"), lambda _role, _name, _window: token, seed)


@contextmanager
def own_core(hall: Hall, file: Path, stands_at_s: float, speed: float, seed: int) -> Iterator[Access]:
    """Run a core by the day's clock on a temporary folder.

    Raises:
        CoreDidNotStart: It ended at once.
    """
    begins = midnight(hall, A_MONDAY)
    with tempfile.TemporaryDirectory(prefix="hallcall-simulate-") as folder:
        data, began = DataDir(Path(folder) / "core"), Path(folder) / "began"
        tokens = data.tokens()

        def give(role: str, name: str, window: int | None) -> str:
            return tokens.issue(Grant(Role(role), name, window))

        stands_at = begins + timedelta(seconds=stands_at_s)
        words = [
            "hallcall.simulate.fast_core",
            f"--hall={file}",
            f"--data={data.path}",
            f"--stands-at={stands_at.isoformat()}",
            f"--speed={speed!r}",
            f"--began={began}",
        ]
        with started_core(words) as core:
            yield Access(core.url, give, seed, core.pid, began, begins, data)
