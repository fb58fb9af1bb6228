"""The rating pad (评价器): a touch screen at a window, where a visitor says how the service was."""
