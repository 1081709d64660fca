"""Lets the script that MkDocs puts into pages while serving run under their policy, and reload them."""

import re
from collections.abc import Callable
from typing import Any
from wsgiref.headers import Headers
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from edition.look.content_policy import Inline

RELOADER = re.compile(rb"<(?:script)>(\nvar livereload = .*?)</script>(?=</body>)", re.DOTALL)
"""What MkDocs puts at the end of each page that it serves."""
ALLOWED = b"script-src 'self'"


def on_serve(
    server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., Any]
) -> LiveReloadServer:
    """Serves pages with the policy that they are built with, which is made to allow MkDocs's script as well."""
    if serve := server.get_app():
        server.set_app(reloading(serve))
    return server


def reloading(serve: WSGIApplication) -> WSGIApplication:
    """The same application, but pages with MkDocs's script have a policy that allows it."""

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> list[bytes]:
        response: list[Any] = []
        body = with_reloader(b"".join(serve(environ, lambda *parts: response.extend(parts))))  # type: ignore[arg-type]
        headers = Headers(response[1])
        headers["Content-Length"] = str(len(body))
        start_response(response[0], headers.items())
        return [body]

    return answer


def with_reloader(page: bytes) -> bytes:
    """A served page whose policy allows MkDocs's script; a page that allows no scripts loses it instead."""
    match = RELOADER.search(page)
    if not match:
        return page
    if ALLOWED not in page:
        return page.replace(match[0], b"")
    reloader = Inline("script", match[1].decode())
    return page.replace(ALLOWED, ALLOWED + b" " + reloader.hash.encode(), 1)
