from __future__ import annotations

from collections.abc import Iterator

import pytest

from core.domain.hall import Voice
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
