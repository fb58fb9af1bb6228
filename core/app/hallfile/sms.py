"""The hall's text messages: read from ``[sms]``, tried with the longest values of this hall, and written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from core.app.hallfile.findings import nearest
from core.app.hallfile.table import LANGUAGES, Table
from core.domain.hall import Hall
from core.domain.messages import longest_values
from core.domain.sms import MessageKind, SmsText, SmsTexts, template_mistakes

AHEAD_MOST = 99

_PAGE = re.compile(r"https?://[!-~]+")
_SAID = {"braces": "hall.bad_braces", "field": "hall.sms_field", "too_long": "hall.sms_too_long"}


def read_sms(table: Table, languages: Sequence[str]) -> SmsTexts:
    """Return the text messages of a table; what it does not say is as usual."""
    usual = SmsTexts()
    kinds = {kind.value: _kind(table, kind, usual.of(kind)) for kind in MessageKind}
    return SmsTexts(
        languages=_languages(table, languages),
        ahead=table.count("ahead", usual.ahead, least=1, most=AHEAD_MOST),
        recalls=table.flag("recalls", default=usual.recalls),
        page=_page(table),
        **kinds,
    )


def check_sms(table: Table, hall: Hall) -> None:
    """Every text of the table fits into one message with the longest values of this hall."""
    for kind in MessageKind:
        for language, text in hall.sms.of(kind).words.items():
            for mistake in template_mistakes(text, longest_values(hall, kind, language)):
                place = (*table.at(kind.value), language)
                table.findings.add(
                    place, _SAID[mistake.key], name=f"{kind.value}.{language}", **mistake.params
                )


def sms_values(texts: SmsTexts) -> dict[str, Any]:
    """Return what a hall file says of text messages that are not the usual ones."""
    usual = SmsTexts()
    values: dict[str, Any] = {"languages": texts.languages} if texts.languages else {}
    for name in ("ahead", "recalls", "page"):
        if getattr(texts, name) != getattr(usual, name):
            values[name] = getattr(texts, name)
    for kind in MessageKind:
        own, plain = texts.of(kind), usual.of(kind)
        switch = {} if own.on == plain.on else {"on": own.on}
        if said := switch | dict(own.words):
            values[kind.value] = said
    return values


def _kind(table: Table, kind: MessageKind, usual: SmsText) -> SmsText:
    inner = table.inner(kind.value, 'words and a switch, e.g. { on = true, zh = "请{number}号" }')
    if inner is None:
        return usual
    on = inner.flag("on", default=usual.on)
    # A blank text is a mistake of its own: nothing is not what somebody wants sent.
    words = {each: inner.text(each, "words") for each in LANGUAGES if inner.has(each)}
    inner.asked |= set(LANGUAGES)
    inner.finish()
    return SmsText(on, {language: text for language, text in words.items() if text.strip()})


def _languages(table: Table, halls: Sequence[str]) -> tuple[str, ...]:
    if not table.has("languages"):
        return ()
    found = table.languages()
    for language in found:
        if halls and language not in halls:
            table.mistake("languages", "hall.unknown_language", found=language, **nearest(language, halls))
    return tuple(each for each in found if each in halls)


def _page(table: Table) -> str:
    found = table.text("page", 'an address, e.g. "https://hall.example/t/"', default="")
    if found and not _PAGE.fullmatch(found):
        table.mistake("page", "hall.bad_address", found=found)
        return ""
    return found
