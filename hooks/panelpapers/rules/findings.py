"""What a rule finds, by how much it matters: ``Problem`` itself is an error, and these two stop no build."""

from __future__ import annotations

from functools import partial
from typing import Final

from ..records.problem import Problem

warning: Final = partial(Problem, severity="warning")
advice: Final = partial(Problem, severity="advice")
