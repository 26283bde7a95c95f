"""Worksheets: what participants write on, as data in a file, as a model and as a page."""
