"""A scanner told from a hand by its rhythm. A rhythm is a line of keys and the milliseconds before each."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.scanner.wedge import Rest, Rhythm, Said, Scan, Typed, Wedge, rhythm

CODE = "A0012345"


def play(wedge: Wedge, *parts: tuple[str, float]) -> list[Said]:
    """Feed parts, each keys with so many milliseconds before every one of them; then wait."""
    said: list[Said] = []
    now_s = 100.0
    for keys, gap_ms in parts:
        for key in keys:
            now_s += gap_ms / 1000
            said += wedge.tick(now_s)
            said += wedge.key(key, now_s)
    return said + wedge.tick(now_s + 10)


def meaning(said: list[Said]) -> list[str]:
    """Return the scans as ``[code]`` and between them what was typed, in one piece."""
    told = ""
    for one in said:
        match one:
            case Scan(code):
                told += f"\0[{code}]\0"
            case Typed(keys):
                told += "".join(keys)
    return [piece for piece in told.split("\0") if piece]


@pytest.mark.parametrize(
    ("parts", "means"),
    [
        pytest.param([(CODE + "\r", 5)], [f"[{CODE}]"], id="a scanner"),
        pytest.param([(CODE + "\n", 5)], [f"[{CODE}]"], id="a scanner that ends with the number pad's Enter"),
        pytest.param([(CODE + "\r", 40)], [f"[{CODE}]"], id="a slow scanner"),
        pytest.param(
            [(CODE[:4], 30), (CODE[4:5], 75), (CODE[5:] + "\r", 30)], [f"[{CODE}]"], id="one hiccup"
        ),
        pytest.param([(CODE, 10), ("\r", 60)], [f"[{CODE}]"], id="an Enter that comes a little later"),
        pytest.param([(CODE + "\r\n", 5)], [f"[{CODE}]"], id="a scanner that ends with CR and LF"),
        pytest.param([(CODE + "\r", 5), ("\r", 300)], [f"[{CODE}]", "\r"], id="a hand's Enter after a scan"),
        pytest.param([("hello world\r", 120)], ["hello world\r"], id="a typist"),
        pytest.param([("hello world\r", 65)], ["hello world\r"], id="a fast typist"),
        pytest.param([("th", 15), ("e", 90), ("re", 20), ("\r", 90)], ["there\r"], id="two keys rolled over"),
        pytest.param([("12345\r", 10)], ["12345\r"], id="fast and too short"),
        pytest.param([(CODE, 10)], [CODE], id="half a scan"),
        pytest.param([(CODE, 10), ("\r", 500)], [CODE + "\r"], id="a scan whose Enter came from a hand"),
        pytest.param(
            [(CODE[:5], 10), (CODE[5:] + "\r", 300)], [CODE + "\r"], id="a scan that was cut in two"
        ),
        pytest.param(
            [("ab", 150), (CODE[0], 120), (CODE[1:] + "\r", 8), ("cd\r", 150)],
            ["ab", f"[{CODE}]", "cd\r"],
            id="a scan into the middle of typing",
        ),
        pytest.param([(CODE + "\r", 8), (CODE + "\r", 8)], [f"[{CODE}]"] * 2, id="two scans"),
        pytest.param([("abc\x7f\r", 10)], ["abc\x7f\r"], id="a key that no code has"),
        pytest.param([("拉萨ཨང་12\r", 8)], ["[拉萨ཨང་12]"], id="any script"),
    ],
)
def test_a_rhythm_is_a_scan_or_typing(parts: list[tuple[str, float]], means: list[str]) -> None:
    assert meaning(play(Wedge(), *parts)) == means


def test_the_same_keys_are_told_by_the_bounds_that_are_set() -> None:
    parts = (CODE + "\r", 60.0)
    assert meaning(play(Wedge(), parts)) == [CODE + "\r"]
    slow = Rhythm(longest_gap_s=0.15, mean_gap_s=0.08)
    assert meaning(play(Wedge(slow), parts)) == [f"[{CODE}]"]


def test_a_prefix_parts_a_scan_from_the_key_just_before_it() -> None:
    glued = [("b", 100.0), ("~" + CODE + "\r", 8.0)]
    assert meaning(play(Wedge(Rhythm(prefix="~")), *glued)) == ["b", f"[{CODE}]"]


def test_with_a_prefix_a_run_without_it_is_typing() -> None:
    assert meaning(play(Wedge(Rhythm(prefix="~")), (CODE + "\r", 8))) == [CODE + "\r"]


def test_without_a_prefix_a_key_a_moment_before_the_scan_cannot_be_told_from_it() -> None:
    assert meaning(play(Wedge(), ("b", 100), (CODE + "\r", 8))) == [f"[b{CODE}]"]


def test_a_key_that_the_keyboard_repeats_is_never_a_scan() -> None:
    wedge = Wedge()
    said: list[Said] = []
    for at in range(10):
        said += wedge.key("0", at * 0.03, held_down=at > 0)
    said += wedge.key("\r", 0.3)
    assert meaning(said) == ["0000000000\r"]


def test_shift_belongs_to_the_key_it_shifts_and_to_no_code() -> None:
    wedge = Wedge()
    said: list[Said] = []
    for at, key in enumerate(["a", "", "B", "c", "", "D", "e", "f", "\r"]):
        said += wedge.key(key, at * 0.01)
    assert said == [Scan("aBcDef", 9)]
    assert wedge.key("", 50.0) == [Typed(("",))]


def test_typing_is_handed_on_no_later_than_one_gap_after_the_key() -> None:
    wedge = Wedge(Rhythm(longest_gap_s=0.08))
    assert wedge.due_s is None
    assert wedge.key("a", 1.0) == []
    assert wedge.due_s == pytest.approx(1.08)
    assert wedge.tick(1.079) == []
    assert wedge.tick(1.081) == [Typed(("a",))]
    assert wedge.due_s is None


def test_a_fast_typist_s_keys_are_not_held_to_the_end_of_the_word() -> None:
    said: list[Said] = []
    wedge = Wedge()
    for at in range(8):
        said += wedge.key("x", at * 0.07)
    assert meaning(said)


def test_a_run_over_the_bound_is_typing() -> None:
    wedge = Wedge(Rhythm(most=10))
    assert meaning(play(wedge, ("9" * 11 + "\r", 5))) == ["9" * 11 + "\r"]


@given(
    keys=st.lists(
        st.tuples(
            st.sampled_from(["a", "7", "~", "", "\r", "\x7f", "拉"]), st.integers(0, 120), st.booleans()
        ),
        max_size=40,
    ),
    prefix=st.sampled_from(["", "~"]),
)
def test_no_key_is_lost_doubled_or_put_out_of_order(keys: list[tuple[str, int, bool]], prefix: str) -> None:
    wedge, now_s = Wedge(Rhythm(prefix=prefix, least=3)), 0.0
    said: list[Said] = []
    for key, gap_ms, held_down in keys:
        now_s += gap_ms / 1000
        said += wedge.tick(now_s)
        said += wedge.key(key, now_s, held_down=held_down)
    said += wedge.tick(now_s + 1)
    place = 0
    for one in said:
        count = len(one.keys) if isinstance(one, Typed) else one.keys
        ours = [key for key, _, _ in keys[place : place + count]]
        place += count
        if isinstance(one, Typed):
            assert list(one.keys) == ours
        elif isinstance(one, Rest):
            assert ours == ["\r"]
        else:
            assert "".join(ours) == prefix + one.code + "\r"
    assert place == len(keys)


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ({"longest_gap_s": 3}, "longest_gap_s is 0.01 to 0.5 s, not 3"),
        ({"mean_gap_s": 0.2}, "mean_gap_s is above 0 and at most longest_gap_s"),
        ({"least": 2}, "least is 3 or more, not 2"),
        ({"most": 4}, "most is least or more, not 4"),
        ({"ends": ""}, "ends is empty"),
        ({"prefix": "\r"}, "the prefix holds a key that ends a code"),
        ({"gap": 1}, "unknown gap; known are longest_gap_s"),
        ({"least": "6"}, "least cannot be '6'"),
        ({"least": 6.5}, "least cannot be 6.5"),
        ({"least": True}, "least cannot be True"),
        ({"least": 2, "ends": ""}, "least is 3 or more, not 2; ends is empty"),
    ],
)
def test_a_wrong_bound_is_named(table: dict[str, object], says: str) -> None:
    with pytest.raises(ValueError, match=" ") as refused:
        rhythm(table)
    assert says in str(refused.value)


def test_bounds_are_data() -> None:
    assert rhythm({"least": 8, "prefix": "~", "mean_gap_s": 0.05}) == Rhythm(
        least=8, prefix="~", mean_gap_s=0.05
    )
