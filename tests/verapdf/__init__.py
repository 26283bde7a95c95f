"""PDF/UA-1 as veraPDF judges it: `python -m tests.verapdf FILE...` says which PDFs are good, and ends with 1
where any is not.

It needs a Java development kit, version 11 or later, and gets veraPDF with pip. Before the files, it makes
sure that a broken one is found: a copy of the first without its tags.
"""
