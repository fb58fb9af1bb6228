from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from core.domain.hall import Voice
from hardware.voice.clips import clip_list, usual_voice
from hardware.voice.standin import make_standin
from hardware.voice.synth import Synthesizer


@pytest.fixture(scope="session")
def synthesizer() -> Iterator[Synthesizer]:
    """The real one, for tests that do it no harm."""
    with Synthesizer() as made:
        yield made


@pytest.fixture
def voice() -> Voice:
    return Voice(
        languages=("bo", "zh", "en"),
        call={
            "bo": "ཨང་རྟགས་ {number} སྒེའུ་ཁུང་ཨང་{window}ལ་ཕེབས་རོགས་གནང་།",
            "zh": "请{number}号，到{window}号窗口办理",
            "en": "Number {number}, please go to window {window}.",
        },
    )


@pytest.fixture(scope="session")
def standin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A voices folder with the whole Tibetan stand-in; who changes it works on a copy."""
    folder = tmp_path_factory.mktemp("voices")
    at = datetime(2026, 1, 5, 9, 30, tzinfo=UTC)
    parts = clip_list("bo", usual_voice("bo"), None)
    assert not [each for each in make_standin(folder / "bo", "bo", parts, at) if each.trouble]
    return folder
