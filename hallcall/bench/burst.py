"""Many calls at once, each made into sound: ``python -m hallcall.bench.burst HALL_FILE VOICES FOLDER COUNT``.

Prints the languages that are heard, then how many ms each call took that was never said before until its
first sample could go to the loudspeaker, then the same of the same calls once more.
"""

from __future__ import annotations

import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from core.app.hallfile import load
from core.domain.hall import Hall
from hardware.voice.announcer import Announcement
from hardware.voice.parts import Voices
from hardware.voice.speaker import Speaker
from hardware.voice.synth import Synthesizer


def calls(hall: Hall, count: int) -> list[Announcement]:
    """Return calls of different numbers, over all queues and windows in turn."""
    now = datetime.now(UTC)
    return [
        Announcement(
            None,
            f"{hall.queues[at % len(hall.queues)].prefix}{at // len(hall.queues) + 1:03d}",
            window.number,
            window.zone,
            now,
        )
        for at, window in ((at, hall.windows[at * 7 % len(hall.windows)]) for at in range(count))
    ]


def burst(hall: Hall, packs: Path, folder: Path, count: int) -> None:
    """Make the calls, twice."""
    with Synthesizer() as synthesizer, Voices.open(packs, synthesizer, folder / "kept") as voices:
        speaker = Speaker(hall.voice, voices, folder, hall=hall)
        # The first call finds the voice cold; it is not one of those measured.
        cold = Announcement(
            None, f"{hall.queues[0].prefix}999", hall.windows[0].number, "", datetime.now(UTC)
        )
        warm = speaker.render(cold)
        print(" ".join(warm.languages), flush=True)
        for _ in range(2):
            took = []
            for call in calls(hall, count):
                began = time.perf_counter()
                spoken = speaker.render(call)
                took.append((time.perf_counter() - began) * 1000)
                if spoken.languages != warm.languages:
                    raise RuntimeError(f"{call.number} is not said in {spoken.unspoken}")
            print(" ".join(f"{ms:.3f}" for ms in took), flush=True)


if __name__ == "__main__":
    burst(load(Path(sys.argv[1])), Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4]))
