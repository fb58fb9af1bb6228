"""The list of what can be collected (领证): a screen of its own, and a part of a board."""
