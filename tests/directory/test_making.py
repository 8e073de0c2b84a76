"""What a publication makes: each office and designation once, where it belongs."""

import pytest

from directory.making import make_designations, make_offices
from directory.models import Designation
from innovation_portal.models import Office
from tests.directory.lists import line
from tests.directory.uploads import compared, csv_file
from tests.factories import OfficeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def ministry():
    return OfficeFactory(name_bn="মন্ত্রণালয়", kind=Office.Kind.MINISTRY)


def made(*rows):
    upload = compared(csv_file(*rows))
    return {
        (place["wing"], place["section"]): Office.objects.get(pk=place["office"])
        for place in make_offices(upload)
    }


def test_a_wing_and_its_sections(ministry):
    places = made(
        line("ক", wing="নতুন অনুবিভাগ"),
        line("খ", wing="নতুন অনুবিভাগ", section="হিসাব শাখা"),
        line("গ", wing="নতুন অনুবিভাগ", section="আইসিটি অধিশাখা"),
    )
    wing = places["নতুন অনুবিভাগ", ""]
    assert (wing.parent, wing.kind) == (ministry, Office.Kind.WING)
    section = places["নতুন অনুবিভাগ", "হিসাব শাখা"]
    assert (section.parent, section.kind) == (wing, Office.Kind.SECTION)
    assert places["নতুন অনুবিভাগ", "আইসিটি অধিশাখা"].kind == Office.Kind.BRANCH
    assert section.path == f"{wing.path}{section.pk}/"


def test_sections_of_one_name_in_two_wings_are_two(ministry):
    places = made(
        line("ক", wing="প্রথম", section="হিসাব শাখা"),
        line("খ", wing="দ্বিতীয়", section="হিসাব শাখা"),
    )
    assert places["প্রথম", "হিসাব শাখা"] != places["দ্বিতীয়", "হিসাব শাখা"]


def test_a_new_section_of_a_known_wing(ministry):
    wing = OfficeFactory(parent=ministry, name_bn="প্রশাসন")
    places = made(line("ক", wing="প্রশাসন", section="নতুন শাখা"))
    assert places["প্রশাসন", "নতুন শাখা"].parent == wing
    assert Office.objects.filter(name_bn="প্রশাসন").count() == 1


def test_new_offices_come_after_those_that_were(ministry):
    OfficeFactory(parent=ministry, name_bn="প্রশাসন", order=9)
    places = made(line("ক", wing="নতুন"))
    assert places["নতুন", ""].order > 9


def test_new_offices_stand_in_the_order_of_the_list(ministry):
    sections = ["শাখা-২", "শাখা-১০", "শাখা-১"]
    made(*(line(name, wing="নতুন", section=name) for name in [*sections, "শাখা-২"]))
    names = Office.objects.in_order().values_list("name_bn", flat=True)
    assert list(names) == ["মন্ত্রণালয়", "নতুন", *sections]


def test_known_offices_are_left_alone(ministry):
    OfficeFactory(parent=ministry, name_bn="প্রশাসন")
    assert made(line("ক", wing="প্রশাসন")) == {}
    assert Office.objects.count() == 2


def test_what_is_made_is_in_the_record(ministry):
    wing = made(line("ক", wing="নতুন"))["নতুন", ""]
    assert [event.pgh_label for event in wing.events.all()] == ["insert"]


def test_designations_by_their_title_once(ministry):
    rows = (
        line("ক", "পরিচালক (অর্থ)"),
        line("খ", "পরিচালক, এনপিও"),
        line("", "অভ্যর্থনা", office="9551612"),
    )
    posts = make_designations(compared(csv_file(*rows)))
    director = Designation.objects.get()
    assert director.name_bn == "পরিচালক"
    assert {post["post"]: post["designation"] for post in posts} == {
        "পরিচালক (অর্থ)": director.pk,
        "পরিচালক, এনপিও": director.pk,
    }
