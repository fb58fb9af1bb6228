"""The core that runs on a data folder of this machine: asked with an administrator's token made for it."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hallcall.data_dir import DataDir

TIMEOUT_S = 10


class NoCore(Exception):
    """No core runs there, or it does not answer; the message says which, and what to do."""


class CoreSaidNo(Exception):
    """The core refused; the message is its key and what it says beside it."""


def must_run(data: DataDir) -> None:
    """Look whether a core may be running on a data folder.

    Raises:
        NoCore: None can be.
    """
    if not data.address.exists():
        raise NoCore(_none_runs(data))


def ask_own_core(data: DataDir, method: str, path: str, body: Mapping[str, Any] | None = None) -> Any:
    """Return what the core on a data folder answers.

    Raises:
        NoCore: None runs, or it does not answer.
        CoreSaidNo: It refused.
    """
    from core.domain.people import Role
    from core.service.tokens import Grant

    must_run(data)
    token = data.tokens().issue(Grant(Role.ADMIN, "command line"))
    request = urllib.request.Request(  # noqa: S310
        data.address.read_text(encoding="ascii") + path,
        None if body is None else json.dumps(body).encode(),
        {"Content-Type": "application/json", "Authorization": f"Bearer {token}"},
        method=method,
    )
    # The core is on this machine: the way there is no proxy's, whatever the environment says.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(request, timeout=TIMEOUT_S) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as error:
        with error:
            problem = json.load(error)
        raise CoreSaidNo(f"{problem.get('key')} {problem.get('params')}") from error
    except OSError as error:
        # A core that was killed leaves its address behind.
        refused = isinstance(getattr(error, "reason", None), ConnectionRefusedError)
        raise NoCore(_none_runs(data) if refused else f"the core does not answer: {error}") from error


def _none_runs(data: DataDir) -> str:
    return f"no core is running on {data.path}; start 'hallcall core' first"
