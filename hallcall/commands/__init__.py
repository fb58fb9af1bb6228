"""What the ``hallcall`` command can do, one module for each word after it."""
