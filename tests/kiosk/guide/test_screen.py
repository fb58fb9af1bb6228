"""A guide at the tablet, by touch."""

from __future__ import annotations

from datetime import timedelta

import pytest

from core.client.reply import Answer, Refused
from core.domain.people import Role
from kiosk.state import Page
from tests.kiosk.conftest import ticket
from tests.kiosk.guide.conftest import AT, CLERK, NAME, PIN, Tablet, leg, queues, ticket_now
from tests.support import qml

pytestmark = pytest.mark.logs("no printer is set up")

DEVICES = Answer(
    {
        "devices": [
            {"machine": "kiosk-1", "name": "取号机一", "kind": "printer", "state": "ready", "key": ""},
            {
                "machine": "kiosk-2",
                "name": "取号机二",
                "kind": "printer",
                "state": "gone",
                "key": "printer.paper_out",
            },
            {"machine": "kiosk-2", "name": "读卡器", "kind": "card_reader", "state": "ready", "key": ""},
        ]
    }
)


def test_a_guide_signs_in_with_number_and_pin(tablet: Tablet) -> None:
    tablet.connect()
    tablet.sign_in()
    assert tablet.gate.posts == [("/api/sign-in", {"clerk": CLERK, "pin": PIN})]
    assert tablet.tokens == ["", "t-1"]
    assert tablet.page() is Page.GUIDE
    assert NAME in qml.text_of(tablet.view, "title.main")
    assert not tablet.app._session.inputs.entries


@pytest.mark.parametrize("key", ["sign_in.refused", "sign_in.blocked"])
def test_a_wrong_pin_is_said_and_typed_anew(tablet: Tablet, key: str) -> None:
    tablet.connect()
    tablet.gate.answer_next("/api/sign-in", Refused(key))
    tablet.open_sign_in()
    tablet.type(CLERK)
    tablet.tap("guide.pin")
    tablet.type("1111")
    assert qml.text_of(tablet.view, "typed") == "●●●●"
    tablet.tap("guide.in")
    tablet.settle()
    assert tablet.page() is Page.NOTICE
    tablet.tap("understood")
    assert qml.text_of(tablet.view, "typed") == CLERK


def test_a_clerk_is_no_guide_and_keeps_no_token(tablet: Tablet) -> None:
    tablet.connect()
    tablet.line.answer_next("/api/sign-out", Answer({}))
    tablet.sign_in(Role.CLERK)
    tablet.settle()
    assert tablet.page() is Page.NOTICE
    assert tablet.line.posts == [("/api/sign-out", {})]
    assert not tablet.app._session.inputs.guide.here


def test_the_zones_are_seen_at_a_glance(tablet: Tablet) -> None:
    tablet.connect(insurance=12)
    tablet.line.answer_next("/api/queues", queues(insurance=2100))
    tablet.sign_in()
    tablet.settle()
    facts = [qml.text_of(tablet.view, f"guide.zone:social.fact:{at}") for at in range(4)]
    assert facts == ["12人等候", "最长35分钟", "窗口开1/2", "新到8–15分钟"]
    assert qml.text_of(tablet.view, "guide.zone:social.late") == "等候过久"
    assert not qml.shows(tablet.view, "guide.zone:business.late")


def test_rows_stay_where_they_are_while_people_come(tablet: Tablet) -> None:
    tablet.connect(insurance=1)
    tablet.sign_in()
    before = qml.centre(qml.find(tablet.view, "guide.zone:business"))
    tablet.link.floor.waiting.update(insurance=30, company=7)
    tablet.link.floor_changed.emit()
    tablet.bot.waitUntil(lambda: qml.text_of(tablet.view, "guide.zone:business.fact:0") == "7人等候")
    assert qml.centre(qml.find(tablet.view, "guide.zone:business")) == before


def test_a_zone_opens_its_queues(tablet: Tablet) -> None:
    tablet.connect(company=4)
    tablet.sign_in()
    tablet.tap("guide.zone:business")
    assert qml.text_of(tablet.view, "guide.queue:company.fact:0") == "4人等候"
    tablet.tap("back")
    assert qml.shows(tablet.view, "guide.zone:social")


def test_a_queue_that_is_touched_is_what_the_number_is_for(tablet: Tablet) -> None:
    tablet.connect()
    tablet.sign_in()
    tablet.tap("guide.zone:business", "guide.queue:company")
    assert qml.text_of(tablet.view, "title.main").endswith("企业登记注册")
    tablet.line.answer_next("/api/tickets", ticket())
    tablet.tap("take")
    tablet.settle()
    assert tablet.line.posts == [("/api/tickets", {"queue": "company", "lang": "zh", "assisted": True})]


def test_a_guide_finds_the_next_matter_of_a_list_and_the_way_back(tablet: Tablet) -> None:
    tablet.connect()
    tablet.sign_in()
    tablet.tap("guide.issue", "guide.matter")
    tablet.app._session.act("basket.more")
    assert [each.page for each in tablet.app._session.inputs.pages] == [Page.GUIDE, Page.HOME]


def test_a_number_for_a_disabled_visitor(tablet: Tablet) -> None:
    tablet.connect()
    tablet.sign_in()
    tablet.tap("guide.issue", "guide.vouch:disabled", "guide.phone")
    tablet.type("13800138000")
    tablet.tap("guide.phone.set", "guide.matter")
    assert NAME in qml.text_of(tablet.view, "guide.main")
    tablet.line.answer_next("/api/tickets", ticket())
    tablet.tap("zone:social")
    tablet.settle()
    wish = {"queue": "insurance", "lang": "zh", "class": "disabled", "assisted": True}
    assert tablet.line.posts == [("/api/tickets", wish | {"phone": "13800138000"})]
    assert qml.text_of(tablet.view, "number") == "A017"
    tablet.line.answer_next("/api/devices", DEVICES)
    tablet.line.answer_next("/api/tickets/id-A017", ticket_now(slip=None))
    tablet.line.answer_next("/api/tickets/id-A017/reprint", Answer({}))
    tablet.line.answer_next("/api/tickets/id-A017", ticket_now(slip="pending"))
    tablet.tap("guide.reprint", "guide.print:取号机一")
    tablet.settle()
    assert tablet.line.posts[-1] == ("/api/tickets/id-A017/reprint", {"printer": "取号机一"})
    assert tablet.page() is Page.GUIDE_TICKET
    tablet.tap("back")
    assert tablet.page() is Page.GUIDE


def test_after_a_number_the_guide_is_still_here(tablet: Tablet) -> None:
    tablet.connect()
    tablet.sign_in()
    tablet.tap("guide.issue", "guide.matter")
    tablet.line.answer_next("/api/tickets", ticket())
    tablet.tap("zone:social")
    tablet.settle()
    tablet.tap("done")
    assert tablet.page() is Page.GUIDE
    assert tablet.app._session.inputs.wish.visitor_class == ""
    tablet.pass_time(200)
    assert tablet.page() is Page.GUIDE


@pytest.mark.parametrize(
    ("keys", "path", "body"),
    [
        (("guide.class", "guide.give:elderly"), "class", {"class": "elderly"}),
        (("guide.move", "guide.to:food", "guide.sure"), "transfer", {"queue": "food", "first": False}),
        (
            ("guide.move", "guide.first", "guide.to:food", "guide.sure"),
            "transfer",
            {"queue": "food", "first": True},
        ),
        (("guide.cancel", "guide.void:wrong_queue", "guide.sure"), "cancel", {"reason": "wrong_queue"}),
    ],
)
def test_what_is_done_with_a_ticket(
    tablet: Tablet, keys: tuple[str, ...], path: str, body: dict[str, object]
) -> None:
    tablet.connect()
    tablet.sign_in()
    tablet.look_at()
    tablet.line.answer_next(f"/api/tickets/id-A017/{path}", Answer({}))
    tablet.line.answer_next("/api/tickets/id-A017", ticket_now())
    tablet.tap(*keys[:-1])
    assert not tablet.line.posts
    tablet.tap(keys[-1])
    tablet.settle()
    assert tablet.line.posts == [(f"/api/tickets/id-A017/{path}", body)]
    assert tablet.page() is Page.GUIDE_TICKET
    assert tablet.app._view_model.page.lines[0].key == "done"


def test_a_passed_number_waits_again(tablet: Tablet) -> None:
    tablet.connect()
    tablet.sign_in()
    tablet.look_at(state="passed")
    tablet.line.answer_next(
        "/api/tickets/id-A017/restore", Refused("ticket.restore_refused", {"number": "A017"})
    )
    tablet.tap("guide.restore", "guide.sure")
    tablet.settle()
    assert tablet.page() is Page.NOTICE
    tablet.tap("understood", "back")
    assert tablet.page() is Page.GUIDE_TICKET


def test_a_number_of_two_days_is_the_newer_one(tablet: Tablet) -> None:
    tablet.connect()
    tablet.sign_in()
    old = leg(at=AT - timedelta(days=1)) | {"id": "old"}
    tablet.line.answer_next("/api/tickets?number=A017", Answer({"tickets": [leg(), old]}))
    tablet.line.answer_next("/api/tickets/id-A017", ticket_now())
    tablet.tap("guide.find")
    tablet.type("A017")
    tablet.tap("guide.look")
    tablet.settle()
    assert tablet.app._session.inputs.guide.found is not None


def test_a_number_nobody_has_is_said(tablet: Tablet) -> None:
    tablet.connect()
    tablet.sign_in()
    tablet.line.answer_next("/api/tickets?number=A999", Answer({"tickets": []}))
    tablet.tap("guide.find")
    tablet.type("A999")
    tablet.tap("guide.look")
    tablet.settle()
    assert tablet.page() is Page.NOTICE


def test_a_printer_that_is_gone_prints_nothing(tablet: Tablet) -> None:
    tablet.connect()
    tablet.sign_in()
    tablet.look_at(slip="failed")
    tablet.line.answer_next("/api/devices", DEVICES)
    tablet.tap("guide.reprint")
    tablet.settle()
    assert not qml.shows(tablet.view, "guide.print:读卡器")
    tablet.tap("guide.print:取号机二")
    assert tablet.page() is Page.NOTICE
    assert not tablet.line.posts


def test_missing_slips_are_listed_by_who_came_first(tablet: Tablet) -> None:
    tablet.connect()
    tablet.sign_in()
    late = leg("A018", "failed", AT + timedelta(minutes=1))
    found = [late, late, leg("A017", "unknown")]
    tablet.line.answer_next("/api/tickets?slip=missing", Answer({"tickets": found}))
    tablet.tap("guide.missing")
    tablet.settle()
    tiles = [each.key for each in tablet.app._view_model.page.tiles]
    assert tiles == ["guide.ticket:id-A017", "guide.ticket:id-A018"]
    tablet.line.answer_next("/api/tickets/id-A018", ticket_now("A018", slip="failed"))
    tablet.tap("guide.ticket:id-A018")
    tablet.settle()
    assert "A018" in qml.text_of(tablet.view, "title.main")


def test_a_guide_who_goes_away_is_signed_out_after_a_warning(tablet: Tablet) -> None:
    tablet.connect()
    tablet.sign_in()
    tablet.settle()
    tablet.pass_time(292)
    assert qml.shows(tablet.view, "countdown")
    tablet.line.answer_next("/api/sign-out", Answer({}))
    tablet.pass_time(10)
    tablet.settle()
    assert tablet.line.posts == [("/api/sign-out", {})]
    assert tablet.page() in (Page.HOME, Page.SAVER), "which rests once its clock is looked at"
    assert not tablet.app._session.inputs.guide.here


def test_who_signs_out_leaves_nothing(tablet: Tablet) -> None:
    tablet.connect()
    tablet.sign_in()
    tablet.look_at()
    tablet.line.answer_next("/api/sign-out", Answer({}))
    tablet.tap("back", "guide.out")
    tablet.settle()
    assert tablet.app._session.inputs.guide.found is None
    tablet.app._session.act("queue:insurance")
    assert tablet.link.posts[-1][0] == "/api/tickets"


@pytest.mark.logs("no printer is set up", "the core gave no ticket")
def test_a_token_that_is_over_signs_the_guide_out(tablet: Tablet) -> None:
    tablet.connect()
    tablet.sign_in()
    tablet.tap("guide.issue", "guide.matter")
    tablet.line.answer_next("/api/tickets", Refused("auth.required", {"why": "signed_out"}, 401))
    tablet.tap("zone:social")
    tablet.settle()
    assert not tablet.app._session.inputs.guide.here
    assert tablet.page() is Page.NOTICE
    tablet.tap("understood")
    assert tablet.page() is Page.HOME
    tablet.tap("zone:social")
    assert tablet.link.posts[-1][0] == "/api/tickets"


def test_in_the_dark_the_page_says_what_needs_the_core(tablet: Tablet) -> None:
    tablet.connect()
    tablet.sign_in()
    tablet.app._session.update(live=False, reserved={"insurance": 3})
    assert qml.shows(tablet.view, "lost.main")
    assert not qml.shows(tablet.view, "guide.zone:social")
    tablet.tap("guide.issue", "guide.matter")
    assert qml.shows(tablet.view, "zone:social")
