"""A Word file -> the list that every file becomes. Only lxml is needed: it shows what python-docx hides."""

from .reading import read_word as read_word
