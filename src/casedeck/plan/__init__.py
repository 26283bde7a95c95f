"""The session's arithmetic: reading, dealing, grouping, hanging, minutes and copies. Pure functions without clock or chance."""
