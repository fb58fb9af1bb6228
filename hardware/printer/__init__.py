"""Ticket printers: the port, the ESC/POS bytes, the driver and its simulator."""
