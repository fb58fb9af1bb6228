"""The load: kiosks, clerks and screens as a process of their own."""
