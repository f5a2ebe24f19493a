"""The marks of languages become attributes of elements, and never one within another."""

from __future__ import annotations

from jinja2 import Environment
from markupsafe import Markup

from panelpapers.pages.languages import in_language, in_languages, said
from panelpapers.pages.passage import passage, passage_as_text, passage_of_value
from panelpapers.pages.rendering import environment
from panelpapers.records.language import Worded, marked, unmarked
from tests.bodies import TEMPLATES

TEXT = Worded({"cy": "Croeso & hwyl", "en": "Welcome"})


def templates() -> Environment:
    return environment(TEMPLATES)


def test_a_marked_text_stands_in_an_element_of_its_language() -> None:
    html = f"<h2>Item 2: {marked('Cofnodion', 'cy')}</h2>"
    assert in_languages(html, templates()) == '<h2>Item 2: <span lang="cy">Cofnodion</span></h2>'


def test_a_language_that_is_written_from_right_to_left_says_so() -> None:
    html = in_languages(marked("שלום", "he"), templates())
    assert html == '<span lang="he" dir="rtl">שלום</span>'


def test_an_attribute_loses_its_marks() -> None:
    html = f'<a aria-label="{marked("Cofnodion", "cy")}">{marked("Cofnodion", "cy")}</a>'
    assert in_languages(html, templates()) == '<a aria-label="Cofnodion"><span lang="cy">Cofnodion</span></a>'


def test_what_a_template_prints_is_escaped_once() -> None:
    assert said(TEXT, templates()) == Markup('<span lang="cy">Croeso &amp; hwyl</span> / Welcome')
    assert said("a & b", templates()) == "a & b"
    assert not isinstance(said("a & b", templates()), Markup)
    assert said(7, templates()) == 7


def test_each_block_of_a_page_written_by_hand_says_its_language() -> None:
    html = "<h1>Amdanom ni</h1>\n<p>Testun <em>pwysig</em>.</p>"
    assert in_language(html, "cy") == '<h1 lang="cy">Amdanom ni</h1>\n<p lang="cy">Testun <em>pwysig</em>.</p>'
    assert in_language(html, "en-GB") == html
    assert in_language("", "cy") == ""


def test_a_passage_has_its_versions_one_after_the_other() -> None:
    text = Worded({"cy": "Un.\n\nDau.", "en": "One."})
    assert passage(text, "") == '<p lang="cy">Un.</p>\n<p lang="cy">Dau.</p>\n<p>One.</p>'
    value = in_languages(passage_of_value(text, ""), templates())
    assert value == '<span lang="cy">Un.</span><p lang="cy">Dau.</p><p>One.</p>'
    assert unmarked(passage_as_text(text)) == "Un.\nDau. / One."


def test_a_value_that_begins_with_a_list_says_its_language_on_the_list() -> None:
    value = passage_of_value(Worded({"cy": "- Un\n- Dau"}), "")
    assert value.startswith('<ul lang="cy">')
