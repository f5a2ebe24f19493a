"""What follows from the records: links, dates, changes. Pure functions."""
