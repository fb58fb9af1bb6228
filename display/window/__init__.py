"""The screen above a window, or above several that stand side by side."""
