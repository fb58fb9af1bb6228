"""The clerk's console: one key calls the next visitor."""
