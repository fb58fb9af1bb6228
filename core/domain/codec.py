"""Frozen values as plain JSON values and back, by their annotations.

A field that the JSON lacks takes its default: a description kept by an older program stays readable.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime, time
from enum import Enum
from functools import lru_cache
from json import JSONEncoder
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from core.domain.clock import from_text, to_text

T = TypeVar("T")

json_text = JSONEncoder(ensure_ascii=False).encode
"""Writes plain JSON values as text; ``json.dumps`` makes an encoder anew each time."""


def to_json(value: Any) -> Any:
    """Return dataclasses as objects, tuples as lists, times as text: what :func:`from_json` reads."""
    match value:
        case None | bool() | int() | float() | str() if not isinstance(value, Enum):
            return value
        case Enum():
            return value.value
        case datetime():
            return to_text(value)
        case date():
            return value.isoformat()
        case time():
            return value.strftime("%H:%M")
        case Mapping():
            return {key: to_json(each) for key, each in value.items()}
        case tuple() | list():
            return [to_json(each) for each in value]
        case _ if is_dataclass(value):
            return {each.name: to_json(getattr(value, each.name)) for each in fields(value)}
    raise TypeError(f"no JSON for {type(value).__name__}")


def from_json(kind: type[T], json: Any) -> T:
    """Return the value of type ``kind`` that :func:`to_json` wrote.

    Raises:
        ValueError: The JSON lacks a field that has no default.
    """
    read: T = _read(kind, json)
    return read


def _read(kind: Any, json: Any) -> Any:
    if is_dataclass(kind):
        assert isinstance(kind, type)
        return _read_fields(kind, json)
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        inner = next(each for each in get_args(kind) if each is not NoneType)
        return None if json is None else _read(inner, json)
    if origin is Mapping and get_args(kind)[1] is not str:
        return {key: _read(get_args(kind)[1], each) for key, each in json.items()}
    if origin is tuple:
        return _read_tuple(get_args(kind), json)
    if kind is datetime:
        return from_text(json)
    if kind in (date, time):
        return kind.fromisoformat(json)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(json)
    return json


def _read_tuple(kinds: tuple[Any, ...], json: Any) -> tuple[Any, ...]:
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        return tuple(_read(kinds[0], each) for each in json)
    return tuple(_read(kind, each) for kind, each in zip(kinds, json, strict=True))


def _read_fields(kind: type, json: Mapping[str, Any]) -> Any:
    values = {}
    for each, hint in _hints(kind):
        if each.name in json:
            values[each.name] = _read(hint, json[each.name])
        elif each.default is MISSING and each.default_factory is MISSING:
            raise ValueError(f"{kind.__name__} lacks {each.name}")
    return kind(**values)


@lru_cache(maxsize=256)
def _hints(kind: type) -> tuple[tuple[Field[Any], Any], ...]:
    hints = get_type_hints(kind)
    return tuple((each, hints[each.name]) for each in fields(kind))
