"""Whose turn it is between kinds of visitors of one queue: the cap of favour, and the mix with bookings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from core.domain.in_line import InLine


class Kind(StrEnum):
    """What a cap and a mix tell apart."""

    ORDINARY = "ordinary"
    FAVOURED = "favoured"
    BOOKED = "booked"


@dataclass(frozen=True, slots=True)
class Turn:
    """Where a queue stands.

    Attributes:
        favour_in: So many ordinary calls come before the next favoured one.
        booked_left: So many booked visitors are still to be called in this round of the mix.
        others_left: So many others are.
    """

    queue: str
    favour_in: int = 0
    booked_left: int = 0
    others_left: int = 0


@dataclass(frozen=True, slots=True)
class Mixing:
    """What bounds favour and mixes bookings in the queues of a hall.

    Attributes:
        favoured: Ids of the favoured classes.
        booked: Id of the class of booked visitors, ``""`` for none.
        ratio: So many booked visitors to so many others, while both wait.
        caps: Queue to "at most 1 in so many calls is a favoured one while ordinary people wait"; 0: no cap.
        turns: Where each queue stands; one that is not named is at the beginning.
    """

    favoured: frozenset[str] = frozenset()
    booked: str = ""
    ratio: tuple[int, int] = (1, 1)
    caps: Mapping[str, int] = field(default_factory=dict)
    turns: Mapping[str, Turn] = field(default_factory=dict)

    def kind(self, leg: InLine) -> Kind:
        """Return what the leg's visitor is for the cap and the mix."""
        if self.booked and leg.visitor_class == self.booked:
            return Kind.BOOKED
        return Kind.FAVOURED if leg.visitor_class in self.favoured else Kind.ORDINARY

    def turn(self, queue: str) -> Turn:
        """Return where a queue stands."""
        return self.turns.get(queue) or Turn(queue)

    def held_back(self, queue: str, heads: Sequence[InLine]) -> dict[str, str]:
        """Return which of one queue's heads must let others go first: leg id to ``"cap"`` or ``"mix"``.

        Never all of them: somebody whose turn it is waits too.
        """
        kinds = {leg.id: self.kind(leg) for leg in heads}
        present = set(kinds.values())
        turn = self.turn(queue)
        held: dict[str, str] = {}
        if self.caps.get(queue, 0) > 1 and turn.favour_in > 0 and Kind.ORDINARY in present:
            held |= {leg: "cap" for leg, kind in kinds.items() if kind is Kind.FAVOURED}
        waits = self._waits(turn, present)
        if waits is not None:
            held |= {leg: "mix" for leg, kind in kinds.items() if (kind is Kind.BOOKED) == waits}
        return held

    def _waits(self, turn: Turn, present: set[Kind]) -> bool | None:
        """Return whether the booked (``True``) or the others (``False``) have had their share."""
        if Kind.BOOKED not in present or len(present) == 1:
            return None
        if turn.booked_left == 0 and turn.others_left > 0:
            return True
        if turn.others_left == 0 and turn.booked_left > 0:
            return False
        return None

    def after(self, called: InLine, heads: Sequence[InLine]) -> Turn:
        """Return where the queue stands once ``called`` of its ``heads`` was called."""
        turn = self.turn(called.queue)
        kind = self.kind(called)
        present = {self.kind(leg) for leg in heads}
        if kind is Kind.ORDINARY:
            turn = replace(turn, favour_in=max(0, turn.favour_in - 1))
        elif kind is Kind.FAVOURED and Kind.ORDINARY in present:
            turn = replace(turn, favour_in=max(0, self.caps.get(called.queue, 0) - 1))
        if Kind.BOOKED in present and len(present) > 1:
            turn = self._counted(turn, kind)
        return turn

    def _counted(self, turn: Turn, kind: Kind) -> Turn:
        if turn.booked_left == 0 and turn.others_left == 0:
            turn = replace(turn, booked_left=self.ratio[0], others_left=self.ratio[1])
        if kind is Kind.BOOKED:
            return replace(turn, booked_left=max(0, turn.booked_left - 1))
        return replace(turn, others_left=max(0, turn.others_left - 1))

    def taken_back(self, called: InLine) -> Turn:
        """Return where the queue stands when a call was put back: it counts for nothing."""
        turn = self.turn(called.queue)
        return replace(turn, favour_in=0) if self.kind(called) is Kind.FAVOURED else turn


UNMIXED = Mixing()
"""No caps and no bookings: everybody by the score alone."""
