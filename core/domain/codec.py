"""Frozen values as plain JSON values and back, by their annotations.

A field that the JSON lacks takes its default: a description kept by an older program stays readable.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime, time
from enum import Enum
from functools import lru_cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from core.domain.clock import from_text, to_text

T = TypeVar("T")
_Read = Callable[[Any], Any]
_Write = Callable[[Any], Any]


def to_json(value: Any) -> Any:
    """Return dataclasses as objects, tuples as lists, times as text: what :func:`from_json` reads."""
    kind: Any = type(value)
    return _writer(kind)(value)


@lru_cache(maxsize=1024)
def _writer(kind: Any) -> _Write:
    """Return what writes values of exactly this kind; made once a kind, as what reads them."""
    if issubclass(kind, Enum):
        return lambda value: value.value
    if issubclass(kind, (NoneType, bool, int, float, str)):
        return _as_it_is
    if issubclass(kind, datetime):
        return to_text
    if issubclass(kind, date):
        day: _Write = kind.isoformat
        return day
    if issubclass(kind, time):
        return lambda value: value.strftime("%H:%M")
    if issubclass(kind, Mapping):
        return lambda value: {key: to_json(each) for key, each in value.items()}
    if issubclass(kind, (tuple, list)):
        return lambda value: [to_json(each) for each in value]
    if is_dataclass(kind):
        names = [each.name for each in fields(kind)]
        return lambda value: {name: to_json(getattr(value, name)) for name in names}
    raise TypeError(f"no JSON for {kind.__name__}")


def from_json(kind: type[T], json: Any) -> T:
    """Return the value of type ``kind`` that :func:`to_json` wrote.

    Raises:
        ValueError: The JSON lacks a field that has no default.
    """
    asked: Any = kind
    value: T = _reader(asked)(json)
    return value


@lru_cache(maxsize=1024)
def _reader(kind: Any) -> _Read:
    """Return what reads JSON as ``kind``; made once a kind: a hall is thousands of values of a few kinds."""
    if is_dataclass(kind):
        assert isinstance(kind, type)
        return _fields_reader(kind)
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        read = _reader(next(each for each in inner if each is not NoneType))
        return lambda json: None if json is None else read(json)
    if origin is Mapping and inner[1] is not str:
        read = _reader(inner[1])
        return lambda json: {key: read(each) for key, each in json.items()}
    if origin is tuple:
        return _tuple_reader(inner)
    if kind is datetime:
        return from_text
    if kind in (date, time):
        of_text: _Read = kind.fromisoformat
        return of_text
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    return _as_it_is


def _tuple_reader(kinds: tuple[Any, ...]) -> _Read:
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        read = _reader(kinds[0])
        if read is _as_it_is:
            return tuple
        return lambda json: tuple([read(each) for each in json])
    reads = tuple(map(_reader, kinds))
    return lambda json: tuple(read(each) for read, each in zip(reads, json, strict=True))


def _fields_reader(kind: type) -> _Read:
    hints = get_type_hints(kind)
    needed = [each.name for each in fields(kind) if MISSING is each.default is each.default_factory]
    reads: dict[str, _Read] = {}

    def read_fields(json: Mapping[str, Any]) -> Any:
        if not reads:
            # Not before the first value: a kind may hold itself.
            reads.update((each.name, _reader(hints[each.name])) for each in fields(kind))
        for name in needed:
            if name not in json:
                raise ValueError(f"{kind.__name__} lacks {name}")
        return kind(**{name: read(json[name]) for name, read in reads.items() if name in json})

    return read_fields


def _as_it_is(json: Any) -> Any:
    return json
