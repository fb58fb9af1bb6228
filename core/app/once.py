"""Do a thing once, however often it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from core.app.ports import Command, UnitOfWork
from core.domain.errors import KeyReused


def once(key: str | None, fingerprint: str, work: Callable[[UnitOfWork], dict[str, Any]]) -> Command:
    """Return ``work`` as a command that gives a repeated request its first answer.

    The answer is kept in the same transaction as what was done. A refusal is not kept: nothing was done.

    Args:
        key: The request's idempotency key; without one it is simply done.
        fingerprint: What was asked; the same key with another one raises ``KeyReused``.
        work: Does it and returns the JSON-ready answer.
    """

    def command(uow: UnitOfWork) -> dict[str, Any]:
        if key is None:
            return work(uow)
        found = uow.answers.find(key)
        if found is None:
            answer = work(uow)
            uow.answers.keep(key, fingerprint, answer)
            return answer
        if found[0] != fingerprint:
            raise KeyReused(idempotency_key=key)
        return found[1]

    return command


def settle(uow: UnitOfWork, *, key: str) -> bool:
    """Return whether the request of a key was done; what was not is not done any more either.

    For who had no answer: the key is spent, so that a copy still on its way is refused (``KeyReused``).
    """
    found = uow.answers.find(key)
    if found is None:
        uow.answers.spend(key)
        return False
    # No answer is empty but that of a key that was spent.
    return bool(found[1])
