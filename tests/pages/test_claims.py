"""Each file of a website has one maker, and nobody else makes what belongs to the theme or a host."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import product
from typing import Final

import pytest
from markupsafe import Markup

from panelpapers.pages.claims import OWNED, AddressTwice, Claim, clashes
from panelpapers.pages.redirects import with_redirects
from panelpapers.pages.renamings import Lead
from panelpapers.pages.rendering import Renderer
from panelpapers.pages.site import File, Page, Site, assemble, placed
from panelpapers.records.publication import Renaming
from tests.pages.reading_pages import small_site
from tests.river_valley import TEMPLATES, TODAY, river_valley

PATH: Final = "things/a/index.html"
WAYS: Final = {
    "the same": PATH,
    "other capitals": "Things/A/index.html",
    "a file as a folder": f"{PATH}/below/index.html",
}
MAKERS: Final = ("page", "file", "old page", "old file", "content", "theme", "MkDocs")


@dataclass
class Making:
    """Everything that is written to a website, by what makes it."""

    parts: list[Page | File] = field(default_factory=lambda: [page("to/index.html"), File("to.csv", b"1")])
    led: list[Lead] = field(default_factory=list)
    by_hand: dict[str, str] = field(default_factory=dict)
    theme: list[str] = field(default_factory=lambda: ["assets/search.js"])
    templates: list[str] = field(default_factory=lambda: ["404.html"])

    def add(self, maker: str, path: str) -> None:
        if maker == "page":
            self.parts.append(page(path))
        elif maker == "file":
            self.parts.append(File(path, b""))
        elif maker == "old page":
            self.led.append(lead(path.removesuffix("index.html"), "to/"))
        elif maker == "old file":
            self.led.append(lead(path, "to.csv"))
        elif maker == "content":
            self.by_hand[f"{len(self.by_hand)}.md"] = path
        else:
            (self.theme if maker == "theme" else self.templates).append(path)

    def make(self) -> list[Page]:
        site = with_redirects(assemble(self.parts), self.led, {}, Renderer(TEMPLATES, river_valley(), TODAY))
        return placed(site, self.by_hand, self.theme, self.templates)


def page(path: str) -> Page:
    return Page(path.removesuffix("index.html"), "A page", "A page.", Markup("<h1>A page</h1>"))


def lead(was: str, now: str) -> Lead:
    return Lead(was, now, Renaming.model_construct(was=was, now=now))


def test_makers_of_different_places_are_content() -> None:
    making = Making()
    for number, maker in enumerate(MAKERS):
        making.add(maker, f"things/{number}/index.html")
    assert [one.address for one in making.make()] == ["to/", "things/0/"]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(("one", "other"), list(product(MAKERS, repeat=2)))
def test_two_makers_of_one_address_are_an_error(one: str, other: str, way: str) -> None:
    if one == other == "MkDocs" and way == "the same":
        return  # a template of that name is one, however often it is named
    making = Making()
    making.add(one, PATH)
    making.add(other, WAYS[way])
    with pytest.raises(AddressTwice) as raised:
        making.make()
    assert f'"{PATH}"' in str(raised.value)
    assert "two makers" in str(raised.value)


EXAMPLES: Final = [
    (owner, pattern.replace("*", "some/thing")) for owner, patterns in OWNED.items() for pattern in patterns
]


MORE: Final = [("the theme", "Assets/x.js"), ("the theme", "assets"), ("MkDocs", "404.html/x")]


@pytest.mark.parametrize("maker", ["page", "file", "old page", "old file"])
@pytest.mark.parametrize(("owner", "path"), [*EXAMPLES, *MORE])
def test_nothing_from_data_is_written_where_another_writes(maker: str, owner: str, path: str) -> None:
    making = Making(theme=[], templates=[])
    making.add(maker, f"{path}/index.html" if maker.endswith("page") else path)
    with pytest.raises(AddressTwice, match=f"belongs to {owner}"):
        making.make()


@pytest.mark.parametrize(("owner", "path"), EXAMPLES)
def test_by_hand_only_what_a_host_reads_is_written_there(owner: str, path: str) -> None:
    """A file of ``content/`` takes the place of the theme's in MkDocs, which says nothing of it."""
    told = list(clashes([Claim("content", path, f"content/{path}")]))
    assert told == (
        [] if owner == "the host" else [f'content/{path} cannot be written as "{path}": that belongs to {owner}.']
    )


@pytest.mark.parametrize(
    "path", ["/x.csv", "a//x.csv", "a/../x.csv", "./x.csv", "a\\x.csv", "a\nb.csv", "a./x.csv", "x ", "../x"]
)
def test_what_leads_out_of_the_folder_is_never_written(path: str) -> None:
    with pytest.raises(AddressTwice, match="cannot be written"):
        assemble([File(path, b"")])


def test_every_path_of_a_site_is_its_own() -> None:
    site = small_site()
    assert placed(site, {"index.md": "index.html"}, [], ["404.html"]) == [
        page for page in site.pages.values() if not page.added
    ]


def test_a_page_written_by_hand_is_named() -> None:
    with pytest.raises(AddressTwice, match=r"content/meetings\.md"):
        placed(small_site(), {"meetings.md": "meetings/index.html"}, [], [])
    with pytest.raises(AddressTwice, match=r"content/about\.md and content/about/index\.md"):
        placed(Site({}, {}), {"about.md": "about/index.html", "about/index.md": "about/index.html"}, [], [])


def test_old_addresses_break_out_of_no_line_for_hosts() -> None:
    """A space ends an address there, ``*`` and ``:`` stand for anything, and a line break begins another rule."""
    old, new = "old x *:splat 200!%.pdf", "new x *:splat 200!%.pdf"
    place = "to/#x y\n/* https://evil.example/:splat 200!\t%"
    parts = assemble([page("to/index.html"), File(new, b"1")])
    renderer = Renderer(TEMPLATES, river_valley(), TODAY)
    site = with_redirects(parts, [lead("old/", place), lead(old, new)], {}, renderer)
    lines = site.files["_redirects"].content.decode("ascii").splitlines()
    assert [line.split(" ")[2:] for line in lines] == [["301"], ["301"]]
    assert not set("*:") & set("".join(lines))
