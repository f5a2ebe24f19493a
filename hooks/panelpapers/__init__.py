"""Panel Papers: from a panel's records in YAML to an accessible site.

What other programs may rely on is here: ``read``, ``check``, ``build`` and ``__version__``, which counts as
https://semver.org says. Everything else may change with any version.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from .pages.site import Site
    from .publication import Checked
    from .reading.folder import Reading
    from .records.problem import Problem

__all__ = ["Refused", "build", "check", "read"]
__version__ = "0.2.0"


class Refused(ValueError):  # noqa: N818 - said as people say it
    """Records of which no site may be made. ``problems`` are all that the check found, the message tells them."""

    def __init__(self, problems: tuple[Problem, ...], telling: str) -> None:
        super().__init__(telling)
        self.problems = problems


def read(data: Path) -> Reading:
    """Read every record below a folder: its ``records``, its ``problems``, its ``files``. Nothing is raised."""
    from .reading.folder import read_folder  # here, and below, so that nobody loads what they do not use

    return read_folder(data)


def check(data: Path, today: date | None = None) -> Checked:
    """Read a folder and apply every rule to it: its ``records``, all ``problems``, whether it is ``sound``.

    With the day ``today``, it tells as well what is said to be to come and is past, or the other way round.
    """
    from .publication import check_folder

    return check_folder(data, today)


def build(data: Path, today: date, *, templates: Path | None = None, home: str = "") -> Site:
    """Make the site of a folder as it is on the day ``today``: every page and file, by its address.

    ``templates`` is a folder whose templates go before those of the package. ``home`` is the whole address at which
    the site will stand, where it is known. Raises ``Refused`` when the check finds an error.
    """
    from .publication import publish

    made = publish(data, templates or Path("theme_overrides"), today, home)
    if made.site is None:
        raise Refused(made.problems, made.telling)
    return made.site
