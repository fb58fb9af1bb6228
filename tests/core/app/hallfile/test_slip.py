"""The slip's layout in a hall file: read, refused with a clear sentence, written again, sent to kiosks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.app.hallfile import check, export, load
from core.domain.hall_json import hall_from_json, hall_to_json
from core.domain.slip_layout import (
    USUAL_SLIP,
    Align,
    Part,
    PartKind,
    Shown,
    SlipLayout,
    holds_id_number,
)
from hallcall.halls import resolve
from tests.core.app.hallfile.small import TEXT, line_of
from tests.support.any_slip import base64, png

LOGO = base64(png())
GOOD = f"""
[slip]
logo = \"\"\"
{LOGO[:40]}
{LOGO[40:]}
\"\"\"
parts = [
  {{ part = "logo", align = "left" }},
  {{ part = "hall", size_mm = 5.5, bold = false, languages = "first" }},
  {{ part = "number" }},
  {{ part = "space", height_mm = 4 }},
  {{ part = "qr", module_mm = 0.75 }},
  {{ part = "text", text = {{ zh = "欢迎", en = "Welcome" }}, languages = "reader" }},
]
"""
PARTS = """
[slip]
parts = [
  { part = "hall" },
  { part = "number" },
  MORE
]
"""

# A line among the parts, the message's key, words of the message.
MISTAKES = [
    ('{ part = "hall" }', "hall.named_twice", '"hall" is named twice'),
    ('{ part = "ahed" }', "hall.not_a_choice", 'did you mean "ahead"?'),
    ('{ part = "time", size_mm = 2.9 }', "hall.slip_small", "nothing on a slip is smaller than 3 mm"),
    ('{ part = "time", size_mm = 0 }', "hall.slip_small", "is 0 mm"),
    ('{ part = "time", size_mm = 12.5 }', "hall.slip_large", "12 mm high at most"),
    ('{ part = "qr", module_mm = 0.4 }', "hall.slip_module", "0.5 to 1.5 mm"),
    ('{ part = "qr", module_mm = 2 }', "hall.slip_module", "is 2 mm"),
    ('{ part = "bar", size_mm = 4 }', "hall.unknown_key", "size_mm"),
    ('{ part = "space", height_mm = 31 }', "hall.too_large", "30 or less"),
    ('{ part = "time", align = "middle" }', "hall.not_a_choice", "known: left, centre, right"),
    ('{ part = "text" }', "hall.missing_key", '"text" is missing'),
    ('{ part = "text", text = { zh = "你好" } }', "hall.missing_language", '"en"'),
    (
        '{ part = "text", text = { zh = "62010219900101123X", en = "x" } }',
        "hall.slip_id_number",
        "never printed",
    ),
    (f'{{ part = "text", text = {{ zh = "{"长" * 401}", en = "x" }} }}', "hall.too_large", "400 letters"),
    ('{ part = "number" }', "hall.named_twice", "number"),
]
WHOLE = [
    ('[slip]\nparts = [ { part = "hall" } ]', "hall.slip_number", "parts", "no slip goes out without"),
    (
        '[slip]\nparts = [ { part = "number" }, { part = "logo" } ]',
        "hall.slip_no_logo",
        "parts",
        "there is none",
    ),
    ("[slip]\nparts = []", "hall.slip_number", "parts", "number"),
    ('[slip]\nparts = "hall"', "hall.wrong_type", "parts", "entries [[parts]]"),
    ('[slip]\nlogo = "logo.png"', "hall.slip_logo", "logo", "hallcall slip logo FILE"),
    (f'[slip]\nlogo = "{LOGO[:-12]}"', "hall.slip_logo", "logo", "no PNG"),
    (f'[slip]\nlogo = "{base64(png(extra=bytes(20_000)))}"', "hall.slip_logo_bytes", "logo", "16 KiB"),
    (f'[slip]\nlogo = "{base64(png(600, 10))}"', "hall.slip_logo_dots", "logo", "600 x 10 dots"),
    (
        f'[slip]\nlogo = "{LOGO}"\nparts = [ {{ part = "number" }} ]',
        "hall.slip_logo_lost",
        "parts",
        "where it stands",
    ),
    ("[slip]\npaper = 58", "hall.unknown_key", "paper", "paper"),
]


def with_slip(section: str) -> str:
    return TEXT + "\n" + section


def test_a_layout_is_read_as_it_is_written() -> None:
    assert load(with_slip(GOOD)).slip == SlipLayout(
        (
            Part(PartKind.LOGO, align=Align.LEFT),
            Part(PartKind.HALL, size_mm=5.5, bold=False, languages=Shown.FIRST),
            Part(PartKind.NUMBER),
            Part(PartKind.SPACE, height_mm=4),
            Part(PartKind.QR, module_mm=0.75),
            Part(PartKind.TEXT, text={"zh": "欢迎", "en": "Welcome"}, languages=Shown.READER),
        ),
        LOGO,
    )


def test_a_logo_alone_stands_above_the_usual_slip() -> None:
    slip = load(with_slip(f'[slip]\nlogo = "{LOGO}"')).slip
    assert slip == SlipLayout(USUAL_SLIP.parts, LOGO)
    assert slip.picture == png()


@pytest.mark.parametrize(("part", "key", "words"), MISTAKES)
def test_what_no_slip_may_break_is_refused_with_its_line(part: str, key: str, words: str) -> None:
    text = with_slip(PARTS.replace("MORE", part))
    (mistake,) = check(text)
    assert (mistake.key, mistake.line) == (key, line_of("[slip]", text) + 4)
    assert words in mistake.message


@pytest.mark.parametrize(("section", "key", "name", "words"), WHOLE)
def test_a_wrong_section_is_refused(section: str, key: str, name: str, words: str) -> None:
    text = with_slip(section)
    found = {mistake.key: mistake for mistake in check(text)}
    assert found[key].line == line_of(f"{name} = ", text) or name in found[key].message
    assert words in found[key].message


def test_a_section_is_written_again_and_reads_the_same() -> None:
    hall = load(with_slip(GOOD))
    written = export(hall)
    assert load(written) == hall
    assert '  { part = "hall", size_mm = 5.5, bold = false, languages = "first" },' in written.splitlines()


def test_the_layout_travels_with_the_hall() -> None:
    hall = load(with_slip(GOOD))
    assert hall_from_json(hall_to_json(hall)) == hall


def test_a_hall_from_before_there_were_layouts_is_read() -> None:
    json = hall_to_json(load(TEXT))
    del json["slip"], json["complaint_phone"]
    assert hall_from_json(json) == load(TEXT)


@pytest.mark.parametrize(
    "text",
    [
        "620102199001011234",
        "证号62010219900101123x",
        "６２０１０２１９９００１０１１２３４",
        "620102 19900101 1234",
    ],
)
def test_a_whole_identity_number_is_found(text: str) -> None:
    assert holds_id_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "电话 0933-8212345 0933-8212346",
        "12345",
        "2026-06-03 09:41:27",
        "1234567890123456789012",
        "尾号 123X",
    ],
)
def test_phones_and_times_are_no_identity_numbers(text: str) -> None:
    assert not holds_id_number(text)


@given(st.floats(0.01, 2.99))
def test_no_part_can_be_made_that_is_too_small(size: float) -> None:
    with pytest.raises(ValueError, match="3 to 12 mm"):
        Part(PartKind.HALL, size_mm=size)


def test_no_layout_can_be_made_without_the_number() -> None:
    with pytest.raises(ValueError, match="number"):
        SlipLayout((Part(PartKind.HALL),))
    with pytest.raises(ValueError, match=r"0\.5 mm"):
        Part(PartKind.QR, module_mm=0.3)


@pytest.mark.parametrize("page", ["slips.md", "hall-file.md"])
def test_the_layout_in_the_docs_is_good(page: str) -> None:
    text = (Path(__file__).parents[4] / "docs" / page).read_text(encoding="utf-8")
    (shown,) = (block for block in re.findall(r"```toml\n(.*?)```", text, re.DOTALL) if "[slip]" in block)
    hall = resolve("pingliang" if page == "hall-file.md" else "lhasa").read_text(encoding="utf-8")
    assert check(f"{hall}\n{shown}") == []
