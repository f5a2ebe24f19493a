"""Languages: their tags and alphabets, and texts that know in which languages they are."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest
from pydantic import ValidationError

from panelpapers.records import language
from panelpapers.records.agenda import AgendaItem
from panelpapers.records.language import Worded, language_of, marked, sort_key, unmarked, with_names_marked
from panelpapers.records.meeting import Matter
from panelpapers.records.panel import Edition, Panel
from panelpapers.records.paper import Abbreviation, Paper
from panelpapers.records.people import Person
from panelpapers.records.place import Place, TypedMap
from panelpapers.records.publication import Records
from panelpapers.records.regime import Customs, Regime
from panelpapers.records.versions import in_one_version, worded
from panelpapers.records.walk import walk
from panelpapers.words.format import capitalised

NOT_EXPLAINED: Final = "not written out in this paper"
PANEL: Final = Panel(
    name="Council", short_name="Council", area="A", about="A.", edition=Edition(statement="A.", made_from="A.")
)


def typed(**values: object) -> TypedMap:
    """Make a group of fields as it is typed."""
    group = TypedMap("a.yml", (1, 1, 1))
    for line, (name, value) in enumerate(values.items(), start=1):
        group.put(name, value, (line, 1, 1), (line, 9, 1))
    return group


@pytest.mark.parametrize(
    ("written", "tag"),
    {"cy": "cy", "DE-at": "de-AT", "sr-latn": "sr-Latn", "zh-hant-tw": "zh-Hant-TW", "es-419": "es-419"}.items(),
)
def test_a_tag_is_written_in_its_usual_letters(written: str, tag: str) -> None:
    assert language.as_tag(written) == tag


@pytest.mark.parametrize("written", ["xx", "de-XX", "sr-Xxxx", "Welsh", "und", "", "d", "de_AT"])
def test_a_tag_names_a_language_that_there_is(written: str) -> None:
    assert language.as_tag(written) is None


def test_a_language_has_an_english_name() -> None:
    assert [language.language_name(tag) for tag in ("cy", "de-CH", "gd")] == ["Welsh", "German", "Scottish Gaelic"]
    assert [language.tag_of(name) for name in ("Welsh", "german", "Elvish")] == ["cy", "de", None]


def test_pages_are_in_the_english_of_the_publication() -> None:
    assert [language.of_software(tag) for tag in ("en-US", "en", "cy")] == ["en-US", "en", "en-GB"]


@pytest.mark.parametrize(
    ("tag", "in_order"),
    [
        ("cy", ["Aber", "Cwm", "Chwilog", "Dolau", "Ddôl", "Gwent", "Ngwent", "Hafan", "Lôn", "Llan", "Ynys"]),
        ("de", ["Apfel", "Ärzte", "Auto", "Strasse 2", "Straße 3", "Zoo"]),
        ("sv", ["Apfel", "Zoo", "Åland", "Ängel", "Öland"]),
        ("nb", ["Apfel", "Zoo", "Ærlig", "Østre", "Årdal"]),
        ("en-GB", ["4 calls", "Aber", "Chair", "Éire", "Llan", "Lodge"]),
    ],
)
def test_a_language_sorts_by_its_alphabet(tag: str, in_order: list[str]) -> None:
    backwards = in_order[::-1]
    assert sorted(backwards, key=lambda text: sort_key(text, tag)) == in_order


def test_the_first_letter_is_one_of_the_alphabet() -> None:
    assert [language.first_letter(text, "cy") for text in ("llan", "Llan", "lôn", "4")] == ["Ll", "Ll", "L", "4"]
    assert [language.first_letter("Ängel", tag) for tag in ("sv", "de")] == ["Ä", "A"]


def test_a_text_in_two_languages_gives_sentences_the_english_one() -> None:
    text = Worded({"cy": "Cyngor <y>", "en": "Council"})
    assert (text, f"The {text}", text.foreign) == ("Council", "The Council", "")
    assert unmarked(text.__html__()) == "Cyngor &lt;y&gt; / Council"
    assert text.each(str.upper).versions == {"cy": "CYNGOR <Y>", "en": "COUNCIL"}
    assert unmarked(Worded({"de": "Erlengrund", "en": "Erlengrund"}).__html__()) == "Erlengrund"
    assert unmarked(capitalised(marked("der Rat", "de"))) == "Der Rat"


def test_a_text_in_another_language_is_marked_where_a_sentence_holds_it() -> None:
    text = Worded({"de": "Haushalt"})
    assert f"Item 2: {text}" == "Item 2: " + marked("Haushalt", "de") == "Item 2: %s" % text  # noqa: UP031
    assert unmarked(f"Item 2: {text}") == "Item 2: Haushalt"
    assert [language_of(each) for each in (text, f"2. {text}", f"Item 2: {text}", "Item 2")] == ["de", "de", "", ""]


def test_names_are_found_in_sentences_as_whole_words() -> None:
    names = {"Zahl": "de", "Zahl der Brände": "de"}
    assert with_names_marked("Zahl der brände, Zahlen", names) == marked("Zahl der brände", "de") + ", Zahlen"
    assert with_names_marked("Zahl", {}) == "Zahl"


def test_a_language_holds_for_all_groups_within() -> None:
    paragraphs = [typed(number="1", text="Eins."), typed(number="2", text="Two.", language="en")]
    section = typed(title="Teil", paragraphs=paragraphs)
    paper = Paper.model_validate(
        typed(title="Vorlage", language="de", kind="report", item="1", summary="Kurz.", background_papers="none")
        | {"sections": [section]}
    )
    said = {str(held.value): held.language for held in walk(paper) if held.field.has_language}
    assert said == {"Vorlage": "de", "Kurz.": "de", "Teil": "de", "Eins.": "de", "Two.": "en"}
    told = worded(paper, "en-GB")
    assert [type(text) for text in (told.title, told.sections[0].paragraphs[1].text)] == [Worded, str]
    assert in_one_version(told) == paper


def test_a_record_in_english_stays_as_it_is() -> None:
    item = AgendaItem.model_validate(typed(number="1", title="Apologies"))
    assert worded(item, "en-US") is item
    assert isinstance(worded(item, "cy").title, Worded)


def test_what_nobody_typed_and_words_of_the_software_are_in_english() -> None:
    regime = worded(Regime.model_validate(typed(name="Gemeinden", language="de", zone="Europe/Berlin")), "en-GB")
    assert [type(text) for text in (regime.name, regime.words.body, regime.private.kinds_of)] == [Worded, str, str]
    person = Person.model_validate(
        typed(id="ann", name="Ann", role="Mitglied")
        | {"terms": [typed(seat=seat, source="Blatt") for seat in ("Member", "Beirat")]}
    )
    assert [type(term.seat) for term in worded(person, "de").terms] == [str, Worded]
    told = [worded(Abbreviation(short="GO", long=long), "de").long for long in ("Gemeindeordnung", NOT_EXPLAINED)]
    assert [type(text) for text in told] == [Worded, str]


@pytest.mark.parametrize(
    ("of_panel", "of_regime", "language"), [(None, "de", "de"), ("cy", "de", "cy"), (None, None, "en-GB")]
)
def test_the_language_of_a_publication_is_that_of_the_panel_else_of_its_regime(
    of_panel: str | None, of_regime: str | None, language: str
) -> None:
    panel = PANEL.model_copy(update={"language": of_panel, "regime": "own" if of_regime else None})
    regimes = {"own": Regime(name="Own", language=of_regime, zone="UTC")} if of_regime else {}
    records = Records(panel=panel, regimes=regimes)
    assert (records.language, records.regime_on(date.max).language) == (language, language)


def test_customs_change_no_language_of_a_publication() -> None:
    customs = Customs.model_validate(typed(language="cy", currency="EUR"))
    regime = Regime(name="Own", language="de", zone="UTC").of_panel(None, customs)
    assert (regime.language, regime.currency) == ("de", "EUR")


def test_each_version_of_a_text_is_known_and_has_its_place() -> None:
    title = typed(CY="Ysgol", en="School")
    matter = Matter.model_validate(typed(id="school", title=title))
    assert (matter.title, matter.versions("title")) == ("School", {"cy": "Ysgol", "en": "School"})
    assert matter.at("title", "en") == Place("a.yml", 2, 9)
    other = matter.model_copy(update={"title": "Withdrawn"})
    assert other.versions("title") == {}


def test_no_version_is_lost_where_a_label_has_several() -> None:
    ann = Person.model_validate(
        typed(id="ann", name="Ann", role="Aelod", honours=typed(cy="YH", en="JP"), language="cy")
    )
    told = worded(ann, "en-GB")
    assert isinstance(told.honours, Worded)
    assert told.honours.versions == {"cy": "YH", "en": "JP"}
    assert type(worded(ann.model_copy(update={"honours": "OBE"}), "cy").honours) is str


def test_every_version_is_checked() -> None:
    with pytest.raises(ValidationError, match="looks like HTML"):
        Matter.model_validate(typed(id="school", title=typed(cy="Ysgol <b>", en="School")))


@pytest.mark.parametrize(
    "said",
    [
        *("an authority", "an élu", "an urban district", "an uninterested party", "a union", "a university seat"),
        *("a unanimous vote", "a user", "a European body", "a one-day seat", "an online seat", "an hour", "a house"),
        *("an honorary member", "a home", "an heir", "an MP", "an NHS trust", "a PCC", "a UK body", "an AGM"),
        *("an uninformed reader", "an usher", "an össze", "an onerous task", "an Objection", "an utter loss"),
        *("a veto", "a utility", "a Mayor", "an independent member", "a honey shop", "a USA trip"),
    ],
)
def test_an_article_is_that_of_the_sound(said: str) -> None:
    assert language.with_article(said.partition(" ")[2]) == said
