"""The home page stands after what is written by hand; every other page takes the whole place."""

from __future__ import annotations

import pytest

from panelpapers.pages.rendering import environment
from tests.pages.reading_pages import small_site
from tests.river_valley import TEMPLATES


def test_only_the_home_page_is_added_to_one_by_hand() -> None:
    assert [address for address, page in small_site().pages.items() if page.added] == [""]


@pytest.mark.parametrize(
    ("subjects", "said"),
    [
        ({"worse": 1, "better": 4}, "Of what changed, 1 got worse and 4 got better."),
        ({"both ways": 1}, "Of what changed, 1 went both ways."),
        ({"better": 2, "neither": 1}, "Of what changed, 2 got better. For 1 more, neither way is better."),
        ({"neither": 3}, "For 3, neither way is better."),
    ],
)
def test_what_got_better_and_worse_is_counted(subjects: dict[str, int], said: str) -> None:
    """Each subject is one, whatever figures and ratings it has."""
    told = environment(TEMPLATES).get_template("panel/_news.html").make_module()
    text = vars(told)["counted"]({way: [object()] * number for way, number in subjects.items()})
    assert " ".join(text.split()) == said
