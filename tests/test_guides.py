"""What the guides say exists: links, headings, commands and their options."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from hallcall.cli import COMMANDS, _parser

ROOT = Path(__file__).parent.parent
GUIDES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
COMMAND = re.compile(r"hallcall ([a-z]+)\b([^`|]*)")


@cache
def headings(page: Path) -> frozenset[str]:
    """Return the anchors of a page as they are made of its headings."""
    text = re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.DOTALL)
    found = (re.sub(r"[^\w\- ]", "", each.strip().lower()) for each in re.findall(r"^#+ (.*)$", text, re.M))
    return frozenset(each.replace(" ", "-") for each in found)


@pytest.mark.parametrize("page", GUIDES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_of_a_guide_leads_somewhere(page: Path) -> None:
    for link in re.findall(r"\]\(([^)\s]+)\)", page.read_text("utf-8")):
        if re.match(r"https?:", link):
            continue
        path, _, anchor = link.partition("#")
        target = page.parent / path if path else page
        assert target.exists(), link
        assert not anchor or anchor in headings(target.resolve()), link


@cache
def options() -> dict[str, frozenset[str]]:
    """Return the options of every command, those of its acts among them."""
    choices = _choices(_parser(COMMANDS))
    return {name: frozenset(_options(parser)) for name, parser in choices.items()}


def _choices(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            return dict(action.choices)
    return {}


def _options(parser: argparse.ArgumentParser) -> Iterator[str]:
    for action in parser._actions:
        yield from action.option_strings
    for inner in _choices(parser).values():
        yield from _options(inner)


@pytest.mark.parametrize("page", GUIDES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_option_that_a_guide_names_is_there(page: Path) -> None:
    for line in page.read_text("utf-8").splitlines():
        for name, rest in COMMAND.findall(line):
            if name not in options():
                continue
            own = rest.split("hallcall ")[0]
            named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", own))
            assert named <= options()[name], f"{name}: {named - options()[name]}"
