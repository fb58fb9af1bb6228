"""Identity-card readers: SAM-V in bytes, what may be known of a card, the driver and its simulator."""
