"""A locator is read into pages and printed as the field prints it."""

import pytest

from edition.locators import read_locator


@pytest.mark.parametrize("text", ["p. 5", "pp. 27–29", "pp. 1, 7", "pp. 1, 7–9", "p. 122"])
def test_a_locator_is_printed_as_it_was_read(text: str) -> None:
    assert str(read_locator(text)) == text


@pytest.mark.parametrize(("text", "printed"), [("pp. 27-29", "pp. 27–29"), ("p.5", "p. 5")])
def test_hyphens_and_missing_spaces_are_understood(text: str, printed: str) -> None:
    assert str(read_locator(text)) == printed


@pytest.mark.parametrize("text", ["", "5", "p. V", "pp. 5", "p. 5–6", "pp. 6–5", "p. 0", "ch. 2"])
def test_what_cannot_be_read_says_so(text: str) -> None:
    with pytest.raises(ValueError, match="write it as|pages start at 1"):
        read_locator(text)
