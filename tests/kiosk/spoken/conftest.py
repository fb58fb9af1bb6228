from __future__ import annotations

from collections.abc import Iterator

import pytest

from hardware.voice.parts import Voices
from hardware.voice.synth import Synthesizer


@pytest.fixture(scope="session")
def synthesizer() -> Iterator[Synthesizer]:
    """The real one."""
    with Synthesizer() as made:
        yield made


@pytest.fixture
def voices(synthesizer: Synthesizer) -> Iterator[Voices]:
    """Real voices, no recorded ones."""
    with Voices(synthesizer) as made:
        yield made
