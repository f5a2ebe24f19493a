"""How drafts of one file are put together."""

from __future__ import annotations

from panelpapers.importing.drafts import Draft, merged


def test_lists_follow_one_another_and_what_is_about_one_person_is_one_entry() -> None:
    listed = Draft("minutes.yml", {"present": [{"person": "ann-ash", "role": "Chair"}, {"person": "bo-beck"}]})
    left = Draft("minutes.yml", {"present": [{"person": "ann-ash", "left": "20:40"}], "closed": "21:00"})

    assert merged([listed, left]) == (
        Draft(
            "minutes.yml",
            {
                "present": [{"person": "ann-ash", "role": "Chair", "left": "20:40"}, {"person": "bo-beck"}],
                "closed": "21:00",
            },
        ),
    )


def test_a_second_text_for_a_field_is_lost_to_nobody() -> None:
    first = Draft("action-tracker.yml", {"introduction": "Updated in May.", "updates": [{"text": "Done."}]})
    second = Draft("action-tracker.yml", {"introduction": "Open only.", "updates": [{"text": "Begun."}]})
    (draft,) = merged([first, second])

    assert draft.fields == {
        "introduction": "Updated in May.",
        "updates": [{"text": "Done."}, {"text": "Begun."}],
        "notes": "Another introduction: Open only.",
    }


def test_files_come_in_the_order_in_which_rules_first_named_them() -> None:
    drafts = [Draft("b.yml", {"x": 1}), Draft("a.yml", {"x": 1}), Draft("b.yml", {"y": 2})]

    assert [draft.path for draft in merged(drafts)] == ["b.yml", "a.yml"]
