"""Measures builds, cold and warm, checks and start-up, and prints tables: ``nox -s bench``.

``python -m tests.bench [--meetings 100 400 1000 4000] [--seed 1] [--ours]`` makes archives of so many meetings. It
builds each with Panel Papers, with MkDocs and Material, bare and as they come, and with Hugo where it is installed,
one after the other in one run. Then it builds each again: with nothing changed, with one line changed that is drawn,
three times, and with the worst that can change. With ``--ours`` it builds nothing of others. It prints processor time
(of all processes, on all cores), the greatest memory of the process itself (Pagefind's apart), and how much was
written. A machine is never quiet: trust ratios within one run, and not seconds of two.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tests.bench import archive, edits, rivals

ROOT: Final = Path(__file__).parents[2]
OWN: Final = ROOT / "tests" / "cases" / "first-publication"
DAY: Final = "2026-06-30"
NEXT_DAY: Final = "2026-07-01"
DRAWN: Final = 3
"""How many edits of one line are drawn."""

LARGEST_OF_OTHERS: Final = 1000
"""Meetings above which nothing of others is built."""

LARGEST_AS_IT_COMES: Final = 400
"""Meetings above which MkDocs with Material is not built as it comes: each page has links to all, by the gigabyte."""

_MODULE: Final = """
import atexit, resource, runpy, sys
told, name = sys.argv[1:3]
sys.argv = sys.argv[2:]
most = lambda: open(told, "w").write(str(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss))
atexit.register(most)
runpy.run_module(name, run_name="__main__", alter_sys=True)
"""
"""Runs a module as a program, and writes how much memory its own process took."""


@dataclass(frozen=True)
class Cost:
    """What a program took: ``seconds`` of processor time and ``megabytes`` of memory."""

    seconds: float
    megabytes: float


def cost(command: Sequence[str], told: Path | None = None, **environment: str) -> Cost:
    """Run a program to its end, and say what it took. Raises ``CalledProcessError`` when it fails."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, cwd=ROOT, env={**os.environ, **environment}, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    kilobytes = int(told.read_text(encoding="ascii")) if told else 0
    return Cost(seconds, kilobytes / 1000)


def cost_of(module: str, *arguments: str, **environment: str) -> Cost:
    """Run a module of this environment as a program, and say what it took."""
    with TemporaryDirectory() as folder:
        told = Path(folder, "memory")
        return cost((sys.executable, "-c", _MODULE, str(told), module, *arguments), told, **environment)


def written(site: Path) -> tuple[int, float]:
    """Count the pages of a site, and its megabytes."""
    files = [path for path in site.rglob("*") if path.is_file()]
    return sum(path.suffix == ".html" for path in files), sum(path.stat().st_size for path in files) / 1_000_000


Built = tuple[str, Cost, Path | None]
"""What was built, what it cost, and where it stands, if it is a site."""


def of_archive(count: int, seed: int, *, ours_alone: bool) -> Iterator[tuple[str, ...]]:
    """Build an archive in each way, print a row for each, and give the rows of what was built again."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        archive.write(folder / "data", count, seed)
        check = cost_of("panelpapers", "check", **ours(folder))
        build = built(folder)
        rows: list[Built] = [("Panel Papers", build, folder / "site"), ("its check", check, None)]
        if not ours_alone and count <= LARGEST_OF_OTHERS:
            rows += of_others(folder, count, seed)
        for what, took, site in rows:
            pages, megabytes = written(site) if site else (0, 0.0)
            size = f"{pages:,} | {megabytes:.1f} MB" if site else " | "
            memory = f"{took.megabytes:.0f} MB" if took.megabytes else ""
            print_row(
                f"{count:,}", what, f"{took.seconds:.1f} s", f"{build.seconds / took.seconds:.2f}", memory, size
            )
        for what, took in again(folder, seed):
            yield f"{count:,}", what, f"{took.seconds:.1f} s", f"{took.seconds / build.seconds:.2f}"


def ours(folder: Path, day: str = DAY) -> dict[str, str]:
    """Give the settings of a run of ours on the archive in a folder, with a cache of its own."""
    return {
        "PANEL_DATA": str(folder / "data"),
        "PANEL_TODAY": day,
        "NO_MKDOCS_2_WARNING": "1",
        "XDG_CACHE_HOME": str(folder / "cache"),
    }


def built(folder: Path, day: str = DAY) -> Cost:
    """Build the archive in a folder, and say what it took."""
    return cost_of("mkdocs", "build", "--quiet", "--site-dir", str(folder / "site"), **ours(folder, day))


def again(folder: Path, seed: int) -> Iterator[tuple[str, Cost]]:
    """Build an archive that was built before, after nothing changed, after small edits and after the worst."""
    yield "nothing changed", built(folder)
    for number in range(DRAWN):
        where = edits.one_line(folder / "data", 100 * seed + number)
        yield f"one line changed: {where}", built(folder)
    yield f"one line changed: {edits.source_of_a_seat(folder / 'data', seed)}", built(folder)
    for what, edit in edits.WORST.items():
        edit(folder / "data", seed)
        yield what, built(folder)
    yield "a new day", built(folder, NEXT_DAY)


def of_others(folder: Path, count: int, seed: int) -> Iterator[Built]:
    """Build the same text with MkDocs and Material, bare and as they come, and with Hugo where it is installed."""
    rivals.write_for_mkdocs(folder / "mkdocs", count, seed)
    ways = {"bare MkDocs with Material": rivals.BARE_CONFIG}
    if count <= LARGEST_AS_IT_COMES:
        ways["MkDocs with Material as it comes"] = "mkdocs.yml"
    for what, config in ways.items():
        theirs = folder / "mkdocs" / config.removesuffix(".yml")
        named = ("--config-file", str(folder / "mkdocs" / config), "--site-dir", str(theirs))
        yield what, cost_of("mkdocs", "build", "--quiet", *named, NO_MKDOCS_2_WARNING="1"), theirs
    if hugo := shutil.which("hugo"):
        rivals.write_for_hugo(folder / "hugo", count, seed)
        yield "Hugo, a bare template", cost((hugo, "--source", str(folder / "hugo"))), folder / "hugo" / "public"


def print_row(*cells: str) -> None:
    """Print a row of a table in Markdown."""
    sys.stdout.write(f"| {' | '.join(cells)} |\n")
    sys.stdout.flush()


def main() -> None:
    """Print what archives cost, and what it costs to start."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--meetings", type=int, nargs="+", default=[100, 400, 1000, 4000])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--ours", action="store_true", help="build nothing of others")
    asked = parser.parse_args()
    print_row("meetings", "what", "processor time", "ours to this", "memory", "pages", "written")
    print_row(*["---"] * 7)
    warm = [row for count in asked.meetings for row in of_archive(count, asked.seed, ours_alone=asked.ours)]
    sys.stdout.write("\n")
    print_row("meetings", "built again after", "processor time", "of the first build")
    print_row(*["---"] * 4)
    for row in warm:
        print_row(*row)
    sys.stdout.write("\n")
    print_row("start", "processor time")
    print_row("---", "---")
    starts: Mapping[str, Sequence[str]] = {
        "panel-papers --help": ("--help",),
        "check of the first publication": ("check", "--data", str(OWN)),
        "check of one file": ("check", str(OWN / "meetings" / "2026-01-05" / "agenda.yml")),
    }
    for what, arguments in starts.items():
        print_row(what, f"{min(cost_of('panelpapers', *arguments).seconds for _ in range(3)):.2f} s")


if __name__ == "__main__":
    main()
