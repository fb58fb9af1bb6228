"""The voice of the hall: what is said, the process that says it, and the loudspeaker."""
