"""``hallcall voice check``: what a pack is worth, and what calls sound like with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from core.domain.hall import Hall, Voice
from core.domain.voice import Wording
from hardware.voice import wav
from hardware.voice.clips import letters, windows
from hardware.voice.joins import Joined, fitted, join
from hardware.voice.notes import missing_in_words, name_of
from hardware.voice.pack import Measured, Pack
from hardware.voice.phrase import Named, Part, Values, sentence

Example = tuple[str, tuple[Part, ...]]


def check(pack: Pack, parts: Sequence[Part], hall: Hall | None) -> bool:
    """Print everything about a pack and return whether a hall can use it.

    Args:
        parts: The clips that it should have.
    """
    measured = {each.key: each for each in pack.measure()}
    missing = pack.missing(parts)
    for line in _about(pack):
        print(line)
    for part in parts:
        if part.key in measured:
            print(row(part, measured[part.key]))
    wanted = {part.key for part in parts}
    if spare := [key for key in measured if key not in wanted]:
        print(f"not needed here: {', '.join(spare)}")
    if missing:
        print(f"{len(missing)} of {len(parts)} clips are missing:")
        for line in missing_in_words(pack.language, hall, missing):
            print(f"  {line}")
    bad = [key for key in wanted & set(measured) if not measured[key].good]
    print(f"{len(parts) - len(missing)} of {len(parts)} clips, {len(bad)} of them bad")
    return not (missing or bad or _unfit(pack))


def _unfit(pack: Pack) -> tuple[str, ...]:
    """Return why a pack must not be heard by visitors, whatever its clips are."""
    if pack.standin:
        return (f"{name_of(pack.language)} voice not recorded yet: this is a {pack.about.label}",)
    if not pack.about.consent:
        return ("no consent of the speaker is noted in pack.toml",)
    return ()


def _about(pack: Pack) -> Iterator[str]:
    about = pack.about
    spoken = ", ".join(each for each in (about.speaker, about.dialect) if each)
    yield f"{name_of(pack.language)}: {spoken or 'nobody is named'}; {about.made_at or 'no date'}"
    yield from _unfit(pack)


def row(part: Part, clip: Measured) -> str:
    """Return a clip's line in the table."""
    noise = "" if clip.noise_db is None else f"noise -{clip.noise_db:.0f} dB"
    if not clip.checked and clip.good:
        noise = "put in by hand, noise not measured"
    verdict = "good" if clip.good else f"BAD: {'; '.join(clip.words)}"
    figures = f"{clip.seconds:5.2f} s {clip.level_db:6.1f} dB peak {clip.peak_db:5.1f}"
    return f"  {part.key:<12} {figures}  {verdict:<6} {noise}  {part.text}"


def examples(language: str, voice: Voice, hall: Hall | None) -> Iterator[Example]:
    """Yield some calls and every other wording, by a name for their file."""
    signs, numbers = letters(hall) or ("",), windows(hall)
    chosen = sorted({numbers[0], numbers[len(numbers) // 3], numbers[len(numbers) // 2], numbers[-1]})
    tickets = [
        f"{signs[i * len(signs) // 4]}{number}" for i, number in enumerate(("001", "027", "340", "968"))
    ]
    for ticket, window in zip(tickets, chosen, strict=False):
        yield _example(language, voice, hall, Wording.CALL, ticket, window)
    for wording in Wording:
        if wording is not Wording.CALL:
            yield _example(language, voice, hall, wording, tickets[0], chosen[0])


def _example(
    language: str, voice: Voice, hall: Hall | None, wording: Wording, ticket: str, window: int
) -> Example:
    zone = service = None
    if hall is not None:
        zone, service = (Named(each.id, each.name) for each in (hall.zones[0], hall.queues[0]))
    values = Values(ticket, window, zone, service)
    return f"{wording}-{ticket}-{window}", sentence(language, voice, wording, values).parts


def write_examples(pack: Pack, voice: Voice, hall: Hall | None, folder: Path) -> None:
    """Write the examples as WAV files; what cannot be said is named.

    Raises:
        OSError: They cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name, parts in examples(pack.language, voice, hall):
        lacking = pack.missing(parts)
        if lacking:
            print(f"no example {name}: {', '.join(part.key for part in lacking)} missing")
            continue
        samples = joined(pack, parts).samples
        path = folder / f"{pack.language}-{name}.wav"
        wav.write(path, samples)
        print(f"{path}: {wav.seconds(samples):.2f} s")


def joined(pack: Pack, parts: tuple[Part, ...]) -> Joined:
    """Return a sentence as visitors hear it."""
    return join((fitted(pack.clip(part.key) or b""), part.pause_ms) for part in parts)
