"""What a device file says of a provider's gateway, checked whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any

from hardware.sms.gateway_settings import GatewayRefused, GatewaySettings


def gateway_settings(table: Mapping[str, Any]) -> GatewaySettings:
    """Read a gateway's table.

    Raises:
        ValueError: Every mistake of the table, one a line; no secret is in it.
    """
    mistakes: list[str] = []
    values: dict[str, Any] = {}
    for name, value in table.items():
        if name not in _READERS:
            mistakes.append(f"unknown {name!r}; known: {', '.join(_READERS)}")
            continue
        try:
            values[name] = _READERS[name](value)
        except ValueError as error:
            mistakes.append(f"{name} must be {error}")
    if "url" not in table:
        mistakes.append("url is missing: where the provider takes messages")
    if mistakes:
        raise ValueError("\n".join(mistakes))
    try:
        return GatewaySettings(**values)
    except GatewayRefused as refused:
        raise ValueError("\n".join(refused.mistakes)) from refused


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("a text")
    return value


def _headers(value: object) -> Mapping[str, str]:
    if not isinstance(value, dict) or not all(isinstance(each, str) for each in value.values()):
        raise ValueError('names and texts, e.g. { Authorization = "Bearer ..." }')
    return dict(value)


def _statuses(value: object) -> tuple[int, ...]:
    if not isinstance(value, list) or not all(type(each) is int and 100 <= each <= 599 for each in value):
        raise ValueError("a list of HTTP statuses, e.g. [200]")
    return tuple(value)


def _seconds(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise ValueError("a number of seconds")
    return float(value)


_OTHERS: Mapping[str, Callable[[object], Any]] = {
    "headers": _headers,
    "success": _statuses,
    "busy_statuses": _statuses,
    "timeout_s": _seconds,
}
_READERS = {each.name: _OTHERS.get(each.name, _text) for each in fields(GatewaySettings)}
