"""A hall whose visitors look at their phones, with a clock that the test moves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from core.domain.hall import Hall, Matter, Stage
from core.domain.people import Role
from tests.support.browser import Page
from tests.support.clock import Clock
from tests.support.clocked_core import ClockedCore, clocked_core
from tests.support.halls import lhasa_like

NAUGHTY = "<b>A&amp;B</b> \"'{{ 7*7 }}"


def phone_hall() -> Hall:
    """Return a hall with phones, a rule for those who are passed, and a matter of three steps."""
    hall = lhasa_like()
    shop = {"zh": "开办食品店", "bo": "ཟས་རིགས་ཚོང་ཁང་འཛུགས་པ།", "en": "Opening a food shop"}
    return replace(
        hall,
        rules=replace(hall.rules, pass_after_s=0),
        phone="0891-6325000",
        complaint_phone="12345",
        passed_rule={"zh": "请到导服台", "bo": "ལམ་སྟོན་པར་འདྲི་རོགས་གནང་།", "en": "Go to the guide's desk"},
        matters=(
            Matter("shop", shop, tuple(map(Stage, (("company",), ("food", "advice"), ("insurance",))))),
        ),
    )


class Visitor:
    """Who took a ticket, and looks at its page.

    Attributes:
        ticket: As the core answered it.
    """

    def __init__(self, hall: ClockedCore, **wish: Any) -> None:
        self._hall = hall
        wished = wish if wish.keys() & {"item", "matter"} else {"queue": "insurance"} | wish
        self.ticket: dict[str, Any] = hall.post("/api/tickets", wished).body
        self.address = f"/t/{self.ticket['track']}"

    def sees(self, lang: str = "en") -> Page:
        """Return the page as it is now, in a language, ``""`` for the visitor's own."""
        answer = self._hall.browse("GET", self.address + (f"?lang={lang}" if lang else ""))
        assert answer.status_code == 200, answer
        return Page(answer.text)


class Desk:
    """A hall, and how its windows work."""

    def __init__(self, hall: ClockedCore) -> None:
        self.hall = hall

    def visitor(self, **wish: Any) -> Visitor:
        """Return somebody who takes a ticket."""
        return Visitor(self.hall, **wish)

    def at(self, window: int, *acts: str, **body: Any) -> Any:
        """Let a window act; return the last answer."""
        answer: Any = None
        for act in acts:
            reply = self.hall.post(f"/api/windows/{window}/{act}", body or None, Role.ADMIN)
            assert reply.status == 200, reply
            answer = reply.body
        return answer


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    """A hall at work."""
    with clocked_core(phone_hall(), tmp_path, clock) as hall:
        yield Desk(hall)
