"""Where words are broken that need several lines."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtQml import QJSEngine

import kiosk

Wrapped = Callable[[str, str, float], str]
SCRIPT = Path(kiosk.__file__).with_name("qml") / "parts" / "wrapping.js"


@pytest.fixture(scope="module")
def wrapped(qapp: object) -> Wrapped:
    engine = QJSEngine()
    source = SCRIPT.read_text(encoding="utf-8").replace(".pragma library", "")
    # What PySide6 says it returns is not what it returns.
    run: Callable[[str], Any] = engine.evaluate
    assert not run(source).isError()

    def words(text: str, language: str, share: float) -> str:
        answer = run(f"wrapped({json.dumps(text)}, {json.dumps(language)}, {share})")
        assert not answer.isError(), answer.toString()
        return str(answer.toString())

    return words


@pytest.mark.parametrize(
    ("text", "language", "share", "shown"),
    [
        # What stands in one line is left as it is.
        ("没有办成，请咨询导服人员。", "zh", 0.9, "没有办成，请咨询导服人员。"),
        ("没有办成，请咨询导服人员。", "zh", 1.3, "没有办成，\n请咨询导服人员。"),
        ("This did not work. Please ask a guide.", "en", 1.6, "This did not work.\nPlease ask a guide."),
        ("གྲུབ་མ་སོང་། ལམ་སྟོན་པར་འདྲི།", "bo", 1.2, "གྲུབ་མ་སོང་།\nལམ་སྟོན་པར་འདྲི།"),
        (
            "星期二 12月1日  09:30–13:00 · 15:30–18:00",
            "zh",
            1.2,
            "星期二 12月1日\n09:30–13:00\u00a0· 15:30–18:00",
        ),
        ("12月1日 09:30起可取号", "zh", 1.2, "12月1日 09:30起\n可取号"),
        # A separating dot stays on the line of what it follows.
        ("打印纸即将用完。 · 从 09:31 起", "zh", 1.2, "打印纸即将用完。\u00a0· 从 09:31\u00a0起"),
        # Half of it would not fit: then no character alone, and no figure without what it counts.
        ("请把身份证放在读卡器上，谢谢", "zh", 1.5, "请把身份证放在读卡器上，谢\u2060谢"),
        ("您已有该业务的 A017 号。", "zh", 1.2, "您已有该业务的 A017\u00a0号。"),
        ("该业务每人每天限取 2 个号。", "zh", 1.1, "该业务每人每天限取 2\u00a0个\u2060号。"),
        ("1楼 · 企业服务区 · 1–9号窗口", "zh", 1.3, "1楼\u00a0· 企业服务区\u00a0· 1–9号窗\u2060口"),
        (
            "Ask at the guide desk for a guide at once",
            "en",
            1.2,
            "Ask at the guide desk for a guide at\u00a0once",
        ),
        # Nor is a short compound broken, in the middle of a text or at its end.
        ("No numbers left for this half-day", "en", 1.6, "No numbers left for this half-\u2060day"),
        # Two words that together are wider than the room are not held together.
        ("Large type", "en", 1.2, "Large type"),
    ],
)
def test_words_are_broken_where_they_read_well(
    wrapped: Wrapped, text: str, language: str, share: float, shown: str
) -> None:
    assert wrapped(text, language, share) == shown
