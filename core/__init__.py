"""The hall itself: rules, store, LAN service, and what its screens share."""
