"""How long things stay on the screen."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.failures import failure
from kiosk.state import Inputs, Page, Printing


@dataclass(frozen=True, slots=True)
class Timings:
    """All in seconds. What is ``None`` the hall says of this kiosk (:class:`core.domain.kiosk.KioskRules`).

    Attributes:
        idle_s: A page that nobody touches goes back to the start.
        guide_s: The same of a guide who is signed in; then the guide is signed out.
        warn_s: So long before that it is said.
        spoken_warn_s: The same to somebody who listens: the sentence takes its time, and 20 s are then left
            to ask for more (WCAG 2.2.1); no more than half of what the page has.
        result_s: The number, once the slip is out: the next visitor shall not read it.
        unprinted_s: The number where there is no slip, to be noted; also one that was asked for.
        notice_s: Why there is no number, and for each step of what to do now as long as ``step_s``.
        staff_s: The staff page, that nobody else shall find open.
        saver_after_s: The first page, until notices are shown; 0: they never are.
        tick_s: How often the clock is looked at.
        settle_s: A touch so soon after a page opened was meant for the one before: a double tap.
    """

    idle_s: float | None = None
    guide_s: float = 300.0
    warn_s: float = 10.0
    spoken_warn_s: float = 25.0
    result_s: float | None = None
    unprinted_s: float = 30.0
    notice_s: float = 15.0
    step_s: float = 5.0
    staff_s: float = 60.0
    saver_after_s: float | None = None
    tick_s: float = 0.5
    settle_s: float = 0.35

    def stays_s(self, inputs: Inputs) -> float:
        """Return how long the open page stays without a touch."""
        match inputs.at.page:
            case Page.RESULT | Page.BOOKED:
                # Should the printer never end, the number goes away all the same.
                return self.result(inputs) if inputs.printing is Printing.DONE else self.unprinted(inputs)
            case Page.PLACE:
                return self.unprinted(inputs)
            case Page.NOTICE:
                return self._notice(inputs)
            case Page.STAFF | Page.STAFF_PIN:
                return self.staff_s
            case _:
                return self.idle(inputs)

    def warns_s(self, inputs: Inputs) -> float:
        """Return how long before the open page goes away that is said."""
        if not inputs.look.spoken:
            return self.warn_s
        return max(self.warn_s, min(self.spoken_warn_s, self.stays_s(inputs) / 2))

    def idle(self, inputs: Inputs) -> float:
        """Return how long a page stays that nobody touches, and by how much somebody who asks gets more."""
        if inputs.guide.here:
            return self.guide_s
        return inputs.rules.idle_s if self.idle_s is None else self.idle_s

    def result(self, inputs: Inputs) -> float:
        """Return how long a number stays whose slip is out."""
        return inputs.rules.result_s if self.result_s is None else self.result_s

    def unprinted(self, inputs: Inputs) -> float:
        """Return how long a number stays that has to be noted: longer than one that is on paper."""
        return max(self.unprinted_s, 1.5 * self.result(inputs))

    def saver(self, inputs: Inputs) -> float:
        """Return how long the first page is left alone until notices are shown."""
        return inputs.rules.saver_after_s if self.saver_after_s is None else self.saver_after_s

    def _notice(self, inputs: Inputs) -> float:
        steps = len(failure(inputs.refusal.key).steps) if inputs.refusal is not None else 0
        return max(self.notice_s, self.step_s * (steps + 2))
