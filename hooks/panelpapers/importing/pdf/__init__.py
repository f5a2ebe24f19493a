"""A PDF as the list of what it holds. `reading.read_pdf` is the entry; the rest follows a page from its signs to parts."""
