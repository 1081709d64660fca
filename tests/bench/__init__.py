"""The bench: how fast the edition is beside bare HTML and beside plain Material; `make bench` runs it."""
