"""The recorder's desk: one clip at a time is shown, recorded, judged, heard and kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from enum import StrEnum
from typing import Protocol

from hardware.errors import DeviceError
from hardware.voice.anywav import Sound
from hardware.voice.intake import Figures, Take, take_in
from hardware.voice.pack import Pack
from hardware.voice.phrase import Part


class Ear(Protocol):
    """What listens."""

    def start(self) -> None:
        """Listen from now on.

        Raises:
            DeviceError: It cannot.
        """

    def stop(self) -> Sound:
        """Return what was heard.

        Raises:
            DeviceError: It went away.
        """


class Act(StrEnum):
    """What the speaker can do, by the letter that is typed; nothing typed is the first that is offered."""

    RECORD = ""
    KEEP = "k"
    AGAIN = "a"
    PLAY = "p"
    SKIP = "s"
    BACK = "b"
    QUIT = "q"


class EndOfInput(Exception):
    """Nobody types any more."""


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Desk:
    """The conversation with the speaker. Everything that is kept is on the disk at once."""

    def __init__(
        self,
        pack: Pack,
        parts: Sequence[Part],
        ear: Ear,
        *,
        ask: Callable[[str], str],
        say: Callable[[str], None],
        play: Callable[[bytes], bool],
        now: Callable[[], datetime] = _utc_now,
    ) -> None:
        """Record ``parts`` into ``pack``.

        Args:
            ask: Shows a prompt and returns what is typed, or raises :class:`EndOfInput`.
            play: Plays samples; ``False`` where there is no loudspeaker.
        """
        self._pack = pack
        self._parts = parts
        self._ear = ear
        self._ask = ask
        self._say = say
        self._play = play
        self._now = now

    def run(self, first: int = 0, *, again: bool = False) -> int:
        """Go through the list from ``first`` on and return how many of its clips are still missing.

        Args:
            again: Also those that are recorded already.

        Raises:
            OSError: A clip cannot be written.
        """
        at = first if again else self._next_missing(first)
        try:
            while at < len(self._parts):
                match self._clip(at):
                    case Act.QUIT:
                        break
                    case Act.BACK:
                        at = max(0, at - 1)
                    case _:
                        at = at + 1 if again else self._next_missing(at + 1)
        except EndOfInput:
            pass
        return self._report()

    def _next_missing(self, first: int) -> int:
        lacking = {part.key for part in self._pack.missing(self._parts)}
        return next(
            (at for at in range(first, len(self._parts)) if self._parts[at].key in lacking), len(self._parts)
        )

    def _clip(self, at: int) -> Act:
        """Show and record one clip until it is kept or left."""
        part = self._parts[at]
        self._say(f"\n[{at + 1} of {len(self._parts)}]  {part.key}\n\n        {part.text}\n")
        self._say(f"    say: {part.say}\n    sure of it: {part.mark}")
        if self._pack.clip(part.key) is not None:
            self._say("    recorded already; what you keep now takes its place")
        act = self._choose("Enter: record", (Act.RECORD, Act.SKIP, Act.BACK, Act.QUIT))
        while act is Act.RECORD or act is Act.AGAIN:
            try:
                take = self._record(part)
            except DeviceError as error:
                self._say(f"    nothing was recorded: {error}")
                act = self._choose("Enter: again", (Act.AGAIN, Act.SKIP, Act.BACK, Act.QUIT))
                continue
            act = self._judge(take)
            if act is Act.KEEP:
                self._pack.keep(part, take, self._now())
        return act

    def _record(self, part: Part) -> Take:
        self._ear.start()
        self._ask(f"    speak: {part.text}    (Enter when done) ")
        take = take_in(self._ear.stop(), part.text)
        self._say(f"    {figures_in_words(take.figures)}")
        return take

    def _judge(self, take: Take) -> Act:
        for words in take.words:
            self._say(f"    not good: {words}")
        if take.good and not self._play(take.clip):
            self._say("    there is no loudspeaker to hear it on")
        while True:
            if take.good:
                offer = (Act.KEEP, Act.AGAIN, Act.PLAY, Act.SKIP, Act.BACK, Act.QUIT)
                act = self._choose("good. Enter: keep", offer)
            else:
                act = self._choose("Enter: again", (Act.AGAIN, Act.PLAY, Act.SKIP, Act.BACK, Act.QUIT))
            if act is not Act.PLAY:
                return act
            self._play(take.clip)

    def _choose(self, first: str, offer: Sequence[Act]) -> Act:
        """Return what is chosen of ``offer``, whose first needs Enter alone."""
        others = "   ".join(f"{act.value}: {act.name.lower()}" for act in offer[1:])
        while True:
            typed = self._ask(f"    {first}   {others} > ").strip().lower()
            if not typed:
                return offer[0]
            for act in offer:
                if act.value == typed[:1]:
                    return act
            self._say(f"    {typed!r} is none of them")

    def _report(self) -> int:
        lacking = self._pack.missing(self._parts)
        done = len(self._parts) - len(lacking)
        self._say(f"\n{done} of {len(self._parts)} clips are recorded in {self._pack.folder}")
        if lacking:
            self._say(f"still missing: {', '.join(part.key for part in lacking)}")
        else:
            self._say("hear some calls: hallcall voice check LANG DIR --play")
        return len(lacking)


def figures_in_words(figures: Figures) -> str:
    """Return what was measured in one line."""
    noise = (
        "no pause to measure the room"
        if figures.noise_db is None
        else f"{figures.noise_db:.0f} dB above the room"
    )
    return (
        f"{figures.seconds:.2f} s of speech, {figures.level_db:.0f} dB (peak {figures.peak_db:.0f}), {noise}"
    )
