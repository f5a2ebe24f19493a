"""Serves a built site on this machine as GitHub Pages would: under a path of its own, with a page for errors."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread


class _Pages(SimpleHTTPRequestHandler):
    prefix = "/"

    def translate_path(self, path: str) -> str:
        """Give the file for an address. One outside of the site's own path is a file that is never there."""
        inside = path.startswith(self.prefix)
        return super().translate_path("/" + path.removeprefix(self.prefix) if inside else "/outside-of-the-site")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's own page when nothing is found."""
        own_page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not own_page.exists():
            super().send_error(code, message, explain)
            return
        body = own_page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Say nothing: the tests look at what the browser saw."""


@contextmanager
def served(folder: Path, prefix: str) -> Iterator[str]:
    """Serve a folder under a path such as ``/panel/`` while the block runs, and give the address of its root."""
    pages = type("PagesUnderPath", (_Pages,), {"prefix": prefix})
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(pages, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{prefix}"
        finally:
            server.shutdown()
