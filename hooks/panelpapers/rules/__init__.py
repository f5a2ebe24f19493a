"""Checks across records: one rule, one function, in one ordered list."""
