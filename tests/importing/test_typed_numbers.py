"""Numbers that were typed before a text, told from words, sums, dates and hours that only look like one."""

from __future__ import annotations

import pytest

from panelpapers.importing.numbers import split_bullet, split_number

NUMBERS = """
901<tab>Notice | 901  Notice | 901 NOTICE OF RECORDING | 12A APOLOGIES | 12a<tab>Apologies | 905ii<tab>note
1. Purpose | 1.  Purpose | 7A. Purpose | B.<tab>Hearings | A. CONSENT CALENDAR | A<tab>CONSENT
iv. note | II. Background
1.1 The report | 1.1<tab>the report | 23.1.4. The | 10.30 Registration | 1.1.1.1<tab>deep
(a) note | (aa) note | a) note | iv) note | (IV) note | 12) note | 8 a) Draft | 8 a)<tab>Draft | 8(a)<tab>Draft
2.1 (a) note | 8.(a) Draft | 2.1(a)(i) note
A-1 APPROVAL OF | CS-2<tab>Conference | S1<tab>Vacancies | 24/15<tab>Apologies | 24/15 APOLOGIES | 24/15. Apologies
C12/25<tab>Minutes | 2024/31<tab>Plan
"""
"""The number is what stands before the gap: the last blank, or the tab, before the words."""

WORDS = """
30 members attended | 2025 budget | 1 Purpose | A motion was lost | A VOTE OF THANKS | J. Smith spoke | A. Smith
e.g. this | p.m. today | U.S. Army | (UK) Ltd | (no) change | Item 5 | 3.5 million | 10.00 am | 14.00<tab>Apologies
14:00<tab>Apologies
12 JULY 2025 | 12 May | 12/05/2024<tab>Report | 100<tab>200<tab>300 | 2019<tab>45 | £5<tab>x | 1st prize | 901 | (a)
"""


def listed(table: str) -> list[str]:
    return [each.strip().replace("<tab>", "\t") for each in table.replace("\n", " | ").split(" | ") if each.strip()]


@pytest.mark.parametrize("text", listed(NUMBERS))
def test_a_number_is_parted_from_the_text(text: str) -> None:
    number, rest = split_number(text)
    assert number
    assert f"{number}{rest}" == text.replace("\t", "").replace("  ", "").replace(f"{number} ", number)
    assert rest[0].isalpha()
    assert not any(word.isdigit() for word in rest.split())


@pytest.mark.parametrize("text", listed(WORDS))
def test_what_only_looks_like_a_number_stays(text: str) -> None:
    assert split_number(text) == ("", text)


@pytest.mark.parametrize("text", ["• note", "•note", "-\tnote", "–  note"])
def test_a_bullet_is_taken_from_the_text(text: str) -> None:
    assert split_bullet(text) == (True, "note")


@pytest.mark.parametrize("text", ["- note", "–", "o note"])
def test_a_sign_of_a_sentence_is_no_bullet(text: str) -> None:
    assert split_bullet(text) == (False, text)
