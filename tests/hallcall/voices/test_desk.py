"""The conversation at the desk, word by word."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hallcall.voices.desk import Desk, EndOfInput
from hardware.errors import DeviceUnreachable
from hardware.voice.anywav import Sound
from hardware.voice.pack import About, Pack
from hardware.voice.phrase import Part
from tests.hardware.voice.spoken import take

AT = datetime(2026, 1, 5, 9, 30, tzinfo=UTC)
PARTS = tuple(
    Part(f"digit.{i}", text, say="so", mark="ours") for i, text in enumerate(("ཀླད་", "གཅིག་", "གཉིས་"))
)
GOOD, BAD = take(), take(before=0.0)


class Ear:
    """Hears what it was given, one after the other."""

    def __init__(self, *heard: Sound | DeviceUnreachable) -> None:
        self._heard = iter(heard)

    def start(self) -> None:
        pass

    def stop(self) -> Sound:
        heard = next(self._heard)
        if isinstance(heard, DeviceUnreachable):
            raise heard
        return heard


class Talk:
    """One run of the desk: what is typed, and what it showed and played."""

    def __init__(
        self, pack: Pack, typed: str, *heard: Sound | DeviceUnreachable, loudspeaker: bool = True
    ) -> None:
        self.shown: list[str] = []
        self.played: list[bytes] = []
        self._typed: Iterator[str] = iter(typed)
        self._loudspeaker = loudspeaker
        self.desk = Desk(
            pack, PARTS, Ear(*heard), ask=self._ask, say=self.shown.append, play=self._play, now=lambda: AT
        )

    def _ask(self, prompt: str) -> str:
        self.shown.append(prompt)
        try:
            # A full stop stands for Enter alone.
            return next(self._typed).replace(".", "") + "\n"
        except StopIteration:
            raise EndOfInput from None

    def _play(self, samples: bytes) -> bool:
        self.played.append(samples)
        return self._loudspeaker

    def titles(self) -> list[str]:
        return [
            line.split()[-1] for text in self.shown if "[" in text for line in [text.strip().splitlines()[0]]
        ]


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    return Pack.make(tmp_path, About("bo", "voice 1"))


def test_enter_alone_records_keeps_and_goes_on_to_the_end(pack: Pack) -> None:
    talk = Talk(pack, ".........", GOOD, GOOD, GOOD)
    assert talk.desk.run() == 0
    assert talk.titles() == ["digit.0", "digit.1", "digit.2"]
    assert pack.missing(PARTS) == ()
    assert talk.played == [pack.clip(part.key) for part in PARTS]
    assert "3 of 3 clips are recorded" in talk.shown[-2]


def test_a_refused_take_is_not_played_nor_kept_and_enter_takes_it_again(pack: Pack) -> None:
    talk = Talk(pack, ".....q", BAD, GOOD)
    assert talk.desk.run() == 2
    assert any("not good: the beginning is cut off" in line for line in talk.shown)
    assert len(talk.played) == 1
    assert pack.keys() == {"digit.0"}


def test_k_does_not_keep_a_refused_take(pack: Pack) -> None:
    talk = Talk(pack, "..kpq", BAD)
    assert talk.desk.run() == 3
    assert any("'k' is none of them" in line for line in talk.shown)
    assert len(talk.played) == 1
    assert pack.keys() == frozenset()


def test_a_good_take_can_be_heard_once_more_or_taken_again(pack: Pack) -> None:
    talk = Talk(pack, "..pa..q", GOOD, take(0.8))
    talk.desk.run()
    assert len(talk.played) == 3
    clip = pack.clip("digit.0")
    assert clip == talk.played[-1] != talk.played[0]


def test_skipping_and_going_back(pack: Pack) -> None:
    talk = Talk(pack, "sbsss")
    assert talk.desk.run() == 3
    assert talk.titles() == ["digit.0", "digit.1", "digit.0", "digit.1", "digit.2"]
    assert "still missing: digit.0, digit.1, digit.2" in talk.shown[-1]


def test_it_goes_on_where_it_stopped_and_goes_through_all_when_asked(pack: Pack) -> None:
    pack.take(PARTS[0], GOOD, AT)
    first = Talk(pack, "q")
    first.desk.run()
    assert first.titles() == ["digit.1"]
    every = Talk(pack, "ss")
    every.desk.run(again=True)
    assert every.titles() == ["digit.0", "digit.1", "digit.2"]
    assert any("recorded already" in line for line in every.shown)
    later = Talk(pack, "q")
    later.desk.run(2)
    assert later.titles() == ["digit.2"]


def test_a_microphone_that_fails_costs_one_take(pack: Pack) -> None:
    talk = Talk(pack, ".....q", DeviceUnreachable("microphone", "gone"), GOOD)
    talk.desk.run()
    assert any("nothing was recorded: microphone: gone" in line for line in talk.shown)
    assert pack.keys() == {"digit.0"}


def test_without_a_loudspeaker_clips_are_kept_unheard(pack: Pack) -> None:
    talk = Talk(pack, "...", GOOD, loudspeaker=False)
    talk.desk.run()
    assert any("no loudspeaker" in line for line in talk.shown)
    assert pack.keys() == {"digit.0"}


def test_the_end_of_the_input_in_the_middle_of_a_take_keeps_what_was_kept(pack: Pack) -> None:
    talk = Talk(pack, "....", GOOD)
    assert talk.desk.run() == 2
    assert pack.keys() == {"digit.0"}
