"""The calls of the LAN contract (DESIGN.md 7)."""
