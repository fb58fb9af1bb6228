"""Tests of what is spoken and of the pad."""
