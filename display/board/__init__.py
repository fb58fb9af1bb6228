"""The board: the latest calls of a zone or of the whole hall."""
