"""What comes back from the core: an answer, a refusal, or nothing at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Answer:
    """The core did it.

    Attributes:
        body: The JSON object of the answer; empty where what is known already still holds.
        tag: The answer's ``ETag``: as long as it is the same, so is the body. Empty where it has none.
    """

    body: Mapping[str, Any]
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """A rule of the hall said no; a person is told why.

    Attributes:
        key: Stable message key (``"window.not_open"``); the screens translate it.
        params: Values for the translated sentence.
        status: HTTP status.
    """

    key: str
    params: Mapping[str, Any] = field(default_factory=dict)
    status: int = 409


@dataclass(frozen=True, slots=True)
class Unreachable:
    """No answer came, also not when asked again with the same key: whether it was done is not known.

    Attributes:
        detail: What the network said, for the log.
    """

    detail: str


Reply = Answer | Refused | Unreachable
