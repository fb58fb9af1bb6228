"""A core asked by a command over HTTP; what it refuses, in words."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

TIMEOUT_S = 60
"""A busy core reads the largest of halls in a few seconds."""

_HOW_TO = "a token is made by 'hallcall token ROLE' on the core's machine, given as --token or HALLCALL_TOKEN"
_ADVICE = {
    "auth.required": _HOW_TO,
    "auth.denied": f"this needs another role's token; {_HOW_TO}",
}
"""What to do about a refusal, where its sentence leaves that open."""


class Refused(Exception):
    """The hall said no; the text says why, and what to do.

    Attributes:
        key: Stable message key, e.g. ``"hall.in_use"``.
        params: Its values.
    """

    def __init__(self, key: str, params: Mapping[str, Any], detail: str = "") -> None:
        super().__init__(_sentence(key, params, detail))
        self.key = key
        self.params = params


class Unreachable(Exception):
    """There is no such core, or no hall in the folder; the text says which, and what to do."""


@dataclass(frozen=True, slots=True)
class OverHttp:
    """The hall of a running core.

    Attributes:
        url: Where the core is, e.g. ``http://10.0.0.5:8400``.
        token: What it knows the asker by.
    """

    url: str
    token: str

    def file(self) -> str:
        """Ask for the hall file."""
        return self.ask("GET", "/api/hall/file").decode("utf-8")

    def take(self, text: str, moves: Mapping[str, str]) -> dict[str, Any]:
        """Send a hall file."""
        answer: dict[str, Any] = json.loads(
            self.ask("PUT", "/api/hall", {"file": text, "moves": dict(moves)})
        )
        return answer

    def get(self, path: str) -> Any:
        """Return the answer to a question that changes nothing.

        Raises:
            Refused: The core said no.
            Unreachable: There is no core.
        """
        return json.loads(self.ask("GET", path))

    def ask(self, method: str, path: str, body: Mapping[str, Any] | None = None) -> bytes:
        """Return what the core answers.

        Raises:
            Refused: The core said no.
            Unreachable: There is no core.
        """
        headers = {"Content-Type": "application/json", "Authorization": f"Bearer {self.token}"}
        data = None if body is None else json.dumps(body).encode()
        # The core is on the LAN: the way there is no proxy's, whatever the environment says.
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            request = urllib.request.Request(f"{self.url}{path}", data, headers, method=method)  # noqa: S310
            with opener.open(request, timeout=TIMEOUT_S) as answer:
                read: bytes = answer.read()
                return read
        except urllib.error.HTTPError as error:
            with error:
                raise _refused(error) from error
        except (OSError, ValueError) as error:
            reason = getattr(error, "reason", error)
            said = getattr(reason, "strerror", None) or reason
            raise Unreachable(f"the core does not answer at {self.url}: {said}") from error


def _refused(error: urllib.error.HTTPError) -> Exception:
    try:
        problem = json.load(error)
        return Refused(problem["key"], problem["params"], problem.get("detail", ""))
    except (ValueError, KeyError, TypeError):
        return Unreachable(f"{error.url} is no core: it answers {error.code}")


def _sentence(key: str, params: Mapping[str, Any], detail: str) -> str:
    """Return a refusal in words; its key stands beside them, for whoever looks it up."""
    if key == "request.invalid":
        # ``body.pin`` is the PIN: where the value stood in the request says nothing to a person.
        fields = (f"{each['field'].rpartition('.')[2]}: {each['message']}" for each in params["fields"])
        return "; ".join(fields)
    plain = {name: value for name, value in params.items() if not isinstance(value, dict | list)}
    values = ", ".join(f"{name} {value}" for name, value in plain.items())
    beside = f"({key}{f': {values}' if values else ''})"
    said = f"{detail.rstrip('.')} {beside}" if detail else f"{key} {dict(params)}"
    return f"{said}; {_ADVICE[key]}" if key in _ADVICE else said
