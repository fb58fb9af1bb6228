"""Which way this system tells that its session is locked or that it sleeps."""

from __future__ import annotations

import logging
import sys

from caller.app import CallerApp
from caller.session.guard import SessionGuard
from caller.session.watch import SessionWatch

log = logging.getLogger(__name__)


def guard_session(app: CallerApp) -> SessionGuard | None:
    """Let the console follow the PC's session; ``None``, and a line in the log, where nobody tells of it."""
    try:
        watch = _watch()
    except (ImportError, OSError) as error:
        log.info("that the session is locked or the machine sleeps is not heard here: %s", error)
        return None
    guard = SessionGuard(app, watch, app)
    guard.start()
    return guard


def _watch() -> SessionWatch:
    if sys.platform == "win32":
        from caller.session.windows import WindowsSession

        return WindowsSession()
    if sys.platform == "linux":
        from caller.session.logind import LogindSession

        return LogindSession()
    raise OSError(f"{sys.platform} has no way that is known here")
