"""The slim bar at an edge of a screen."""
