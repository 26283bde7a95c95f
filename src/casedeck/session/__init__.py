"""A session worked out: times, copies, groups, wall and deal, and how they are told. Pure functions without
clock or chance.
"""
