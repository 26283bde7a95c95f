"""Excel workbooks (.xlsx) as people see them: what is hidden, merged and struck through, and cells as their
formats show them.
"""
