"""The site's records in other forms: CSV, JSON, calendar, feeds."""
