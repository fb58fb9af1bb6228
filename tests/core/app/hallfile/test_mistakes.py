"""Every kind of mistake is told, with its line, in words a technician understands."""

from pathlib import Path

import pytest

from core.app.hallfile import HallFileInvalid, check, load
from core.app.hallfile.messages import MESSAGES
from tests.core.app.hallfile.small import MORE, TEXT, broken, line_of
from tests.core.app.hallfile.test_kiosks import KEYS as KIOSK_KEYS
from tests.core.app.hallfile.test_screens import KEYS as SCREEN_KEYS
from tests.core.app.hallfile.test_slip import MISTAKES as SLIP_PARTS
from tests.core.app.hallfile.test_slip import WHOLE as SLIPS

VOICE = '[voice]\nlanguages = ["zh"]'
CALL = 'call = { zh = "请{number}号到{window}号窗口办理" }'

# What is broken, what it becomes, the message's key, words of the line it points at, words of the message.
TABLE = [
    ("[hall]", "[hall", "hall.syntax", "[hall", "not TOML"),
    ('id = "mini"', "id = “mini”", "hall.syntax", "“mini”", "English keyboard"),
    ('phone = ""', 'phone = ""\nphone = "1"', "hall.syntax", 'phone = "1"', "twice"),
    ("schema = 1", "schema = 2", "hall.schema", "schema = 2", "schema must be 1"),
    ("schema = 1\n", "", "hall.schema", "", "found nothing"),
    ("time_zone =", "timezone =", "hall.unknown_key", "timezone", 'did you mean "time_zone"?'),
    ("time_zone =", "timezone =", "hall.missing_key", "[hall]", '"time_zone" is missing'),
    ("[voice]", "[voise]", "hall.unknown_key", "[voise]", 'did you mean "voice"?'),
    ("[voice]", "[voise]", "hall.missing_key", "", "[voice]"),
    ("[[zones]]", "[[zonen]]", "hall.missing_key", "", "entries [[zones]]"),
    (
        "frequent = true",
        "frequent = 1",
        "hall.wrong_type",
        "frequent = 1",
        "true or false, but is a whole number (1)",
    ),
    (
        "[[departments]]",
        '[[zones]]\nid = "rest"\nname = { zh = "休息区", en = "Rest" }\nmasked_names = true\n[[departments]]',
        "hall.names_nobody",
        "masked_names = true",
        "no queue stands in this zone",
    ),
    ('"B", zone = "hall_1"', '"B", zone = 1', "hall.wrong_type", "zone = 1", "the id of a zone"),
    (
        'name = { zh = "大厅", en = "Main hall" }',
        'name = "大厅"',
        "hall.wrong_type",
        '"大厅"',
        "words in each language",
    ),
    ("days = [1, 2, 3, 4, 5]", 'days = [1, "2"]', "hall.wrong_type", '"2"', "a list of days"),
    ("[[windows]]", "[windows]", "hall.wrong_type", "[windows]", "entries [[windows]], but is a table"),
    ('id = "hrss"', 'id = ""', "hall.empty", 'id = ""', "is empty"),
    ("days = [1, 2, 3, 4, 5]", "days = []", "hall.empty", "days = []", "is empty"),
    ('id = "hrss"', 'id = "人社"', "hall.bad_id", "人社", "small letters"),
    ('id = "bank"', 'id = "card"', "hall.duplicate_id", "银行账户", "already used in line 33"),
    ('"B", zone = "hall_1"', '"B", zone = "hall_2"', "hall.unknown_name", "hall_2", 'did you mean "hall_1"?'),
    ('departments = ["hrss"]', 'departments = ["hrs"]', "hall.unknown_name", "hrs", "there is no department"),
    ('queue = "social"', 'queue = "socal"', "hall.unknown_name", "socal", 'did you mean "social"?'),
    ('department = "hrss"', 'department = "tax"', "hall.unknown_name", '"tax"', "known: hrss"),
    ('profile = "all"', 'profile = "al"', "hall.unknown_name", '"al"', "there is no profile"),
    ('zone = "hall_1"\nprofile', 'zone = "hal_1"\nprofile', "hall.unknown_name", "hal_1", "there is no zone"),
    (
        'tiers = "social; pension"',
        'tiers = "social; pensoin"',
        "hall.unknown_name",
        "pensoin",
        'did you mean "pension"?',
    ),
    (
        'tiers = "social; pension"',
        'tiers = "social; social, pension"',
        "hall.named_twice",
        "social, pension",
        "twice",
    ),
    ("days = [1, 2, 3, 4, 5]", "days = [1, 1]", "hall.named_twice", "[1, 1]", "named twice"),
    ('"Main hall"', '" "', "hall.missing_language", '" "', 'says nothing in "en"'),
    (', en = "Break"', "", "hall.missing_language", "休息", 'says nothing in "en"'),
    (', en = "Change of bank account"', "", "hall.missing_language", "银行账户", 'items "bank": "name"'),
    ('en = "Main hall"', 'eng = "Main hall"', "hall.unknown_language", "eng", 'did you mean "en"?'),
    (
        'languages = ["zh", "en"]',
        'languages = ["zh", "cn"]',
        "hall.unknown_language",
        '"cn"',
        "unknown language",
    ),
    ('languages = ["zh"]', 'languages = ["bo"]', "hall.unknown_language", '["bo"]', "known: zh, en"),
    (
        'languages = ["zh"]',
        'languages = ["zh", "en"]',
        "hall.missing_language",
        "call",
        'says nothing in "en"',
    ),
    ('prefix = "A"', 'prefix = "O"', "hall.bad_prefix", '"O"', "without I and O"),
    ('prefix = "A"', 'prefix = "a1"', "hall.bad_prefix", '"a1"', "capital letters"),
    (
        'prefix = "B"',
        'prefix = "A"',
        "hall.duplicate_prefix",
        'id = "pension"',
        'already used by "social" in line 25',
    ),
    ('numbers = "1-3"', 'numbers = "1 to 3"', "hall.bad_numbers", "1 to 3", "window numbers"),
    ('numbers = "1-3"', 'numbers = "0-3"', "hall.bad_numbers", "0-3", "from 1 to 999"),
    ('numbers = "1-3"', 'numbers = "3-1"', "hall.backward_range", "3-1", "runs backward"),
    ('numbers = "1-3"', 'numbers = "1-3, 2"', "hall.duplicate_window", "1-3, 2", "window 2"),
    ('profile = "all"\n', "", "hall.no_queue", "[[windows]]", "serves no queue"),
    ('tiers = "social; pension"', 'tiers = ";"', "hall.no_queue", '";"', "serves no queue"),
    (
        'profile = "all"\n',
        'profile = "all"\ntiers = "social"\n',
        "hall.profile_and_tiers",
        'tiers = "social"',
        "not both",
    ),
    (
        'tiers = "social; pension"',
        'tiers = "social"',
        "hall.unserved_queue",
        'id = "pension"',
        "no window serves",
    ),
    ("Asia/Shanghai", "Asia/Shangai", "hall.time_zone", "Shangai", 'did you mean "Asia/Shanghai"?'),
    ("Asia/Shanghai", "../etc", "hall.time_zone", "../etc", "unknown time zone"),
    ('opens = "09:00"', 'opens = "9 o\'clock"', "hall.bad_time", "o'clock", 'such as "09:00"'),
    ('opens = "09:00"', 'opens = "25:00"', "hall.bad_time", "25:00", 'such as "09:00"'),
    ('closes = "12:00"', 'closes = "08:00"', "hall.closes_first", "08:00", "not after 09:00"),
    (
        'days = [6]\nopens = "10:00"',
        'days = [5, 6]\nopens = "10:00"',
        "hall.overlap",
        "[[hours]]",
        "on day 5",
    ),
    ("days = [6]", "days = [8]", "hall.bad_day", "[8]", "Sunday is 7"),
    ("weight = 1.5", "weight = -1", "hall.too_small", "-1", "more than 0"),
    ("weight = 1.5", "weight = inf", "hall.wrong_type", "inf", "must be a number"),
    ("head_start_min = 10", "head_start_min = -1", "hall.too_small", "-1", "0 or more"),
    ("请{number}号", "请", "hall.missing_placeholder", "请到", "lacks {number}"),
    ("{window}号", "{window}号{floor}", "hall.unknown_placeholder", "{floor}", "{floor}"),
    ("{window}号", "{window号", "hall.bad_braces", "{window号", "brace"),
    (VOICE, VOICE.replace('"zh"', '"zh", "yue"'), "hall.no_reading", "yue", "no voice reads"),
    (VOICE, VOICE.replace('"zh"', '"zh", "zh"'), "hall.named_twice", "languages", "named twice"),
    (VOICE, VOICE.replace('"zh"', '"zh", "bo"'), "hall.unknown_language", "bo", "unknown language"),
    (VOICE, VOICE.replace('"zh"', '"zh", "ug"'), "hall.missing_language", "call", '"ug"'),
    (CALL, f'{CALL}\nback = {{ yue = "{{number}}{{window}}" }}', "hall.no_reading", "yue", "no voice reads"),
    (
        CALL,
        f'{CALL}\nrecall = {{ zh = "再请{{number:>5}}号到{{window}}" }}',
        "hall.unknown_placeholder",
        "recall",
        "{number:>5} is unknown; known: {number}, {window}, {zone}, {service}",
    ),
    (
        CALL,
        f'{CALL}\npaused = {{ zh = "{{window}}号{{number}}" }}',
        "hall.unknown_placeholder",
        "paused",
        "known: {window}, {zone}",
    ),
    (CALL, f'{CALL}\nback = {{ zh = "{{number}}" }}', "hall.missing_placeholder", "back", "lacks {window}"),
    (CALL, f'{CALL}\npaused = {{ zh = "暂停" }}', "hall.missing_placeholder", "paused", "lacks {window}"),
    (CALL, f'{CALL}\nclosing = {{ zh = "{{{{下班" }}', "hall.bad_braces", "closing", "closing.zh"),
    (CALL, f"{CALL}\nrepeats = 0", "hall.too_small", "repeats", "1 or more"),
    (CALL, f"{CALL}\ngap_ms = 10001", "hall.too_large", "gap_ms", "10000 or less"),
    (
        CALL,
        f'{CALL}\nquiet = [{{ from = "12:00", until = "12:00" }}]',
        "hall.quiet_never",
        "quiet",
        "from 12:00 until 12:00",
    ),
    (
        CALL,
        f'{CALL}\nvolumes = [{{ from = "08:00", percent = 101 }}]',
        "hall.too_large",
        "101",
        "100 or less",
    ),
    (CALL, f'{CALL}\nvolumes = [{{ from = "08:00" }}]', "hall.missing_key", "volumes", "percent"),
    (
        CALL,
        f'{CALL}\nvolumes = [\n{{ from = "08:00", percent = 1 }},\n{{ from = "08:00", percent = 2 }}]',
        "hall.named_twice",
        "percent = 2",
        "08:00",
    ),
    ('act = "pause"', 'act = "paus"', "hall.not_a_choice", '"paus"', 'did you mean "pause"?'),
    ('level = "city"', 'level = "town"', "hall.not_a_choice", '"town"', "known: city, district, public"),
    ("frequent = true", 'pinyin = "社保卡"', "hall.bad_pinyin", "社保卡", "syllables apart"),
    ("frequent = true", 'assumed = ["flor"]', "hall.assumed_nothing", "flor", "is not a key here"),
    ("frequent = true", 'assumed = "yes"', "hall.wrong_type", '"yes"', "true, false or a list of keys"),
    ("windows = 3", "windows = 4", "hall.stated", "windows = 4", "describes 3"),
]

# The same of the rules, times and catalogue of the larger file.
RULES = [
    ("recall_most = 3", "recall_mots = 3", "hall.unknown_key", "recall_mots", '"recall_most"?'),
    ("recall_most = 3", "recall_most = -1", "hall.too_small", "-1", "0 or more"),
    ("recall_most = 3", "restore_after = 0", "hall.too_small", "restore_after", "1 or more"),
    ("recall_most = 3", "recall_most = 2.5", "hall.wrong_type", "2.5", "must be a whole number"),
    ('restore = "after"', 'restore = "later"', "hall.not_a_choice", "later", 'did you mean "after"?'),
    ("needs_card = false", 'needs_card = "no"', "hall.wrong_type", '"no"', "true or false"),
    ("{ pass_after_s = 30,", "{ pass_after = 30,", "hall.unknown_key", "pass_after ", '"pass_after_s"?'),
    ("rules = { pass_after_s = 30,", "rules = 30 #", "hall.wrong_type", "rules = 30", "pass_after_s = 30"),
    (
        'after_hours = "stop"',
        'after_hours = "go"',
        "hall.not_a_choice",
        '"go"',
        'queues "tax": "after_hours"',
    ),
    (
        'en = "Evening zone" }\ncalendar = "late"',
        'en = "Evening zone" }\ncalendar = "lat"',
        "hall.unknown_name",
        '"lat"',
        'there is no calendar "lat"; did you mean "late"?',
    ),
    (
        'tiers = "tax; pension @ 25"\ncalendar = "late"',
        'tiers = "tax; pension @ 25"\ncalendar = "x"',
        "hall.unknown_name",
        'calendar = "x"',
        'windows "9": calendar: there is no calendar',
    ),
    ("pension @ 25", "pension @ 25 min", "hall.bad_minutes", "25 min", '"pension @ 25 min" must be queues'),
    ("pension @ 25", "@ 25", "hall.bad_minutes", "; @ 25", "then @ and minutes"),
    (", past_midnight = true", "", "hall.closes_first", "22:00", "past_midnight = true"),
    (
        'closes = "20:00"',
        'closes = "20:00", past_midnight = true',
        "hall.not_past_midnight",
        "20:00",
        "12:30-20:00 ends on the same day",
    ),
    ("days = [1, 2, 3]", "days = [1, 1]", "hall.named_twice", "[1, 1]", 'calendars "late"'),
    ("days = [1, 2, 3]", "days = [0]", "hall.bad_day", "[0]", "Monday is 1"),
    ('first = "2026-10-01"', 'first = "1.10.2026"', "hall.bad_date", "1.10", 'such as "2026-10-01"'),
    ('first = "2026-10-01"', 'first = "2026-02-30"', "hall.bad_date", "02-30", 'is "2026-02-30"'),
    ('first = "2026-10-01"', "first = 2026-10-01T09:00:00", "hall.wrong_type", "T09", "a date such as"),
    ("last = 2026-10-07", "last = 2026-09-07", "hall.ends_first", "09-07", "before the first day 2026-10-01"),
    ("first = 2027-01-01", "first = 2026-10-07", "hall.same_day", "first = 2026-10-07", "named in line 80"),
    ('date = "2026-10-10"\nlike = 5', 'date = "2026-10-10"', "hall.missing_key", "[[workdays]]", '"like"'),
    ("like = 5", "like = 8", "hall.bad_day", "like = 8", "Sunday is 7"),
    (
        "like = 5",
        "like = 5\n[[workdays]]\ndate = 2026-10-10\nlike = 1",
        "hall.same_day",
        "date = 2026-10-10",
        "2026-10-10 is already named",
    ),
    (
        'materials = [\n  "licence"',
        'materials = [\n  "lisence"',
        "hall.unknown_name",
        "lisence",
        'did you mean "licence"?',
    ),
    ('id = "deed"', 'id = "licence"', "hall.named_twice", '"licence"', '"licence" is named twice'),
    ("copies = 2", "copies = 0", "hall.too_small", "copies = 0", "1 or more"),
    (', form = { zh = "复印件", en = "Copy" }', ", from = 1", "hall.unknown_key", "from", 'mean "form"?'),
    ("{ working_days = 1.5 }", "{ days = 1.5 }", "hall.one_limit", "days = 1.5", "{ working_days = 5 }"),
    (
        "{ working_days = 1.5 }",
        "{ days = 1.5 }",
        "hall.unknown_key",
        "days = 1.5",
        "known: minutes, working_days",
    ),
    (
        "{ working_days = 1.5 }",
        "{ working_days = 1, minutes = 30 }",
        "hall.one_limit",
        "minutes = 30",
        '"promised" must be one limit',
    ),
    ("{ working_days = 1.5 }", "{ working_days = -1 }", "hall.too_small", "-1", "0 or more"),
    ("{ working_days = 1.5 }", "{ working_days = 21 }", "hall.promise_over_law", "21", 'items "invoice"'),
    (
        'lead = "hrss"',
        'lead = "hrs"',
        "hall.unknown_name",
        '"hrs"',
        'matters "shop": lead: there is no department',
    ),
    (
        '["social", "pension"]',
        '["social", "social"]',
        "hall.named_twice",
        "queues = [",
        '"social" is named twice',
    ),
    (
        '["social", "pension"]',
        '["social", "pensoin"]',
        "hall.unknown_name",
        "pensoin",
        'did you mean "pension"?',
    ),
    ('["social", "pension"]', "[]", "hall.empty", "queues = []", '"queues" is empty'),
    (
        '  { queues = ["social", "pension"] },\n',
        "",
        "hall.back_first",
        "back = true",
        "the first step cannot go back",
    ),
    ('["tax"], back = true', '["tax"], bakc = true', "hall.unknown_key", "bakc", 'did you mean "back"?'),
    ('proof = "guide"', 'proof = "guid"', "hall.not_a_choice", '"guid"', "did you mean"),
    ('proof = "age"\n', "", "hall.age_alone", "age_from = 70", "go together"),
    ("age_from = 70\n", "", "hall.age_alone", 'proof = "age"', "go together"),
    ("age_from = 70", "age_from = 700", "hall.too_large", "700", "120 or less"),
    ("days_ahead = 7", "days_ahead = 700", "hall.too_large", "700", "366 or less"),
    ('ratio = "2:1"', 'ratio = "2:0"', "hall.bad_ratio", "2:0", 'e.g. "1:1"'),
    ('visitor_class = "booked"', 'visitor_class = "boked"', "hall.unknown_name", "boked", 'mean "booked"?'),
    (
        'queue = "tax"\nminutes',
        'queue = "taks"\nminutes',
        "hall.unknown_name",
        "taks",
        'there is no queue "taks"',
    ),
    ("minutes = 45", "minutes = 0", "hall.too_small", "minutes = 0", "1 or more"),
    ("minutes = 45", "minutes = 240", "hall.slot_too_long", "240", "no slot of 240 minutes fits"),
    ("minutes = 45\n", "", "hall.missing_key", "[[slots]]", '"minutes" is missing'),
    ("days = [1, 2]", "days = [2, 4, 6]", "hall.slots_closed", "[2, 4, 6]", "on day 4, 6 the queue"),
    ('opens = "13:00"', 'opens = "12:00"', "hall.slots_outside", '"12:00"', "day 1, 2 the queue"),
    ('closes = "16:00"', 'closes = "20:30"', "hall.slots_outside", '"13:00"', "is open 12:30-20:00 only"),
    (
        "quota = 6\ndays = [1, 2]",
        'quota = 6\ndays = [2]\nopens = "15:00"\ncloses = "17:00"\n'
        '[[slots]]\nqueue = "tax"\nminutes = 30\nquota = 2\ndays = [1, 2]',
        "hall.overlap",
        "[[slots]]",
        "on day 2",
    ),
    (
        'languages = ["zh"]\nahead',
        'languages = ["bo"]\nahead',
        "hall.unknown_language",
        '["bo"]',
        "known: zh, en",
    ),
    ("ahead = 5", "ahead = 0", "hall.too_small", "ahead = 0", "1 or more"),
    ('page = "https:', 'page = "ftp:', "hall.bad_address", "ftp:", "must begin with http:// or https://"),
    ("taken = { on = true }", "taken = true", "hall.wrong_type", "taken = true", "words and a switch"),
    (
        "taken = { on = true }",
        "taken = { no = true }",
        "hall.unknown_key",
        "no = true",
        "known: bo, en, on, zh",
    ),
    ("{zone}{window}", "{zone}{windows}", "hall.sms_field", "{windows}", "now.zh: {windows} is unknown"),
    ("{zone}{window}", "{zone}{window:9}", "hall.sms_field", "{window:9}", "{window:9} is unknown"),
    ('page = "https://hall.example/t/"\n', "", "hall.sms_field", "{link}", "rating.zh: {link} is unknown"),
    ('"{number}: window {window}"', '" "', "hall.empty", 'en = " "', '"en" is empty'),
    ('"{number}: window {window}"', '"{number"', "hall.bad_braces", '"{number"', "now.en"),
    (
        '"{number}号请评价：{link}"',
        f'"{"请" * 17}{{number}}号评价：{{link}}"',
        "hall.sms_too_long",
        "请请",
        "rating.zh: 71 characters with the longest values of this hall (",
    ),
]


@pytest.mark.parametrize(
    ("base", "old", "new", "key", "line", "words"),
    [(TEXT, *row) for row in TABLE] + [(MORE, *row) for row in RULES],
)
def test_a_mistake_is_told_with_its_line(
    base: str, old: str, new: str, key: str, line: str, words: str
) -> None:
    text = broken(old, new, base)
    found = [mistake for mistake in check(text) if mistake.key == key]
    assert len(found) == 1, check(text)
    assert line in text.split("\n")[found[0].line - 1]
    assert words in found[0].message


def test_every_sentence_has_an_example_here() -> None:
    told = {row[2] for row in TABLE + RULES} | {row[1] for row in SLIP_PARTS} | {row[1] for row in SLIPS}
    assert told | KIOSK_KEYS | SCREEN_KEYS | {"hall.not_utf8"} == set(MESSAGES)


def test_the_unbroken_file_has_no_mistake() -> None:
    assert check(TEXT) == []
    assert check(MORE) == []


def test_all_mistakes_are_told_in_one_go() -> None:
    text = TEXT
    for old, new in [
        ("Asia/Shanghai", "Asia/Shangai"),
        ('prefix = "B"', 'prefix = "I"'),
        ('department = "hrss"', 'department = "hrrs"'),
        ('numbers = "1-3"', 'numbers = "1-x"'),
        ("weight = 1.5", 'weight = "heavy"'),
        ('act = "pause"', 'akt = "pause"'),
        ('closes = "12:00"', 'closes = "8:00"'),
        ("{number}", "{nummer}"),
    ]:
        text = broken(old, new, text)
    told = [(mistake.line, mistake.key) for mistake in check(text)]
    assert told == [
        (line_of("Shangai", text), "hall.time_zone"),
        (line_of('prefix = "I"', text), "hall.bad_prefix"),
        (line_of("hrrs", text), "hall.unknown_name"),
        (line_of("1-x", text), "hall.bad_numbers"),
        (line_of("heavy", text), "hall.wrong_type"),
        (line_of("[[reasons]]", text), "hall.missing_key"),
        (line_of("akt", text), "hall.unknown_key"),
        (line_of('"8:00"', text), "hall.bad_time"),
        (line_of("{nummer}", text), "hall.unknown_placeholder"),
        (line_of("{nummer}", text), "hall.missing_placeholder"),
    ]


def test_a_mistake_carries_its_place_and_values_for_a_translation() -> None:
    (mistake,) = check(broken('prefix = "B"', 'prefix = "A"'))
    assert mistake.path == "queues[0].list[1].prefix"
    assert mistake.params["prefix"] == "A"
    assert mistake.params["other"] == "social"
    assert mistake.params["first"] == line_of('id = "social"', TEXT)


def test_load_refuses_a_broken_file_and_carries_every_mistake() -> None:
    with pytest.raises(HallFileInvalid, match=r"line 7: .*time zone") as refused:
        load(broken("Asia/Shanghai", "Asia/Shangai"))
    assert [mistake.key for mistake in refused.value.mistakes] == ["hall.time_zone"]


def test_a_file_that_is_not_utf8_is_told_with_the_line(tmp_path: Path) -> None:
    file = tmp_path / "gbk.toml"
    file.write_bytes(TEXT.encode("gbk"))
    (mistake,) = check(file)
    assert (mistake.key, mistake.line) == ("hall.not_utf8", line_of("小厅", TEXT))


def test_a_file_saved_by_notepad_with_its_mark_and_line_ends_is_read(tmp_path: Path) -> None:
    file = tmp_path / "notepad.toml"
    file.write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())
    assert load(file) == load(TEXT)
    file.write_bytes(file.read_bytes().replace(b"Asia/Shanghai", b"Asia/Nowhere"))
    assert [mistake.line for mistake in check(file)] == [line_of("Asia/", TEXT)]


def test_an_empty_file_says_what_is_missing() -> None:
    keys = {mistake.key for mistake in check("")}
    assert keys == {"hall.schema", "hall.missing_key"}
