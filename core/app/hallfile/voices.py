"""The voice of the hall: read from ``[voice]`` with every sentence tried, and written."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time
from typing import Any

from core.app.hallfile.findings import nearest
from core.app.hallfile.table import LANGUAGES, Table
from core.domain.text import Text
from core.domain.voice import LOUDEST, MAY_NAME, READ, Voice, Wording, sentence_mistakes

REPEATS_MOST = 5
GAP_MOST_MS = 10_000

_SAID = {
    "braces": "hall.bad_braces",
    "unknown": "hall.unknown_placeholder",
    "missing": "hall.missing_placeholder",
}


def read_voice(table: Table, halls: Sequence[str]) -> Voice:
    """Return what the loudspeakers say.

    Args:
        halls: The languages of the hall's screens.
    """
    usual = Voice(())
    languages = _languages(table, halls)
    said = {wording: _words(table, wording, languages) for wording in Wording}
    call = said.pop(Wording.CALL)
    return Voice(
        languages=languages,
        call=call,
        chime=table.flag("chime", default=usual.chime),
        wordings={wording: words for wording, words in said.items() if words},
        repeats=table.count("repeats", usual.repeats, least=1, most=REPEATS_MOST),
        gap_ms=table.count("gap_ms", usual.gap_ms, most=GAP_MOST_MS),
        quiet=_quiet(table),
        volumes=_volumes(table),
    )


def voice_values(voice: Voice) -> dict[str, Any]:
    """Return what a hall file says of a voice; what is as usual is left out."""
    usual = Voice(())
    values: dict[str, Any] = {"languages": voice.languages, "chime": voice.chime}
    for name in ("repeats", "gap_ms"):
        if getattr(voice, name) != getattr(usual, name):
            values[name] = getattr(voice, name)
    if voice.quiet:
        values["quiet"] = [{"from": begins, "until": ends} for begins, ends in voice.quiet]
    if voice.volumes:
        values["volumes"] = [{"from": begins, "percent": percent} for begins, percent in voice.volumes]
    if voice.call:
        values["call"] = voice.call
    return values | {str(wording): words for wording, words in voice.wordings.items() if words}


def _languages(table: Table, halls: Sequence[str]) -> tuple[str, ...]:
    """Return the languages that are spoken: the screens' ones, and those that no screen has."""
    found = table.texts("languages", 'a list of languages, e.g. ["zh", "en"]')
    good = []
    for place, language in enumerate(found):
        if language not in READ:
            table.mistake("languages", "hall.no_reading", found=language, **nearest(language, READ))
        elif language in found[:place]:
            table.mistake("languages", "hall.named_twice", found=language)
        elif halls and language in LANGUAGES and language not in halls:
            table.mistake("languages", "hall.unknown_language", found=language, **nearest(language, halls))
        else:
            good.append(language)
    return tuple(good)


def _words(table: Table, wording: Wording, languages: Sequence[str]) -> Text:
    """Return a sentence in each language; one that the hall gives says something in all that it speaks."""
    name = wording.value
    inner = table.inner(name, 'a sentence in each language, e.g. { zh = "请{number}号，到{window}号窗口" }')
    if inner is None:
        return {}
    words = {}
    for language in READ:
        said = inner.text(language, "a sentence", default="")
        if said.strip():
            words[language] = said
            _check(table, wording, language, said)
        elif language in languages and isinstance(inner.values.get(language, ""), str):
            table.findings.add(inner.at(language), "hall.missing_language", name=name, language=language)
    for other in inner.values.keys() - set(READ):
        inner.mistake(other, "hall.no_reading", found=other, **nearest(other, READ))
    return words


def _check(table: Table, wording: Wording, language: str, sentence: str) -> None:
    place, name = (*table.at(wording.value), language), f"{wording.value}.{language}"
    known = ", ".join(f"{{{each}}}" for each in MAY_NAME[wording])
    for mistake in sentence_mistakes(wording, sentence):
        told = {
            "braces": {},
            "unknown": {"found": mistake.found, "known": known},
            "missing": {"placeholder": mistake.found},
        }[mistake.key]
        table.findings.add(place, _SAID[mistake.key], name=name, **told)


def _quiet(table: Table) -> tuple[tuple[time, time], ...]:
    found = []
    for entry in table.entries("quiet", required=False):
        begins, ends = entry.clock("from"), entry.clock("until")
        entry.finish()
        if begins is None or ends is None:
            continue
        if begins == ends:
            entry.mistake("until", "hall.quiet_never", begins=f"{begins:%H:%M}", ends=f"{ends:%H:%M}")
        else:
            found.append((begins, ends))
    return tuple(found)


def _volumes(table: Table) -> tuple[tuple[time, int], ...]:
    found: dict[time, int] = {}
    for entry in table.entries("volumes", required=False):
        begins, percent = entry.clock("from"), entry.count("percent", None, most=LOUDEST)
        entry.finish()
        if begins in found:
            entry.mistake("from", "hall.named_twice", found=f"{begins:%H:%M}")
        elif begins is not None:
            found[begins] = percent
    return tuple(found.items())
