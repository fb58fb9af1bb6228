"""A simulated day through the program's own calling rule, and what its wait estimates were worth."""
