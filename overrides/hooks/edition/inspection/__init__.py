"""Holds a built site to what is expected of it."""
