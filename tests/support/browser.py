"""A browser of a few lines: reads a page as a person without JavaScript has it, and fills in its form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlencode

VOID = {"meta", "input", "br", "link", "img"}
UNSEEN = {"style", "script", "title", "head", "noscript"}


@dataclass
class Form:
    """A form of a page.

    Attributes:
        fields: Name, value and whether it is sent as the page comes.
    """

    action: str
    method: str
    fields: list[tuple[str, str, bool]] = field(default_factory=list)

    def filled(self, **values: str | Sequence[str]) -> bytes:
        """Return what a browser sends after a person has filled it in; only what is there can be chosen."""
        sent = [(name, value) for name, value, chosen in self.fields if chosen and name not in values]
        for name, given in values.items():
            for value in [given] if isinstance(given, str) else given:
                assert any(
                    each == name and (name == "text" or value == known) for each, known, _ in self.fields
                ), (name, value)
                sent.append((name, value.replace("\n", "\r\n")))
        return urlencode(sent).encode()


class Page(HTMLParser):
    """A page that was read.

    Attributes:
        lang: Its language.
        title: What the browser's tab says.
        texts: What is seen, in order.
        links: Addresses by what they say.
        form: Its form, if it has one.
        refresh_s: After how long a browser without JavaScript asks again.
        parts: Each element's attributes with its name, in order.
    """

    def __init__(self, html: str) -> None:
        super().__init__()
        self.lang = ""
        self.title = ""
        self.texts: list[str] = []
        self.links: dict[str, str] = {}
        self.form: Form | None = None
        self.refresh_s: int | None = None
        self.parts: list[tuple[str, dict[str, str]]] = []
        self._open: list[str] = []
        self._link: list[str] | None = None
        self._href = ""
        self.feed(html)
        self.close()
        assert not self._open, f"never closed: {self._open}"

    @property
    def text(self) -> str:
        """Everything that is seen."""
        return " ".join(" ".join(self.texts).split())

    def find(self, name: str, **wanted: str) -> list[dict[str, str]]:
        """Return the attributes of the elements of that name that have those."""
        return [
            found
            for each, found in self.parts
            if each == name and all(found.get(key) == value for key, value in wanted.items())
        ]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.parts.append((tag, given))
        if tag not in VOID and not (self._open and self._open[-1] == "svg" and tag != "svg"):
            self._open.append(tag)
        if tag == "html":
            self.lang = given["lang"]
        elif tag == "meta" and given.get("http-equiv") == "refresh":
            self.refresh_s = int(given["content"])
        elif tag == "a":
            self._link, self._href = [], given["href"]
        else:
            self._field(tag, given)

    def _field(self, tag: str, given: dict[str, Any]) -> None:
        if tag == "form":
            self.form = Form(given["action"], given["method"])
        elif tag == "input" and self.form is not None:
            self.form.fields.append((given["name"], given["value"], "checked" in given))
        elif tag == "textarea" and self.form is not None:
            self.form.fields.append((given["name"], "", True))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.parts.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag, f"{tag} is closed where it is not open"
        if tag == "a" and self._link is not None:
            self.links[" ".join(self._link)] = self._href
            self._link = None

    def handle_data(self, data: str) -> None:
        said = " ".join(data.split())
        if not said:
            return
        if "title" in self._open:
            self.title = said
        if self._open and self._open[-1] == "textarea" and self.form is not None:
            name, _, chosen = self.form.fields.pop()
            self.form.fields.append((name, data.removeprefix("\n"), chosen))
        if UNSEEN & set(self._open):
            return
        self.texts.append(said)
        if self._link is not None:
            self._link.append(said)
