"""A hall with something of everything: matters, papers, limits, proofs, reasons of every act."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from core.domain.calendar import Holiday
from core.domain.hall import Hall, Material, Matter, Proof, Reason, Stage, VisitorClass
from core.domain.limits import Limit, LimitUnit
from tests.support.halls import REASONS, lhasa_like

MORE_REASONS = tuple(
    Reason(name, {"zh": name, "bo": name, "en": name}, act)
    for act, name in (
        ("call", "train"),
        ("suspend", "photo"),
        ("transfer", "wrong_queue"),
        ("class", "seen"),
        ("cancel", "left"),
        ("finish", "granted"),
    )
)
DISABLED = VisitorClass(
    "disabled", {"zh": "残疾人", "bo": "དབང་པོ་སྐྱོན་ཅན།", "en": "Disabled"}, proof=Proof.GUIDE
)
SENIOR = VisitorClass("senior", {"zh": "高龄", "bo": "རྒན་རབས།", "en": "Senior"}, proof=Proof.AGE, age_from=70)


def rule_hall() -> Hall:
    """Return :func:`tests.support.halls.lhasa_like` with a rule of every kind."""
    hall = lhasa_like()
    card = replace(
        hall.items[0],
        materials=(Material("form", {"zh": "申请表"}), Material("photo", {"zh": "照片"}, copies=2)),
        promised=Limit(4, LimitUnit.WORKING_DAYS),
        legal=Limit(10, LimitUnit.WORKING_DAYS),
    )
    opening = Matter(
        "opening",
        {"zh": "开办企业", "bo": "ཁེ་ལས་འཛུགས་པ།", "en": "Open a company"},
        (Stage(("company",)), Stage(("insurance",), back=True), Stage(("food",))),
    )
    return replace(
        hall,
        items=(card, *hall.items[1:]),
        matters=(opening,),
        reasons=(*REASONS, *MORE_REASONS),
        classes=(*hall.classes, DISABLED, SENIOR),
        holidays=(Holiday(date(2026, 11, 25), date(2026, 11, 26), {"zh": "节日", "en": "Feast"}),),
    )
