"""A synthetic pack, so that everything can be tried before a speaker has been recorded."""

from __future__ import annotations

import re
import tempfile
import tomllib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from hardware.errors import DeviceError
from hardware.voice import wav
from hardware.voice.anywav import Sound, read_any
from hardware.voice.pack import About, Pack
from hardware.voice.phrase import Part
from hardware.voice.process import COMMAND, Child, ChildEnded, ChildSilent

LABEL = "synthetic stand-in, not a speaker"
FOLDER = Path(__file__).with_name("phonemes")
PHONEME_COMMAND = (*COMMAND[:2], "hardware.voice.espeak")
DEADLINE_S = 10.0
LEAST_PHONEME_S = 0.05
"""No phoneme that eSpeak speaks at this pace is shorter on average; a truncated word is."""
EDGE_S = 0.15
"""Silence put around what the synthesizer says: it begins and ends without any."""
STRESS = re.compile(r"[',%=|_ :]")


class NoStandIn(Exception):
    """A clip cannot be made synthetically."""


class NotARecording(Exception):
    """The folder holds a speaker's recordings, which nothing synthetic may replace."""


@dataclass(frozen=True, slots=True)
class Made:
    """What became of one clip.

    Attributes:
        trouble: Why it was not made, empty when it was.
    """

    part: Part
    seconds: float
    trouble: str = ""


Say = Callable[[Part, Path], None]
"""Speaks a part into a file, or raises :class:`NoStandIn`."""


def make_standin(folder: Path, language: str, parts: Sequence[Part], at: datetime) -> Iterator[Made]:
    """Make a labelled pack of synthetic clips, one after the other.

    Raises:
        NotARecording: A speaker's pack is there.
        DeviceError, NoStandIn: There is no synthesizer for that language.
        OSError: The folder cannot be written.
    """
    pack = _pack(folder, language, at)
    with saying(language) as say, tempfile.TemporaryDirectory(prefix="hallcall-standin-") as scratch:
        for part in parts:
            yield _make(pack, part, say, Path(scratch) / "x.wav", at)


def _pack(folder: Path, language: str, at: datetime) -> Pack:
    if (folder / "pack.toml").exists():
        there = Pack.open(folder)
        if not there.standin or there.language != language:
            raise NotARecording(f"{folder} is a pack of {there.language} by a speaker: choose another folder")
    elif folder.is_dir() and any(folder.glob("*.wav")):
        raise NotARecording(f"{folder} holds sounds that are no stand-in: choose another folder")
    made = at.isoformat(timespec="seconds")
    return Pack.make(folder, About(language, speaker="eSpeak NG", standin=True, label=LABEL, made_at=made))


def _make(pack: Pack, part: Part, say: Say, scratch: Path, at: datetime) -> Made:
    scratch.unlink(missing_ok=True)
    try:
        say(part, scratch)
        take = pack.take(part, _padded(read_any(scratch)), at)
    except (NoStandIn, DeviceError) as error:
        return Made(part, 0.0, str(error))
    return Made(part, wav.seconds(take.clip), "; ".join(take.words))


def _padded(sound: Sound) -> Sound:
    edge = sound.samples[:0]
    edge.extend(0.0 for _ in range(round(EDGE_S * sound.rate)))
    return Sound(sound.rate, edge + sound.samples + edge, tuple(run + len(edge) for run in sound.clipped))


@contextmanager
def saying(language: str) -> Iterator[Say]:
    """Give what speaks a language's parts: its phonemes where there are some, else the synthesizer.

    Raises:
        DeviceError, NoStandIn: Nothing speaks it.
    """
    if (FOLDER / f"{language}.toml").exists():
        with _phoneme_process() as child:
            yield lambda part, path: _say_phonemes(child, language, part, path)
        return
    from hardware.voice.synth import Synthesizer

    with Synthesizer() as synthesizer:
        if language not in synthesizer.languages:
            raise NoStandIn(f"no synthesizer speaks {language}")
        yield lambda part, path: _say_text(synthesizer, language, part, path)


def _say_text(synthesizer: Any, language: str, part: Part, path: Path) -> None:
    synthesizer.render(part.text, language, path)


@contextmanager
def _phoneme_process() -> Iterator[Child]:
    child = Child(lambda _ended: None, PHONEME_COMMAND)
    try:
        child.hear(DEADLINE_S)
        yield child
    except (ChildEnded, ChildSilent) as error:
        raise NoStandIn(f"the speech process: {error}") from error
    finally:
        child.end()


def _say_phonemes(child: Child, language: str, part: Part, path: Path) -> None:
    phonemes = phonemes_of(language, part)
    request = {"voice": _lexicon(language)["voice"], "phonemes": phonemes, "path": str(path)}
    answer = child.ask(request, DEADLINE_S)
    if "error" in answer:
        raise NoStandIn(f"{part.key}: {answer['error']}")
    check_spoken(part.key, phonemes, answer["spoken"], answer["seconds"])


def check_spoken(key: str, phonemes: str, spoken: Sequence[str], seconds: float) -> None:
    """Compare what was asked for with what eSpeak said it spoke, and with how long that is.

    Raises:
        NoStandIn: A mnemonic was not known, so that the rest was cut off.
    """
    heard = [each for each in spoken if each[:1] != "_"]
    if _bare("".join(heard)) != _bare(phonemes):
        raise NoStandIn(f"{key}: of the phonemes {phonemes!r} only {''.join(heard)!r} was spoken")
    least = LEAST_PHONEME_S * len(heard)
    if seconds < least:
        raise NoStandIn(f"{key}: {seconds:.2f} s for {phonemes!r}, at least {least:.2f} s are expected")


def _bare(phonemes: str) -> str:
    """Return phonemes without stress and length; eSpeak says a short r, ``*``, before some consonants."""
    return STRESS.sub("", phonemes).replace("*", "r")


@cache
def _lexicon(language: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{language}.toml").read_text("utf-8"))


def phonemes_of(language: str, part: Part) -> str:
    """Return the mnemonics of a part.

    Raises:
        NoStandIn: One of its syllables is not in the list; it is never guessed.
    """
    lexicon = _lexicon(language)
    if part.text in lexicon["letters"]:
        return str(lexicon["letters"][part.text])
    known = {**lexicon["syllables"], **lexicon["words"]}
    clauses = [clause for clause in re.split(r"[།༎\s]+", part.text) if clause]
    return " ".join(word for clause in clauses for word in _words(part.key, clause, known))


def _words(key: str, clause: str, known: dict[str, str]) -> Iterator[str]:
    syllables = [each for each in re.split("[་༌]+", clause) if each]
    at = 0
    while at < len(syllables):
        for end in range(len(syllables), at, -1):
            if (word := "་".join(syllables[at:end])) in known:
                yield known[word]
                at = end
                break
        else:
            raise NoStandIn(f"{key}: no phonemes for {syllables[at]}")
