"""What a hall file says of kiosks and notices: read, inherited, checked, written."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from core.app.hallfile import check, export, load
from core.domain.kiosk import (
    ClassChoice,
    Confirm,
    HomeList,
    Kiosk,
    KioskRules,
    Mode,
    ModeTime,
    ToldOnce,
)
from core.domain.notice import Notice
from hallcall.halls import resolve
from tests.core.app.hallfile.any_hall import PIN_HASH
from tests.core.app.hallfile.small import MORE, broken, line_of

SECTION = f"""
[kiosk]
out_of_hours = "booking"
zones = ["hall_1"]
home = "frequent"
classes = "ask"
phone = false
told_once = "show"
confirm = "always"
panel_mm = [268, 476]
staff_pin = "{PIN_HASH}"
idle_s = 90
self_test = "05:15"

[[kiosk.times]]
days = [1, 2]
from = "20:00"
to = "01:00"
past_midnight = true
mode = "closed"

[[kiosks]]
name = "Q1"
mode = "query"
panel_mm = []
zones = []
times = []
self_test = "off"
staff_pin = ""

[[kiosks]]
several = false
list = [
  {{ name = "导服1", mode = "guide", low = true, rotate = 270 }},
  {{ name = "T1", zones = ["evening"], departments = ["hrss"], several = true, several_most = 2 }},
]

[[notices]]
text = {{ zh = "停电", en = "No power" }}
from = "2026-12-01"
to = 2026-12-03
"""
WITH = MORE + SECTION
ALL = KioskRules(
    out_of_hours=Mode.BOOKING,
    zones=("hall_1",),
    home=HomeList.FREQUENT,
    classes=ClassChoice.ASK,
    phone=False,
    told_once=ToldOnce.SHOW,
    confirm=Confirm.ALWAYS,
    panel_mm=(268, 476),
    staff_pin=PIN_HASH,
    idle_s=90,
    self_test=time(5, 15),
    times=(ModeTime((1, 2), time(20), time(1), Mode.CLOSED),),
)

# What is broken, what it becomes, the message's key, words of the line it points at, words of the message.
MISTAKES = [
    ('home = "frequent"', 'hoem = "frequent"', "hall.unknown_key", "hoem", 'did you mean "home"?'),
    ('home = "frequent"', 'home = "frequnt"', "hall.not_a_choice", "frequnt", 'did you mean "frequent"?'),
    (
        'mode = "query"',
        'mode = "tickets"',
        "hall.not_a_choice",
        "tickets",
        'kiosks "Q1": "mode" is "tickets"',
    ),
    ('out_of_hours = "booking"', 'out_of_hours = "guide"', "hall.not_a_choice", "guide", "out_of_hours"),
    ('mode = "closed"', 'mode = "shut"', "hall.not_a_choice", '"shut"', "[kiosk]"),
    ('zones = ["hall_1"]', 'zones = ["hall_2"]', "hall.unknown_name", "hall_2", 'did you mean "hall_1"?'),
    ('zones = ["hall_1"]', 'zones = ["hall_1", "hall_1"]', "hall.named_twice", "hall_1", "named twice"),
    ('zones = ["hall_1"]', 'zones = [" "]', "hall.empty", '" "', "the id of a zone"),
    ('zones = ["hall_1"]', "zones = [1]", "hall.wrong_type", "[1]", "ids of zones"),
    (
        'departments = ["hrss"], several',
        'departments = ["hrs"], several',
        "hall.unknown_name",
        '"hrs"',
        'kiosks "T1"',
    ),
    (
        'zones = ["evening"], dep',
        'zones = ["rest"], dep',
        "hall.kiosk_offers_nothing",
        '"rest"',
        "no queue is left",
    ),
    ("rotate = 270", "rotate = 45", "hall.bad_turn", "rotate = 45", "0, 90, 180 or 270"),
    ("panel_mm = [268, 476]", "panel_mm = [0, 476]", "hall.bad_panel", "[0, 476]", "50 to 3000 each"),
    ("panel_mm = [268, 476]", "panel_mm = [268]", "hall.bad_panel", "[268]", "width and height"),
    (
        "panel_mm = [268, 476]",
        "panel_mm = [268.5, 476]",
        "hall.bad_panel",
        "[268.5, 476]",
        "width and height",
    ),
    ("several_most = 2", "several_most = 1", "hall.too_small", "several_most = 1", "2 or more"),
    ("several_most = 2", "several_most = 10", "hall.too_large", "several_most = 10", "9 or less"),
    ("idle_s = 90", "idle_s = 3", "hall.too_small", "idle_s = 3", "15 or more"),
    ("idle_s = 90", "volume = 101", "hall.too_large", "volume = 101", "100 or less"),
    ("idle_s = 90", "result_s = 1", "hall.too_small", "result_s = 1", "5 or more"),
    ("idle_s = 90", "numbers_kept = 101", "hall.too_large", "numbers_kept = 101", "100 or less"),
    ("idle_s = 90", "numbers_kept = -1", "hall.too_small", "numbers_kept = -1", "0 or more"),
    ('self_test = "05:15"', 'self_test = "5 o\'clock"', "hall.bad_time", "o'clock", "a time such as"),
    ('name = "Q1"', 'name = "T1"', "hall.duplicate_kiosk", "T1", "already described in line"),
    ('name = "Q1"', 'title = "Q1"', "hall.missing_key", "[[kiosks]]", '"name" is missing'),
    ('name = "Q1"', 'name = " "', "hall.empty", '" "', "started with"),
    ("past_midnight = true\nmode", "mode", "hall.closes_first", 'to = "01:00"', "closes at 01:00"),
    ('to = "01:00"', 'to = "21:00"', "hall.not_past_midnight", "past_midnight", "ends on the same day"),
    ("days = [1, 2]\nfrom", "days = [8]\nfrom", "hall.bad_day", "[8]", "Monday is 1"),
    (
        "[[kiosks]]\nname",
        '[[kiosk.times]]\ndays = [3]\nfrom = "00:30"\nto = "02:00"\nmode = "ticket"\n\n[[kiosks]]\nname',
        "hall.overlap",
        "[[kiosk.times]]",
        "on day 3 these hours overlap those of line",
    ),
    ("to = 2026-12-03", "to = 2026-11-30", "hall.ends_first", "to = 2026", "before the first day 2026-12-01"),
    (', en = "No power"', "", "hall.missing_language", "停电", 'says nothing in "en"'),
    ('from = "2026-12-01"', 'from = "1.12."', "hall.bad_date", "1.12.", "a date such as"),
    (PIN_HASH, "plain:4711", "hall.bad_pin", "plain:4711", "hallcall hall pin"),
    (f'"{PIN_HASH}"', "4711", "hall.bad_pin", "4711", "hallcall hall pin"),
    ("m=19456", "m=99999", "hall.bad_pin", "m=99999", "hallcall hall pin"),
]
ALSO = [
    ('also = ["tax"]', 'also = ["tex"]', "hall.unknown_name", '"tex"', 'did you mean "tax"?'),
    ('also = ["tax"]', 'also = ["social"]', "hall.named_twice", '"social"', "named twice"),
    ('also = ["tax"]', 'also = ["tax", "tax"]', "hall.named_twice", '"tax", "tax"', "named twice"),
    ('also = ["tax"]', 'also = [""]', "hall.empty", '""', "the id of a queue"),
    ('also = ["tax"]', 'also = "tax"', "hall.wrong_type", '"tax"', "a list of queue ids"),
]
CARD = 'Social insurance card" }, frequent = true'
REST = '\n[[zones]]\nid = "rest"\nname = { zh = "休息区", en = "Rest area" }\n'
WITH_ALSO = broken(CARD, f'{CARD}, also = ["tax"]', WITH) + REST
BOOKING = [
    ('mode = "query"', 'mode = "booking"', "mode"),
    ('mode = "closed"', 'mode = "booking"', "times"),
    ("idle_s = 90", "idle_s = 90", "out_of_hours"),
]
KEYS = {row[2] for row in MISTAKES + ALSO} | {"hall.nothing_to_book"}
"""Every sentence that has an example here."""


def test_what_all_kiosks_have_is_read() -> None:
    hall = load(WITH)
    assert hall.kiosk_rules == ALL
    assert hall.notices == (Notice({"zh": "停电", "en": "No power"}, date(2026, 12, 1), date(2026, 12, 3)),)


def test_a_machine_has_what_it_says_and_the_rest_from_all() -> None:
    hall = load(WITH)
    bare = replace(ALL, mode=Mode.QUERY, panel_mm=None, zones=(), times=(), self_test=None, staff_pin="")
    guide = replace(ALL, mode=Mode.GUIDE, low=True, rotate=270, several=False)
    tax = replace(ALL, zones=("evening",), departments=("hrss",), several_most=2)
    assert hall.kiosks == (Kiosk("Q1", bare), Kiosk("导服1", guide), Kiosk("T1", tax))


def test_a_machine_can_go_back_to_the_hours() -> None:
    fixed = broken('out_of_hours = "booking"', 'mode = "query"\nout_of_hours = "booking"', WITH)
    hall = load(fixed.replace('name = "T1"', 'name = "T1", mode = "hours"'))
    assert (hall.kiosk_rules.mode, hall.kiosk("T1").mode) == (Mode.QUERY, None)
    assert load(export(hall)) == hall


def test_a_hall_that_says_nothing_has_kiosks_as_usual() -> None:
    hall = load(MORE)
    assert (hall.kiosk_rules, hall.kiosks, hall.notices) == (KioskRules(), (), ())
    assert "[kiosk" not in export(hall)


@pytest.mark.parametrize(("old", "new", "key", "line", "words"), MISTAKES + ALSO)
def test_a_mistake_is_told_once_with_its_line(old: str, new: str, key: str, line: str, words: str) -> None:
    text = broken(old, new, WITH_ALSO)
    found = [mistake for mistake in check(text) if mistake.key == key]
    assert len(found) == 1, check(text)
    assert line in text.split("\n")[found[0].line - 1]
    assert words in found[0].message


@pytest.mark.parametrize(("old", "new", "name"), BOOKING)
def test_no_kiosk_is_for_bookings_where_nothing_can_be_booked(old: str, new: str, name: str) -> None:
    slots = WITH[WITH.index("[[slots]]") : WITH.index("[sms]")]
    text = broken(old, new, broken(slots, "", WITH))
    found = [
        each for each in check(text) if each.key == "hall.nothing_to_book" and f'"{name}"' in each.message
    ]
    assert len(found) == 1, check(text)
    assert name in text.split("\n")[found[0].line - 1]


@pytest.mark.parametrize("pin", ['"8462"', "8462", '"plain:8462"', '["8462"]'])
def test_a_pin_in_the_file_is_never_said_again(pin: str) -> None:
    (mistake,) = check(broken(f'"{PIN_HASH}"', pin, WITH))
    assert "8462" not in f"{mistake.message} {mistake.params}"


def test_all_mistakes_of_kiosks_are_told_in_one_go() -> None:
    text = WITH_ALSO
    together = [
        "hall.not_a_choice",
        "hall.bad_turn",
        "hall.bad_panel",
        "hall.overlap",
        "hall.duplicate_kiosk",
    ]
    rows = [next(row for row in MISTAKES if row[2] == key) for key in together] + [ALSO[0]]
    for old, new, *_ in rows:
        text = broken(old, new, text)
    found = check(text)
    assert sorted(each.key for each in found) == sorted(key for _, _, key, _, _ in rows)
    assert [each.line for each in found] == sorted(each.line for each in found)


def test_what_is_written_reads_the_same() -> None:
    hall = load(WITH_ALSO)
    lines = export(hall).splitlines()
    assert load("\n".join(lines)) == hall
    assert "panel_mm = [268, 476]" in lines
    assert line_of("[kiosk]", "\n".join(lines)) < line_of("[[kiosks]]", "\n".join(lines))
    (q1,) = (line for line in lines if 'name = "Q1"' in line)
    assert 'self_test = "off"' in q1
    assert "zones = []" in q1


def test_the_kiosks_in_the_docs_are_good() -> None:
    text = (Path(__file__).parents[4] / "docs" / "hall-file.md").read_text(encoding="utf-8")
    (shown,) = (block for block in re.findall(r"```toml\n(.*?)```", text, re.DOTALL) if "[kiosk]" in block)
    hall = resolve("dazi").read_text(encoding="utf-8")
    own = hall[hall.index("\n[kiosk]\n") : hall.index("\n[voice]\n")]
    good = load(hall.replace(own, "\n" + shown.replace("...", PIN_HASH)))
    assert good.kiosks
    assert good.notices
