"""Devices of the hall and their simulators; the devices know no feed and no core but its domain."""
