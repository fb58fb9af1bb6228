"""What the bench and the screen it watches both know; the screen's side imports nothing else of the bench."""

CLERK = "HALLCALL_BENCH_CLERK"
"""Environment variable that says who signs in at a caller: ``number/PIN/window``."""
