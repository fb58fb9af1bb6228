"""Options of a program that uses the devices of a machine; on their own, as the command line loads them."""

from __future__ import annotations

import argparse
import platform
from pathlib import Path


def add_devices(parser: argparse.ArgumentParser, *, required: bool, use: str) -> None:
    """Where the device file is, and how the core knows the machine."""
    parser.add_argument(
        "--devices",
        metavar="FILE",
        type=Path,
        required=required,
        help=f"this machine's device file: {use}",
    )
    parser.add_argument(
        "--machine",
        metavar="NAME",
        default=platform.node() or "machine",
        help="how the staff knows this machine (default: its network name)",
    )
