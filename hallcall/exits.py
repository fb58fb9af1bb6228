"""Exit codes of every command, and how its log looks."""

DONE, FAILED, WRONG_USE = 0, 1, 2

LOG_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class WrongSetting(Exception):
    """An environment variable holds what cannot be used; the text says which, and what to do."""
