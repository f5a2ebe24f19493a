"""Talks to yaml-language-server, the program behind the YAML support of VS Code and others, as an editor does."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any, Final

from tests.browser.provide import PACKAGES

SERVER: Final = Path(PACKAGES, "yaml-language-server", "bin", "yaml-language-server")


class Editor:
    """An editor's program with a folder open. It asks, and waits for the answer."""

    def __init__(self, process: subprocess.Popen[bytes], folder: Path, settings: dict[str, Any]) -> None:
        self.process = process
        self.folder = folder
        self.settings = settings
        self.told: dict[str, list[dict[str, Any]]] = {}
        self.numbers = count(1)

    def send(self, method: str, **message: Any) -> None:
        """Send one message."""
        body = json.dumps({"jsonrpc": "2.0", "method": method, **message}).encode()
        self._write(body)

    def _write(self, body: bytes) -> None:
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self.process.stdin.flush()

    def ask(self, method: str, **params: Any) -> Any:
        """Ask for something, and give the answer."""
        number = next(self.numbers)
        self.send(method, id=number, params=params)
        while (heard := self._hear()).get("id") != number or "method" in heard:
            self._take(heard)
        assert "error" not in heard, heard["error"]
        return heard["result"]

    def _hear(self) -> dict[str, Any]:
        assert self.process.stdout
        length = 0
        while line := self.process.stdout.readline().strip():
            name, _, value = line.partition(b": ")
            length = int(value) if name.lower() == b"content-length" else length
        assert length, "the program ended"
        heard: dict[str, Any] = json.loads(self.process.stdout.read(length))
        return heard

    def _take(self, heard: dict[str, Any]) -> None:
        """Keep what it tells of files, and answer what it asks: for settings."""
        if heard.get("method") == "textDocument/publishDiagnostics":
            self.told[heard["params"]["uri"]] = heard["params"]["diagnostics"]
        elif "id" in heard:
            items = heard["params"].get("items", []) if isinstance(heard.get("params"), dict) else []
            answer = [self.settings.get(item["section"], {}) for item in items] if items else None
            self._write(json.dumps({"jsonrpc": "2.0", "id": heard["id"], "result": answer}).encode())

    def diagnostics(self, path: str, text: str) -> list[str]:
        """Open a file, whether it is there or not, and give what is underlined: its line, and what is said of it."""
        uri = self.address(path)
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.send("textDocument/didOpen", params={"textDocument": document})
        while uri not in self.told:
            self._take(self._hear())
        return [f"{found['range']['start']['line'] + 1}: {found['message']}" for found in self.told[uri]]

    def address(self, path: str) -> str:
        """Give the address of a file in the folder."""
        return (self.folder / path).as_uri()

    def at(self, what: str, path: str, line: int, column: int) -> Any:
        """Ask for what an editor shows at a place of an open file: ``hover`` or ``completion``. Both count from 1."""
        place = {"line": line - 1, "character": column - 1}
        return self.ask(f"textDocument/{what}", textDocument={"uri": self.address(path)}, position=place)


@contextmanager
def editor(packages: Path, folder: Path, settings: dict[str, Any]) -> Iterator[Editor]:
    """Start the program with a folder open and an editor's settings, and end it."""
    command = ["node", str(packages.parent / SERVER), "--stdio"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL) as process:
        sections: dict[str, Any] = {}
        for name, value in settings.items():
            section, _, key = name.partition(".")
            sections.setdefault(section, {})[key] = value
        made = Editor(process, folder, sections)
        root = {"uri": folder.as_uri(), "name": folder.name}
        can = {"workspace": {"configuration": True}, "textDocument": {"hover": {"contentFormat": ["plaintext"]}}}
        made.ask("initialize", processId=None, rootUri=root["uri"], workspaceFolders=[root], capabilities=can)
        made.send("initialized", params={})
        made.send("workspace/didChangeConfiguration", params={"settings": sections})
        try:
            yield made
        finally:
            process.kill()
