"""What is on a slip: finished words, already in the hall's languages."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hardware.slip.sheet import Lines as Lines

_MANY_DIGITS = re.compile(r"[0-9]{5}")


@dataclass(frozen=True, slots=True)
class Slip:
    """One ticket on paper, from top to bottom. Empty parts take no room.

    There is no field for a person's ID number, and there must not be one.

    Attributes:
        hall: The hall's name.
        mark: Why this visitor is called out of turn, e.g. ``("优先", "PRIORITY")``.
        service: What the visitor came for: the name of the item or queue.
        number: The ticket's number, e.g. ``"A017"``.
        windows: Where it will be called to, e.g. ``("3–8号窗口",)``.
        place: Floor and zone.
        ahead: How many are ahead and how long it may take.
        wait: How long it will take, e.g. ``("约15–25分钟",)``.
        step: The step that comes now, e.g. ``("第1步，共3步",)``.
        to_come: The steps after it, in order.
        time: Date and time of taking, to the second, the hall's own time.
        passed_rule: What to do when the number was passed.
        qr: What the code opens, e.g. ``"http://10.0.0.8:8400/t/9hK..."``; no personal data.
        qr_text: What the code is for.
        phone: The hall's phone with its label.
        machine: Which kiosk printed it and its serial, for support.
        complaints: The phone for complaints with its label.
        copy: That it is a copy and when that was printed, e.g. ``("补打 09:41:27", "COPY 09:41:27")``.
        offline: That it was issued while the core was away, e.g. ``("离线取号", "OFFLINE NUMBER")``.
        offline_note: What that means for the visitor.
        name: The visitor's name by its beginning, ``("张*",)``; shown where the hall's layout asks for it.
        card: The last four of the card's number with their label; shown only where the layout asks for it.
        languages: In which languages these words are, the reader's first.
        first: Which of them is the hall's first one; ``""``: the reader's.
    """

    hall: Lines
    service: Lines
    number: str
    time: str
    mark: Lines = ()
    windows: Lines = ()
    place: Lines = ()
    ahead: Lines = ()
    wait: Lines = ()
    step: Lines = ()
    to_come: tuple[Lines, ...] = ()
    passed_rule: Lines = ()
    qr: str = ""
    qr_text: Lines = ()
    phone: str = ""
    machine: str = ""
    complaints: str = ""
    copy: Lines = ()
    offline: Lines = ()
    offline_note: Lines = ()
    name: Lines = ()
    card: Lines = ()
    languages: tuple[str, ...] = ()
    first: str = ""

    def __post_init__(self) -> None:
        if any(_MANY_DIGITS.search(words) for words in (*self.name, *self.card)):
            raise ValueError("of a card's number no more than the last four are printed")
