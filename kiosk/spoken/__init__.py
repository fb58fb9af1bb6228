"""Every page spoken, and operable by a pad of twelve keys."""
