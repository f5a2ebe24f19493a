"""Panel Papers: from a panel's records in YAML to an accessible site."""

__version__ = "0.2.0"
