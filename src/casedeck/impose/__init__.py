"""Finished pages to sheets of paper: how many cards stand where, what is behind what, in which order, and
what guides cutting and folding. Arithmetic: where a page stands, not what it says.
"""
