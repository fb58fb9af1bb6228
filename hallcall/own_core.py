"""The core that runs on a data folder of this machine: asked with an administrator's token made for it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from hallcall.over_http import OverHttp, Unreachable

if TYPE_CHECKING:
    from hallcall.data_dir import DataDir


def must_run(data: DataDir) -> None:
    """Look whether a core may be running on a data folder.

    Raises:
        Unreachable: None can be.
    """
    if not data.address.exists():
        raise Unreachable(_none_runs(data))


def ask_own_core(data: DataDir, method: str, path: str, body: Mapping[str, Any] | None = None) -> Any:
    """Return what the core on a data folder answers.

    Raises:
        Unreachable: None runs, or it does not answer.
        Refused: It said no.
    """
    must_run(data)
    try:
        return json.loads(own_core(data).ask(method, path, body))
    except Unreachable as error:
        # A core that was killed leaves its address behind.
        if isinstance(getattr(error.__cause__, "reason", None), ConnectionRefusedError):
            raise Unreachable(_none_runs(data)) from error
        raise


def own_core(data: DataDir) -> OverHttp:
    """Return the core whose address lies in a data folder, with a token that lets do everything."""
    from core.domain.people import Role
    from core.service.tokens import Grant

    token = data.tokens().issue(Grant(Role.ADMIN, "command line"))
    return OverHttp(data.address.read_text(encoding="ascii"), token)


def _none_runs(data: DataDir) -> str:
    return f"no core is running on {data.path}; start 'hallcall core' first"
