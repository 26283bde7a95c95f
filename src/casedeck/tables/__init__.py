"""Spreadsheets and rows of text, both ways. Knows no case study."""
