"""Exit codes of every command."""

DONE, FAILED, WRONG_USE = 0, 1, 2
