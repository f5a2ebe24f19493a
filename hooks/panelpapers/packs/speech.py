"""A whole meeting as speech: read out by espeak-ng, as Ogg Opus with a chapter for each part and each item."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from typing import Final

from ..pages.packs import NotKept
from .finished import Finished
from .passages import Passage, passages

_RATE: Final = 22_050
"""Samples a second that espeak-ng gives, of two bytes each."""
_DEEPEST: Final = 3
"""A heading of this level or above begins a chapter: the items of an agenda and the parts of a paper do."""


@dataclass
class Chapter:
    """A chapter: its title, and what is read out in it."""

    title: str
    read: list[Passage] = field(default_factory=list)


def speech(page: Finished) -> bytes:
    """Give the file, the same for the same page and programs. Raises ``NotKept`` where a program refuses it."""
    spoken, marks, seconds = [], list[str](), 0.0
    for number, chapter in enumerate(chapters(page)):
        sound = _spoken(chapter, page.language.lower())
        marks += ["--comment", f"CHAPTER{number:03}={_clock(seconds)}"]
        marks += ["--comment", f"CHAPTER{number:03}NAME={chapter.title}"]
        spoken.append(sound)
        seconds += len(sound) / 2 / _RATE
    told = ["--comment", f"LANGUAGE={page.language}", "--title", page.title, "--artist", page.publisher]
    raw = ["--raw", "--raw-rate", str(_RATE), "--raw-chan", "1", "--speech", "--bitrate", "20", "--comp", "3"]
    return _run(["opusenc", "--quiet", "--serial", "1", *raw, *told, *marks, "-", "-"], b"".join(spoken))


def chapters(page: Finished) -> Iterator[Chapter]:
    """Give the chapters, in order. The first begins with what publication it is of."""
    chapter = Chapter(page.name, [Passage("text", 0, [(told, "")]) for told in page.around])
    for passage in passages(page.main):
        if passage.kind == "heading" and 1 < passage.depth <= _DEEPEST:
            yield chapter
            chapter = Chapter(passage.text)
        chapter.read.append(passage)
    yield chapter


def _spoken(chapter: Chapter, language: str) -> bytes:
    """Give a chapter as samples: a pause after each passage, and another voice for words in another language."""
    text = "\n\n".join("".join(_marked(*words) for words in passage.words) for passage in chapter.read)
    sound = _run(["espeak-ng", "-v", language, "-m", "--stdin", "--stdout"], text.encode("utf-8"))
    return sound[sound.index(b"data") + 8 :]


def _marked(text: str, language: str) -> str:
    said = " ".join(text.split("\n"))
    return f"<voice xml:lang='{language.lower()}'>{escape(said)}</voice>" if language else escape(said, quote=False)


def _clock(seconds: float) -> str:
    thousandths = round(seconds * 1000)
    minutes, rest = divmod(thousandths, 60_000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{rest // 1000:02}.{rest % 1000:03}"


def _run(command: list[str], given: bytes) -> bytes:
    done = subprocess.run(command, input=given, capture_output=True, check=False)  # noqa: S603 - no word of it is typed
    if done.returncode or not done.stdout:
        refused = " ".join(done.stderr.decode("utf-8", "replace").split())[:200]
        raise NotKept(f"{command[0]} could not make speech of the page. {refused}".strip())
    return done.stdout
