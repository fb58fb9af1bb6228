"""The front door: the command, the demo, the agents."""
