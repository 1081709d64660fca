"""Serves folders as a good host does: HTTPS, HTTP/2, brotli, and what has a hash in its name for ever.

As a program it serves until it is ended: FOLDER, a listening socket's number, the files of certificate and key.
"""

import asyncio
import base64
import contextlib
import hashlib
import mimetypes
import os
import re
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import brotli
import trustme
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from cryptography.x509 import load_pem_x509_certificate
from hypercorn.asyncio import serve
from hypercorn.config import Config

HOST = "127.0.0.1"
ROUND_TRIP = 400
BYTES_A_SECOND = 1_600_000 / 8
"""Of the slow line, one in milliseconds."""
HASHED = re.compile(r"\.[0-9a-f]{8,}\.(min\.)?\w+$")
FOR_EVER = b"public, max-age=31536000, immutable"
ASK_AGAIN = b"no-cache"
PACKED = re.compile(r"text/|application/(json|javascript|xml)|image/svg")
TYPES = {".js": "text/javascript", ".woff2": "font/woff2", ".md": "text/markdown"}


class Sent(NamedTuple):
    """An answer that went out: its bytes on the line, and before they were packed."""

    path: str
    size: int
    whole: int


@dataclass
class Served:
    """Where a folder is served, which key a browser has to trust for it, and what was sent."""

    address: str
    key: str
    log: Path
    read: int = 0

    def sent(self) -> list[Sent]:
        """Each answer since this was last asked."""
        text = self.log.read_text("utf-8")
        lines, self.read = text[self.read :].splitlines(), len(text)
        return [Sent(path, int(size), int(whole)) for path, size, whole in map(str.split, lines)]


@dataclass(frozen=True)
class Answer:
    """A file as it is sent."""

    status: int
    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes
    whole: int
    """Its bytes before it was packed."""


@contextlib.contextmanager
def serving(folder: Path) -> Iterator[Served]:
    """Serves a folder in a process of its own, which takes no time from what measures."""
    with (
        tempfile.TemporaryDirectory() as name,
        socket.create_server((HOST, 0), backlog=100) as listening,
    ):
        key, log = certified(Path(name)), Path(name) / "log"
        log.touch()
        command = [
            sys.executable,
            "-m",
            "bench.serving",
            str(folder),
            str(listening.fileno()),
            name,
        ]
        paths = os.pathsep.join(filter(None, sys.path))
        process = subprocess.Popen(
            command, env=os.environ | {"PYTHONPATH": paths}, pass_fds=[listening.fileno()]
        )
        try:
            yield Served(f"https://{HOST}:{listening.getsockname()[1]}/", key, log)
        finally:
            process.kill()  # Asked to end, it would tell of each connection that it has to cut.
            process.wait()


def certified(folder: Path) -> str:
    """Puts a new certificate and its key into a folder; gives the hash by which Chromium trusts it."""
    issued = trustme.CA().issue_cert(HOST)
    issued.private_key_pem.write_to_path(str(folder / "key"))
    issued.cert_chain_pems[0].write_to_path(str(folder / "certificate"))
    certificate = load_pem_x509_certificate(issued.cert_chain_pems[0].bytes())
    key = certificate.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return base64.b64encode(hashlib.sha256(key).digest()).decode()


class Host:
    """Answers requests out of a folder that holds a site in each of its folders."""

    def __init__(self, folder: Path, log: Path) -> None:
        self.log = log
        self.answer = cache(lambda path: answer(folder, path))

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:  # noqa: ANN401 - ASGI
        if scope["type"] != "http":
            return
        found = self.answer(scope["path"])
        tags = dict(found.headers).get(b"etag"), dict(scope["headers"]).get(b"if-none-match")
        if tags[0] == tags[1]:
            found = Answer(304, found.headers[:2], b"", 0)
        with self.log.open("a", encoding="utf-8") as log:
            log.write(f"{scope['path']} {len(found.body)} {found.whole}\n")
        if dict(scope["headers"]).get(b"sec-purpose"):
            await asyncio.sleep(line_time(len(found.body)))
        start = {"type": "http.response.start", "status": found.status, "headers": found.headers}
        await send(start)
        await send({"type": "http.response.body", "body": found.body})


def line_time(size: int) -> float:
    """What the slow line takes for an answer, in seconds.

    Chromium lets what it fetches ahead of a click past the line that it emulates; so the server holds that up.
    """
    return ROUND_TRIP / 1000 + size / BYTES_A_SECOND


def answer(folder: Path, path: str) -> Answer:
    """What is sent for an address: its file, packed where that helps, or the site's page for what is missing."""
    file = folder / path.lstrip("/")
    file = file / "index.html" if path.endswith("/") else file
    status = 200 if file.is_file() else 404
    if status == 404:
        file = folder / path.split("/")[1] / "404.html"
    body = file.read_bytes() if file.is_file() else b""
    kind = TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "text/plain"
    headers = [
        (b"cache-control", FOR_EVER if HASHED.search(file.name) else ASK_AGAIN),
        (b"etag", f'"{hashlib.sha256(body).hexdigest()[:16]}"'.encode()),
        (b"content-type", f"{kind}; charset=utf-8".encode() if "text/" in kind else kind.encode()),
    ]
    whole = len(body)
    if PACKED.match(kind):
        body = brotli.compress(body, quality=9)
        headers += [(b"content-encoding", b"br"), (b"vary", b"accept-encoding")]
    return Answer(status, (*headers, (b"content-length", str(len(body)).encode())), body, whole)


def main(folder: str, listening: str, certificate: str) -> None:
    config = Config()
    config.bind = [f"fd://{listening}"]
    config.certfile, config.keyfile = f"{certificate}/certificate", f"{certificate}/key"
    config.alpn_protocols = ["h2"]
    config.loglevel = "ERROR"
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(serve(Host(Path(folder), Path(certificate) / "log"), config))


if __name__ == "__main__":
    main(*sys.argv[1:])
