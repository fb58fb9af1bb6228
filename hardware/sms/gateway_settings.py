"""How a hall's SMS provider wants to be asked over HTTP; checked whole before the first message."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from string import Template
from urllib.parse import quote, urlsplit

from hardware.sms.ports import Message

_FIELDS = {"number", "international", "text", "id"}
_SAMPLE = {"number": "13800138000", "international": "+8613800138000", "text": '"\\\n', "id": "m1"}
_HEADER = re.compile(r"^[!#$%&'*+.^_`|~0-9A-Za-z-]+$")  # RFC 9110, 5.6.2
_JSON, _FORM = "application/json", "application/x-www-form-urlencoded"
_ESCAPES: dict[str, Callable[[str], str]] = {
    _JSON: lambda value: json.dumps(value)[1:-1],
    _FORM: lambda value: quote(value, safe=""),
}


class GatewayRefused(ValueError):
    """Settings that cannot work; no secret of theirs is in the sentence.

    Attributes:
        key: Stable message key.
        mistakes: A sentence each.
    """

    key = "sms.gateway_settings"

    def __init__(self, mistakes: list[str]) -> None:
        super().__init__("; ".join(mistakes))
        self.mistakes = mistakes


@dataclass(frozen=True)
class GatewaySettings:
    r"""One provider. In address and body stand ``${number}`` (11 digits), ``${international}`` (with +86),
    ``${text}`` and ``${id}``, escaped as the place needs; ``$$`` is a dollar sign.

    Attributes:
        headers: With a body its ``Content-Type`` says how it is escaped: JSON or a form.
        body: E.g. ``{"mobile": "${number}", "content": "${text}"}``.
        success: Statuses of an answer that is worth reading.
        sent_when: Regular expression found in the answer to a message that was taken; a group in it is the
            provider's own number of it. ``""``: the status says it all.
        busy_when: The same for an answer that asks to try again later; ``""``: none does.
        code: Regular expression whose group is the provider's code in an answer that refuses, for the log,
            e.g. ``"code":\s*"?(\w+)``. An answer in which neither this nor ``sent_when`` is found is not
            understood, and nobody can tell whether the message was taken.
        busy_statuses: Statuses that ask to try again later and surely sent nothing.
        idempotency_header: Header that carries the message's id, where the provider promises that a repeat of
            it is not sent again; ``""``: none. Only then is a message tried again whose answer was lost.
        timeout_s: For connecting, and again for the whole answer.
        ca_file: Certificates of a provider's own authority.
    """  # noqa: D205 - the first sentence needs its list

    url: str = field(repr=False)
    method: str = "POST"
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    body: str = field(default="", repr=False)
    success: tuple[int, ...] = (200, 201, 202)
    sent_when: str = ""
    busy_when: str = ""
    code: str = ""
    busy_statuses: tuple[int, ...] = (429, 503)
    idempotency_header: str = ""
    timeout_s: float = 10.0
    ca_file: str | None = None

    def __post_init__(self) -> None:
        """Check them.

        Raises:
            GatewayRefused: With every mistake at once.
        """
        mistakes = [*_address(self.url), *_headers(self), *_patterns(self), *_templates(self)]
        if self.timeout_s <= 0:
            mistakes.append("timeout_s must be more than 0")
        if not re.fullmatch("[A-Z]+", self.method):
            mistakes.append("method is one word in capitals, as POST")
        if not mistakes and self.content_type == _JSON and self.body:
            mistakes += _json(self.render_body(_SAMPLE))
        if mistakes:
            raise GatewayRefused(mistakes)

    @property
    def content_type(self) -> str:
        """The kind of the body, in small letters and without its character set."""
        for name, value in self.headers.items():
            if name.lower() == "content-type":
                return value.partition(";")[0].strip().lower()
        return _JSON

    def render_url(self, values: Mapping[str, str]) -> str:
        """Return the address with values, each escaped for an address."""
        return Template(self.url).substitute({name: quote(value, safe="") for name, value in values.items()})

    def render_body(self, values: Mapping[str, str]) -> str:
        """Return the body with values, each escaped as the body's kind needs."""
        escape = _ESCAPES[self.content_type]
        return Template(self.body).substitute({name: escape(value) for name, value in values.items()})


def values_of(message: Message) -> dict[str, str]:
    """Return what can stand in an address or a body."""
    return {
        "number": message.number.removeprefix("+86"),
        "international": message.number,
        "text": message.text,
        "id": message.id,
    }


def _address(url: str) -> list[str]:
    try:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            return ["url must begin with http:// or https:// and a host"]
        if parts.port == 0 or "$" in parts.netloc:
            return ["the host and port of the url are fixed"]
    except ValueError:
        return ["the port of the url is no port"]
    if re.search(r"[^!-~]", url):
        return ["the url holds a space or a sign that must be escaped (%E4 and the like)"]
    return []


def _headers(settings: GatewaySettings) -> list[str]:
    names = [*settings.headers, *([settings.idempotency_header] if settings.idempotency_header else [])]
    mistakes = [f"{name!r} is no header's name" for name in names if not _HEADER.match(name)]
    mistakes += [
        f"the header {name} holds a sign that no header may hold"
        for name, value in settings.headers.items()
        if not re.fullmatch(r"[ -~]*", value)
    ]
    if settings.content_type not in _ESCAPES:
        mistakes.append(f"Content-Type is {_JSON} or {_FORM}, not {settings.content_type}")
    return mistakes


def _patterns(settings: GatewaySettings) -> list[str]:
    mistakes = []
    for name in ("sent_when", "busy_when", "code"):
        try:
            pattern = re.compile(getattr(settings, name))
        except re.error as error:
            mistakes.append(f"{name} is no regular expression: {error}")
            continue
        if name == "code" and settings.code and not pattern.groups:
            mistakes.append("code needs a group, the part in parentheses that is the provider's code")
    return mistakes


def _templates(settings: GatewaySettings) -> list[str]:
    mistakes = []
    for name, text in (("url", settings.url), ("body", settings.body)):
        if not Template(text).is_valid():
            mistakes.append(f"{name}: a $ that begins no field; a dollar sign is $$")
        elif unknown := sorted(set(Template(text).get_identifiers()) - _FIELDS):
            known = ", ".join(f"${{{one}}}" for one in sorted(_FIELDS))
            mistakes.append(f"{name}: unknown field {', '.join(unknown)}; known are {known}")
    return mistakes


def _json(body: str) -> list[str]:
    try:
        json.loads(body)
    except ValueError as error:
        return [f"body is no JSON: {str(error).partition(':')[0]}; fields stand inside quotes"]
    return []
