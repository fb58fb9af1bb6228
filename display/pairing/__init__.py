"""Joining a hall by a code on the screen: nothing is typed on a television."""
