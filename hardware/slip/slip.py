"""What is on a slip: finished words, already in the hall's languages."""

from __future__ import annotations

from dataclasses import dataclass

Lines = tuple[str, ...]
"""The same words in each language of the hall, the first language first; nothing is left out."""


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
