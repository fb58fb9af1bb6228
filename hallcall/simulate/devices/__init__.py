"""The devices of a simulated day: real drivers and agents, simulated at the far ends of their lines."""
