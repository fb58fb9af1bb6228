"""Pictures and films beside the calls: drawn by a program of their own, they can never delay a call."""
