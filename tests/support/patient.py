"""Waiting in a Qt loop as long as a loaded machine may need: a condition ends it, hardly ever the time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

PATIENT_MS = 30_000
"""The least that is waited before something that should come has not come."""


class PatientBot(QtBot):
    """pytest-qt's bot, which by itself gives up after five seconds; no shorter time than ours counts."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENT_MS) -> None:
        """Wait until ``callback`` says that it is so."""
        super().waitUntil(callback, timeout=max(timeout, PATIENT_MS))

    def waitSignal(self, signal: Any, *, timeout: int = PATIENT_MS, **more: Any) -> Any:
        """Wait for a signal."""
        return super().waitSignal(signal, timeout=_patient(timeout, more), **more)

    def waitSignals(self, signals: list[Any], *, timeout: int = PATIENT_MS, **more: Any) -> Any:
        """Wait for every one of some signals."""
        return super().waitSignals(signals, timeout=_patient(timeout, more), **more)

    def waitExposed(self, widget: QWidget, *, timeout: int = PATIENT_MS) -> Any:
        """Wait until a window is on the screen."""
        return super().waitExposed(widget, timeout=max(timeout, PATIENT_MS))


def _patient(timeout: int, more: Mapping[str, Any]) -> int:
    """Return how long to wait; where nothing is to come (``assertNotEmitted``) that is not lengthened."""
    return timeout if more.get("raising") is False else max(timeout, PATIENT_MS)
