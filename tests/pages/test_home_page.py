"""The home page stands after what is written by hand; every other page takes the whole place."""

from __future__ import annotations

from tests.pages.reading_pages import small_site


def test_only_the_home_page_is_added_to_one_by_hand() -> None:
    assert [address for address, page in small_site().pages.items() if page.added] == [""]
