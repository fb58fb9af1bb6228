"""Slips and lists made at the command line: seen as pictures, and printed."""
