"""From what the console heard and the clerk chose to the page of acts; pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from caller.acts.draft import Draft, Found, changes, gone
from caller.acts.finding import number_matches, queue_rank, window_matches
from caller.acts.possible import KEYS, Act, Situation, Why, opens, why_not
from caller.acts.results import advice, choices
from caller.acts.situation import item_of
from caller.acts.told import ToldList
from caller.acts.words import (
    ACTS,
    ALL_THERE,
    COMES_BACK,
    FINISHES,
    FIRST,
    FOR,
    GONE,
    KINDS,
    LAST_STEP,
    LOADING,
    MORE,
    NEW_ONES,
    NEXT_STEP,
    NO_ANSWER,
    NO_PRINTER,
    NOT_PRINTED,
    NOTHING_FOUND,
    OTHER_VISITOR,
    PASSED,
    PERHAPS_PRINTED,
    PRINT,
    PRINT_AGAIN,
    PRINTED,
    PRINTING,
    SEND_BACK,
    TAKES_BACK,
    TO_NEXT_STEP,
    TO_WINDOW,
    WAITING_THERE,
    WHY_NOT,
    WITHOUT_OUTCOME,
    WITHOUT_REASON,
    Said,
    Text,
    Trouble,
)
from caller.derive import ConsoleInputs
from caller.moves import Move
from caller.shown import acts_at, is_shown
from core.domain.errors import HallError
from core.domain.hall import Hall, Queue
from core.domain.ready_results import ResultView
from core.domain.text import Text as Name
from core.domain.text import pick

_PLACES = "123456789"
FIRST_KEY, BACK_KEY, SEND_KEY, PRINT_KEY, AGAIN_KEY, FRESH_KEY = "-", ".", "0", "-", ".", "0"

_PRINTED: Mapping[str, str] = {
    "pending": PRINTING,
    "printed": PRINTED,
    "failed": NOT_PRINTED,
    "unknown": PERHAPS_PRINTED,
}


@dataclass(frozen=True, slots=True)
class Row:
    """Something to press.

    Attributes:
        id: What it does, e.g. ``"act:pass"``, ``"reason:absent"``, ``"ticket:ID"``.
        key: The key that presses it, empty for none.
        note: A word beside the name: why it cannot be pressed, or what it would do.
        ticked: Whether it is on; ``None``: it is nothing to tick.
    """

    id: str
    name: Text
    key: str = ""
    note: Text = ""
    enabled: bool = True
    ticked: bool | None = None


@dataclass(frozen=True, slots=True)
class ActsProps:
    """The page of acts.

    Attributes:
        which: Names what is asked, ``""``: nothing, the page is closed.
        searched: Whether there is a field to search in.
        line: What is to be said beneath: why the list is empty, how it went.
        below: What is pressed beneath the rows.
    """

    which: str = ""
    title: Text = ""
    rows: tuple[Row, ...] = ()
    below: tuple[Row, ...] = ()
    searched: bool = False
    query: str = ""
    line: Text = ""


CLOSED = ActsProps()


@dataclass(frozen=True, slots=True)
class Known:
    """All that the page is made of.

    Attributes:
        printer: Message key of why the printer here cannot print, ``""``: it can; ``None``: there is none.
        told: The list that was made last.
        spelt: Queue id to how its name is spelt in Latin letters.
        ready: What this window gives out, newest first.
    """

    inputs: ConsoleInputs
    situation: Situation
    undo_left_s: int = 0
    printer: str | None = None
    told: ToldList | None = None
    spelt: Mapping[str, tuple[str, ...]] | None = None
    ready: tuple[ResultView, ...] = ()

    def named(self, name: Name) -> str:
        """Return a name of the hall in the clerk's language."""
        languages = self.inputs.hall.languages if self.inputs.hall else ()
        return pick(name, self.inputs.language, *languages)

    def queue(self, queue: str) -> str:
        """Return a queue's name, empty if the hall no longer has it."""
        try:
            return self.named(self.inputs.hall.queue(queue).name) if self.inputs.hall else ""
        except HallError:
            return ""


def acts_props(draft: Draft | None, known: Known) -> ActsProps:
    """Return the page; ``None``: it is closed."""
    if draft is None:
        return CLOSED
    page = _PAGES.get(draft.act) if draft.act is not None else None
    if page is None:  # What is done at once has no page of its own.
        shown = acts_at(known.inputs.hall, known.inputs.window)
        rows = tuple(act_row(act, known) for act in Act if is_shown(act, shown))
        return ActsProps("acts", Said(MORE), rows)
    return page(draft, known)


def same_visitor(draft: Draft, known: Known) -> bool:
    """Return whether who is at the window is whom the act was begun for."""
    return draft.leg == leg_here(known.inputs)


def leg_here(inputs: ConsoleInputs) -> str:
    """Return the leg at the window, empty for none."""
    visitor = inputs.view.visitor if inputs.view else None
    return visitor.leg if visitor else ""


def act_row(act: Act, known: Known) -> Row:
    """Return an act as it stands in the list of acts: always in its place."""
    why = why_not(act, known.situation)
    note = _why_text(why, known) if why is not None else _what_it_does(act, known)
    return Row(f"act:{act.value}", Said(ACTS[act]), KEYS[act], note, opens(act, known.situation))


def _why_text(why: Why, known: Known) -> Said:
    last = known.inputs.last
    number = last.number if why is Why.TOO_LATE and last else known.situation.number
    return Said(WHY_NOT[why], {"number": number, "seconds": known.situation.pass_in_s})


def _what_it_does(act: Act, known: Known) -> Text:
    last, number = known.inputs.last, known.situation.number
    if act is Act.UNDO and last is not None:
        return Said(TAKES_BACK[last.move], {"number": last.number, "seconds": known.undo_left_s})
    return Said(FINISHES, {"number": number}) if number and act in (Act.PICK, Act.WALK_IN) else ""


def _title(act: Act, number: str) -> Text:
    return Said(FOR, {"act": Said(ACTS[act]), "number": number}) if number else Said(ACTS[act])


def _placed(rows: Iterable[Row]) -> Iterator[Row]:
    """Give the first nine rows their keys."""
    for place, row in enumerate(rows):
        key = _PLACES[place] if place < len(_PLACES) else ""
        yield Row(row.id, row.name, row.key or key, row.note, row.enabled, row.ticked)


def _reasons(known: Known, act: str) -> Iterator[Row]:
    reasons = known.inputs.hall.reasons if known.inputs.hall else ()
    return _placed(Row(f"reason:{each.id}", known.named(each.name)) for each in reasons if each.act == act)


def _asks(
    draft: Draft, known: Known, rows: Iterable[Row], below: Iterable[Row] = (), *, line: Text = ""
) -> ActsProps:
    """Return a page about who is at the window; nothing of it can be pressed once that is somebody else."""
    assert draft.act is not None
    why = why_not(draft.act, known.situation)
    if not same_visitor(draft, known):
        line = Said(OTHER_VISITOR)
    elif why is not None:
        line = _why_text(why, known)
    able = why is None and same_visitor(draft, known)
    return ActsProps(
        which=f"{draft.act.value}:{draft.target}",
        title=_title(draft.act, known.situation.number),
        rows=tuple(_able(row, able=able) for row in rows),
        below=tuple(_able(row, able=able) for row in below),
        line=line,
    )


def _able(row: Row, *, able: bool) -> Row:
    return row if able else Row(row.id, row.name, row.key, row.note, enabled=False, ticked=row.ticked)


def _outcome(draft: Draft, known: Known) -> ActsProps:
    following = known.inputs.next_queue
    line = Said(NEXT_STEP, {"queue": known.queue(following)}) if following else ""
    plain = Row("reason:", Said(WITHOUT_OUTCOME), "0")
    return _asks(draft, known, (*_reasons(known, "finish"), plain), line=line)


def _reason_of(act: str) -> Callable[[Draft, Known], ActsProps]:
    def page(draft: Draft, known: Known) -> ActsProps:
        return _asks(draft, known, (*_reasons(known, act), Row("reason:", Said(WITHOUT_REASON), "0")))

    return page


def _transfer(draft: Draft, known: Known) -> ActsProps:
    if draft.target:
        toggles = (
            Row("toggle:first", Said(FIRST), FIRST_KEY, ticked=draft.first),
            Row("toggle:back", Said(COMES_BACK), BACK_KEY, ticked=draft.back),
        )
        reasons = (*_reasons(known, "transfer"), Row("reason:", Said(WITHOUT_REASON), "0"))
        page = _asks(draft, known, reasons, toggles)
        return ActsProps(page.which, _to(draft.target, known), page.rows, page.below, line=page.line)
    rows = tuple(_targets(draft.query, known))
    page = _asks(draft, known, rows, line="" if rows else Said(NOTHING_FOUND))
    return ActsProps(page.which, page.title, page.rows, (), searched=True, query=draft.query, line=page.line)


def _to(target: str, known: Known) -> Text:
    kind, _, which = target.partition(":")
    where: Text = Said(TO_WINDOW, {"window": which}) if kind == "window" else known.queue(which)
    return Said(FOR, {"act": Said(ACTS[Act.TRANSFER]), "number": where})


def _targets(query: str, known: Known) -> Iterator[Row]:
    """Yield where a visitor can be sent: the next step, the queues of this zone, the others, the windows."""
    hall, inputs = known.inputs.hall, known.inputs
    if hall is None:
        return
    if not query:
        yield _next_step(known)
    for queue in _meant(hall, query, known):
        waiting = inputs.waiting.get(queue.id, 0)
        yield Row(f"target:queue:{queue.id}", known.named(queue.name), note=_count(waiting))
    for window in hall.windows:
        if window.number != inputs.window and window.queues and window_matches(window.number, query):
            serves = known.queue(window.queues[0])
            yield Row(
                f"target:window:{window.number}", Said(TO_WINDOW, {"window": window.number}), note=serves
            )


def _next_step(known: Known) -> Row:
    """Return the row of the next step: it has its place before it is known whether there is one."""
    inputs = known.inputs
    if inputs.next_queue:
        return Row("target:next", Said(TO_NEXT_STEP, {"queue": known.queue(inputs.next_queue)}))
    told = inputs.told_leg == leg_here(inputs)
    return Row("target:next", Said(LAST_STEP if told else LOADING), enabled=False)


def _meant(hall: Hall, query: str, known: Known) -> list[Queue]:
    """Return the queues that a search means, the best first, and those of the window's zone before others."""
    here = _zone(hall, known.inputs.window)
    ranks = {each.id: queue_rank(hall, each, query, known.spelt or {}) for each in hall.queues}
    found = [each for each in hall.queues if ranks[each.id] is not None]
    return sorted(found, key=lambda each: (ranks[each.id] or 0, each.zone != here))


def _count(waiting: int) -> Text:
    return Said(WAITING_THERE, {"count": waiting}) if waiting else ""


def _zone(hall: Hall, window: int) -> str:
    found = hall.find_window(window)
    return found.zone if found is not None else ""


def _walk_in(draft: Draft, known: Known) -> ActsProps:
    hall, window = known.inputs.hall, known.inputs.window
    queues = hall.queues_at(window) if hall else ()
    rows = _placed(Row(f"walk:{queue}", known.queue(queue)) for queue in queues)
    number = known.situation.number
    return _asks(draft, known, rows, line=Said(FINISHES, {"number": number}) if number else "")


def _suspended(draft: Draft, known: Known) -> ActsProps:
    why = why_not(Act.SUSPENDED, known.situation)
    rows = tuple(
        Row(
            f"ticket:{leg['id']}",
            f"{leg['number']} {known.queue(str(leg['queue']))}",
            note=Said(GONE)
            if gone(draft, leg)
            else Said(KINDS[leg["suspension"]])
            if leg["suspension"]
            else "",
            enabled=why is None and not gone(draft, leg),
        )
        for leg in draft.found or ()
    )
    return _listed(draft, known, tuple(_placed(rows)), why)


def _pick(draft: Draft, known: Known) -> ActsProps:
    why = why_not(Act.PICK, known.situation)
    if draft.target:
        number = next((str(each["number"]) for each in draft.found or () if _is(draft, each)), "")
        rows = tuple(_able(row, able=why is None) for row in _reasons(known, "call"))
        line = _why_text(why, known) if why is not None else _what_it_does(Act.PICK, known)
        return ActsProps(f"pick:{draft.target}", _title(Act.PICK, number), rows, line=line)
    rows = tuple(
        Row(
            f"ticket:{leg['id']}",
            f"{leg['number']} {known.queue(str(leg['queue']))}",
            note=_how(draft, leg, known),
            enabled=why is None and not gone(draft, leg),
        )
        for leg in draft.found or ()
        if number_matches(str(leg["number"]), draft.query)
    )
    page = _listed(draft, known, rows, why)
    below = tuple(Row(row.id, row.name, "", row.note) for row in page.below)
    return ActsProps(
        page.which, page.title, page.rows, below, searched=True, query=draft.query, line=page.line
    )


def _is(draft: Draft, leg: Found) -> bool:
    return draft.target == f"ticket:{leg['id']}"


def _how(draft: Draft, leg: Found, known: Known) -> Text:
    if gone(draft, leg):
        return Said(GONE)
    if leg["state"] == "passed":
        return Said(PASSED)
    hall = known.inputs.hall
    ordinary = hall.classes[0].id if hall and hall.classes else ""
    if hall is None or leg["class"] == ordinary:
        return ""
    return next((known.named(each.name) for each in hall.classes if each.id == leg["class"]), "")


def _listed(draft: Draft, known: Known, rows: tuple[Row, ...], why: Why | None) -> ActsProps:
    """Return a page of what the core listed; what came later is told and not shown."""
    assert draft.act is not None
    count = changes(draft)
    line: Text = ""
    if draft.failed:
        line = Said(NO_ANSWER)
    elif draft.found is None:
        line = Said(LOADING)
    elif why is not None:
        line = _why_text(why, known)
    elif not rows:
        line = Said(NOTHING_FOUND)
    below = (Row("do:fresh", Said(NEW_ONES, {"count": count}), FRESH_KEY),) if count else ()
    return ActsProps(f"{draft.act.value}:", _title(draft.act, ""), rows, below, line=line)


def _told(draft: Draft, known: Known) -> ActsProps:
    item = item_of(known.inputs)
    papers = item.materials if item else ()
    rows = _placed(
        Row(f"paper:{each.id}", known.named(each.name), ticked=each.id in draft.ticked) for each in papers
    )
    there, idle = known.printer is not None, draft.printing != "pending"
    why = _no_paper(known)
    own = (
        Row("do:send", Said(SEND_BACK), SEND_KEY, why, bool(draft.ticked)),
        Row("do:print", Said(PRINT), PRINT_KEY, why, there and idle),
    )
    page = _asks(draft, known, rows, own if papers else (), line=_printed(draft, papers=bool(papers)))
    last = known.told
    if last is None or not there or last.leg == draft.leg:
        return page
    again = Row("do:again", Said(PRINT_AGAIN, {"number": last.number}), AGAIN_KEY, why, idle)
    return replace(page, below=(*page.below, again))


def _no_paper(known: Known) -> Text:
    if known.printer is None:
        return Said(NO_PRINTER)
    return Trouble(known.printer) if known.printer else ""


def _printed(draft: Draft, *, papers: bool) -> Text:
    if draft.printing == "failed" and draft.wrong:
        return Trouble(draft.wrong)
    if draft.printing:
        return Said(_PRINTED[draft.printing])
    return Said(ALL_THERE) if papers and not draft.ticked else ""


def _results(draft: Draft, known: Known) -> ActsProps:
    inputs, last = known.inputs, known.inputs.last
    finished = last.number if last is not None and last.move is Move.FINISH else ""
    why = why_not(Act.RESULT, known.situation)
    zone = inputs.hall.zone_info if inputs.hall else None
    found = choices(draft.query, draft.target, known.ready, (known.situation.number, finished), zone)
    rows = tuple(Row(each.id, each.name, each.key, each.note, why is None) for each in found)
    line = _why_text(why, known) if why is not None else advice(draft.query)
    chosen = next((each.text for each in known.ready if draft.target.endswith(each.id)), "")
    title = _title(Act.RESULT, chosen)
    return ActsProps(
        f"result:{draft.target}", title, rows, searched=not draft.target, query=draft.query, line=line
    )


_PAGES: Mapping[Act, Callable[[Draft, Known], ActsProps]] = {
    Act.OUTCOME: _outcome,
    Act.PASS: _reason_of("pass"),
    Act.NO_PAPERS: _reason_of("suspend"),
    Act.PAPERS_LEFT: _reason_of("suspend"),
    Act.STEP: _reason_of("suspend"),
    Act.SUSPENDED: _suspended,
    Act.TRANSFER: _transfer,
    Act.PICK: _pick,
    Act.WALK_IN: _walk_in,
    Act.TOLD: _told,
    Act.RESULT: _results,
}
