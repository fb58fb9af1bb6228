"""A layout as it would look, while it is being written."""
