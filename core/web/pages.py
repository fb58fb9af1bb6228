"""Pages as a browser gets them: templates that escape what they are given, and headers that allow little."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fastapi.responses import HTMLResponse

if TYPE_CHECKING:
    from jinja2 import Environment

_FOLDER = Path(__file__).parent / "templates"


def page(name: str, **values: Any) -> str:
    """Return a page made from a template; called on a worker thread, for the first one takes 0.1 s."""
    return _templates().get_template(name).render(values)


def answer(html: str, status: int = 200, **headers: str) -> HTMLResponse:
    """Return a page as an answer that nobody keeps, and that can do nothing but what is on it."""
    return HTMLResponse(html, status, headers={**_headers(), **headers})


@cache
def _templates() -> Environment:
    # With the first page, not with the start: the core's start does not wait for it.
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    made = Environment(
        loader=FileSystemLoader(_FOLDER), autoescape=True, undefined=StrictUndefined, auto_reload=False
    )
    # Our own files, which are not to be escaped.
    made.globals.update(style=Markup(_file("style.css")), script=Markup(_file("phone.js")))  # noqa: S704
    made.filters["dialled"] = _dialled
    return made


@cache
def _headers() -> dict[str, str]:
    style, script = (_hash(_file(name)) for name in ("style.css", "phone.js"))
    return {
        "Cache-Control": "no-store",
        # The address of the page is the visitor's secret.
        "Referrer-Policy": "no-referrer",
        "X-Robots-Tag": "noindex",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": f"default-src 'none'; style-src '{style}'; script-src '{script}'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    }


@cache
def _file(name: str) -> str:
    return (_FOLDER / name).read_text("utf-8")


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _dialled(phone: str) -> str:
    """Return what a telephone dials: digits, and what stands for itself."""
    return "".join(each for each in phone if each in "0123456789+*#,;")
