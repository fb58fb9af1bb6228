"""Scenes of a machine that asks to join: a code on a screen on which nothing is typed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from core.client.port import Link
from core.domain.hall import Hall
from core.domain.screen import FaceKind, Screen
from display.clockwork import Clockwork
from display.pairing.face import PairingFace
from display.pairing.joining import Joining
from display.pairing.state import Stand
from display.words import Speak
from hallcall.pictures.wall import Scene, Wall

MACHINE = "tv-west"
FORMS = ("wide", "tall", "small")


class _Standing(Joining):
    """One that asks nobody, and is told how it stands."""

    def start(self) -> None:
        """Ask nobody."""

    def stand(self, **heard: Any) -> None:
        """Show how it stands."""
        self._update(replace(self._inputs, **heard))


def _page(link: Link, _screen: Screen, speak: Speak, _clockwork: Clockwork) -> PairingFace:
    return PairingFace(_Standing(link.url, MACHINE, speak))


def _any_screen(_hall: Hall) -> Screen:
    return Screen()


def _scene(name: str, **heard: Any) -> Scene:
    def play(wall: Wall) -> None:
        wall.app.face.joining.stand(**heard)  # type: ignore[attr-defined]
        wall.settle()

    return Scene(f"pairing-{name}", play, _any_screen, forms=FORMS, faces={FaceKind.BOARD: _page})


def _scenes() -> Iterator[Scene]:
    code = {"stand": Stand.SHOWN, "code": "482173"}
    yield _scene("connecting")
    yield _scene("code", **code)
    yield _scene("refused", stand=Stand.REFUSED)
    yield _scene("full", stand=Stand.FULL)
    yield _scene("not-reached", **code, reached=False)


SCENES = tuple(_scenes())
