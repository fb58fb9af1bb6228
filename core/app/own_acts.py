"""What visitors do with their own tickets: give one up, take a passed number again (docs/adr/0020)."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from core.app.ports import UnitOfWork
from core.app.tickets import restore_leg
from core.domain.hall import Hall
from core.domain.leg import Leg
from core.domain.rules import Restore
from core.domain.ticket import LegState
from core.domain.visit import current, in_state

BY_VISITOR = "visitor"
"""Who did it, in the event of an act by the slip's own code."""


class OwnAct(StrEnum):
    """What visitors may do with their tickets; the values are the words on the wire."""

    CANCEL = "cancel"
    RESTORE = "restore"


def own_acts(hall: Hall, legs: Sequence[Leg]) -> tuple[OwnAct, ...]:
    """Return what a visitor could do with a visit as it stands."""
    here = current(legs)
    acts = []
    if here.state is not LegState.SERVING and not here.state.ended:
        acts.append(OwnAct.CANCEL)
    passed = in_state(legs, LegState.PASSED)
    if passed.state is LegState.PASSED and hall.rules_of(passed.queue).restore is not Restore.VOID:
        acts.append(OwnAct.RESTORE)
    return tuple(acts)


def restore_passed(uow: UnitOfWork, *, ticket: str, by: str) -> Leg:
    """Let a passed visitor wait again where the queue's rule says.

    A suspended one does not come back so: that would be first in line, and it is for the staff to see that
    somebody is here.

    Raises:
        TicketUnknown, TicketNotPassed: There is no such passed ticket.
        RestoreRefused: Passed numbers of that queue are void.
    """
    return restore_leg(uow, in_state(uow.tickets.legs_of(ticket), LegState.PASSED), by=by)
