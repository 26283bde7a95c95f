"""Which case studies are in a deck, in which order, and why."""
