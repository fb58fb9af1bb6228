"""The PC's own day: its session is locked and unlocked, the machine sleeps and wakes."""
