"""A PDF as the list of what it holds: `reading.read_pdf` is the entry."""
