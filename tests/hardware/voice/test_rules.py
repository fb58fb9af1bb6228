"""A language is a file of rules: whole where it ships, and all that a further one needs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from core.domain.hall import Voice
from core.domain.voice import READ, Wording
from hardware.voice import rules as rooms
from hardware.voice.clips import clip_list, usual_voice
from hardware.voice.phrase import Values, phrase, sentence
from hardware.voice.reading import read_count, read_number
from hardware.voice.rules import recordable, rules

INVENTED = """
[numbers]
teens = "joined"
join = true
and = true
zero = true
one_ten = true
[text]
letter = "/"
digit = "."
number = "~"
tens = "-"
after = "!"
[wordings]
call = "Xa {number}, ya {window}"
recall = "Za: {call}"
back = "{window} {number}"
paused = "{window}"
closing = "Wa"
[wordings_mark]
all = "invented"
[letters]
say = "so"
mark = "invented"
text = { B = "ba" }
[parts]
"""


@pytest.fixture
def invented(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    keys = [f"digit.{i}" for i in range(10)] + [f"number.{i}0" for i in range(1, 10)]
    keys += [f"join.{i}0" for i in range(1, 10)] + [f"hundred.{i}" for i in range(1, 10)] + ["hundred.and"]
    lines = (
        f'"{key}" = {{ text = "{key[0]}{key.partition(".")[2]}", say = "s", mark = "m" }}' for key in keys
    )
    (tmp_path / "xx.toml").write_text(
        INVENTED + "\n".join(lines) + '\n[counted]\n"2" = { text = "duo", say = "s", mark = "m" }\n'
    )
    monkeypatch.setattr(rooms, "FOLDER", tmp_path)
    rules.cache_clear()
    yield "xx"
    rules.cache_clear()


def test_a_further_language_is_a_file_and_nothing_else(invented: str) -> None:
    assert recordable() == ("xx",)
    assert read_number("xx", 115)[0] == "h1~hand~d1~n10~j10~d5!"
    assert read_number("xx", 205)[0] == "h2~hand~d0~d5!"
    assert read_number("xx", 42)[0] == "n40~j40~d2!"
    assert (read_count("xx", 2)[0], read_number("xx", 2)[0]) == ("duo!", "d2!")
    said = phrase(Voice(("xx", "zh")), Wording.RECALL, Values("AB1", 3), {"xx", "zh"})
    assert said.sentences[0].text == "Za: Xa A/ba/d1., ya d3!"
    assert said.unspoken == ("zh",)
    used = {part.key for part in sentence("xx", usual_voice("xx"), Wording.RECALL, Values("AB1", 3)).parts}
    assert used <= {part.key for part in clip_list("xx", usual_voice("xx"), None)}


@pytest.mark.parametrize("language", READ)
def test_a_language_says_everything_that_is_asked_of_it(language: str) -> None:
    data: dict[str, Any] = rules(language)
    assert set(data["wordings"]) == {wording.value for wording in Wording}
    assert set(data["numbers"]) == {"teens", "join", "and", "zero", "one_ten"}
    assert data["numbers"]["teens"] in ("whole", "joined")
    assert set(data["text"]) == {"letter", "digit", "number", "tens", "after"}
    assert data["wordings_mark"]["all"]
    assert data["letters"]["say"]
    assert data["letters"]["mark"]


@pytest.mark.parametrize("language", READ)
def test_no_clip_of_a_language_is_written_down_in_vain(language: str) -> None:
    used = {part.key for number in range(1000) for part in read_number(language, number)[1]}
    assert used == set(rules(language)["parts"])


@pytest.mark.parametrize("language", ["bo", "ug"])
def test_sentences_that_no_speaker_has_read_are_marked(language: str) -> None:
    assert rules(language)["wordings_mark"]["all"].startswith("ours")
    assert rules(language)["letters"]["mark"].startswith("ours")
