"""What the three screens share: tokens, fonts, components, translations, crash handling."""
