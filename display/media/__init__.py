"""Pictures and films beside the calls: drawn by a program of their own, so that they can never delay a call."""
