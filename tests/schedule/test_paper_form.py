"""The form of a paper: which parts each kind has, and how they are cleaned."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from schedule.forms.paper import (
    ASKED,
    LinesField,
    PaperForm,
    ProseField,
    SignatoryForm,
)
from schedule.forms.text import TextsForm
from schedule.models import PaperKind
from schedule.paper.texts import TEXTS

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("in_english")]
LETTER = {
    "number": "৩৬.৪১",
    "dated": "১২/০২/২০১৭",
    "heading": "সভার নোটিশ",
    "sentence": "সভা হবে।",
    "request": "আসুন।",
    "signed_post": "উপসচিব",
    "letterhead": "শিল্প মন্ত্রণালয়",
    "seen": "3",
}


def form(kind="notice", **values):
    return PaperForm(LETTER | values, kind=kind, initial={})


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ("এক\nদুই", ["এক", "দুই"]),
        ("এক\r\nদুই\r\n", ["এক", "দুই"]),
        ("\n\n  এক   দুই  \n\n", ["এক দুই"]),
        ("এক\u2028দুই", ["এক", "দুই"]),
        ("\u200bএক\ufeff", ["এক"]),
        (" | \n||\nএক | ", ["এক |"]),
        ("", []),
        (None, []),
    ],
)
def test_lines_are_cleaned_one_by_one(typed, lines):
    assert LinesField(required=False).clean(typed) == lines


def test_prose_is_on_one_line():
    assert ProseField().clean("এক\nদুই  তিন") == "এক দুই তিন"


@pytest.mark.parametrize("typed", ["", "  \n ", "|"])
@pytest.mark.parametrize("field", [LinesField, ProseField])
def test_what_must_be_said_must_say_something(field, typed):
    with pytest.raises(ValidationError) as error:
        field().clean(typed)
    assert error.value.messages == ["This field is required."]


def test_a_line_may_be_as_long_as_its_field_says():
    assert LinesField(longest=5).clean("ক" * 5) == ["ক" * 5]
    with pytest.raises(ValidationError) as error:
        LinesField(longest=5).clean("ক\n" + "খ" * 6)
    assert error.value.messages == [
        "A line is longer than 5 characters; shorten it: খখখখখখ…"
    ]


def test_a_list_is_shown_as_lines_and_what_was_typed_as_it_was():
    field = LinesField()
    assert field.prepare_value(["এক", "দুই"]) == "এক\nদুই"
    assert field.prepare_value("এক\n\nদুই") == "এক\n\nদুই"
    assert field.prepare_value(None) is None


def test_hostile_lengths_are_refused():
    with pytest.raises(ValidationError):
        LinesField().clean("ক" * 30_001)


@pytest.mark.parametrize("kind", PaperKind)
def test_each_kind_asks_for_its_parts_and_no_others(kind):
    asked = {name for group in ASKED[kind].values() for name in group}
    made = PaperForm(kind=kind, initial={})
    assert {*made.fields} == asked | {"seen"}
    shown = {field.name for _name, _title, fields in made.groups for field in fields}
    assert shown | {field.name for field in made.head} == asked


@pytest.mark.parametrize("kind", PaperKind)
def test_all_fields_that_a_kind_asks_for_have_a_name_on_the_screen(kind):
    made = PaperForm(kind=kind, initial={})
    assert [f.name for f in made.visible_fields() if not f.label] == []


def test_groups_come_in_the_order_of_a_letter():
    names = [name for name, _title, _fields in form().groups]
    assert names == ["number", "words", "signed", "to"]
    plates = PaperForm(kind="plates", initial={})
    assert [name for name, _title, _fields in plates.groups] == ["words"]
    assert plates.head == []


def test_the_values_are_what_the_paper_is_made_of():
    made = form(agenda="এক\nদুই", by_order="on")
    assert made.is_valid(), made.errors
    assert made.values == {
        "number": "৩৬.৪১",
        "dated": date(2017, 2, 12),
        "with_bangla_date": False,
        "heading": "সভার নোটিশ",
        "subject": "",
        "sentence": "সভা হবে।",
        "agenda": ["এক", "দুই"],
        "show_link": False,
        "request": "আসুন।",
        "by_order": True,
        "signed_name": "",
        "signed_post": "উপসচিব",
        "signed_office": "",
        "signed_phone": "",
        "signed_email": "",
        "recipients": [],
        "copies": [],
        "letterhead": ["শিল্প মন্ত্রণালয়"],
    }
    assert made.cleaned_data["seen"] == 3


def test_a_change_must_say_what_it_is_about_and_a_notice_need_not():
    assert form("cancelled").errors == {"subject": ["This field is required."]}
    assert form("notice").errors == {}


@pytest.mark.parametrize(("spare", "error"), [("০", None), ("১০০", None), ("১০১", "≤")])
def test_empty_rows_are_bounded_in_either_script(spare, error):
    made = PaperForm(LETTER | {"spare": spare}, kind="attendance", initial={})
    assert made.is_valid() == (error is None)


def test_a_list_may_be_of_nobody_and_plates_may_not():
    lists = PaperForm(LETTER | {"spare": "5"}, kind="attendance", initial={})
    assert lists.is_valid()
    plates = PaperForm({"seen": "0"}, kind="plates", initial={})
    assert plates.errors == {"people": ["This field is required."]}


def test_help_for_persons_says_what_each_paper_takes():
    helps = {
        kind: str(PaperForm(kind=kind, initial={}).fields["people"].help_text)
        for kind in ("attendance", "plates")
    }
    assert helps["plates"] == "One plate a line: name | post | office."
    assert helps["attendance"].startswith("One person a line: name | post | office")


def test_a_form_of_one_kind_leaves_the_others_alone():
    PaperForm(kind="plates", initial={})
    assert PaperForm.base_fields["people"].help_text == ""
    assert not PaperForm.base_fields["people"].required


def test_nobody_chosen_signs_nothing():
    assert SignatoryForm({"signatory": ""}, entries=[]).taken == {}
    assert SignatoryForm({"signatory": "7"}, entries=[]).taken == {}
    assert SignatoryForm(entries=[]).taken == {}


@pytest.mark.parametrize("kind", TEXTS)
def test_texts_take_their_own_words_unchanged(kind):
    texts = {key: text.default for key, text in TEXTS[kind].items()}
    made = TextsForm(texts, kind=kind, texts=texts)
    assert made.is_valid(), made.errors
    assert made.cleaned_data == texts


def test_all_wrong_texts_are_told_at_once():
    made = TextsForm(
        {"heading": "{ক}", "sentence": "{খ}", "request": "ক" * 3001},
        kind="notice",
        texts=dict.fromkeys(TEXTS["notice"], ""),
    )
    assert set(made.errors) == {"heading", "sentence", "request"}
