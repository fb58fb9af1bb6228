"""Pure rules of a hall: no clock, no input or output, the standard library only."""
