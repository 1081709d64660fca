"""What people paste into references.bib, read as one form: entries, TeX, names, dates, numbers, what is inherited."""
