"""Five halls, each lived through by its people over HTTP, against a real core (docs/stories.md)."""

import pytest

# What a person or a board expects is told in full when it does not come.
pytest.register_assert_rewrite("tests.system.stories.people", "tests.system.stories.board")
