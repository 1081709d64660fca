"""The edition as data: formats are read once, into one model, and every mistake is found on the way.

`sources` and `pages` read, `rules` compares what they read, `model` is what the views ask,
`citeproc` formats references. Nothing in this package knows of MkDocs, Jinja or a reader's screen.
"""
