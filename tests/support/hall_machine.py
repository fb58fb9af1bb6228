"""Random histories of a hall, for hypothesis: every move, in any order, also the refused ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule

from core.app import at_window, results
from core.app.blocks import reserve
from core.app.call_next import Called, call_next
from core.app.describe_hall import describe_hall
from core.app.finish import finish
from core.app.offline import Offline, Printed, hand_in
from core.app.once import once
from core.app.pick import call_ticket
from core.app.ports import UnitOfWork
from core.app.privacy import erase_results
from core.app.profile import set_profile
from core.app.slips import report_slip, reprint
from core.app.suspend import resume, suspend, wake
from core.app.take import Wish, take
from core.app.tickets import cancel, restore, set_class
from core.app.transfer import Target, transfer_from_window, transfer_ticket
from core.app.undo import undo
from core.app.walk_in import walk_in
from core.app.windows import close_window, open_window, pause_window
from core.domain.block import Reserved
from core.domain.errors import (
    NothingToUndo,
    TicketNotOpen,
    UndoTooLate,
    WindowBusy,
    WindowUnknown,
)
from core.domain.hall import Hall, Tier, Tiers
from core.domain.leg import Leg
from core.domain.rules import Restore
from core.domain.slip import SlipState
from core.domain.ticket import LegState, Suspension
from core.domain.turns import Turn
from core.domain.window import WindowStatus
from tests.support.every_rule import SKILLS
from tests.support.history import BOUNDED, HALL, History, Store, assert_same_floor
from tests.support.rule_model import RuleModel

__all__ = ["BOUNDED", "HALL", "HallMachine", "Store", "assert_same_floor"]

SMALLER = replace(
    HALL,
    classes=HALL.classes[:1],
    queues=tuple(queue for queue in HALL.queues if queue.id != "company"),
    items=tuple(item for item in HALL.items if item.queue != "company"),
    matters=(),
    windows=tuple(replace(window, tiers=(Tier(("food",)),)) for window in HALL.windows if window.number == 3),
)
"""The hall after a technician left out classes, a queue, the matters and most windows."""

WINDOWS = (1, 2, 3, 4, 5)
BY = "clerk:1"
WISHES = (
    Wish("insurance", masked_name="张*"),
    Wish("company"),
    Wish("food", masked_name="欧阳*"),
    Wish("advice", masked_name="K*"),
    Wish("no_such"),
    Wish(items=("card",)),
    Wish(items=("card", "licence", "pension"), masked_name="བཀྲ་*"),
    Wish(items=("archive", "nothing")),
    Wish(matter="business"),
    Wish(matter="business", masked_name="洛*"),
    Wish(matter="at_once"),
    Wish(matter="paid"),
)
PROFILES: tuple[Tiers, ...] = (
    (Tier(("company", "food")),),
    (Tier(("food",)), Tier(("insurance",), when_wait_over_min=5)),
    (Tier(("advice", "insurance")), Tier(("company",))),
    (Tier(("food", "food")),),
)
TARGETS = (
    Target("advice", back=True),
    Target("food", back=True),
    Target("insurance"),
    Target("company", first=True),
    Target("food", after_min=10),
    Target(window=4),
    Target("food", window=4, first=True),
    Target("insurance", window=4),
    Target("insurance", window=1, after_min=3, back=True),
    Target("no_such"),
)

windows = st.sampled_from((*WINDOWS, 4, 4, 99))
which = st.integers(0, 50)
targets = st.sampled_from(TARGETS)
acts = st.lists(
    st.sampled_from(["call_next", "call_next", "start", "recall", "finish", "pass_over", "put_back"]),
    min_size=1,
    max_size=4,
)


class HallMachine(History):
    """Every move there is.

    Attributes:
        aside: Numbers that were set aside for kiosks, handed in or not.
    """

    def __init__(self) -> None:
        super().__init__()
        self.aside: list[Reserved] = []

    @initialize(wishes=st.lists(st.sampled_from(WISHES), min_size=4, max_size=8))
    def morning(self, wishes: list[Wish]) -> None:
        for wish in wishes:
            self.take(wish, None, None, proven=False)
        self.everybody_calls([1, 3, 4], started=True)

    @rule(
        wishes=st.lists(st.sampled_from(WISHES), min_size=2, max_size=4),
        visitor_class=st.sampled_from([None, "elderly", "booked"]),
        window=windows,
        acts=acts,
    )
    def a_busy_minute(
        self, wishes: list[Wish], visitor_class: str | None, window: int, acts: list[str]
    ) -> None:
        for at, wish in enumerate(wishes):
            self.take(wish, visitor_class if at else None, None, proven=True)
        self.call_next(self.opened(window))
        self.at_the_window(window, acts, None)

    @rule(several=st.lists(st.sampled_from(WINDOWS), min_size=2, max_size=5), started=st.booleans())
    def everybody_calls(self, several: list[int], started: bool) -> None:
        for window in several:
            self.call_next(self.opened(window))
            if started:
                self.act(partial(at_window.start, window=window, by=BY))

    def opened(self, window: int) -> int:
        """Return a window after its own clerk has opened it, if it was not open."""
        view = self.seen.windows.get(window)
        if view is not None and view.status is not WindowStatus.OPEN:
            self.a_window_changes(window, "open", str(window))
        return window

    def taken_window(self, which: int) -> int:
        """Return a window, mostly one that somebody is at."""
        present = [number for number, view in self.seen.windows.items() if view.visitor]
        return present[which % len(present)] if present and which % 8 else which % 6

    @rule(minutes=st.sampled_from([0.5, 1, 2, 7, 45, -30]))
    def time_passes(self, minutes: float) -> None:
        self.clock.advance(minutes=minutes)
        self.act(wake)
        assert not [
            leg
            for leg in self.legs.values()
            if leg.state is LegState.SUSPENDED and leg.wake_at and leg.wake_at <= self.now
        ]

    @rule(
        wish=st.sampled_from(WISHES),
        visitor_class=st.sampled_from([None, "elderly", "disabled", "booked", "king"]),
        language=st.sampled_from([None, "bo", "fr"]),
        proven=st.booleans(),
        slip=st.booleans(),
    )
    def take(
        self, wish: Wish, visitor_class: str | None, language: str | None, proven: bool, slip: bool = True
    ) -> None:
        wish = replace(wish, visitor_class=visitor_class, language=language, proven=proven, slip=slip)
        taken = self.act(lambda uow: take(uow, wish, by="kiosk:1"))
        if taken is not None:
            assert taken.ahead == self.seen.waiting[taken.leg.queue] - 1
            self.taken[taken.ticket.id] = (taken.ticket.date, taken.ticket.number)

    @rule(machine=st.sampled_from(["kiosk-1", "kiosk-2"]), size=st.integers(0, 3), have=st.integers(0, 2))
    def numbers_are_set_aside(self, machine: str, size: int, have: int) -> None:
        blocks = self.act(partial(reserve, machine=machine, have={"food": have}, size=size))
        assert self.refused is None
        new = [each for block in blocks.numbers.values() for each in block]
        assert len(blocks.numbers.get("food", ())) == max(0, size - have) or "food" not in blocks.numbers
        known = {(each.date, each.number) for each in self.aside} | set(self.taken.values())
        assert not known & {(each.date, each.number) for each in new}
        self.aside += new

    @rule(
        which=which,
        wish=st.sampled_from([Wish(), *WISHES]),
        visitor_class=st.sampled_from([None, "elderly", "king"]),
        minutes=st.sampled_from([0, 5, 600, -5]),
        slip=st.sampled_from([None, Printed(SlipState.PRINTED), Printed(SlipState.FAILED, "printer.gone")]),
        orphan=st.booleans(),
    )
    def a_kiosk_hands_in(
        self,
        which: int,
        wish: Wish,
        visitor_class: str | None,
        minutes: int,
        slip: Printed | None,
        orphan: bool,
    ) -> None:
        if not self.aside:
            return
        number = self.aside[which % len(self.aside)]
        key = f"key-{len(self.taken)}" if orphan else None
        lost = self.take_with_a_key(key) if key else None
        offline = Offline(
            date=number.date,
            number=number.number,
            wish=replace(wish, visitor_class=visitor_class),
            at=self.now - timedelta(minutes=minutes),
            slip=slip,
            instead_of=key,
        )
        known = (number.date, number.number) in self.taken.values()
        found = self.act(partial(hand_in, offline=offline, machine=number.machine, by="kiosk:1"))
        if found is None:
            assert not known
            return
        assert found.before == known
        assert (found.ticket.number, found.ticket.track) == (number.number, number.track)
        assert number.reserved_at <= found.ticket.taken_at <= self.now
        self.taken[found.ticket.id] = (number.date, number.number)
        if not found.before:
            mine = [leg for leg in self.legs.values() if leg.ticket == found.ticket.id]
            today: bool = self.store.run(lambda uow: uow.today == number.date)
            assert all(leg.state is LegState.VOID for leg in mine) != today
            assert lost is None or all(
                leg.state is LegState.VOID for leg in self.legs.values() if leg.ticket == lost
            )

    def take_with_a_key(self, key: str) -> str:
        """Take a ticket whose answer never arrives, and return its id."""

        def work(uow: UnitOfWork) -> dict[str, Any]:
            ticket = take(uow, Wish("advice"), by="kiosk:1").ticket
            self.taken[ticket.id] = (ticket.date, ticket.number)
            return {"id": ticket.id, "track": ticket.track}

        answer = self.act(once(key, "print", work))
        return str(answer["id"])

    @rule(window=windows, wish=st.sampled_from([Wish(), *WISHES[:7]]))
    def somebody_walks_in(self, window: int, wish: Wish) -> None:
        taken = self.act(lambda uow: walk_in(uow, wish, window=window, by=BY))
        if taken is not None:
            assert self.legs[taken.leg.id].window == window
            self.taken[taken.ticket.id] = (taken.ticket.date, taken.ticket.number)

    def call_next(self, window: int) -> None:
        queues = [queue.id for queue in self.hall.queues] + ["company"]
        turns: dict[str, Turn] = self.store.run(lambda uow: {each: uow.turns.get(each) for each in queues})
        answer = self.act(lambda uow: call_next(uow, window=window, by=BY))
        if answer is None:
            return
        clerk = self.seen.windows[window].clerk
        open_or_paused = (WindowStatus.OPEN, WindowStatus.PAUSED)
        working = [number for number, view in self.seen.windows.items() if view.status in open_or_paused]
        model = RuleModel(self.hall, window, SKILLS[clerk] if clerk else None, turns, self.now, working)
        called = answer.leg if isinstance(answer, Called) else None
        best = model.best([_before_the_call(leg, called) for leg in self.legs.values()])
        assert (best.id if best else None) == (called.id if called else None)

    @rule(which=which, acts=acts, reason=st.sampled_from([None, "no_show", "break"]))
    def somebody_is_served(self, which: int, acts: list[str], reason: str | None) -> None:
        self.at_the_window(self.taken_window(which), acts, reason)

    def at_the_window(self, window: int, acts: list[str], reason: str | None) -> None:
        for act in acts:
            if act == "call_next":
                self.call_next(window)
            elif act == "put_back":
                self.put_back(window)
            elif act == "finish":
                self.act(partial(finish, window=window, by=BY))
            elif act == "pass_over":
                self.act(lambda uow: at_window.pass_over(uow, window=window, by=BY, reason=reason))
            else:
                self.act(partial(getattr(at_window, act), window=window, by=BY))

    def put_back(self, window: int) -> None:
        before = self.legs
        leg = self.act(lambda uow: at_window.put_back(uow, window=window, by=BY))
        if leg is not None:
            was = before[leg.id]
            assert (leg.since, leg.entered, leg.rank) == (was.since, was.entered, was.rank)

    @rule(
        which=which,
        outcome=st.sampled_from([None, "any_finish", "not_accepted", "no_such"]),
        missing=st.sampled_from([(), (), ("form",), ("form", "photo"), ("no_such",)]),
    )
    def finish_with_an_outcome(self, which: int, outcome: str | None, missing: tuple[str, ...]) -> None:
        window = self.taken_window(which)
        leg = self.act(partial(finish, window=window, by=BY, outcome=outcome, missing=missing))
        if leg is not None and missing:
            assert leg.outcome == (outcome or "not_accepted")
            assert all(each.state.ended for each in self.legs.values() if each.ticket == leg.ticket)
            if leg.several:
                self.acts.pop(window)

    @rule(which=which, kind=st.sampled_from(Suspension), wake_after=st.sampled_from([None, 1.0, 40.0]))
    def suspend(self, which: int, kind: Suspension, wake_after: float | None) -> None:
        window = self.taken_window(which)
        self.act(partial(suspend, window=window, kind=kind, by=BY, wake_after_min=wake_after))

    @rule(window=windows, which=which, anywhere=st.booleans(), home=st.booleans())
    def resume(self, window: int, which: int, anywhere: bool, home: bool) -> None:
        ticket = self.one(which, LegState.SUSPENDED)
        left = [leg for leg in self.legs.values() if leg.ticket == ticket and leg.state is LegState.SUSPENDED]
        if home and left:
            window = left[0].window or window
            self.at_the_window(window, ["finish"], None)
            self.opened(window)
        leg = self.act(partial(resume, window=window, ticket=ticket, by=BY, anywhere=anywhere))
        if leg is not None:
            assert (leg.window, leg.state) == (window, LegState.SERVING)

    @rule(which=which, to=targets)
    def somebody_is_sent_on(self, which: int, to: Target) -> None:
        self.send_on(self.taken_window(which), to)

    def send_on(self, window: int, to: Target) -> None:
        self._must_have_arrived(self.act(partial(transfer_from_window, window=window, target=to, by=BY)), to)

    @rule(
        which=which,
        to=targets,
        state=st.sampled_from(
            [LegState.WAITING, LegState.PASSED, LegState.SUSPENDED, LegState.SERVING, LegState.DONE]
        ),
    )
    def a_guide_sends_on(self, which: int, to: Target, state: LegState) -> None:
        ticket = self.one(which, state)
        leg = self.act(partial(transfer_ticket, ticket=ticket, target=to, by="guide:1"))
        self._must_have_arrived(leg, to)

    def _must_have_arrived(self, leg: Leg | None, target: Target) -> None:
        if leg is None:
            return
        now = self.legs[leg.id]
        assert (now.state, now.pin, now.rank) == (LegState.WAITING, target.window, int(not target.first))
        assert target.queue in (None, now.queue)
        came = {each.since for each in self.legs.values() if each.ticket == leg.ticket}
        assert now.since in came, "the arrival is kept"

    @rule(window=windows, which=which, reason=st.sampled_from(["any_call", "any_call", "no_such"]))
    def call_out_of_turn(self, window: int, which: int, reason: str) -> None:
        ticket = self.one(which, LegState.WAITING, LegState.PASSED)
        called = self.act(partial(call_ticket, window=window, ticket=ticket, reason=reason, by=BY))
        if called is not None:
            assert (called.leg.ticket, called.leg.window) == (ticket, window)

    @rule(
        other=st.sampled_from([3, 4]), away=st.sampled_from(["pass_over", "suspend"]), resumed=st.booleans()
    )
    def two_windows_want_one_visitor(self, other: int, away: str, resumed: bool) -> None:
        """A step in parallel is left, the other one is called, and the first window asks again."""
        self.take(Wish(matter="at_once"), None, None, proven=False)
        ticket = next(reversed(self.taken), "no_such")
        for window in (1, other):
            self.act(
                partial(call_ticket, window=self.opened(window), ticket=ticket, reason="any_call", by=BY)
            )
            if window == 1 and away == "suspend":
                self.act(partial(suspend, window=1, kind=Suspension.STEP, by=BY))
            elif window == 1:
                self.at_the_window(1, [away], None)
        if resumed:
            self.act(partial(resume, window=1, ticket=ticket, by=BY))
        else:
            self.act(partial(restore, ticket=ticket, by="guide:1"))
        self.call_next(1)

    @rule(window=windows, to=targets, away=st.sampled_from(["pass_over", "suspend"]))
    def a_guide_sends_on_who_has_left_a_window(self, window: int, to: Target, away: str) -> None:
        self.call_next(self.opened(window))
        view = self.seen.windows.get(window)
        ticket = view.visitor.ticket if view and view.visitor else "no_such"
        if away == "suspend":
            self.act(partial(suspend, window=window, kind=Suspension.NO_PAPERS, by=BY))
        else:
            self.at_the_window(window, [away], None)
        leg = self.act(partial(transfer_ticket, ticket=ticket, target=to, by="guide:1"))
        self._must_have_arrived(leg, to)
        self.undo(window, 0)
        self.call_next(window)

    @rule(window=windows, seconds=st.sampled_from([0, 0, 0, 45, 90]))
    def undo(self, window: int, seconds: int) -> None:
        self.clock.advance(seconds=seconds)
        act = self.acts.get(window)
        leg = self.act(partial(undo, window=window, by=BY))
        if self.refused is None:
            assert act is not None
            assert leg is not None
            self.must_be_as_before(self.acts.pop(window))
            return
        match self.refused:
            case NothingToUndo():
                assert act is None
            case UndoTooLate():
                assert act is not None
                assert (self.now - act.at).total_seconds() > self.hall.rules_of(act.leg.queue).undo_s
            case WindowBusy():
                assert self.seen.visitor(window) is not None
            case TicketNotOpen():
                assert act is not None
                assert not self.untouched(act)
            case other:
                assert isinstance(other, WindowUnknown)

    @rule(window=windows, act=st.sampled_from(["finish", "pass_over", "send_on", "call_next"]), to=targets)
    def something_is_done_and_taken_back(self, window: int, act: str, to: Target) -> None:
        self.call_next(self.opened(window))
        if act == "send_on":
            self.send_on(window, to)
        else:
            self.at_the_window(window, [act], None)
        self.undo(window, 0)

    def one(self, which: int, *states: LegState) -> str:
        """Return a ticket, one in ``states`` if there is any."""
        wanted = {leg.ticket for leg in self.legs.values() if leg.state in states}
        tickets = [ticket for ticket in self.taken if ticket in wanted] or list(self.taken)
        return tickets[which % len(tickets)] if tickets else "no_such"

    @rule(which=which, state=st.sampled_from([LegState.PASSED, LegState.PASSED, LegState.SUSPENDED]))
    def restore(self, which: int, state: LegState) -> None:
        ticket, before = self.one(which, state), self.legs
        leg = self.act(partial(restore, ticket=ticket, by="guide:1"))
        if leg is None:
            return
        if before[leg.id].state is LegState.SUSPENDED:
            assert self.legs[leg.id].rank == 0
            return
        rules = self.hall.rules_of(leg.queue)
        assert rules.restore is not Restore.VOID
        line = [each for each in self.legs.values() if each.state is LegState.WAITING]
        line = sorted(
            (each for each in line if each.queue == leg.queue),
            key=lambda each: (each.rank, each.since, each.entered),
        )
        place = [each.id for each in line].index(leg.id)
        if rules.restore is Restore.END:
            assert place == len(line) - 1
        else:
            assert place >= min(rules.restore_after, len(line) - 1)

    @rule(
        which=which,
        state=st.sampled_from([LegState.WAITING, LegState.CALLED, LegState.PASSED, LegState.SERVING]),
        reason=st.sampled_from([None, "no_such", "any_cancel"]),
    )
    def cancel(self, which: int, state: LegState, reason: str | None) -> None:
        ticket = self.one(which, state)
        self.act(lambda uow: cancel(uow, ticket=ticket, by="guide:1", reason=reason))
        if self.refused is None:
            assert all(leg.state.ended for leg in self.legs.values() if leg.ticket == ticket)

    @rule(which=which, visitor_class=st.sampled_from(["ordinary", "elderly", "disabled", "booked", "king"]))
    def another_class(self, which: int, visitor_class: str) -> None:
        ticket = self.one(which, LegState.WAITING, LegState.CALLED, LegState.SUSPENDED)
        self.act(lambda uow: set_class(uow, ticket=ticket, visitor_class=visitor_class, by="guide:1"))

    @rule(which=which, printer=st.sampled_from([None, "kiosk-1"]))
    def a_slip_once_more(self, which: int, printer: str | None) -> None:
        ticket = self.one(which)
        self.act(lambda uow: reprint(uow, ticket=ticket, by="guide:1", printer=printer))

    @rule(
        which=which,
        state=st.sampled_from([SlipState.PRINTED, SlipState.FAILED, SlipState.UNKNOWN]),
        reason=st.sampled_from([None, "printer.paper_out"]),
    )
    def a_printer_tells(self, which: int, state: SlipState, reason: str | None) -> None:
        ticket = self.one(which)
        legs = dict(self.legs)
        self.act(lambda uow: report_slip(uow, ticket=ticket, state=state, by="kiosk:1", reason=reason))
        if self.refused is None:
            assert self.slips[ticket] is state
        assert self.legs == legs, "no visit goes another way for its paper"

    @rule(
        window=windows,
        act=st.sampled_from(["open", "open", "pause", "close"]),
        clerk=st.sampled_from([None, None, *SKILLS]),
    )
    def a_window_changes(self, window: int, act: str, clerk: str | None) -> None:
        if act == "open":
            self.act(lambda uow: open_window(uow, window=window, clerk=clerk, by=BY))
        elif act == "pause":
            self.act(lambda uow: pause_window(uow, window=window, reason="break", by=BY))
        else:
            self.act(lambda uow: close_window(uow, window=window, by=BY))

    @rule(window=st.sampled_from([2, 3, 4, 5]), tiers=st.sampled_from(PROFILES))
    def another_profile(self, window: int, tiers: Tiers) -> None:
        if self.act(lambda uow: set_profile(uow, window=window, tiers=tiers, by="supervisor:1")) is not None:
            self.hall = self.described()

    def can_be_undone(self, window: int) -> bool:
        """Whether the store still knows what a window did last."""
        return self.store.run(lambda uow: uow.windows.last_act(window)) is not None

    def described(self) -> Hall:
        """Return the hall as the store has it."""
        hall: Hall = self.store.run(lambda uow: uow.hall)
        return hall

    @rule(
        window=windows,
        text=st.sampled_from(["B1", "B1", "b2", "A001", "张三"]),
        queue=st.sampled_from([None, None, "food", "no_such"]),
        act=st.sampled_from(["ready", "ready", "collected", "withdraw", "erase"]),
        which=which,
    )
    def a_result_can_be_collected(
        self, window: int, text: str, queue: str | None, act: str, which: int
    ) -> None:
        ready = self.store.reader.results()
        if act == "erase":
            self.act(erase_results)
        elif act == "ready" or not ready:
            self.act(partial(results.make_ready, window=window, text=text, queue=queue, by=BY))
        else:
            result = ready[which % len(ready)].id
            self.act(partial(getattr(results, act), result=result, by=BY))

    @rule(how=st.integers(0, 25))
    def the_core_starts_again(self, how: int) -> None:
        self.clock.advance(minutes={1: 600, 2: 1440, 3: 2880}.get(how, 0))
        hall, moves = (SMALLER, {"company": "food"}) if how == 0 else (self.first_hall, {})
        if self.act(lambda uow: describe_hall(uow, hall=hall, moves=moves)):
            self.acts = {number: act for number, act in self.acts.items() if self.can_be_undone(number)}
            self.hall = hall
            self.seen = self.store.reader.floor()
            self.begun_anew()


def _before_the_call(leg: Leg, called: Leg | None) -> Leg:
    """Return a leg as it was when the window chose."""
    if called is None or leg.ticket != called.ticket:
        return leg
    if leg.id == called.id:
        return replace(leg, state=LegState.WAITING, window=None)
    return replace(leg, held=False)
