"""What the core is told of slips: in order, with one key each, until it has answered."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication

from core.client.reply import Answer, Refused, Reply, Unreachable
from core.domain.slip import SlipState
from hardware.printer.ticket_printer import Outcome
from kiosk import slip_reports
from kiosk.slip_reports import SlipReports
from tests.support.fake_link import FakeLink

PRINTED = Outcome(SlipState.PRINTED)
NO_PAPER = Outcome(SlipState.FAILED, "printer.paper_out", "the roll has ended")


class Core:
    """The reports of one kiosk, and the core that answers them."""

    def __init__(self) -> None:
        self.link = FakeLink()
        self.reports = SlipReports(self.link, "取号机一")
        self.keys: list[str] = []

    def answers(self, reply: Reply) -> None:
        ask = self.link.unanswered.popleft()
        self.keys.append(ask.key)
        ask.answer(reply)

    @property
    def told(self) -> list[tuple[str, str]]:
        return [(path, body["state"]) for path, body in self.link.posts]


@pytest.fixture
def core(qapp: QCoreApplication) -> Core:
    return Core()


def test_each_is_told_after_the_one_before(core: Core) -> None:
    core.reports.add("a", PRINTED)
    core.reports.add("b", NO_PAPER)
    assert core.link.posts == [
        ("/api/tickets/a/slip", {"state": "printed", "reason": None, "printer": "取号机一"})
    ]
    core.answers(Answer({}))
    assert core.link.posts[1:] == [
        ("/api/tickets/b/slip", {"state": "failed", "reason": "printer.paper_out", "printer": "取号机一"})
    ]
    core.answers(Answer({}))
    assert core.reports.untold == 0
    assert len(set(core.keys)) == 2


@pytest.mark.parametrize("lost", [Unreachable("gone"), Refused("store.failed", {}, 503)])
def test_what_was_not_answered_is_told_again_with_its_key_when_the_core_is_back(
    core: Core, lost: Reply
) -> None:
    core.reports.add("a", PRINTED)
    core.answers(lost)
    core.reports.add("b", PRINTED)
    assert core.told == [("/api/tickets/a/slip", "printed")], "not before the core is back"
    core.link.go_live()
    core.answers(Answer({}))
    core.answers(Answer({}))
    assert [path for path, _ in core.told] == ["/api/tickets/a/slip"] * 2 + ["/api/tickets/b/slip"]
    assert core.keys[0] == core.keys[1] != core.keys[2]


@pytest.mark.logs("the core does not take what became of a slip")
def test_a_refusal_does_not_hold_up_the_others(core: Core) -> None:
    core.reports.add("a", PRINTED)
    core.reports.add("b", PRINTED)
    core.answers(Refused("ticket.unknown", {}, 404))
    core.answers(Answer({}))
    assert core.reports.untold == 0


@pytest.mark.logs("the core was away too long: /api/tickets/0/slip is not told printed")
def test_no_more_are_kept_than_can_be(core: Core, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slip_reports, "MOST", 3)
    core.reports.add("0", PRINTED)
    core.answers(Unreachable("gone"))
    for ticket in "123":
        core.reports.add(ticket, PRINTED)
    core.link.go_live()
    while core.reports.untold:
        core.answers(Answer({}))
    assert [path[13] for path, _ in core.told] == ["0", "1", "2", "3"]
