"""What takes long to make is made once, and again as soon as anything that went in is another."""

from pathlib import Path

import pytest

from edition.cache import fingerprint, kept


def test_what_is_kept_is_not_made_again(tmp_path: Path) -> None:
    file = tmp_path / "folder" / "thing.txt"
    assert kept(file, lambda: b"made") == b"made"
    assert kept(file, lambda: pytest.fail("made again")) == b"made"


def test_what_could_not_be_made_is_not_kept(tmp_path: Path) -> None:
    file = tmp_path / "thing.txt"
    with pytest.raises(ZeroDivisionError):
        kept(file, lambda: bytes(1 // 0))
    assert kept(file, lambda: b"made") == b"made"


def test_a_name_tells_all_that_went_in() -> None:
    inputs = [(b"one", b"two"), (b"two", b"one"), (b"one",), (b"one", b"two", b"")]
    assert len({fingerprint(*each) for each in inputs}) == len(inputs)
