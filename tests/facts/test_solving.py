"""Which amounts are fixed: by sums, by limits, by rounding, and by trying; just inside and just outside of each."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from random import Random
from typing import Final

import pytest

from panelpapers.facts import solving
from panelpapers.facts.equations import Amount, Key, Known, Limits, Product, Relation, Sum, System
from panelpapers.facts.solving import solve

WHOLE: Final = Limits(0, None, whole=True, decimals=0)


def total(parts: str, whole: str) -> Sum:
    return Sum((*((part, 1) for part in parts), (whole, -1)))


def fixed(known: Mapping[Key, Known], limits: Mapping[Key, Limits], *relations: Relation) -> dict[str, str]:
    """Give each amount that is fixed with those that it follows from, as letters."""
    answer = solve(System(known, limits, relations), list(limits))
    assert not answer.unsure
    return {str(key): "".join(sorted(map(str, sources))) for key, sources in answer.fixed.items()}


def exact(**amounts: int) -> dict[Key, Known]:
    return {key: Known(Fraction(amount)) for key, amount in amounts.items()}


def test_the_only_unknown_part_of_a_total() -> None:
    assert fixed(exact(a=4, t=9), {"b": WHOLE}, total("ab", "t")) == {"b": "at"}
    assert fixed(exact(a=4, t=9), {"b": WHOLE, "c": WHOLE}, total("abc", "t")) == {}


def test_a_second_relation_fixes_both() -> None:
    unknown: dict[Key, Limits] = {"b": WHOLE, "c": WHOLE}
    assert fixed(exact(a=4, t=9, s=6), unknown, total("abc", "t"), total("ac", "s")) == {"b": "st", "c": "as"}


def test_what_is_left_for_two_is_nothing_or_something() -> None:
    unknown: dict[Key, Limits] = {"b": WHOLE, "c": WHOLE}
    assert fixed(exact(a=9, t=9), unknown, total("abc", "t")) == {"b": "at", "c": "at"}
    assert fixed(exact(a=8, t=9), unknown, total("abc", "t")) == {}
    assert fixed(exact(a=9, t=9), {"b": Limits(), "c": Limits()}, total("abc", "t")) == {}  # may be below zero


def test_parts_that_exceed_their_total_are_no_parts_of_it() -> None:
    assert fixed(exact(a=10, t=9), {"b": WHOLE}, total("ab", "t")) == {}
    assert fixed(exact(a=9, t=9), {"b": WHOLE}, total("ab", "t")) == {"b": "at"}


@pytest.mark.parametrize(("lowest", "told"), [("0.96", {"b": "at"}), ("0.94", {})])
def test_to_the_rounding_in_which_it_would_be_printed(lowest: str, told: dict[str, str]) -> None:
    """What lies between 0.96 and 1.04 is printed as 1.0, and what lies between 0.94 and 1.04 is not one figure."""
    limits: dict[Key, Limits] = {"c": Limits(Fraction(lowest), Fraction("1.04")), "b": Limits(0, None, decimals=1)}
    assert fixed(exact(a=4, t=4), limits, Sum((("b", 1), ("c", -1), ("a", 1), ("t", -1)))).get("b") == told.get("b")


def test_a_share_and_its_base() -> None:
    share = {"s": Known(Fraction("2.5"), Fraction("0.05")), **exact(b=40)}
    assert fixed(share, {"p": WHOLE}, Product("s", "b", "p", 100)) == {"p": "bs"}
    assert fixed(exact(b=40, p=1), {"s": Limits(0, decimals=1)}, Product("s", "b", "p", 100)) == {"s": "bp"}
    assert fixed({"s": share["s"]}, {"p": WHOLE, "b": WHOLE}, Product("s", "b", "p", 100)) == {}


def test_a_share_of_a_base_that_itself_follows() -> None:
    share = {"s": Known(Fraction("2.5"), Fraction("0.05")), **exact(c=25, t=65)}
    relations = (Product("s", "b", "p", 100), total("bc", "t"))
    assert fixed(share, {"p": WHOLE, "b": WHOLE}, *relations) == {"b": "ct", "p": "cst"}


def test_what_only_readers_know_counts_as_known() -> None:
    assert fixed({"a": Known(None), **exact(t=9)}, {"b": WHOLE}, total("ab", "t")) == {"b": "at"}


def test_what_does_not_hang_together_is_not_looked_at() -> None:
    impossible = System(
        exact(t=9, u=1, v=2), {"b": WHOLE, "x": WHOLE}, (total("b", "t"), total("x", "u"), total("x", "v"))
    )
    assert solve(impossible, ["b"]).fixed == {"b": frozenset("t")}


def test_more_than_anybody_could_wait_for_is_said_to_be_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(solving, "MOST_STEPS", 3)
    relations = (total("abc", "t"), total("ac", "s"), total("bc", "u"))
    answer = solve(System(exact(t=9, s=6, u=5), dict.fromkeys("abc", WHOLE), relations), list("abc"))
    assert answer.fixed == {}
    assert answer.unsure == frozenset("abc")


@pytest.mark.parametrize("seed", range(40))
def test_small_whole_numbers_are_fixed_if_and_only_if_every_table_that_fits_holds_them(seed: int) -> None:
    """Rows, columns and other sums of a table, some of them known: all tables that fit are tried out one by one."""
    random = Random(seed)  # noqa: S311 - cases, not secrets
    for _ in range(10):
        rows, columns = random.choice(((2, 3), (3, 3)))
        table = {(row, column): random.choice((0, 0, 1, 2)) for row in range(rows) for column in range(columns)}
        sums: dict[Key, list[tuple[int, int]]] = {
            f"row {at}": [one for one in table if one[0] == at] for at in range(rows)
        }
        sums |= {f"column {at}": [one for one in table if one[1] == at] for at in range(columns)}
        sums |= {f"some {at}": random.sample(list(table), random.randint(2, 4)) for at in range(random.randint(0, 2))}
        told = {name: sum(table[one] for one in cells) for name, cells in sums.items() if random.random() < 0.85}
        shown = {one: value for one, value in table.items() if random.random() < 0.15}
        seen = all_that_fit(table, sums, told, shown)
        known: dict[Key, Known] = {name: Known(Fraction(value)) for name, value in told.items()}
        known |= {one: Known(Fraction(value)) for one, value in shown.items()}
        limits: dict[Key, Limits] = {key: WHOLE for key in (*table, *sums) if key not in known}
        relations = tuple(Sum((*((one, 1) for one in cells), (name, -1))) for name, cells in sums.items())
        answer = solve(System(known, limits, relations), list(seen))
        assert set(answer.fixed) == {one for one, values in seen.items() if len(values) == 1}


def all_that_fit(
    table: Mapping[tuple[int, int], int],
    sums: Mapping[Key, list[tuple[int, int]]],
    told: Mapping[Key, int],
    shown: Mapping[tuple[int, int], int],
) -> dict[tuple[int, int], set[Amount]]:
    """Give the values that each cell which is not shown has in the tables that fit the sums; two are enough."""
    seen: dict[tuple[int, int], set[Amount]] = {one: set() for one in table if one not in shown}
    most = {one: min((told[name] for name in told if one in sums[name]), default=1) for one in seen}

    def fits(filled: Mapping[tuple[int, int], int]) -> bool:
        for name, value in told.items():
            so_far = [filled[one] for one in sums[name] if one in filled]
            if sum(so_far) > value or (len(so_far) == len(sums[name]) and sum(so_far) != value):
                return False
        return True

    def fill(filled: dict[tuple[int, int], int]) -> None:
        if not fits(filled) or all(len(values) > 1 for values in seen.values()):
            return
        left = next((one for one in seen if one not in filled), None)
        if left is None:
            for one in seen:
                seen[one].add(filled[one])
            return
        for value in range(most[left] + 1):
            fill({**filled, left: value})

    fill(dict(shown))
    return seen
