"""The four pages beside the console."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from caller.acts.possible import Why
from caller.acts.words import WHY_NOT
from caller.elapsed import clock_text
from caller.floor.order import Cell, Row, Tone
from caller.sight.devices import Well
from caller.sight.state import BesideRow, LineRow, SightProps
from caller.sight.table import SteadyTable
from caller.sight.words import (
    ALONE,
    AND_MORE,
    BOOKED,
    CALL_NUMBER,
    CHOOSE,
    CLASS,
    DEVICE,
    FINISHED,
    FINISHED_HEAD,
    FOR,
    GONE,
    KINDS,
    LINK,
    LISTING,
    MATTER,
    MEAN,
    MEAN_HEAD,
    MINUTES,
    NOBODY,
    NOT_LISTED,
    NOT_RATED,
    NOTHING_YET,
    NUMBER,
    RATED,
    RATED_LATER,
    STATE,
    STEADY,
    STEP,
    WAITED,
    WINDOW,
    link,
    standing,
    waited,
    well,
)
from caller.widgets.button import KeyButton
from caller.widgets.label import Label
from caller.words import Words
from core.domain.window import WindowStatus


class Page(QWidget):
    """A table with a line above it."""

    def __init__(self, name: str, widths: Sequence[int], *, chooses: bool = False) -> None:
        super().__init__()
        self.head = Label(f"{name}-head", px=18, bold=True, lines=2)
        self.table = SteadyTable(f"{name}-table", widths)
        if not chooses:
            self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
            self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(6)
        self.rows.addWidget(self.head)
        self.rows.addWidget(self.table, 1)

    def fill(self, heads: Sequence[str], rows: list[Row]) -> None:
        """Show the rows under the names of their columns."""
        self.table.set_heads(heads)
        self.table.show_rows(rows)

    def say(self, text: str) -> None:
        """Say something above the table, or nothing."""
        self.head.set_text(text)
        self.head.setVisible(bool(text))


class LinePage(Page):
    """Who waits for this window, who is next first.

    Signals:
        picked(str): The leg is to be called out of turn.
    """

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__("line", (84, 0, 88, 80, 60, 92), chooses=True)
        self._props = SightProps()
        self._words: Words | None = None
        self._note = Label("line-note", px=15, lines=2, colour="inkSoft")
        self._pick = KeyButton("line-pick", px=17)
        self.rows.addWidget(self._note)
        self.rows.addWidget(self._pick)
        self._pick.clicked.connect(self._take)
        self.table.taken.connect(self._take)
        self.table.chosen.connect(self._show_choice)
        self.table.steadied.connect(self._show_choice)

    def show_props(self, props: SightProps, words: Words, now: datetime) -> None:
        """Show the line."""
        self._props, self._words = props, words
        self.table.use_word(words(GONE))
        heads = (NUMBER, MATTER, CLASS, WAITED, STEP, BOOKED)
        self.fill([words(each) for each in heads], [_line_row(words, row, now) for row in props.line])
        self.table.setColumnHidden(2, not any(row.mark for row in props.line))
        self.table.setColumnHidden(4, all(row.steps == 1 for row in props.line))
        self.table.setColumnHidden(5, not any(row.booked for row in props.line))
        self.say(_line_head(words, props))
        self._show_choice()

    def _show_choice(self, *_: object) -> None:
        words, props = self._words, self._props
        if words is None:
            return
        gone, come = self.table.changes()
        more = words(AND_MORE, count=props.more) if props.more else ""
        note = words(STEADY, gone=gone, come=come) if gone or come else more
        row = next((each for each in props.line if each.id == self.table.choice), None)
        able = row is not None and self.table.is_there(row.id) and bool(row.ticket)
        why = _why(words, props)
        self._note.set_text(note)
        self._pick.setVisible(props.picks)
        number = row.number if row else ""
        text = words(CALL_NUMBER, number=number) if row else words(CHOOSE)
        text = f"{text} · {why}" if row and why else text
        if self._pick.text() != text:
            self._pick.set_words(text)
        self._pick.setEnabled(able and not why)

    def _take(self) -> None:
        if self._pick.isEnabled() and self.table.choice:
            self.picked.emit(self.table.choice)
            self.table.forget()


class WindowsPage(Page):
    """The windows that serve some of this one's queues."""

    def __init__(self) -> None:
        super().__init__("beside", (92, 0, 96))

    def show_props(self, props: SightProps, words: Words, now: datetime) -> None:
        """Show how they stand."""
        rows = [_beside_row(words, row, now) for row in props.beside]
        self.fill([words(each) for each in (WINDOW, STATE, FOR)], rows)
        self.say("" if rows else words(ALONE))


class DayPage(Page):
    """What the clerk finished today; of ratings, those of days that are over."""

    def __init__(self) -> None:
        super().__init__("day", (0, 96, 96))
        self._rated = Label("day-rated", px=16, lines=2)
        self._later = Label("day-later", px=15, lines=2, colour="inkSoft")
        self.rows.addWidget(self._rated)
        self.rows.addWidget(self._later)

    def show_props(self, props: SightProps, words: Words, _now: datetime) -> None:
        """Show the day."""
        day = props.day
        if day is None:
            self.say(words(NOT_LISTED if props.failed else LISTING))
            return
        self.say(words(NOTHING_YET))
        if day.finished:
            counted = words(FINISHED, count=day.finished)
            mean = f" · {words(MEAN, time=clock_text(day.mean_s))}" if day.mean_s is not None else ""
            self.say(f"{counted}{mean}")
        rows = [
            Row(
                each.name,
                (
                    Cell(each.name),
                    Cell(str(each.finished), tone=Tone.STRONG),
                    Cell(clock_text(each.mean_s) if each.mean_s is not None else "—"),
                ),
            )
            for each in day.rows
        ]
        self.fill([words(each) for each in (MATTER, FINISHED_HEAD, MEAN_HEAD)], rows)
        if day.rated:
            self._rated.set_text(words(RATED, count=day.rated, percent=f"{day.percent or 0:g}"))
        else:
            self._rated.set_text(words(NOT_RATED) if day.rated is not None else "")
        self._later.set_text(words(RATED_LATER))


class DevicesPage(Page):
    """How the line to the core and the console's own devices are."""

    def __init__(self) -> None:
        super().__init__("devices", (0, 290))
        self._link = Label("link-state", px=17, bold=True, lines=2)
        self.rows.insertWidget(1, self._link)

    def show_props(self, props: SightProps, words: Words, _now: datetime) -> None:
        """Show how they are."""
        self.say(words(LINK))
        if props.link is not None:
            self._link.set_text(link(words, props.link))
            fine = props.link.live and not props.link.degraded
            self._link.set_colours(*(("ink", "surface") if fine else ("onWarn", "warn")))
        rows = [
            Row(
                f"{row.kind.value}:{row.name}",
                (
                    Cell(f"{words(KINDS[row.kind])} {row.name}".rstrip()),
                    Cell(well(words, row), tone=_TONES.get(row.well, Tone.PLAIN)),
                ),
            )
            for row in props.devices
        ]
        self.fill([words(each) for each in (DEVICE, STATE)], rows)


_TONES = {Well.GONE: Tone.VERY_LATE, Well.DEGRADED: Tone.LATE, Well.NONE: Tone.SOFT}


def _line_head(words: Words, props: SightProps) -> str:
    if not props.known:
        return words(NOT_LISTED if props.failed else LISTING)
    return "" if props.line else words(NOBODY)


def _why(words: Words, props: SightProps) -> str:
    """Return why nobody can be called out of turn now; that somebody is here is said by the page of acts."""
    why = props.cannot_pick
    if why is None:
        return ""
    return words(WHY_NOT[why], number=props.number, seconds=0) if why is not Why.NO_REASONS else ""


def _line_row(words: Words, row: LineRow, now: datetime) -> Row:
    seconds = (now - row.since).total_seconds()
    return Row(
        row.id,
        (
            Cell(row.number, tone=Tone.STRONG),
            Cell(row.matter),
            Cell(row.mark, tone=Tone.STRONG if row.mark else Tone.PLAIN),
            Cell(waited(words, row, seconds)),
            Cell(f"{row.step}/{row.steps}" if row.steps > 1 else ""),
            Cell(words(BOOKED) if row.booked else ""),
        ),
    )


def _beside_row(words: Words, row: BesideRow, now: datetime) -> Row:
    minutes = max(0, int((now - row.since).total_seconds())) // 60 if row.since else 0
    tone = Tone.PLAIN if row.status is WindowStatus.OPEN else Tone.SOFT
    return Row(
        str(row.window),
        (
            Cell(str(row.window), tone=Tone.STRONG),
            Cell(standing(words, row), tone=tone),
            Cell(words(MINUTES, minutes=minutes) if row.since else "", tone=Tone.SOFT),
        ),
    )
