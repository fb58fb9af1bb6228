"""Answer models made of the domain's dataclasses: their fields, and what their docstrings say of them."""

from __future__ import annotations

import inspect
import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, ConfigDict, Field, create_model

_TEXT = {
    time: Annotated[str, Field(pattern=r"^\d\d:\d\d$", examples=["09:00"], description="Hour and minute.")],
    date: Annotated[str, Field(json_schema_extra={"format": "date"}, examples=["2026-11-23"])],
    datetime: Annotated[str, Field(json_schema_extra={"format": "date-time"})],
}


@cache
def described(kind: type) -> type[BaseModel]:
    """Return the model of what :func:`core.domain.codec.to_json` makes of a dataclass."""
    said = _attributes(kind)
    hints = get_type_hints(kind)
    shown: dict[str, Any] = {
        each.name: (_json_type(hints[each.name], kind), Field(description=said.get(each.name)))
        for each in fields(kind)
    }
    config = ConfigDict(extra="forbid", defer_build=True)
    return create_model(kind.__name__, __config__=config, __doc__=_first_line(kind), **shown)


def _json_type(hint: Any, inside: type) -> Any:
    """Return the type of a field; a dataclass may hold others of its own kind."""
    if hint in _TEXT:
        return _TEXT[hint]
    if hint is inside:
        return inside.__name__  # pydantic finds a model by its own name
    if is_dataclass(hint):
        assert isinstance(hint, type)
        return described(hint)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return _json_type(next(each for each in inner if each is not NoneType), inside) | None
    if origin is tuple:
        return list[_json_type(inner[0], inside)]  # type: ignore[misc]
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return dict[str, _json_type(inner[1], inside)]  # type: ignore[misc]
    return hint


def _first_line(kind: type) -> str:
    return (kind.__doc__ or "").strip().partition("\n")[0]


def _attributes(kind: type) -> dict[str, str]:
    """Return what the ``Attributes:`` of a docstring say of each field."""
    _, _, listed = inspect.cleandoc(kind.__doc__ or "").partition("Attributes:\n")
    found = re.findall(r"^    (\w+): (.+(?:\n {8}.+)*)", listed, re.MULTILINE)
    return {name: re.sub(r"\s+", " ", words).replace("``", "`") for name, words in found}
