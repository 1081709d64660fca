"""What the entries of references.bib may be and hold: their types, a record each, and their fields."""
