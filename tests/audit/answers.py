"""What people saw when they looked at what an engine cannot decide, and rules that are off, each with its reason.

A question without an answer here stands in the report as not looked at yet.
"""

from __future__ import annotations

AXE: dict[str, str] = {
    "hidden-content": (
        "Buttons that the chosen series has no use for, a sentence for paper, and the place for results before a "
        "search. Tests of the explorer, of print and of the search look at each of them when it is shown."
    ),
    "identical-links-same-purpose": (
        "A matter is called Work programme, as is the page in the list at the foot of each page. The headings over "
        "the two lists tell them apart."
    ),
}
"""Rule of axe-core: what was seen."""

IBM: dict[str, str] = {
    "element_tabbable_unobscured": (
        "Links that run over two lines: the boxes of neighbours touch, and none covers another. A walk with the Tab "
        "key on each kind of page sees that every stop is uncovered."
    ),
    "element_tabbable_visible": "The link that skips to the text is out of sight, and is seen once it has the focus.",
    "list_structure_proper": "Lists of terms, each pair in a group of its own, as HTML allows.",
    "style_color_misuse": "Every state is also a word. Links are underlined.",
    "style_focus_visible": "A walk with the Tab key on each kind of page measures a ring with a contrast of 3 to 1.",
    "style_highcontrast_visible": "Each kind of page is tested in forced colours.",
    "style_viewport_resizable": "Sizes mix the width of the window with a size that grows with zoom; 400% is tested.",
    "text_block_heading": (
        "Labels of one paragraph or one short list, under a heading of their own: Answer, Editor's note, Wrong, "
        "Right. As headings they would drown the list of headings."
    ),
    "text_quoted_correctly": "Names, single words and buttons as they are written, not what somebody said.",
    "text_sensory_misuse": (
        "Words of sense and of number, such as the right time, a lower rate, above the average. The field for "
        "searching is at the top of each page, and has a name too."
    ),
    "widget_tabbable_exists": (
        "The numbers of paragraphs are links for the mouse, left out of the order of the Tab key on long papers. The "
        "same links stand together under Links to single paragraphs, where the Tab key reaches them."
    ),
}
"""Rule of IBM Equal Access: what was seen."""

IBM_OFF: dict[str, str] = {
    "element_attribute_deprecated": (
        "it takes http-equiv for outdated, by which each page states its content security policy as the standard of "
        "HTML has it; the Nu checker and html-validate see to attributes"
    ),
    "aria_content_in_landmark": (
        "it refuses the link that skips to the text, which stands before everything else on purpose; the rule region "
        "of axe-core sees to all other content"
    ),
    "element_tabbable_role_valid": (
        "it refuses the regions around wide tables, which take the focus so that they can be scrolled by keyboard; "
        "the rule scrollable-region-focusable of axe-core asks for that"
    ),
}
"""Rules of IBM Equal Access that are off, with the reason."""
