"""Passes of matching: the surest mark first, unique matches only."""

from directory.matching import MOST, Marks, match

KARIM = Marks("k@x.bd", "01711", "karim", 1, "ds", "405", "123")


def pairs(coming, known, **rest):
    return match(coming, known, **rest)[0]


def test_by_email_whatever_else_changed():
    assert pairs([Marks("k@x.bd", "019", "rahim", 2)], [KARIM]) == {0: 0}


def test_by_mobile_in_another_office():
    assert pairs([Marks("", "01711", "karim", 2)], [KARIM]) == {0: 0}


def test_by_name_only_within_the_office():
    assert pairs([Marks(name="karim", office=1)], [KARIM]) == {0: 0}
    assert pairs([Marks(name="karim", office=2)], [KARIM]) == {}


def test_by_post_with_the_same_room_or_extension():
    assert pairs([Marks(office=1, post="ds", room="405")], [KARIM]) == {0: 0}
    assert pairs([Marks(office=1, post="ds", extension="123")], [KARIM]) == {0: 0}
    assert pairs([Marks(office=1, post="ds", room="406")], [KARIM]) == {}


def test_empty_marks_match_nothing():
    assert pairs([Marks()], [Marks()]) == {}
    assert pairs([Marks(office=1)], [Marks(office=1)]) == {}


def test_an_additional_charge_is_matched_by_name_in_its_office():
    here = Marks("k@x.bd", "01711", "karim", 1, "ds")
    there = Marks("k@x.bd", "01711", "karim", 2, "ds add")
    assert pairs([there, here], [here, there]) == {0: 1, 1: 0}


def test_a_surer_match_leaves_the_weaker_one_unique():
    twins = [Marks("a@x.bd", name="karim", office=1), Marks(name="karim", office=1)]
    coming = [Marks(name="karim", office=1), Marks("a@x.bd", name="karim", office=1)]
    assert pairs(coming, twins) == {1: 0, 0: 1}


def test_what_is_ambiguous_is_offered_and_not_matched():
    twin = Marks(name="karim", office=1)
    assert match([twin], [twin, twin]) == ({}, {0: [0, 1]})


def test_a_choice_by_hand_counts_first():
    twin = Marks(name="karim", office=1)
    assert match([twin], [twin, twin], {0: 1}) == ({0: 1}, {})


def test_a_new_line_by_hand_continues_none():
    assert match([KARIM], [KARIM], {0: None}) == ({}, {})


def test_a_mark_that_very_many_share_tells_none_of_them():
    twin = Marks("info@x.bd")
    assert len(match([twin], [twin] * MOST)[1][0]) == MOST
    assert match([twin], [twin] * (MOST + 1)) == ({}, {})
