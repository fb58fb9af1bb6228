"""How a screen talks to the core: Qt network, no threads."""
