"""No address that was ever published is lost: each of the first publication's list is on the site that is built."""

from __future__ import annotations

import re

import pytest

from panelpapers.pages.places import BY_HAND
from panelpapers.publication import check_folder, publish
from tests.first_publication import FOLDER, ROOT, TODAY

pytestmark = pytest.mark.slow


def test_every_published_address_is_on_the_site_that_is_built() -> None:
    published = check_folder(FOLDER).published.addresses.keys()
    site = publish(FOLDER, ROOT / "theme_overrides", TODAY).site
    assert site is not None
    there = {*site.pages, *BY_HAND, *site.files}
    there |= {address.removesuffix("index.html") for address in site.files}
    for address, page in site.pages.items():
        there |= {f"{address}#{place}" for place in re.findall(r'\bid="([^"]+)"', str(page.html))}
    led = {address for address in published if f"{address.partition('#')[0]}index.html" in site.files}
    assert len(published) > 500
    assert published - there - led == set()
