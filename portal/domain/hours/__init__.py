"""Opening hours: what museums say of them, and what holds on any day."""
