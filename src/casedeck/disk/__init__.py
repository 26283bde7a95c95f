"""A facilitator's folder on this computer: found, read, and written all or nothing."""
