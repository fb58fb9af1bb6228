"""Code scanners: on a serial line, or as a keyboard that types very fast."""
