"""The slip of a booking (预约): what, when, where, and the code to come with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hardware.slip.sheet import Align, Bar, Block, Code, Lines, Mark, Sheet, Words


@dataclass(frozen=True, slots=True)
class BookingSlip:
    """What is on it: finished words, the reader's language first; empty parts take no room.

    Attributes:
        mark: That it is a booking and no number yet.
        day: The day, ``("星期二 12月1日",)``.
        time: From when to when, ``"09:00–09:30"``.
        service: What is booked.
        place: Floor and zone.
        code_name: What the code is called.
        code: As it is read, ``"5724 0000"``.
        qr: What its QR code says; a kiosk's scanner takes it.
        how: What to do with it.
        come: From when to when one can come.
        late: What becomes of who comes late.
        give_back: Until when it can be given back.
        phone: The hall's phone with its label.
        machine: Which kiosk printed it.
    """

    hall: Lines
    mark: Lines
    day: Lines
    time: str
    service: Lines
    code_name: Lines
    code: str
    qr: str
    how: Lines
    come: Lines
    late: Lines
    give_back: Lines = ()
    place: Lines = ()
    phone: str = ""
    machine: str = ""


def booking_sheet(slip: BookingSlip) -> Sheet:
    """Return the slip as a sheet."""
    return tuple(_blocks(slip))


def _blocks(slip: BookingSlip) -> Iterator[Block]:
    yield Words(slip.hall, 38, 30, bold=True, above=8)
    yield Mark(slip.mark)
    yield Words(slip.day, 48, 36, bold=True, others_bold=True, above=12)
    yield Words((slip.time,), 72, bold=True, above=2)
    yield Words(slip.service, 44, 34, bold=True, others_bold=True, above=10)
    yield Words(slip.place, 36, 30, above=6)
    yield Bar()
    yield Words(slip.code_name, 36, 30, above=8)
    yield Words((slip.code,), 100, bold=True, above=0)
    yield Code(slip.qr)
    yield Words(slip.how, 32, 28, above=2)
    yield Bar()
    for texts in (slip.come, slip.late, slip.give_back):
        yield Words(texts, 32, 28, align=Align.LEFT, above=8)
    yield Words((slip.phone,), 36, bold=True, above=10)
    yield Words((slip.machine,), 24, above=6)
