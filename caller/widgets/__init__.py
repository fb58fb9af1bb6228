"""The console's own widgets: text that is never clipped, buttons with their key."""
