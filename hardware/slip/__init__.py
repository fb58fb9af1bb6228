"""The slip a visitor takes: what is on it, and the painter that makes a printer's picture of it."""
