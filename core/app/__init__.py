"""Use cases: one function each, run inside one transaction."""
