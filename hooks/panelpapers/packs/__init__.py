"""The finished page of a whole meeting as files to keep and to carry: HTML, PDF, large print, EPUB, braille, speech.

What is made here is made of the finished pages of a built site and of nothing else, so that it can hold nothing that
is not public. An ordinary build loads nothing of this room; it only links to what ``packs.json`` lists.
"""
