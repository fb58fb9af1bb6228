"""Making one announcement's sound on a thread that can be left behind."""

from __future__ import annotations

import threading

from hardware.voice.announcer import Announcement
from hardware.voice.saying import Speaks
from hardware.voice.speaker import Spoken


class Making(threading.Thread):
    """Makes one announcement's sound.

    Attributes:
        outcome: What was made, or what went wrong; ``None`` while it is being made.
    """

    def __init__(self, call: Announcement, speaker: Speaks) -> None:
        super().__init__(name=f"making {call.number}", daemon=True)
        self.outcome: Spoken | Exception | None = None
        self._call = call
        self._speaker = speaker

    def run(self) -> None:
        """Make it."""
        try:
            self.outcome = self._speaker.render(self._call)
        except Exception as error:
            self.outcome = error
