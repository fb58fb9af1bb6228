"""Any hall that a hall file can describe."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from core.app.hallfile.pinyin import spell_all, spelled
from core.domain.booking import BookingRules, Slots
from core.domain.calendar import Calendar, Holiday, Hours, Workday
from core.domain.console import ConsoleAct, ConsoleRules
from core.domain.hall import (
    REASON_ACTS,
    Department,
    Hall,
    Item,
    Material,
    Matter,
    Proof,
    Queue,
    Reason,
    Stage,
    Tier,
    VisitorClass,
    Voice,
    Window,
    Zone,
)
from core.domain.kiosk import (
    OUT_OF_HOURS,
    TURNS,
    ClassChoice,
    Confirm,
    HomeList,
    Kiosk,
    KioskRules,
    Mode,
    ModeTime,
    ToldOnce,
)
from core.domain.layout import Cell, Colours, Form, Layout
from core.domain.layout import Part as BoardPart
from core.domain.limits import Limit, LimitUnit
from core.domain.notice import Notice
from core.domain.rules import AfterHours, Restore, Rules
from core.domain.screen import FaceKind, Screen, Way
from core.domain.sms import MessageKind, SmsText, SmsTexts
from core.domain.voice import Wording
from tests.support.any_slip import layouts

SOME = settings(
    max_examples=int(os.environ.get("HALLCALL_EXAMPLES", "25")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
"""So many halls: to draw one takes a tenth of a second and more, for each holds whatever a file can say."""
LANGUAGES = ("zh", "bo", "en")
NAMES = ("税务", "社会保障卡申领", "银行账户变更", "藏医", "Tax 税 (C1)", "！")
PIN_HASH = "$argon2id$v=19$m=19456,t=4,p=1$ibo0ulZddBwSenyyjae9mA$exNFlH6x7CXXiIYuZFTTyUSlnQU0O1CmjtqOzDKcJeQ"
"""Of the PIN 123456."""
_PREFIXES = [first + second for first in "ABCDEFGH" for second in ("", *"JKLMN")]
_MINUTES = st.floats(0, 9999, allow_nan=False).map(lambda minutes: round(minutes, 3))
_SYLLABLES = st.lists(st.text("ab1", min_size=1, max_size=3), min_size=1, max_size=4).map(" ".join)

Draw = Any


def _words(languages: Sequence[str]) -> st.SearchStrategy[dict[str, str]]:
    said = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=9).filter(str.strip)
    others = [language for language in LANGUAGES if language not in languages]
    return st.fixed_dictionaries(dict.fromkeys(languages, said), optional=dict.fromkeys(others, said))


def _ids(least: int = 1, most: int = 4) -> st.SearchStrategy[list[str]]:
    ids = st.from_regex(r"[a-z0-9][a-z0-9_-]{0,5}", fullmatch=True)
    return st.lists(ids, min_size=least, max_size=most, unique=True)


def _some(names: Sequence[str], least: int = 0) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(names), min_size=least, max_size=3, unique=True).map(tuple)


def _at(minute: int) -> time:
    return time(minute // 60 % 24, minute % 60)


@st.composite
def _hours(draw: Draw) -> tuple[Hours, ...]:
    """Make hours of one or several days that do not overlap; those of the last may run past midnight."""
    days = draw(st.lists(st.integers(1, 7), min_size=1, max_size=5, unique=True))
    edges = sorted(draw(st.lists(st.integers(0, 1439), min_size=2, max_size=6, unique=True)))
    pairs = list(zip(edges[::2], edges[1::2], strict=False))
    rows = [Hours(tuple(days), _at(a), _at(b), draw(st.booleans())) for a, b in pairs]
    if len(days) == 1 and draw(st.booleans()):
        return (Hours(tuple(days), _at(edges[1]), _at(edges[0])),)
    return tuple(rows)


@st.composite
def _rules(draw: Draw, halls: Rules | None = None) -> Rules | None:
    counts = st.integers(0, 10_000)
    numbers = draw(
        st.dictionaries(st.sampled_from(["cap", "recall_most", "undo_s", "issue_stops_min"]), counts)
    )
    rules = Rules(
        **numbers,
        restore=draw(st.sampled_from(Restore)),
        after_hours=draw(st.sampled_from(AfterHours)),
        needs_card=draw(st.booleans()),
    )
    return None if rules == halls else rules


@st.composite
def _items(draw: Draw, words: Any, queues: Sequence[str], departments: Sequence[str]) -> tuple[Item, ...]:
    limits = st.integers(0, 40).map(float) | _MINUTES
    materials = st.builds(
        Material, st.sampled_from(["card", "form", "photo"]), words, words | st.just({}), st.integers(1, 3)
    )
    items = []
    for name in draw(_ids(0, 5)):
        named = draw(words)
        if "zh" in named:
            named = {**named, "zh": draw(st.sampled_from(NAMES))}
        said = draw(st.none() | _SYLLABLES)
        by_itself = spell_all([named["zh"]])[named["zh"]] if "zh" in named else ("", "")
        pinyin, initials = (spelled(said) if said else None) or by_itself
        unit, amounts = draw(st.sampled_from(LimitUnit)), sorted(draw(st.tuples(limits, limits)))
        promised, legal = (draw(st.none() | st.just(Limit(amount, unit))) for amount in amounts)
        queue = draw(st.sampled_from(queues))
        others = [other for other in queues if other != queue]
        papers = draw(st.lists(materials, max_size=3, unique_by=lambda each: each.id).map(tuple))
        items.append(
            Item(
                name, named, queue, draw(st.sampled_from(departments)), pinyin, initials, draw(st.booleans()),
                papers, promised, legal, draw(words | st.just({})), draw(_some(others)) if others else (),
            )
        )  # fmt: skip
    return tuple(items)


@st.composite
def _windows(
    draw: Draw, zones: Sequence[str], queues: Sequence[str], calendars: Sequence[str]
) -> tuple[Window, ...]:
    numbers = sorted(draw(st.sets(st.integers(1, 999), min_size=1, max_size=6)))
    calendar = st.sampled_from(["", *calendars])
    windows = []
    for number in numbers:
        named = list(draw(_some(queues, least=1)))
        cut = draw(st.integers(1, len(named)))
        tiers = [Tier(tuple(part), draw(st.none() | _MINUTES)) for part in (named[:cut], named[cut:]) if part]
        place = draw(st.sampled_from(zones))
        windows.append(Window(number, place, tuple(tiers), draw(calendar), draw(_acts())))
    missing = [queue for queue in queues if not any(queue in window.queues for window in windows)]
    if missing:
        windows[0] = replace(windows[0], tiers=(*windows[0].tiers, Tier(tuple(missing))))
    return tuple(windows)


@st.composite
def _holidays(draw: Draw, words: Any) -> tuple[Holiday, ...]:
    starts = sorted(draw(st.sets(st.integers(0, 60), max_size=3)))
    first = date(2026, 9, 1)
    days = [(first + timedelta(days=10 * at), draw(st.integers(0, 9))) for at in starts]
    return tuple(Holiday(day, day + timedelta(days=more), draw(words)) for day, more in days)


@st.composite
def _slots(draw: Draw, hall: Hall) -> tuple[Slots, ...]:
    """Make slots of one queue that fill its first hours."""
    if draw(st.booleans()):
        return ()
    queue = draw(st.sampled_from([each.id for each in hall.queues]))
    hours = hall.schedule_of(queue).hours[0]
    length = ((hours.closes.hour - hours.opens.hour) * 60 + hours.closes.minute - hours.opens.minute) % 1440
    minutes = draw(st.integers(1, min(720, length or 1440)))
    quota = draw(st.integers(1, 50))
    return (Slots(queue, hours.days, hours.opens, hours.closes, minutes, quota),)


@st.composite
def _sms(draw: Draw, languages: tuple[str, ...]) -> SmsTexts:
    said = st.dictionaries(st.sampled_from(LANGUAGES), st.sampled_from(["{number}", "号", "{{}}"]))
    kinds = st.builds(SmsText, st.booleans(), said)
    return SmsTexts(
        languages=draw(st.sampled_from([(), languages, languages[:1]])),
        ahead=draw(st.integers(1, 99)),
        recalls=draw(st.booleans()),
        page=draw(st.sampled_from(["", "https://hall.example/t/"])),
        **{kind.value: draw(kinds) for kind in MessageKind},
    )


@st.composite
def _voice(draw: Draw, languages: tuple[str, ...]) -> Voice:
    spoken = draw(st.permutations([*languages, *draw(st.sampled_from([(), ("ug",)]))])).copy()
    times = st.integers(0, 1439).map(_at)
    sentence = st.sampled_from(
        ["{number} {window}", "请{number}号，到{zone}{window}号窗口", '"{window}"\n{number}']
    )
    own = draw(
        st.sets(st.sampled_from([each for each in Wording if each not in (Wording.PAUSED, Wording.CLOSING)]))
    )
    said = {wording: {each: draw(sentence) for each in spoken} for wording in own}
    if draw(st.booleans()):
        said[Wording.CLOSING] = dict.fromkeys(spoken, "{zone}下班")
    return Voice(
        tuple(spoken),
        call=said.pop(Wording.CALL, {}),
        chime=draw(st.booleans()),
        wordings=said,
        repeats=draw(st.integers(1, 5)),
        gap_ms=draw(st.integers(0, 10_000)),
        quiet=tuple(
            draw(st.lists(st.tuples(times, times).filter(lambda each: each[0] != each[1]), max_size=2))
        ),
        volumes=tuple(
            draw(st.dictionaries(times, st.integers(0, 100), max_size=3)).items(),
        ),
    )


@st.composite
def halls(draw: Draw) -> Hall:
    """Make halls of every language, with everything that a hall file can say about them."""
    languages = tuple(draw(st.lists(st.sampled_from(LANGUAGES), min_size=1, max_size=3, unique=True)))
    words = _words(languages)
    calendars = tuple(Calendar(name, draw(_hours())) for name in draw(_ids(0, 2)))
    calendar = st.sampled_from(["", *(each.id for each in calendars)])
    zones = tuple(
        Zone(name, draw(words), draw(st.none() | st.integers(-2, 9)), draw(calendar)) for name in draw(_ids())
    )
    levels = st.sampled_from(["city", "district", "public"])
    departments = tuple(Department(name, draw(words), draw(levels)) for name in draw(_ids()))
    rules = draw(_rules()) or Rules()
    in_zones = st.sampled_from([zone.id for zone in zones])
    of = _some([each.id for each in departments])
    prefixes = draw(st.permutations(_PREFIXES))
    queues = tuple(
        Queue(
            name,
            draw(words),
            prefix,
            draw(in_zones),
            draw(of),
            draw(calendar),
            draw(st.none() | _rules(rules)),
        )
        for name, prefix in zip(draw(_ids()), prefixes, strict=False)
    )
    queue_ids = [queue.id for queue in queues]
    stages = st.lists(st.builds(Stage, _some(queue_ids, least=1), st.booleans()), min_size=1, max_size=3)
    leads = st.sampled_from(["", *(each.id for each in departments)])
    proofs = st.sampled_from([(Proof.CHOICE, 0), (Proof.GUIDE, 0), (Proof.AGE, 60)])
    classes = tuple(
        VisitorClass(name, draw(words), draw(st.floats(0.125, 1e300)), draw(_MINUTES), *draw(proofs))
        for name in draw(_ids())
    )
    hall = Hall(
        id=draw(_ids(1, 1))[0],
        name=draw(words),
        languages=languages,
        time_zone=draw(st.sampled_from(["Asia/Shanghai", "America/New_York"])),
        zones=zones,
        departments=departments,
        queues=queues,
        items=draw(_items(words, queue_ids, [each.id for each in departments])),
        windows=draw(_windows([zone.id for zone in zones], queue_ids, [each.id for each in calendars])),
        classes=classes,
        reasons=tuple(Reason(name, draw(words), draw(st.sampled_from(REASON_ACTS))) for name in draw(_ids())),
        hours=draw(_hours()),
        voice=draw(_voice(languages)),
        day_starts=draw(st.integers(0, 1439).map(_at)),
        phone=draw(st.sampled_from(["", "12345"])),
        notice=draw(words | st.just({})),
        passed_rule=draw(words | st.just({})),
        matters=tuple(
            Matter(name, draw(words), _first_ahead(draw(stages)), draw(leads), draw(st.booleans()))
            for name in draw(_ids(0, 2))
        ),
        calendars=calendars,
        holidays=draw(_holidays(words)),
        workdays=tuple(
            Workday(date(2026, 10, 1 + day), like)
            for day, like in draw(st.dictionaries(st.integers(0, 20), st.integers(1, 7), max_size=3)).items()
        ),
        keeps_hours=draw(st.booleans()),
        rules=rules,
        bookings=BookingRules(
            days_ahead=draw(st.integers(0, 366)),
            one_a_day=draw(st.booleans()),
            ratio=draw(st.tuples(st.integers(1, 99), st.integers(1, 99))),
            visitor_class=draw(st.sampled_from(["", *(each.id for each in classes)])),
        ),
        rating_days=draw(st.integers(0, 366)),
        rating_answer_s=draw(st.integers(20, 300)),
        rating_text_days=draw(st.integers(0, 366)),
        result_days=draw(st.sampled_from([1, 30, 366])),
        complaint_phone=draw(st.sampled_from(["", "12388"])),
        slip=draw(st.none() | layouts(languages)),
        sms=draw(_sms(languages)),
        notices=draw(_notices(words)),
    )
    hall = replace(hall, slots=draw(_slots(hall)))
    consoles = ConsoleRules(draw(_acts()))
    return replace(hall, kiosk_rules=draw(kiosk_rules(hall)), kiosks=draw(_kiosks(hall)), caller=consoles)


def _acts() -> st.SearchStrategy[tuple[ConsoleAct, ...] | None]:
    return st.none() | st.lists(st.sampled_from(ConsoleAct), max_size=4, unique=True).map(tuple)


@st.composite
def kiosk_rules(draw: Draw, hall: Hall) -> KioskRules:
    """Make a way to run a kiosk of a hall; it offers something."""
    modes = [mode for mode in Mode if hall.slots or mode is not Mode.BOOKING]
    queue = draw(st.sampled_from(hall.queues))
    zones, departments = {zone.id for zone in hall.zones}, sorted(hall.departments_of(queue.id))
    some_zones = st.sampled_from([(), (queue.zone,), (queue.zone, *sorted(zones - {queue.zone}))])
    some_departments = _some(departments) if departments else st.just(())
    rows = [
        ModeTime(each.days, each.opens, each.closes, draw(st.sampled_from(modes))) for each in draw(_hours())
    ]
    side = st.integers(50, 3000)
    return KioskRules(
        mode=draw(st.none() | st.sampled_from(modes)),
        out_of_hours=draw(st.sampled_from([mode for mode in OUT_OF_HOURS if mode in modes])),
        times=tuple(rows) if draw(st.booleans()) else (),
        zones=draw(some_zones),
        departments=draw(some_departments),
        home=draw(st.sampled_from(HomeList)),
        classes=draw(st.sampled_from(ClassChoice)),
        phone=draw(st.booleans()),
        assisted=draw(st.booleans()),
        several=draw(st.booleans()),
        several_most=draw(st.integers(2, 9)),
        told_once=draw(st.sampled_from(ToldOnce)),
        confirm=draw(st.sampled_from(Confirm)),
        unprinted=draw(st.booleans()),
        low=draw(st.booleans()),
        rotate=draw(st.sampled_from(TURNS)),
        panel_mm=draw(st.none() | st.tuples(side, side)),
        less_busy=draw(st.booleans()),
        spoken=draw(st.booleans()),
        volume=draw(st.integers(0, 100)),
        idle_s=draw(st.integers(15, 600)),
        result_s=draw(st.integers(5, 120)),
        saver_after_s=draw(st.integers(0, 86_400)),
        numbers_kept=draw(st.integers(0, 100)),
        staff_pin=draw(st.sampled_from(["", PIN_HASH])),
        self_test=draw(st.none() | st.integers(0, 1439).map(_at)),
    )


@st.composite
def _kiosks(draw: Draw, hall: Hall) -> tuple[Kiosk, ...]:
    names = draw(st.lists(st.sampled_from(["K1", "导服1", "q-2 (一楼)"]), max_size=2, unique=True))
    return tuple(Kiosk(name, draw(kiosk_rules(hall))) for name in names)


@st.composite
def _screens(draw: Draw, hall: Hall) -> tuple[Screen, ...]:
    names = draw(st.lists(st.sampled_from(["east", "一楼 大屏", "W-3"]), max_size=2, unique=True))
    return tuple(draw(_screen(hall, name)) for name in names)


@st.composite
def _screen(draw: Draw, hall: Hall, name: str) -> Screen:
    face = draw(st.sampled_from(FaceKind))
    at_window = face in (FaceKind.WINDOW, FaceKind.PAD)
    numbers = st.lists(st.sampled_from([each.number for each in hall.windows]), min_size=1, unique=True)
    zones = [each.id for each in hall.zones]
    return Screen(
        name,
        face,
        zone="" if at_window else draw(st.sampled_from(["", *zones])),
        windows=tuple(sorted(draw(numbers))) if at_window else (),
        layout=draw(st.sampled_from(["", "calls-only"])),
        names=draw(st.booleans()),
        inches=draw(st.sampled_from([0.0, 55.0, 21.5])),
        metres=draw(st.sampled_from([0.0, 7.5])),
        floor=draw(st.none() | st.integers(-1, 9)),
        ways={zone: draw(st.sampled_from(Way)) for zone in draw(st.sets(st.sampled_from(zones)))},
        rotate=draw(st.sampled_from(TURNS)),
        monitor=draw(st.sampled_from(["", "2", "HDMI-1"])),
    )


@st.composite
def _board_layouts(draw: Draw) -> tuple[Layout, ...]:
    parts = st.builds(
        Cell,
        size=st.sampled_from([1.0, 12.5]),
        part=st.sampled_from(BoardPart),
        lines=st.integers(0, 30),
        across=st.integers(0, 6),
        names=st.booleans(),
    )
    some = st.lists(parts, min_size=1, max_size=3).map(tuple)
    cells = parts | st.builds(Cell, rows=some) | st.builds(Cell, columns=some)
    ids = draw(st.lists(st.sampled_from(["mine", "b_2"]), max_size=2, unique=True))
    colours = st.sampled_from([Colours(), Colours(back="#000000", ink="#fffffe")])
    return tuple(
        Layout(
            each,
            draw(st.sampled_from(Form)),
            tuple(draw(st.lists(cells, min_size=1, max_size=3))),
            draw(colours),
            draw(st.sampled_from([1.0, 0.8])),
        )
        for each in ids
    )


@st.composite
def _notices(draw: Draw, words: Any) -> tuple[Notice, ...]:
    days = st.none() | st.dates(date(2026, 1, 1), date(2027, 1, 1))
    told = [
        Notice(draw(words), *draw(st.tuples(days, days).filter(_in_order)))
        for _ in range(draw(st.integers(0, 2)))
    ]
    return tuple(told)


def _in_order(days: tuple[date | None, date | None]) -> bool:
    first, last = days
    return first is None or last is None or first <= last


def _first_ahead(stages: list[Stage]) -> tuple[Stage, ...]:
    return (replace(stages[0], back=False), *stages[1:])
