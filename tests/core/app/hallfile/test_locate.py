"""The line of every key of a TOML text, whatever stands between them."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.app.hallfile.locate import Lines, Path

TEXT = '''\
# [not] = a table
schema = 1
"quoted key" = "x # no comment" # [[no]] header
a.b.c = 1
a.b . "d" = 2

text = """
[[windows]]
key = "no key"  \\""" still inside
"""
raw = \'\'\'
[zones]\'\'\'
many = [
  # comment, with [ brackets
  "one", "two",
  """three
  lines""",
  [ 1,
    2 ],
  { id = "x", name = { zh = "一", en = "[one]" } }, { id = "y" },
]
when = 1979-05-27 07:32:00
[ hall . inner ]
x = 1
[hall]
y = 2
[[zones]]
id = "one"
[zones.name]
zh = "一"
[[zones.signs]]
t = 1
[[zones.signs]]
t = 2
[[zones]]
id = "two"
[[zones.signs]]
t = 3
'''

PLACES: list[tuple[Path, int]] = [
    (("schema",), 2),
    (("quoted key",), 3),
    (("a", "b", "c"), 4),
    (("a", "b", "d"), 5),
    (("a",), 4),
    (("text",), 7),
    (("raw",), 11),
    (("many",), 13),
    (("many", 0), 15),
    (("many", 2), 16),
    (("many", 3, 0), 18),
    (("many", 3, 1), 19),
    (("many", 4, "name", "en"), 20),
    (("many", 5, "id"), 20),
    (("when",), 22),
    (("hall", "inner"), 23),
    (("hall", "inner", "x"), 24),
    (("hall",), 25),
    (("hall", "y"), 26),
    (("zones",), 27),
    (("zones", 0), 27),
    (("zones", 0, "name", "zh"), 30),
    (("zones", 0, "signs", 1, "t"), 34),
    (("zones", 1), 35),
    (("zones", 1, "signs", 0, "t"), 38),
    (("hall", "missing"), 25),
    (("nowhere", 3, "at all"), 1),
]


@pytest.mark.parametrize(("path", "line"), PLACES)
def test_a_key_is_found_in_its_line(path: Path, line: int) -> None:
    assert Lines(TEXT).of(path) == line


def test_the_sample_is_toml() -> None:
    assert tomllib.loads(TEXT)["zones"][1]["signs"] == [{"t": 3}]


class Writer:
    """Writes values as TOML in a drawn style, and notes the line of each path."""

    def __init__(self, draw: Any) -> None:
        self.draw = draw
        self.text = ""
        self.lines: dict[Path, int] = {}

    def note(self, path: Path) -> None:
        self.lines[path] = self.text.count("\n") + 1

    def gap(self) -> None:
        self.text += self.draw(st.sampled_from(["", " ", "\n", "  # [x] = '''\n", "\n\n\t"]))

    def key(self, name: str) -> None:
        self.text += self.draw(st.sampled_from([name, f'"{name}"', f"'{name}'"]))

    def value(self, path: Path, value: Any, *, one_line: bool = False) -> None:
        if isinstance(value, list):
            self.text += "["
            for index, each in enumerate(value):
                if not one_line:
                    self.gap()
                self.note((*path, index))
                self.value((*path, index), each, one_line=one_line)
                self.text += ","
            self.text += "]"
        elif isinstance(value, dict):
            self.text += "{"
            for place, (name, each) in enumerate(value.items()):
                self.text += ", " if place else " "
                self.pair(path, name, each, one_line=True)
            self.text += " }"
        else:
            self.text += self.scalar(value, one_line=one_line)

    def scalar(self, value: Any, *, one_line: bool) -> str:
        if not isinstance(value, str):
            return str(value)
        styles = [f'"{value}"', f"'{value}'"]
        if not one_line:
            styles += [f'"""\n{value}\n[[t]]\nk = \\"""1"""""', f"'''{value}\n# ''x'''"]
        return str(self.draw(st.sampled_from(styles)))

    def pair(self, path: Path, name: str, value: Any, *, one_line: bool = False) -> None:
        self.note((*path, name))
        self.key(name)
        self.text += self.draw(st.sampled_from(["=", " = "]))
        self.value((*path, name), value, one_line=one_line)

    def table(self, path: Path, header: str, values: dict[str, Any]) -> None:
        self.gap()
        if not self.text.endswith("\n") and self.text:
            self.text += "\n"
        self.note(path)
        self.text += header + self.draw(st.sampled_from(["\n", "  # [[x]]\n"]))
        for name, value in values.items():
            self.pair(path, name, value)
            self.text += self.draw(st.sampled_from(["\n", "\t# k = 1\n\n"]))


NAMES = st.sampled_from(["id", "name", "zh", "list", "a-b", "k_1", "9"])
WORDS = st.sampled_from(["", "x", "大厅", "a # b", "[x]", "{y = 1}", "a, b", "k = 1"])
SCALARS = WORDS | st.integers(0, 99) | st.sampled_from([1.5])
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=8,
)
TABLES = st.dictionaries(NAMES, VALUES, max_size=3)


@given(data=st.data(), arrays=st.lists(TABLES, max_size=4), table=TABLES, nested=st.lists(TABLES, max_size=2))
def test_every_key_of_any_text_is_found(
    data: st.DataObject, arrays: list[dict[str, Any]], table: dict[str, Any], nested: list[dict[str, Any]]
) -> None:
    writer = Writer(data.draw)
    for index, values in enumerate(arrays):
        writer.table(("entries", index), "[[ entries ]]", values)
        for inner, below in enumerate(nested):
            writer.table(("entries", index, "below", inner), "[[entries.below]]", below)
    writer.table(("plain",), "[plain]", table)
    tomllib.loads(writer.text)
    lines = Lines(writer.text)
    assert {path: lines.of(path) for path in writer.lines} == writer.lines
