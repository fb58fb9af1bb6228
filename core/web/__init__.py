"""Pages for a browser: the visitor's phone page, the director's desk, the set-up."""
