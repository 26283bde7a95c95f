"""Which cases are in a deck, in which order, and why."""
