"""The edition as data: formats are read once, into one model, and every mistake is found on the way.

`read` makes the `model`, `rules` check it, `cite` and `write` put it into words, `views` make pages and files.
Nothing in this package imports MkDocs, Jinja or Python-Markdown.
"""
