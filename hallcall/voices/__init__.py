"""What a hall does with its recorded voices: list, record, import, check, stand in."""
