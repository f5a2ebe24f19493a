"""Serves a built site on this machine as a good host would: under a path of its own, compressed, with the headers of
the site's file ``_headers``, and with the site's own page for errors."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import BinaryIO

SMALLER_WHEN_COMPRESSED = (".html", ".css", ".js", ".json", ".svg", ".xml", ".csv", ".ics", ".txt")
"""Files that a host compresses on the way. Pagefind's pieces are compressed already."""


class _Pages(SimpleHTTPRequestHandler):
    prefix = "/"
    headers_by_path: dict[str, dict[str, str]] = {}

    def translate_path(self, path: str) -> str:
        """Give the file for an address. One outside of the site's own path is a file that is never there."""
        inside = path.startswith(self.prefix)
        return super().translate_path("/" + path.removeprefix(self.prefix) if inside else "/outside-of-the-site")

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Answer with a compressed file where that helps, and else as the base class does."""
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() and self.path.partition("?")[0].endswith("/") else path
        if not file.is_file() or file.suffix not in SMALLER_WHEN_COMPRESSED:
            return super().send_head()
        return self._compressed(file, HTTPStatus.OK)

    def _compressed(self, file: Path, status: HTTPStatus) -> BytesIO:
        body = file.read_bytes()
        self.send_response(status)
        if "gzip" in self.headers.get("Accept-Encoding", ""):
            body = gzip.compress(body, compresslevel=6, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        kind = self.guess_type(file)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return BytesIO(body)

    def handle(self) -> None:
        """Answer what is asked. A browser that goes away in the middle of an answer is no fault of ours."""
        with suppress(BrokenPipeError, ConnectionResetError):
            super().handle()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's own page when nothing is found."""
        own_page = Path(self.directory) / "404.html"
        if code == HTTPStatus.NOT_FOUND and own_page.exists():
            self.wfile.write(self._compressed(own_page, HTTPStatus.NOT_FOUND).getvalue())
        else:
            super().send_error(code, message, explain)

    def end_headers(self) -> None:
        """Send what the site's file ``_headers`` asks for too."""
        path = "/" + self.path.removeprefix(self.prefix)
        for pattern, headers in self.headers_by_path.items():
            if re.fullmatch(re.escape(pattern).replace(r"\*", ".*"), path):
                for name, value in headers.items():
                    self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Say nothing: the tests look at what the browser saw."""


def headers_of(folder: Path) -> dict[str, dict[str, str]]:
    """Read a site's file ``_headers`` as Netlify and Cloudflare Pages do: the headers for each pattern of a path.

    Gives nothing when there is no such file. Raises ``ValueError`` for a line that is no path, header or comment.
    """
    file = folder / "_headers"
    read: dict[str, dict[str, str]] = {}
    pattern = ""
    for line in file.read_text(encoding="utf-8").splitlines() if file.exists() else ():
        name, colon, value = line.strip().partition(": ")
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith("/"):
            pattern = line.strip()
            read[pattern] = {}
        elif pattern and line[0].isspace() and colon:
            read[pattern][name] = value.strip()
        else:
            raise ValueError(f"_headers has a line that says nothing: {line}")
    return read


@contextmanager
def served(folder: Path, prefix: str) -> Iterator[str]:
    """Serve a folder under a path such as ``/panel/`` while the block runs, and give the address of its root."""
    pages = type("PagesUnderPath", (_Pages,), {"prefix": prefix, "headers_by_path": headers_of(folder)})
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(pages, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{prefix}"
        finally:
            server.shutdown()
