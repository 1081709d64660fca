"""Reads what people write: each format once, into the model."""
