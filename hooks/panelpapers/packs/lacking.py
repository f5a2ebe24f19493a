"""What each form needs beside Python, and what is told where it is not here."""

from __future__ import annotations

import shutil
from typing import Final

_PROGRAMS: Final = {
    "braille": (("lou_translate", "liblouis-bin"),),
    "speech": (("espeak-ng", "espeak-ng"), ("opusenc", "opus-tools")),
}
"""Programs that a form is made with, and the packages of Debian that have them."""


def lacking(form: str) -> str:
    """Say in a sentence what is to be installed before a form can be made; nothing where all is here."""
    if form in ("pdf", "large"):
        try:
            import weasyprint  # noqa: F401 - it loads the libraries that it draws with
        except ModuleNotFoundError:
            return "A PDF needs WeasyPrint: install panel-papers[packs]."
        except OSError:
            return "A PDF needs the library Pango: install libpango-1.0-0, libpangoft2-1.0-0 and libharfbuzz-subset0."
    missing = [package for program, package in _PROGRAMS.get(form, ()) if shutil.which(program) is None]
    return f"{form.capitalize()} needs {' and '.join(missing)}: install what Debian calls so." if missing else ""
