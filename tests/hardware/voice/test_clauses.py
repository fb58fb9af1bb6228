"""A sentence is cut where a voice draws breath, and nowhere else."""

from __future__ import annotations

import pytest

from hardware.voice.clauses import STOP_MS, Clause, clauses

BREATH, COLON = 182.0, 212.0


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("请A零零一号，到三号窗口办理", [("请A零零一号，", BREATH), ("到三号窗口办理", STOP_MS)]),
        ("今天的业务已经结束。谢谢。", [("今天的业务已经结束。", STOP_MS), ("谢谢。", STOP_MS)]),
        (
            "Number A-zero zero one, please go to window three.",
            [("Number A-zero zero one,", BREATH), ("please go to window three.", STOP_MS)],
        ),
        ("Calling again: A.", [("Calling again:", COLON), ("A.", STOP_MS)]),
        ("No. 5 at 12:30, 3.5 m", [("No. 5 at 12:30,", BREATH), ("3.5 m", STOP_MS)]),
        ("请到三号窗口", [("请到三号窗口", STOP_MS)]),
        ("ཕེབས་རོགས་གནང་། ཐུགས་རྗེ་ཆེ།", [("ཕེབས་རོགས་གནང་།", STOP_MS), ("ཐུགས་རྗེ་ཆེ།", STOP_MS)]),
        ("，。", []),
        ("", []),
    ],
)
def test_where_a_sentence_is_cut(text: str, pieces: list[tuple[str, float]]) -> None:
    assert clauses(text) == tuple(Clause(*each) for each in pieces)
