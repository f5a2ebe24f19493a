"""How rarely Python looks for what can be forgotten: the records of a publication live as long as the process."""

from __future__ import annotations

import atexit
import gc


def look_rarely(after: int) -> None:
    """Have Python look for rubbish in circles once ``after`` objects were made, and not at all when the process ends.

    By itself it looks after 700, which takes a tenth of a build, and a sixth of a check.
    """
    gc.set_threshold(after, 20, 20)
    atexit.register(gc.freeze)
