"""Keypads and raters: our own line protocol, an adapter for those of others, and number pads."""
