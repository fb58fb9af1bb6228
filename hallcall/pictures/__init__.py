"""Every screen in every state as a picture: the same table is looked at by the layout tests."""
