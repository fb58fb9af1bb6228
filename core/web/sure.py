"""What a visitor does with the own visit on the phone: a question first, then the act."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from core.app.own_acts import BY_VISITOR, OwnAct, restore_passed
from core.app.ports import Command
from core.app.tickets import cancel
from core.domain.errors import HallError, RestoreRefused, StaleTicket, TicketEnded, TicketNotPassed
from core.domain.ticket import LegState
from core.web.visit import Looked, asked
from core.web.words import Speech

SAID: Mapping[type[HallError], str] = {
    TicketEnded: "cancel.too_late",
    TicketNotPassed: "restore.not_passed",
    RestoreRefused: "restore.refused",
    StaleTicket: "restore.stale",
}
"""The words for each refusal of an act."""


def question(looked: Looked, act: OwnAct, say: Speech) -> dict[str, str]:
    """Return what the page before an act says."""
    asks, means = asked(looked, act, say)
    yes = say("cancel.yes") if act is OwnAct.CANCEL else say("restore.yes")
    return {"act": act.value, "question": asks, "means": means, "yes": yes}


def refusal(looked: Looked, act: OwnAct) -> str:
    """Return the words for an act that is not possible as the visit stands."""
    if act is OwnAct.CANCEL:
        return "cancel.too_late"
    return "restore.refused" if looked.passed else "restore.not_passed"


def already(act: OwnAct, refused: HallError) -> bool:
    """Whether the act has been done before: a button that was touched twice."""
    done = LegState.VOID if act is OwnAct.CANCEL else LegState.WAITING
    return refused.params.get("state") == done.value


def command(act: OwnAct, ticket: str) -> Command:
    """Return the act as the core runs it."""
    does = cancel if act is OwnAct.CANCEL else restore_passed
    return partial(does, ticket=ticket, by=BY_VISITOR)
