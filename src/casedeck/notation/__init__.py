"""How files are written: YAML as people type it, fields with their limits, small markup. Knows no deck and no
case study.
"""
