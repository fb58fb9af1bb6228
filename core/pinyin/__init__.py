"""How Chinese names are read, for who looks for them in Latin letters."""
