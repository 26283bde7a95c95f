"""Frozen values: what casedeck knows, with no reading, drawing or judging."""
