"""What a kept program and its keeper both know (``hallcall --keep``)."""

BEAT = "HALLCALL_HEARTBEAT"
"""Environment variable that says where the beats go: a file descriptor, on Windows an inherited handle."""
EVERY_MS = 1000
