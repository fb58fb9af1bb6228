"""What a window screen shows, as a pure function of what it heard."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from core.domain.floor import WindowView
from core.domain.hall import Department, Hall, Queue
from core.domain.screen import Screen
from core.domain.text import Text
from core.domain.ticket import LegState
from core.domain.window import WindowStatus
from core.qt.names import name_in
from core.qt.tokens import COLOURS
from display import words as common
from display.board.stage import is_lit, next_step
from display.lines import Line, Lines, say_all
from display.names import name_lines
from display.window import words
from display.words import Speak

TURN = timedelta(seconds=6)
"""So long a queue of several, and the foot in one language, stands."""
QUIET = timedelta(seconds=60)
"""A window at which so long nothing happened tells the hall's notices."""
NOTICE_TURN = timedelta(seconds=12)
DEPARTMENTS_MOST = 2
"""A queue of more departments than these is a general one: naming some would mislead."""
LANGUAGE_TURNS = 12
"""A multiple of every number of languages that a hall has and of one less."""
_SOON = timedelta(milliseconds=1)
_EPOCH = datetime.fromisoformat("2020-01-01T00:00:00+00:00")


class Shown(StrEnum):
    """What a window's screen says of it."""

    FREE = "free"
    CALLING = "calling"
    SERVING = "serving"
    PAUSED = "paused"
    CLOSED = "closed"


TITLES: Final[Mapping[Shown, str]] = {
    Shown.FREE: words.FREE,
    Shown.CALLING: words.CALLING,
    Shown.SERVING: words.SERVING,
    Shown.PAUSED: words.PAUSED,
    Shown.CLOSED: words.CLOSED,
}
FILLS: Final[Mapping[Shown, tuple[str, str]]] = {
    Shown.FREE: ("#0b5a2c", "#ffffff"),
    Shown.CALLING: (COLOURS["accent"], COLOURS["onAccent"]),
    Shown.SERVING: ("#123f94", "#ffffff"),
    Shown.PAUSED: (COLOURS["warn"], COLOURS["onWarn"]),
    Shown.CLOSED: ("#3d474a", "#ffffff"),
}
"""Colour of the band that says the state, and of the words on it; its sign and words differ as well."""


@dataclass(frozen=True, slots=True)
class WindowInputs:
    """Everything a window screen heard so far.

    Attributes:
        now: The time, UTC.
        speak: Words in any language.
        screen: Whose windows they are.
        known: Whether a first floor came.
        windows: What each window of the hall that is heard of does.
        flashes: Leg and until when its number flashes.
        quiet: Window and since when nothing happened at it.
        dark_since: When the line went down, ``None`` while it is live.
        fault: What to say about a missing font.
    """

    now: datetime
    speak: Speak
    screen: Screen
    hall: Hall | None = None
    known: bool = False
    windows: tuple[WindowView, ...] = ()
    flashes: tuple[tuple[str, datetime], ...] = ()
    quiet: tuple[tuple[int, datetime], ...] = ()
    dark_since: datetime | None = None
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One window.

    Attributes:
        key: The window's number.
        labels: The word for it.
        shown: One of :class:`Shown`.
        title: The state in words.
        fill: Colour of the state.
        ink: Colour of words on it.
        number: Who is called or served, empty for nobody.
        name: The masked name of who is called, where the zone shows it.
        flashing: Whether the number flashes.
        says: What stands in the number's place.
        notice: Whether that is a notice of the hall rather than what the window does.
        matter: The queue in view.
        page: ``"2/4"``, empty when the window serves one queue.
        department: Who the queue in view belongs to, in the language of this turn.
        clerk: Who sits there, in the language of this turn.
        note: What comes after the visitor: a pause; in the language of this turn.
        turn: Which language has its turn where there is no room for all beside each other.
    """

    key: str
    labels: Lines = ()
    shown: str = Shown.CLOSED
    title: Lines = ()
    fill: str = ""
    ink: str = ""
    number: str = ""
    name: Lines = ()
    flashing: bool = False
    says: Lines = ()
    notice: bool = False
    matter: Lines = ()
    page: str = ""
    department: Lines = ()
    clerk: Lines = ()
    note: Lines = ()
    turn: int = 0


@dataclass(frozen=True, slots=True)
class WindowProps:
    """Everything a window screen shows.

    Attributes:
        connecting: There is nothing to show yet but the words.
        cells: The windows, from the left.
        dark: Since when the screen is not live, while the line is down.
        lit: Whether what flashes is light now.
    """

    connecting: bool = True
    connecting_lines: Lines = ()
    cells: tuple[Cell, ...] = ()
    dark: Lines = ()
    fault: str = ""
    lit: bool = False


def derive_windows(inputs: WindowInputs) -> WindowProps:
    """Return what a window screen shows after ``inputs``."""
    hall = inputs.hall
    if hall is None or not inputs.known:
        return WindowProps(
            connecting_lines=say_all(inputs.speak, common.EVERY_LANGUAGE, common.CONNECTING),
            fault=inputs.fault,
        )
    cells = tuple(_Deriving(inputs, hall).cell(number) for number in inputs.screen.windows)
    return WindowProps(
        connecting=False,
        cells=cells,
        dark=_dark(inputs, hall),
        fault=inputs.fault,
        lit=any(cell.flashing for cell in cells) and is_lit(inputs.now),
    )


def changes_at(inputs: WindowInputs, props: WindowProps) -> datetime:
    """Return when the screen looks different next, if nothing is heard until then."""
    now = inputs.now
    # Tomorrow's notices are others.
    moments = [now.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)]
    if any(cell.flashing for cell in props.cells):
        moments += [next_step(now), *(until for _, until in inputs.flashes)]
    if any(cell.page or cell.department or cell.clerk or len(cell.matter) > 2 for cell in props.cells):
        moments.append(_EPOCH + (_turn(now) + 1) * TURN)
    moments += [since + QUIET for _, since in inputs.quiet if since + QUIET > now]
    if any(cell.notice for cell in props.cells) or _is_quiet(inputs, props):
        moments += [_next_notice(since, now) for _, since in inputs.quiet if since + QUIET <= now]
    return max(min(each for each in moments if each > now), now + _SOON)


@dataclass(frozen=True, slots=True)
class _Deriving:
    """One look at the inputs, with the hall that they have."""

    inputs: WindowInputs
    hall: Hall

    def cell(self, number: int) -> Cell:
        view = next((each for each in self.inputs.windows if each.number == number), WindowView(number, ""))
        flashing = self._flashes(view)
        state = _shown(view, flashing=flashing)
        fill, ink = FILLS[state]
        queues = self._queues(number)
        at = _turn(self.inputs.now) % max(1, len(queues))
        queue = queues[at] if queues else None
        says, is_notice = self._says(view, state)
        return Cell(
            key=str(number),
            labels=self._say(words.WINDOW),
            shown=state,
            title=self._say(TITLES[state]),
            fill=fill,
            ink=ink,
            number=view.visitor.number if view.visitor else "",
            name=self._name(view) if state is Shown.CALLING else (),
            flashing=flashing,
            says=says,
            notice=is_notice,
            clerk=self._in_turn(words.CLERK, len(queues), clerk=view.clerk) if view.clerk else (),
            note=self._then_paused(view, len(queues)),
            turn=self._languages_turn(len(queues)),
            matter=Line.of(queue.name, self.hall.languages) if queue else (),
            page=f"{at + 1}/{len(queues)}" if len(queues) > 1 else "",
            department=self._departments(queue, len(queues)) if queue else (),
        )

    def _say(self, source: str, **values: object) -> Lines:
        return say_all(self.inputs.speak, self.hall.languages, source, words.CONTEXT, **values)

    def _name(self, view: WindowView) -> Lines:
        shown = view.visitor is not None and self.hall.shows_names(view.visitor.queue)
        return name_lines(view.visitor.masked_name) if shown and view.visitor else ()

    def _flashes(self, view: WindowView) -> bool:
        if self.inputs.dark_since is not None or view.visitor is None:
            return False
        leg = view.visitor.leg
        return any(each == leg and until > self.inputs.now for each, until in self.inputs.flashes)

    def _says(self, view: WindowView, state: Shown) -> tuple[Lines, bool]:
        """Return what stands in the place of a number, and whether it is a notice."""
        if view.visitor is not None:
            return (), False
        if state is Shown.PAUSED:
            reason = self._reason(view)
            return Line.of(reason, self.hall.languages) or self._say(words.BACK_LATER), False
        notice = self._notice(view.number)
        if notice is not None:
            return (notice,), True
        return self._say(words.NOT_OPEN if state is Shown.CLOSED else words.WAIT_FOR_YOUR_NUMBER), False

    def _notice(self, number: int) -> Line | None:
        """Return the notice of this turn; between two rounds of them the window says what it does."""
        since = dict(self.inputs.quiet).get(number)
        lines = notices(self.hall, self.inputs.now)
        if since is None or self.inputs.now < since + QUIET or not lines:
            return None
        at = (self.inputs.now - since - QUIET) // NOTICE_TURN % (len(lines) + 1)
        return lines[at] if at < len(lines) else None

    def _then_paused(self, view: WindowView, queues: int) -> Lines:
        """Return what comes after the visitor, in the language of this turn."""
        if view.status is not WindowStatus.PAUSED or view.visitor is None:
            return ()
        reason = name_in(self._reason(view), self._language(queues))
        if not reason:
            return self._in_turn(words.THEN_PAUSED_PLAIN, queues)
        return self._in_turn(words.THEN_PAUSED, queues, reason=reason)

    def _reason(self, view: WindowView) -> Text:
        pauses = (each for each in self.hall.reasons if each.act == "pause")
        return next((each.name for each in pauses if each.id == view.reason), {})

    def _queues(self, number: int) -> tuple[Queue, ...]:
        """A hall that was changed a moment ago may have the window no more."""
        served = self.hall.queues_at(number)
        known = {each.id: each for each in self.hall.queues}
        # A queue may stand in two tiers.
        return tuple(known[each] for each in dict.fromkeys(served) if each in known)

    def _departments(self, queue: Queue, queues: int) -> Lines:
        if not 0 < len(queue.departments) <= DEPARTMENTS_MOST:
            return ()
        known: dict[str, Department] = {each.id: each for each in self.hall.departments}
        language = self._language(queues)
        names = [name_in(known[each].name, language) for each in queue.departments if each in known]
        return (Line(language, "  ".join(names)),)

    def _in_turn(self, source: str, queues: int, **values: object) -> Lines:
        return say_all(self.inputs.speak, (self._language(queues),), source, words.CONTEXT, **values)

    def _language(self, queues: int) -> str:
        """Return the language of this turn: each has been seen with every queue after some rounds."""
        languages = self.hall.languages
        return languages[self._languages_turn(queues) % len(languages)]

    def _languages_turn(self, queues: int) -> int:
        return _turn(self.inputs.now) // max(1, queues) % LANGUAGE_TURNS


def notices(hall: Hall, now: datetime) -> Lines:
    """Return what the hall tells today, one language after the other."""
    day = now.astimezone(hall.zone_info).date()
    return tuple(line for text in hall.notices_on(day) for line in Line.of(text, hall.languages))


def _shown(view: WindowView, *, flashing: bool) -> Shown:
    """Return what is said of a window; who is at it counts more than that it pauses afterwards."""
    if view.visitor is not None:
        # Who is served and is called again, e.g. from the copying machine, is called as long as it flashes.
        calling = flashing or view.visitor.state is LegState.CALLED
        return Shown.CALLING if calling else Shown.SERVING
    return {
        WindowStatus.OPEN: Shown.FREE,
        WindowStatus.PAUSED: Shown.PAUSED,
        WindowStatus.CLOSED: Shown.CLOSED,
    }[view.status]


def _dark(inputs: WindowInputs, hall: Hall) -> Lines:
    if inputs.dark_since is None:
        return ()
    at = f"{inputs.dark_since.astimezone(hall.zone_info):%H:%M}"
    return say_all(inputs.speak, hall.languages, common.NOT_LIVE_SINCE, time=at)


def _is_quiet(inputs: WindowInputs, props: WindowProps) -> bool:
    """Whether a window rests and there are notices, also while it says between two rounds what it does."""
    rests = any(cell.shown in (Shown.FREE, Shown.CLOSED) for cell in props.cells)
    return rests and inputs.hall is not None and bool(notices(inputs.hall, inputs.now))


def _next_notice(since: datetime, now: datetime) -> datetime:
    begin = since + QUIET
    return begin + ((now - begin) // NOTICE_TURN + 1) * NOTICE_TURN


def _turn(now: datetime) -> int:
    return (now - _EPOCH) // TURN
