"""The ticket kiosk: a touch screen where a visitor takes a number."""
