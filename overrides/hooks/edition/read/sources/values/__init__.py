"""What the fields of references.bib hold, each kind read into one form: words in TeX, names, dates, numbers."""
