"""Those invited, as the list has them on the day of the paper."""

import pytest

from directory.models import Hidden
from schedule.actions.sitting import change, postpone
from schedule.details import Details, Part
from schedule.invited import facts_of, recipients, signatories
from schedule.paper.facts import Invited
from tests.directory.entries import edition, entry
from tests.factories import OfficeFactory, OfficerFactory
from tests.schedule.papers import made_paper
from tests.schedule.sittings import at, room, sitting

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer():
    edition()
    return OfficerFactory(name="আব্দুল করিম", honorific="জনাব")


def listed(officer, **texts):
    said = {
        "honorific": officer.honorific,
        "post": "উপসচিব",
        "section": "বাজেট শাখা",
        "mobile": "০১৭১১-১২৩৪৫৬",
        "email": "ds@moind.gov.bd",
    }
    return entry(officer.name, officer=officer, **said | texts)


def invited(*parts):
    return facts_of(sitting(parts=parts)).invited


def test_an_officer_comes_with_his_line(officer):
    listed(officer)
    assert invited(Part("উপসচিব (বাজেট)", officer=officer)) == (
        Invited(
            "জনাব আব্দুল করিম",
            "উপসচিব",
            "বাজেট শাখা",
            "০১৭১১-১২৩৪৫৬",
            "ds@moind.gov.bd",
        ),
    )


def test_what_visitors_may_not_see_is_on_no_paper(officer):
    line = listed(officer)
    Hidden.objects.create(column="mobile", line=line.line)
    assert [one.mobile for one in invited(Part("ক", officer=officer))] == [""]


def test_a_post_comes_with_its_present_holder(officer):
    line = listed(officer, last=1)
    edition(2)
    listed(OfficerFactory(name="নতুন কর্মকর্তা"), first=2, line=line.line)
    (one,) = invited(Part("উপসচিব", officer=officer, line=line.line))
    assert one.name == "নতুন কর্মকর্তা"


def test_an_officer_is_found_under_his_other_spelling(officer):
    other = OfficerFactory(name="আবদুল করিম", same_as=officer)
    listed(other)
    (one,) = invited(Part("ক", officer=officer))
    assert one.post == "উপসচিব"


def test_of_two_charges_the_first_line_counts(officer):
    listed(officer, post="উপসচিব")
    listed(officer, post="প্রকল্প পরিচালক")
    (one,) = invited(Part("ক", officer=officer))
    assert one.post == "উপসচিব"


def test_an_office_and_an_outsider_are_told_as_printed():
    office = OfficeFactory()
    found = invited(Part("বিসিআইসি", office=office), Part("জনাব রহিম, এফবিসিসিআই"))
    assert found == (Invited(office="বিসিআইসি"), Invited(office="জনাব রহিম, এফবিসিসিআই"))


def test_letters_go_to_posts(officer):
    listed(officer)
    facts = facts_of(
        sitting(parts=(Part("ক", officer=officer), Part("চেয়ারম্যান, বিসিআইসি")))
    )
    assert recipients(facts) == ["উপসচিব, বাজেট শাখা", "চেয়ারম্যান, বিসিআইসি"]


def test_the_questions_do_not_grow_with_those_invited(
    officer, django_assert_max_num_queries
):
    listed(officer)
    many = sitting(parts=tuple(Part(f"ক {n}", officer=officer) for n in range(20)))
    with django_assert_max_num_queries(12):
        facts_of(many)


def test_the_room_is_told_with_its_whereabouts():
    held = sitting(room=room(name_bn="সভাকক্ষ", whereabouts="কক্ষ নম্বর ৪০১, ৪র্থ তলা"))
    assert facts_of(held).place == "সভাকক্ষ, কক্ষ নম্বর ৪০১, ৪র্থ তলা"
    assert facts_of(sitting(place="বিসিক ভবন")).place == "বিসিক ভবন"


def moved(one, clock, place):
    said = Details.of(one)
    fields = {name: getattr(said, name) for name in said.__dataclass_fields__}
    fields |= {"begins": at(clock), "ends": at("17:00"), "room": None, "place": place}
    return change(
        sitting=one, sequence=one.sequence, details=Details(**fields), by=None
    )


def test_a_moved_sitting_tells_from_where():
    one = sitting("10:00", place="ক")
    facts = facts_of(moved(one, "15:00", "খ"))
    assert (facts.before, facts.place_before) == (at("10:00"), "ক")


def test_a_letter_passes_over_a_move_that_nobody_heard_of():
    one = sitting("10:00", place="ক")
    made_paper(one)
    one = moved(moved(one, "15:00", "খ"), "16:00", "গ")
    assert facts_of(one).before == at("10:00")
    made_paper(one, kind="moved")
    one = moved(one, "14:00", "ঘ")
    assert facts_of(one).before == at("16:00")


def test_a_postponed_sitting_was_where_it_was_last():
    one = moved(sitting("10:00", place="ক"), "15:00", "খ")
    one = postpone(sitting=one, sequence=one.sequence, reason="সফর", by=None)
    facts = facts_of(one)
    assert (facts.before, facts.reason) == (None, "সফর")
    assert facts.words["আগের সময়"] == "বিকাল ৩ ঘটিকা"


def test_the_first_letter_is_the_one_entered_or_the_one_made():
    assert facts_of(sitting(letter_number="৩৬.১")).first_number == "৩৬.১"
    one = sitting()
    made_paper(one, number="")
    made_paper(one, number="৩৬.")
    assert facts_of(one).first_number == ""
    made_paper(one, number="৩৬.২")
    made_paper(one, number="৩৬.৩")
    assert facts_of(one).first_number == "৩৬.২"


def test_officers_of_the_office_may_sign_and_staff_may_not(officer):
    office = OfficeFactory()
    below = OfficeFactory(parent=office)
    listed(officer, office=below)
    listed(OfficerFactory(), office=below, post="অফিস সহায়ক")
    listed(OfficerFactory(), office=OfficeFactory())
    assert [one.officer for one in signatories(office)] == [officer]
