"""Caches slow results in files that are named after a hash of their inputs, so that none is ever stale."""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path


def fingerprint(*inputs: bytes) -> str:
    """The hash of all inputs, for the name of a cached file."""
    return hashlib.sha256(b"\n".join(inputs)).hexdigest()[:32]


def kept(file: Path, make: Callable[[], bytes]) -> bytes:
    """The bytes of a cached file; if there is none, those that `make` returns are written to it."""
    if not file.exists():
        content = make()
        file.parent.mkdir(parents=True, exist_ok=True)
        partial = file.with_suffix(f".{os.getpid()}.partial")  # two builds may make it at once
        partial.write_bytes(content)
        partial.replace(file)
    return file.read_bytes()
