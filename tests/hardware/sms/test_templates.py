"""A hall's texts are checked before the first visitor gets one."""

from __future__ import annotations

import pytest

from hardware.sms.pdu import units
from hardware.sms.templates import Templates, TemplatesRefused

VALUES = {"number": ["A001", "A1000"], "window": ["3", "12", "综合窗口108"]}
COME_NOW = "【政务大厅】请{number}号到{window}办理。"


def test_a_text_gets_its_values() -> None:
    templates = Templates({"come_now.zh": COME_NOW}, VALUES)
    assert templates.render("come_now.zh", number="A001", window=3) == "【政务大厅】请A001号到3办理。"


@pytest.mark.parametrize(("more", "fits"), [(70, True), (71, False)])
def test_a_text_must_fit_into_one_message_with_its_longest_values(more: int, fits: bool) -> None:
    text = COME_NOW + "号" * (more - units(COME_NOW.format(number="A1000", window="综合窗口108")))
    if fits:
        Templates({"come_now.zh": text}, VALUES)
        return
    with pytest.raises(TemplatesRefused, match=r"'come_now.zh' takes 71 characters .*综合窗口108"):
        Templates({"come_now.zh": text}, VALUES)


def test_a_sign_of_two_units_counts_twice() -> None:
    Templates({"a": "😀" * 35}, VALUES)
    with pytest.raises(TemplatesRefused, match="takes 72"):
        Templates({"a": "😀" * 36}, VALUES)


def test_every_mistake_is_told_at_once() -> None:
    texts = {
        "a": "{nummer}号",
        "b": "号" * 71,
        "c": "{number",
        "d": " ",
        "e": "{}",
        "f": "{number:z}",
        "g": "ok",
    }
    with pytest.raises(TemplatesRefused) as refused:
        Templates(texts, VALUES)
    mistakes = refused.value.mistakes
    assert [mistake.split("'")[1] for mistake in mistakes] == ["a", "b", "c", "d", "e", "f"]
    assert "unknown field {nummer}, known are {number}, {window}" in mistakes[0]
    assert refused.value.key == "sms.template_invalid"


def test_a_text_that_is_not_there_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        Templates({}, {}).render("come_now.zh")
