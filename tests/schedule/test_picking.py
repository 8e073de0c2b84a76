import json

import pytest
from django.core.exceptions import ValidationError

from schedule.details import Part
from schedule.forms.picking import ChairPick, PartsPick, parts_of, token
from schedule.forms.steps import as_data
from schedule.who import MOST
from tests.factories import OfficeFactory, OfficerFactory
from tests.schedule.sittings import chair

pytestmark = pytest.mark.django_db


def test_a_part_travels_through_the_form_whole():
    parts = [
        Part("উপসচিব", officer=OfficerFactory(), line=7),
        Part("শাখা", office=OfficeFactory()),
        Part("ড. করিম", email="k@du.ac.bd"),
    ]
    assert parts_of([token(part) for part in parts]) == parts


@pytest.mark.parametrize(
    "said",
    [
        "",
        "ক",
        "[]",
        "null",
        "1",
        "{}",
        "[" * 1500,
        '{"name": ""}',
        '{"name": 4}',
        '{"name": "\\u200f"}',
        '{"name": "\\ud800"}',
        '{"name": "a", "officer": "1"}',
        '{"name": "a", "officer": true}',
        '{"name": "a", "officer": 9223372036854775808}',
        '{"name": "a", "line": -1}',
        '{"name": "a", "email": "\\u0000"}',
        '{"name": "a", "email": 3}',
        '{"name": "a", "officer": 1, "office": 1}',
        json.dumps({"name": "a" * 251}),
    ],
)
def test_what_is_no_part_is_left_out(said):
    assert parts_of([said]) == []


def test_keys_of_nobody_leave_the_name():
    assert parts_of(['{"name": "a", "officer": 999999}']) == [Part("a")]


def test_control_signs_go_from_names():
    assert parts_of([json.dumps({"name": "ক\x00\u202e  খ"})]) == [Part("ক খ")]


def test_no_more_than_the_most_are_read():
    assert len(parts_of([token(Part("a"))] * (MOST + 5))) == MOST


class TestChairPick:
    def test_nobody_yet(self):
        pick = ChairPick(as_data({}))
        assert (pick.part, pick.token, pick.outside) == (None, "", False)
        with pytest.raises(ValidationError):
            pick.settle()

    def test_an_office_does_not_chair(self):
        said = token(Part("শাখা", office=OfficeFactory()))
        assert ChairPick(as_data({"chair": said})).token == ""

    def test_one_who_is_meant_beyond_doubt_needs_no_choosing(self):
        known = chair("করিম", shown_as="মাননীয় মন্ত্রী")
        pick = ChairPick(as_data({"chair_text": "মন্ত্রী"}))
        pick.settle()
        assert pick.part == Part("মাননীয় মন্ত্রী", officer=known.officer)

    def test_of_several_none_is_taken(self, in_english):
        chair("করিম", shown_as="মাননীয় মন্ত্রী")
        chair("রহিম", shown_as="মাননীয় প্রতিমন্ত্রী")
        pick = ChairPick(as_data({"chair_text": "মাননীয়"}))
        with pytest.raises(ValidationError) as refused:
            pick.settle()
        assert refused.value.messages == ["Choose from the list whom you mean."]
        assert [one.note for one in pick.choices] == ["করিম", "রহিম"]

    def test_nobody_is_made_of_a_text(self):
        with pytest.raises(ValidationError):
            ChairPick(as_data({"chair_text": "অচেনা"})).settle()


class TestPartsPick:
    def test_a_text_becomes_chips_each_once(self):
        office = OfficeFactory(name_bn="নীতি শাখা")
        pick = PartsPick(as_data({"parts_text": "নীতি শাখা, ক\nনীতি শাখা"}))
        pick.take_text()
        assert (pick.parts, pick.text) == (
            [Part("নীতি শাখা", office=office), Part("ক")],
            "",
        )

    def test_of_those_just_added_it_is_asked_who_may_be_meant(self):
        OfficeFactory(name_bn="নীতি শাখা")
        said = {"part": [token(Part("নীতি"))], "parts_text": "নীতি\nঅর্থ"}
        pick = PartsPick(as_data(said | {"parts_text": "শাখা"}))
        pick.take_text()
        names = [[one.name for one in chip.maybe] for chip in pick.chosen]
        assert names == [[], ["নীতি শাখা"]]
        assert pick.doubtful

    def test_one_is_taken_in_place_of_what_is_being_typed(self):
        pick = PartsPick(as_data({"parts_text": "ক\nখ, নী"}))
        pick.take(token(Part("নীতি শাখা")))
        assert (pick.parts, pick.text) == ([Part("নীতি শাখা")], "ক\nখ")

    def test_the_name_being_typed_is_looked_for(self):
        OfficeFactory(name_bn="নীতি শাখা")
        pick = PartsPick(as_data({"parts_text": "আইন শাখা, নীতি"}))
        assert [one.name for one in pick.choices] == ["নীতি শাখা"]

    @pytest.mark.parametrize("place", [None, 1, 99])
    def test_places_that_are_none_change_nothing(self, place):
        pick = PartsPick(as_data({"part": [token(Part("ক"))]}))
        pick.drop(place)
        pick.swap(place, token(Part("খ")))
        assert pick.parts == [Part("ক")]

    def test_one_is_swapped_and_dropped(self):
        pick = PartsPick(as_data({"part": [token(Part("ক")), token(Part("খ"))]}))
        pick.swap(0, token(Part("গ")))
        pick.swap(0, "nonsense")
        pick.drop(1)
        assert pick.parts == [Part("গ")]

    @pytest.mark.parametrize(
        "text", ["ক" * 251, "\n".join(f"ক{n}" for n in range(MOST + 1))]
    )
    def test_too_much_is_refused_and_kept(self, text):
        pick = PartsPick(as_data({"parts_text": text}))
        with pytest.raises(ValidationError):
            pick.take_text()
        assert (pick.parts, pick.text) == ([], text)
