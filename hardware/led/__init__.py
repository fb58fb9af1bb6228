"""LED window signs: Onbon BX-5K and BX-6K controllers on one bus, the driver and its simulator."""
