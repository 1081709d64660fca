"""What was published once: its addresses, and the frozen editions."""
