"""The words of papers, with names in braces."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from schedule.paper.texts import OF_ALL, TEXTS, filled, known

EVERY = [(kind, key) for kind, texts in TEXTS.items() for key in texts]


@pytest.mark.parametrize(("kind", "key"), EVERY)
def test_the_portals_own_words_are_such_as_a_clerk_may_write(kind, key):
    text = TEXTS[kind][key]
    assert known(text.default, text.places) == text.default


def test_names_are_put_in():
    said = {"সভা": "মাসিক সভা", "সভাপতি": "সচিব মহোদয়"}
    text = "{সভা} { সভাপতি }-এর সভাপতিত্বে।"
    assert filled(text, said) == "মাসিক সভা সচিব মহোদয়-এর সভাপতিত্বে।"


def test_a_name_without_a_value_leaves_no_hole():
    assert filled("ক {কারণ} খ\n{দপ্তর}", {}) == "ক খ"


def test_a_value_with_braces_is_not_read_again():
    assert filled("{বিষয়}", {"বিষয়": "{সভা}", "সভা": "ক"}) == "{সভা}"


def test_both_spellings_of_a_letter_are_the_same_name():
    """য় is one character on some keyboards and two on others."""
    assert filled("{বিষ\u09df}", {"বিষ\u09af\u09bc": "ক"}) == "ক"
    assert known("{বিষ\u09df}", OF_ALL) == "{বিষ\u09af\u09bc}"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "{সভাকক্ষ}",
            "No paper knows what to write for {সভাকক্ষ}. These names can be used: "
            "{বিষয়}, {সভা}",
        ),
        (
            "সভা} হবে",
            "A brace stands alone. Write a name between two braces, like {বিষয়}.",
        ),
        (
            "{{বিষয়}}",
            "A brace stands alone. Write a name between two braces, like {বিষয়}.",
        ),
    ],
)
def test_what_no_paper_knows_is_refused_with_a_sentence(text, told):
    with translation.override("en"), pytest.raises(ValidationError) as error:
        known(text, ("বিষয়", "সভা"))
    assert error.value.messages == [told]


def test_a_heading_takes_no_names():
    with translation.override("en"), pytest.raises(ValidationError) as error:
        known("{বিষয়}", ())
    assert error.value.messages == [
        "This text is printed as it stands; take out the braces."
    ]


def test_hostile_braces_are_refused_soon():
    with pytest.raises(ValidationError):
        known("{" * 100_000, OF_ALL)
