"""What is said: from what happens to sentences, and to the pieces that they are joined from; pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from core.domain.hall import Hall, Voice
from core.domain.text import Text
from core.domain.voice import Wording
from hardware.voice.reading import Part as Part  # sentences and their parts are used together
from hardware.voice.reading import read_count, read_number, read_ticket
from hardware.voice.rules import recordable, rules

COMMA_MS, STOP_MS = 190, 350
"""The breath at a comma, as eSpeak makes it, and at the end of a sentence."""
PAUSES = {
    **dict.fromkeys(",，、;；:：،؛", COMMA_MS),
    **dict.fromkeys(".。!！?？།༎؟", STOP_MS),
}
EDGE = " \t\r\n,，、;；:：،؛"
"""What no clip ends with; a full stop stays, it tells a speaker how to say the end."""
BEGINS = EDGE + "".join(PAUSES)
"""What no clip begins with."""
GAP = re.compile(r"\{(number|window|zone|service|ahead|minutes|key|call)\}")


@dataclass(frozen=True, slots=True)
class Sentence:
    """What is said in one language.

    Attributes:
        text: What a synthesizer reads, with every number in words.
        parts: The same as pieces, in order; what differs is the silence between them.
    """

    language: str
    text: str
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Phrase:
    """An announcement in words, to be said ``Voice.repeats`` times with ``Voice.gap_ms`` in between.

    Attributes:
        sentences: In the order they are said, once.
        unspoken: The hall's languages that nobody can speak now, for the screens to show instead.
    """

    sentences: tuple[Sentence, ...]
    unspoken: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """A zone or a service by its name.

    Attributes:
        id: Its id in the hall file.
    """

    id: str
    name: Text = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Values:
    """What is put into a sentence.

    Attributes:
        number: A ticket's number, ``"A001"``: said sign by sign.
        window: Said as a number.
        zone, service: Said by name; a language in which it has none leaves it out.
        counts: Other numbers by their placeholder, of the kiosk's prompts: ``ahead``, ``minutes``; and
            ``key``, which is numbered as a window is, not counted.
    """

    number: str = ""
    window: int | None = None
    zone: Named | None = None
    service: Named | None = None
    counts: Mapping[str, int] = field(default_factory=dict)


NOTHING = Values()


def values_in(
    hall: Hall,
    *,
    number: str = "",
    window: int | None = None,
    zone: str | None = None,
    queue: str | None = None,
) -> Values:
    """Return values with the hall's names for a zone and a queue; what the hall no longer has is left out."""
    zones = {each.id: Named(each.id, each.name) for each in hall.zones}
    queues = {each.id: Named(each.id, each.name) for each in hall.queues}
    return Values(number, window, zones.get(zone or ""), queues.get(queue or ""))


def phrase(voice: Voice, wording: Wording, values: Values, spoken: Collection[str]) -> Phrase:
    """Return what is said in the languages of the hall.

    Args:
        spoken: The languages that can be spoken now. What cannot is never guessed at in another voice.
    """
    said = {
        language: sentence(language, voice, wording, values)
        for language in voice.languages
        if language in spoken and language in recordable()
    }
    return Phrase(
        tuple(said.values()), tuple(language for language in voice.languages if language not in said)
    )


def sentence(language: str, voice: Voice, wording: Wording, values: Values = NOTHING) -> Sentence:
    """Return a sentence of the hall in a language.

    Raises:
        KeyError: The language has no rules.
    """
    words = tokens(template(language, voice, wording), template(language, voice, Wording.CALL))
    return fill(language, words, fixed_parts(language, voice), values)


def template(language: str, voice: Voice, wording: Wording) -> str:
    """Return the hall's own sentence, else the usual one, in which ``{call}`` stands for the call's.

    Raises:
        KeyError: The language has no rules.
    """
    usual: Mapping[str, str] = rules(language)["wordings"]
    return voice.words(wording, language) or usual[wording]


def fixed_parts(language: str, voice: Voice) -> dict[str, Part]:
    """Return the fixed pieces of the hall's sentences by their text; what two of them share is one clip."""
    mark = rules(language)["wordings_mark"]["all"]
    found: dict[str, Part] = {}
    for wording in Wording:
        words = template(language, voice, wording)
        own = mark if words == rules(language)["wordings"][wording] else "the hall's own"
        for i, text in enumerate(pieces(words)):
            found.setdefault(text, Part(f"{wording}.{i}", text, say=f"in: {words}", mark=own))
    return found


def pieces(words: str) -> tuple[str, ...]:
    """Return what of a template is said as it stands."""
    return tuple(piece for each in GAP.split(words)[::2] if (piece := bare(each)))


def bare(text: str) -> str:
    """Return a fixed piece without the commas around it; nothing where there is no word."""
    return text.lstrip(BEGINS).rstrip(EDGE) if any(sign.isalnum() for sign in text) else ""


Token = tuple[bool, str]
"""Whether it is a gap, and its name or the words."""


def tokens(words: str, call: str = "") -> Iterator[Token]:
    """Yield a template piece by piece; for ``{call}`` those of the template of a call."""
    for i, each in enumerate(GAP.split(words)):
        if i % 2 and each == "call":
            yield from tokens(call)
        else:
            yield bool(i % 2), each


def fill(language: str, words: Iterable[Token], fixed: Mapping[str, Part], values: Values) -> Sentence:
    """Return a template with values put in.

    Args:
        fixed: The parts of its fixed pieces, by their text.

    Raises:
        ValueError: It lacks a number that the template names.
    """
    text, parts = "", list[Part]()
    for is_gap, piece in words:
        if is_gap:
            said, joined = _gap(language, piece, values)
            parts += joined
        else:
            said, clip = piece, bare(piece)
            before, _, after = piece.partition(clip) if clip else (piece, "", "")
            _pause(parts, before)
            parts += [fixed[clip]] if clip else []
            _pause(parts, clip[-1:] + after)
        text += said
    if parts:
        # What is silent after the sentence is for who joins sentences to say.
        parts[-1] = replace(parts[-1], pause_ms=0)
    return Sentence(language, " ".join(text.split()), tuple(parts))


def _pause(parts: list[Part], signs: str) -> None:
    """Let the last part be followed by the longest breath of these signs."""
    pause = max((PAUSES.get(sign, 0) for sign in signs), default=0)
    if parts and pause > parts[-1].pause_ms:
        parts[-1] = replace(parts[-1], pause_ms=pause)


def _gap(language: str, gap: str, values: Values) -> tuple[str, tuple[Part, ...]]:
    """Return what a placeholder is read as, as text and as parts."""
    if gap in ("zone", "service"):
        named = name_part(language, gap, getattr(values, gap))
        return (named.text, (named,)) if named else ("", ())
    if gap == "number":
        if not values.number:
            raise ValueError("no number to say")
        return read_ticket(language, values.number)
    number = values.window if gap == "window" else values.counts.get(gap)
    if number is None:
        raise ValueError(f"no {gap} to say")
    return read_number(language, number) if gap in ("window", "key") else read_count(language, number)


def name_part(language: str, gap: str, named: Named | None) -> Part | None:
    """Return the name of a zone or a service in a language, ``None`` where it has none."""
    if named is None or not (text := bare(named.name.get(language, ""))):
        return None
    kind = "zone" if gap == "zone" else "queue"
    return Part(f"{kind}.{named.id}", text, say="the name as on the signs", mark="the hall's own")


def clip_list(language: str, voice: Voice, hall: Hall | None) -> tuple[Part, ...]:
    """Return every clip that some call may need (:func:`hardware.voice.clips.clip_list`)."""
    from hardware.voice import clips

    return clips.clip_list(language, voice, hall)
