"""The LAN server: routes, feed, sign-in."""
