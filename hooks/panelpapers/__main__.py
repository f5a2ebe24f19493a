"""The command line by the name of the package: ``python -m panelpapers check``."""

from .cli import main

main(prog_name="python -m panelpapers")
