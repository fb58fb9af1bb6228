"""SMS: the outbox, its two carriers (a modem, an HTTP gateway) and their simulator."""
