"""``hallcall voice import``: clips from a folder of WAV files, or from one long recording."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from hallcall.voices.desk import figures_in_words
from hallcall.voices.wanted import recorded
from hardware.voice.anywav import NoSound, Sound, read_any
from hardware.voice.cutting import PAUSE_S, cut
from hardware.voice.intake import Take
from hardware.voice.pack import ABOUT, About, Pack
from hardware.voice.phrase import Part


def pack_for(folder: Path, language: str, at: datetime) -> Pack:
    """Return the pack in a folder, or describe a new one there.

    Raises:
        NoPack: What is there cannot be used, or is a synthetic one.
    """
    if not (folder / ABOUT).exists():
        made = at.isoformat(timespec="seconds")
        print(f"a new voice: write speaker, dialect and consent into {folder / ABOUT}")
        return Pack.make(folder, About(language, made_at=made))
    return recorded(folder, language)


def import_folder(pack: Pack, parts: Sequence[Part], folder: Path, at: datetime) -> bool:
    """Take the files named by key, print what became of each, and return whether all are good."""
    by_key = {part.key.lower(): part for part in parts}
    good = True
    for file in sorted(folder.iterdir()):
        if file.suffix.lower() != ".wav":
            continue
        part = by_key.get(file.stem.lower())
        if part is None:
            print(f"{file.name}: not in the list, left alone")
            continue
        try:
            good &= _told(part, pack.take(part, read_any(file), at))
        except NoSound as error:
            print(f"{part.key}: refused: {error}")
            good = False
    return good


def import_long(
    pack: Pack, parts: Sequence[Part], file: Path, at: datetime, pause_s: float = PAUSE_S
) -> bool:
    """Cut one recording at its pauses and take the pieces in list order, if there are as many as clips.

    Raises:
        NoSound, OSError: It cannot be read.
    """
    sound = read_any(file)
    found = cut(sound, pause_s)
    print(
        f"{file.name}: {sound.seconds:.1f} s, {len(found)} utterances found, the list has {len(parts)} clips"
    )
    if len(found) != len(parts):
        print(f"nothing was taken; a pause is {pause_s:g} s or more (--pause). What was found:")
        for line in _found(found):
            print(line)
        return False
    # Every piece is taken and told of, also after a refused one.
    told = [_told(part, pack.take(part, piece, at)) for part, piece in zip(parts, found, strict=True)]
    return all(told)


def _found(found: Sequence[Sound]) -> Iterator[str]:
    for i, piece in enumerate(found, 1):
        yield f"{i:>4}  {piece.seconds:.2f} s"


def _told(part: Part, take: Take) -> bool:
    if take.good:
        print(f"{part.key}: {figures_in_words(take.figures)}")
    else:
        print(f"{part.key}: refused: {'; '.join(take.words)}")
    return take.good
