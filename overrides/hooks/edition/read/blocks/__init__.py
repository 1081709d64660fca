"""Blocks as typed: what is neither a heading nor a paragraph of a page."""
