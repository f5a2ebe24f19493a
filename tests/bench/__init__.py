"""What the software costs, measured on archives of invented meetings: ``nox -s bench``."""
