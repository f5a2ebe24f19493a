"""Spreadsheets: files to tables, tables to what records shall hold, and that to lines of files; by rules alone."""
