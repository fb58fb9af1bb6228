"""What has to be said about a hall's recorded voices: what is missing, in words."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from core.domain.hall import Hall
from hardware.voice.clips import clip_list, letters, windows
from hardware.voice.engines.choice import ACCENTS
from hardware.voice.pack import NoPack, Pack
from hardware.voice.phrase import Part
from hardware.voice.reading import number_parts, ticket_parts

NAMES = {
    "bo": "Tibetan",
    "zh": "Chinese",
    "en": "English",
    "ug": "Uyghur",
    "mn": "Mongolian",
    "ii": "Yi",
    "yue": "Cantonese",
}


def name_of(language: str) -> str:
    """Return a language's English name."""
    return NAMES.get(language, language)


def voice_notes(hall: Hall, voices: Path, synthesized: Collection[str] = ()) -> tuple[str, ...]:
    """Return what staff must know of the hall's voices; empty when every call can be said.

    ``"Tibetan voice not recorded yet"`` also stands there when a synthetic stand-in speaks.

    Args:
        voices: The folder of the packs, one folder a language in it.
        synthesized: What the synthesizer of this machine speaks; empty where that is not known, as it is not
            while none has started: then what it speaks where nothing is missing.
    """
    spoken = synthesized or ACCENTS.keys()
    return tuple(
        note
        for language in hall.voice.languages
        for note in _notes(hall, language, voices / language, language in spoken)
    )


def _notes(hall: Hall, language: str, folder: Path, synthesized: bool) -> Iterator[str]:
    name = name_of(language)
    otherwise = "the synthesizer says it" if synthesized else "the screens show it, nothing is said"
    try:
        pack = Pack.open(folder)
    except NoPack as trouble:
        if (folder / "pack.toml").exists():
            yield f"{name} voice cannot be used: {trouble}; {otherwise}"
        elif not synthesized:
            yield f"{name} voice not recorded yet: {otherwise}"
        return
    if pack.language != language:
        yield f"{name} voice cannot be used: {folder} is a pack of {name_of(pack.language)}; {otherwise}"
        return
    if pack.standin:
        yield f"{name} voice not recorded yet: {pack.about.label or 'a synthetic stand-in'} in {folder}"
    try:
        parts = clip_list(language, hall.voice, hall)
    except KeyError:
        yield f"{name} voice cannot be checked: there are no rules for this language"
        return
    missing = pack.missing(parts)
    if missing:
        yield f"{name} voice: {len(missing)} of {len(parts)} clips are missing; with one of them {otherwise}"
        yield from (f"{name} {line}" for line in missing_in_words(language, hall, missing))


def missing_in_words(language: str, hall: Hall | None, missing: Sequence[Part]) -> tuple[str, ...]:
    """Return what a voice cannot say without these clips: ``"cannot say windows 20-29: number.20 ..."``."""
    keys = {part.key: part for part in missing}
    of_windows = _of_windows(language, hall, keys)
    return (
        *_of_tickets(language, hall, keys),
        *of_windows,
        *_of_counts(language, hall, keys),
        *_of_sentences(keys),
    )


def _of_tickets(language: str, hall: Hall | None, keys: Mapping[str, Part]) -> Iterator[str]:
    digits = [key for key in keys if key.startswith("digit.")]
    if digits:
        yield f"cannot say numbers with {', '.join(keys[key].text for key in digits)}: {_list(keys, digits)}"
    for letter in letters(hall):
        own = [part.key for part in ticket_parts(language, letter) if part.key in keys]
        if own:
            yield f"cannot say tickets with {letter}: {_list(keys, own)}"


def _of_windows(language: str, hall: Hall | None, keys: Mapping[str, Part]) -> Iterator[str]:
    """Yield the windows that cannot be said; clips that the same windows lack stand together."""
    need: dict[str, list[int]] = {}
    for window in windows(hall):
        for key in {part.key for part in number_parts(language, window)} & set(keys):
            need.setdefault(key, []).append(window)
    together: dict[tuple[int, ...], list[str]] = {}
    for key in keys:
        if key in need:
            together.setdefault(tuple(need[key]), []).append(key)
    for numbers, lacking in together.items():
        yield f"cannot say windows {ranges(numbers)}: {_list(keys, lacking)}"


def _of_counts(language: str, hall: Hall | None, keys: Mapping[str, Part]) -> Iterator[str]:
    """Yield what no window needs: numbers of people and minutes, which a kiosk says."""
    said = {part.key for window in windows(hall) for part in number_parts(language, window)}
    kinds = ("number", "join", "hundred", "counted")
    if lacking := [key for key in keys if key.partition(".")[0] in kinds and key not in said]:
        yield f"cannot say numbers of people and minutes: {_list(keys, lacking)}"


def _of_sentences(keys: Mapping[str, Part]) -> Iterator[str]:
    found: dict[str, list[str]] = {}
    for key in keys:
        kind = key.partition(".")[0]
        if kind in SENTENCES:
            found.setdefault(kind, []).append(key)
    for kind, lacking in found.items():
        yield f"cannot say {SENTENCES[kind]}: {_list(keys, lacking)}"


SENTENCES = {
    "call": "a call",
    "recall": "that a ticket is called again",
    "back": "that a ticket is called back",
    "paused": "that a window is paused",
    "closing": "that the hall closes",
    "zone": "a zone's name",
    "queue": "a service's name",
    "prompt": "what the kiosk tells",
}


def _list(keys: Mapping[str, Part], lacking: Sequence[str]) -> str:
    return ", ".join(f"{key} ({keys[key].text})" for key in lacking)


def ranges(numbers: Sequence[int]) -> str:
    """Return rising numbers with what follows on each other as ``"20-29, 31"``."""
    found: list[list[int]] = []
    for number in numbers:
        if found and number == found[-1][-1] + 1:
            found[-1].append(number)
        else:
            found.append([number])
    return ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in found)
