"""Who is at the window."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from caller.derive import ConsoleProps
from caller.elapsed import clock_text
from caller.theme import COLOURS
from caller.widgets.label import Label
from caller.words import NOBODY_HERE, Words
from core.domain.ticket import LegState


class VisitorCard(QFrame):
    """The number very large, and all that the clerk must know at a glance."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("visitor")
        self.setStyleSheet(
            f"#visitor {{ background: {COLOURS['surface']}; border: 1px solid {COLOURS['line']};"
            " border-radius: 10px; }"
        )
        self.number = Label("visitor-number", px=60, bold=True, colour="primary")
        self.mark = Label("visitor-mark", px=18, bold=True, align=Qt.AlignmentFlag.AlignHCenter)
        self.mark.set_colours("onAccent", "accent")
        self.queue = Label("visitor-queue", px=18)
        self.step = Label(
            "visitor-step", px=17, bold=True, colour="primary", align=Qt.AlignmentFlag.AlignRight
        )
        self.purpose = Label("visitor-purpose", px=16, colour="inkSoft")
        self.state = Label("visitor-state", px=17, bold=True, align=Qt.AlignmentFlag.AlignHCenter)
        self.elapsed = Label("visitor-elapsed", px=24, bold=True)
        self.calls = Label("visitor-calls", px=16, colour="inkSoft", align=Qt.AlignmentFlag.AlignRight)
        self.why = Label("visitor-why", px=14, colour="inkSoft")
        self._since: datetime | None = None
        self._lay_out()

    def show_props(self, props: ConsoleProps, words: Words) -> None:
        """Show who is there, or that nobody is."""
        for label in (self.queue, self.purpose, self.state, self.calls, self.why):
            label.keep_room_for(words(NOBODY_HERE))
        visitor = props.visitor
        self._since = visitor.since if visitor else None
        self.number.set_text(visitor.number if visitor else "—")
        self.number.set_colours("primary" if visitor else "inkOff")
        self.mark.set_text(visitor.mark if visitor else "")
        self.mark.setVisible(bool(visitor and visitor.mark))
        self.queue.set_text(visitor.queue if visitor else words(NOBODY_HERE))
        self.queue.setToolTip(self.queue.text())
        self.step.set_text(words.step(visitor) if visitor else "")
        self.purpose.set_text(visitor.purpose if visitor else "")
        self.purpose.setToolTip(self.purpose.text())
        self.state.set_text(words.state(visitor) if visitor else "")
        serving = visitor is not None and visitor.state is LegState.SERVING
        self.state.set_colours(*(("onPrimary", "primary") if serving else ("onAccent", "accent")))
        self.calls.set_text(words.calls(visitor) if visitor else "")
        self.why.set_text(words.why(visitor) if visitor else "")
        self.why.setToolTip(self.why.text())

    def tick(self, now: datetime) -> None:
        """Show for how long; ``now`` by the core's clock."""
        since = self._since
        self.elapsed.set_text(clock_text((now - since).total_seconds()) if since else "")

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.number, 1)
        top.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignVCenter)
        where = QHBoxLayout()
        where.setSpacing(10)
        where.addWidget(self.queue, 1)
        where.addWidget(self.step)
        below = QHBoxLayout()
        below.setSpacing(10)
        below.addWidget(self.state)
        below.addWidget(self.elapsed)
        below.addStretch(1)
        below.addWidget(self.calls)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(14, 4, 14, 4)
        rows.setSpacing(2)
        rows.addLayout(top)
        rows.addLayout(where)
        rows.addWidget(self.purpose)
        rows.addLayout(below)
        rows.addWidget(self.why)
