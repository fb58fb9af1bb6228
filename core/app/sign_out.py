"""A clerk ends the shift."""

from __future__ import annotations

from datetime import datetime

from core.app.ports import UnitOfWork
from core.app.windows import leave_others


def sign_out(uow: UnitOfWork, *, clerk: str, token: str, expires: datetime | None, by: str) -> list[int]:
    """Close the clerk's windows and give the token back; return the numbers of the windows.

    Args:
        token: The token's id.
        expires: When it would have ended by itself.

    Raises:
        ClerkElsewhere: Somebody is still at one of the windows.
    """
    closed = leave_others(uow, window=None, clerk=clerk, by=by)
    uow.clerks.sign_out(token, expires)
    return closed
