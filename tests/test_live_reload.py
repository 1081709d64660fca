"""What pages are served with while they are worked on: MkDocs's script runs where scripts may, and nowhere else."""

import pytest

from edition.look.content_policy import Inline, policy
from serving import with_reloader

RELOADER = "\nvar livereload = function () {};\nlivereload(1, 2);\n"
OWN = Inline("script", "a()")


def page(stated: str, end: str) -> bytes:
    return f'<meta content="{stated}"><body><script>a()</script>{end}</body></html>'.encode()


@pytest.mark.parametrize("parts", [(), (OWN,)])
def test_a_served_page_lets_the_script_run_and_its_own(parts: tuple[Inline, ...]) -> None:
    script = f"<script>{RELOADER}</script>"
    served = page(policy(Inline("script", RELOADER), *parts), script)
    assert with_reloader(page(policy(*parts), script)) == served


def test_a_page_that_lets_no_script_run_is_served_as_it_is() -> None:
    stated = "default-src 'none'; style-src 'self'"
    assert with_reloader(page(stated, f"<script>{RELOADER}</script>")) == page(stated, "")


def test_what_is_no_page_is_served_as_it_is() -> None:
    assert with_reloader(b"a { color: red }") == b"a { color: red }"
