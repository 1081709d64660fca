"""What the text itself leads to: these are made always, whatever mkdocs.yml lists."""
