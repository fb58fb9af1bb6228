"""The whole hall in one window: what guides and supervisors see and do."""
