"""How long things stay on the screen."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.state import Inputs, Page, Printing


@dataclass(frozen=True, slots=True)
class Timings:
    """All in seconds.

    Attributes:
        idle_s: A page that nobody touches goes back to the start.
        guide_s: The same of a guide who is signed in; then the guide is signed out.
        warn_s: So long before that it is said.
        spoken_warn_s: The same to somebody who listens: the sentence takes its time, and 20 s are then left
            to ask for more (WCAG 2.2.1); no more than half of what the page has.
        result_s: The number, once the slip is out: the next visitor shall not read it.
        unprinted_s: The number where there is no slip, to be noted; also one that was asked for.
        notice_s: Why there is no number.
        tick_s: How often the clock is looked at.
        settle_s: A touch so soon after a page opened was meant for the one before: a double tap.
    """

    idle_s: float = 60.0
    guide_s: float = 300.0
    warn_s: float = 10.0
    spoken_warn_s: float = 25.0
    result_s: float = 20.0
    unprinted_s: float = 30.0
    notice_s: float = 15.0
    tick_s: float = 0.5
    settle_s: float = 0.35

    def stays_s(self, inputs: Inputs) -> float:
        """Return how long the open page stays without a touch."""
        match inputs.at.page:
            case Page.RESULT | Page.BOOKED:
                # Should the printer never end, the number goes away all the same.
                return self.result_s if inputs.printing is Printing.DONE else self.unprinted_s
            case Page.PLACE:
                return self.unprinted_s
            case Page.NOTICE:
                return self.notice_s
            case _:
                return self.left_alone_s(inputs)

    def left_alone_s(self, inputs: Inputs) -> float:
        """Return how long a page stays that nobody touches."""
        return self.guide_s if inputs.guide.here else self.idle_s

    def warns_s(self, inputs: Inputs) -> float:
        """Return how long before the open page goes away that is said."""
        if not inputs.look.spoken:
            return self.warn_s
        return max(self.warn_s, min(self.spoken_warn_s, self.stays_s(inputs) / 2))
