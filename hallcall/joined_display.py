"""``hallcall display`` at work: with a token that it was given, or with one that it joined for."""

from __future__ import annotations

import argparse
import socket
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QScreen

from core.client.link import CoreLink
from core.domain.errors import ShowsRefused
from core.domain.screen import Screen
from core.domain.shows import read_shows
from display.app import DisplayApp, Wanted
from display.monitors import Monitors
from display.pairing.joining import Joining
from display.pairing.kept import Joined, Kept
from display.pairing.program import PairedDisplay
from hallcall.display_options import faces_with, media_desk, says_what, wanted_screens
from hallcall.folders import data_folder
from hallcall.voice_options import loudspeakers, voice_for

HEARTBEAT_MS = 900
"""Two of them and the screen says that it is not live: within the 2 s that a public screen has for it."""

End = Callable[[], None]


def show_display(
    args: argparse.Namespace,
    token: str,
    wanted: tuple[Wanted, ...],
    turned_away: Callable[[], None] | None = None,
) -> End:
    """Show screens, with a voice if that is wanted; return what ends them.

    Args:
        turned_away: Called when the core does not know the token any more.
    """
    link = CoreLink(args.core, token, heartbeat_ms=HEARTBEAT_MS)
    if turned_away is not None:
        link.turned_away.connect(turned_away)
    settings = loudspeakers(args.devices, _zone(wanted)) if args.voice else None
    desk = media_desk(args, voice=bool(settings))
    display = DisplayApp(
        link,
        *wanted,
        size=QSize(*args.size),
        fonts=args.fonts,
        monitor=args.monitor,
        faces=faces_with(desk),
    )
    display.show(full_screen=args.full_screen)
    stack = ExitStack()
    stack.callback(display.deleteLater)
    stack.callback(link.deleteLater)
    stack.callback(display.close)
    if settings:
        from hallcall.agents.voice_at_work import DUCK_S

        voice = voice_for(args, link, settings, stack, lead_s=DUCK_S)
        voice.announcer.speaking_changed.connect(desk.set_speaking)
    return stack.close


def joined_display(args: argparse.Namespace, joining: Callable[..., Joining] = Joining) -> End:
    """Show what the machine joined for, or ask to join; return what ends it.

    Args:
        joining: Makes what asks.
    """
    paired = PairedDisplay(
        Kept(args.state or data_folder() / "display"),
        lambda joined, away: show_display(args, joined.token, _wanted(args, joined), away),
        core=args.core,
        machine=socket.gethostname(),
        size=QSize(*args.size),
        choose=partial(_monitor, Monitors(), args.monitor),
        full_screen=args.full_screen,
        joining=joining,
    )
    paired.start()
    return paired.close


def _wanted(args: argparse.Namespace, joined: Joined) -> tuple[Wanted, ...]:
    """Return what is shown: as the command says, else as was said when the machine joined."""
    if says_what(args):
        return wanted_screens(args)
    try:
        return read_shows(joined.shows) or (joined.name,)
    except ShowsRefused:
        # Kept by another version: the screen's name is the best there is.
        return (joined.name,)


def _zone(wanted: tuple[Wanted, ...]) -> str | None:
    zones = {each.zone for each in wanted if isinstance(each, Screen)}
    return (zones.pop() or None) if len(zones) == 1 else None


def _monitor(monitors: Monitors, wanted: str) -> QScreen | None:
    return monitors.of(0, wanted) if wanted else QGuiApplication.primaryScreen()
