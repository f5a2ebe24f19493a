"""Type hostile values into fields, and see that each is answered: ``nox -s fuzz -- SEED COUNT``.

Each value is typed into one field of a sound folder. Reading, every rule, the telling, and where the check says that
a site may be made, the site itself: none of them may raise anything.
"""

from __future__ import annotations

import copy
import random
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from panelpapers.publication import check_folder, publish
from panelpapers.reading.telling import as_github, as_json, as_summary, as_text
from tests.limits.forms_typed import Field, as_yaml, copy_folder, every_field, typed_tree, with_value
from tests.limits.hostile_values import EVERYTHING

TEMPLATES = Path(__file__).parents[2] / "theme_overrides"
DAY = date(2027, 3, 12)


def cases(seed: int, count: int) -> Iterator[tuple[Field, Any]]:
    """Give as many fields and values as asked for, the same for the same seed; every field before one comes again."""
    drawn = random.Random(seed)  # noqa: S311 - a lot is drawn, and nothing is kept secret
    fields = list(every_field())
    while count > 0:
        for field in drawn.sample(fields, min(count, len(fields))):
            yield field, drawn.choice(EVERYTHING)
        count -= len(fields)


def answer(data: Path, field: Field, value: Any, site: bool) -> int:
    """Type a value, check the folder and tell what was found; make the site too. Give how many problems there are.

    The folder is afterwards as it was.
    """
    file = data / field.file
    before = file.read_bytes()
    tree = with_value(typed_tree(data, field.file), field.file, field.way, copy.deepcopy(value))
    file.write_bytes(as_yaml(tree).lstrip("\n").encode("utf-8", "surrogatepass"))
    try:
        checked = check_folder(data)
        as_text(checked.problems, help_at=checked.help_at)
        for tell in (as_github, as_json):
            tell(checked.problems, checked.help_at)
        as_summary(checked.problems, len(checked.files), checked.help_at)
        if site:
            publish(data, TEMPLATES, DAY)
        return len(checked.problems)
    finally:
        file.write_bytes(before)


def main(seed: int, count: int) -> None:
    """Try so many values, and tell what raised something."""
    with TemporaryDirectory() as folder:
        data = copy_folder(Path(folder))
        raised = 0
        for field, value in cases(seed, count):
            try:
                answer(data, field, value, site=True)
            except Exception as error:  # noqa: BLE001 - whatever is raised is what is looked for
                raised += 1
                print(f"{field} <- {value!r:.80}: {error!r:.200}")  # noqa: T201 - it tells what it found
        print(f"{count} values with seed {seed}: {raised} raised something")  # noqa: T201
    raise SystemExit(1 if raised else 0)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
