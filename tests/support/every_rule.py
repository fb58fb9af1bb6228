"""A hall small enough for random histories that runs by every rule there is."""

from __future__ import annotations

from dataclasses import replace

from core.app.ports import UnitOfWork
from core.domain.booking import BookingRules
from core.domain.hall import (
    REASON_ACTS,
    Hall,
    Item,
    Material,
    Matter,
    Proof,
    Reason,
    Stage,
    Tier,
    VisitorClass,
    Window,
)
from core.domain.people import Clerk, Role
from core.domain.rules import Restore, Rules
from tests.support.halls import lhasa_like

SKILLS: dict[str, tuple[str, ...] | None] = {
    "1": None,
    "2": ("insurance",),
    "3": ("company", "food"),
    "4": ("food",),
    "5": None,
}
"""Clerks by their ids, with the queues they are qualified for."""


def every_rule() -> Hall:
    """Return the hall of three languages with rules of every kind.

    ``business``: a matter with an ordinary step, two in parallel, a pay step that goes back, and one more.
    """
    hall = lhasa_like()
    rules = {
        "insurance": Rules(cap=2, keep_suspended_days=2),
        "company": Rules(restore=Restore.AFTER, restore_after=1, recall_most=1, cap=3),
        "food": Rules(restore=Restore.VOID, pass_after_s=30, recall_gap_s=20, undo_s=300),
    }
    return replace(
        hall,
        queues=tuple(replace(queue, rules=rules.get(queue.id)) for queue in hall.queues),
        items=tuple(_with_papers(item) for item in hall.items),
        matters=(
            Matter(
                "business",
                {"zh": "开办企业"},
                (
                    Stage(("insurance",)),
                    Stage(("company", "food")),
                    Stage(("advice",), back=True),
                    Stage(("insurance",)),
                ),
            ),
            Matter("at_once", {"zh": "并联审批"}, (Stage(("insurance", "company")), Stage(("food",)))),
            Matter("paid", {"zh": "办证缴费"}, (Stage(("company",)), Stage(("advice",), back=True))),
        ),
        windows=(
            Window(1, "social", (Tier(("insurance",)),)),
            Window(2, "social", (Tier(("insurance",)), Tier(("company",), when_wait_over_min=5))),
            Window(3, "business", (Tier(("company",)), Tier(("food",)))),
            Window(4, "business", (Tier(("company", "food")),)),
            Window(5, "business", (Tier(("advice",)), Tier(("food",), when_wait_over_min=10))),
        ),
        classes=(
            *hall.classes,
            VisitorClass("disabled", {"zh": "残疾人"}, head_start_min=20.0, proof=Proof.GUIDE),
            VisitorClass("booked", {"zh": "预约"}, weight=1.5),
        ),
        bookings=BookingRules(visitor_class="booked", ratio=(2, 1)),
        reasons=(*hall.reasons, *(Reason(f"any_{act}", {"zh": act}, act) for act in REASON_ACTS)),
    )


def _with_papers(item: Item) -> Item:
    return replace(item, materials=(Material("form", {"zh": "申请表"}), Material("photo", {"zh": "照片"})))


def hire(uow: UnitOfWork) -> None:
    """Enter the clerks of :data:`SKILLS`."""
    for clerk, skills in SKILLS.items():
        uow.clerks.save(Clerk(clerk, f"窗口{clerk}", Role.CLERK, "hash", skills))
