"""Keeps what takes long to make, each in a file that is named after all it was made from: so none is ever stale."""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path


def fingerprint(*inputs: bytes) -> str:
    """What stands in a file's name for all that went in."""
    return hashlib.sha256(b"\n".join(inputs)).hexdigest()[:32]


def kept(file: Path, make: Callable[[], bytes]) -> bytes:
    """What a file keeps; where there is none, what `make` returns, kept from now on."""
    if not file.exists():
        content = make()
        file.parent.mkdir(parents=True, exist_ok=True)
        partial = file.with_suffix(f".{os.getpid()}.partial")  # two builds may make it at once
        partial.write_bytes(content)
        partial.replace(file)
    return file.read_bytes()
