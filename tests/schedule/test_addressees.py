"""Which address reaches whom: by the directory as it stands."""

import pytest

from schedule.addressees import Addressee, addressees_of
from schedule.details import Part
from tests.directory import entries
from tests.factories import DesignationFactory, OfficeFactory, OfficerFactory
from tests.schedule.sittings import chair, sitting

pytestmark = pytest.mark.django_db
RAHIM, KARIM = "rahim@moind.gov.bd", "karim@moind.gov.bd"


@pytest.fixture(autouse=True)
def edition(db):
    return entries.edition()


def reached(*parts, **values):
    return [*addressees_of(sitting(parts=parts, **values))]


def test_officer_is_reached_as_the_directory_says():
    officer = OfficerFactory()
    entries.entry("রহিম", officer=officer, email=RAHIM)
    assert reached(Part("রহিম", officer=officer)) == [RAHIM]


def test_officer_is_reached_under_another_spelling_of_his_name():
    officer = OfficerFactory()
    entries.entry("রহিম", officer=OfficerFactory(same_as=officer), email=RAHIM)
    assert reached(Part("রহিম", officer=officer)) == [RAHIM]


def test_address_that_he_gave_for_it_comes_first():
    officer = OfficerFactory()
    entries.entry("রহিম", officer=officer, email=RAHIM)
    assert reached(Part("রহিম", officer=officer, email=KARIM)) == [KARIM]


def test_post_is_reached_through_who_holds_it_now():
    former, present = OfficerFactory(), OfficerFactory()
    line = entries.entry("করিম", officer=present, email=KARIM)
    entries.entry("রহিম", officer=former, email=RAHIM)
    assert reached(Part("সচিব", officer=former, line=line.line)) == [KARIM]


def test_post_without_an_address_is_reached_through_its_officer():
    officer = OfficerFactory()
    post = entries.entry("রহিম", officer=officer)
    entries.entry("রহিম", officer=officer, email=RAHIM)
    assert reached(Part("সচিব", officer=officer, line=post.line)) == [RAHIM]


def test_office_is_reached_through_its_highest_line_with_an_address():
    wing = OfficeFactory()
    for rank, email in ((3, "third@moind.gov.bd"), (1, ""), (2, "second@moind.gov.bd")):
        designation = DesignationFactory(precedence=rank)
        entries.entry("ক", office=wing, designation=designation, email=email)
    assert reached(Part("অনুবিভাগ", office=wing)) == ["second@moind.gov.bd"]


def test_office_without_any_address_is_not_reached():
    wing = OfficeFactory()
    entries.entry("ক", office=wing)
    assert reached(Part("অনুবিভাগ", office=wing)) == []


def test_former_line_reaches_nobody():
    officer = OfficerFactory()
    entries.entry("রহিম", officer=officer, email=RAHIM, last=1)
    assert reached(Part("রহিম", officer=officer)) == []


def test_office_of_the_chairs_day_stands_in_for_him():
    secretary = chair(shown_as="সচিব মহোদয়")
    entries.entry("সচিব", officer=secretary.officer, email=RAHIM)
    entries.entry("একান্ত সচিব", office=secretary.office, email=KARIM)
    one = sitting(chair=secretary.officer)
    assert addressees_of(one) == {KARIM: Addressee(KARIM, "সচিব মহোদয়", "CHAIR")}


def test_chair_without_such_an_office_is_reached_by_his_post_or_himself():
    officer = OfficerFactory()
    post = entries.entry("সচিব", email=KARIM)
    entries.entry("রহিম", officer=officer, email=RAHIM)
    assert reached(chair=officer, chair_line=post.line) == [KARIM]
    assert reached(chair=officer, begins="14:00", ends="15:00") == [RAHIM]


def test_one_address_is_one_addressee_and_the_chair_first():
    officer = OfficerFactory()
    entries.entry("রহিম", officer=officer, email="Rahim@MOIND.gov.bd")
    one = sitting(chair=officer, parts=(Part("রহিম", email=RAHIM),))
    assert addressees_of(one) == {RAHIM: Addressee(RAHIM, "সচিব মহোদয়", "CHAIR")}


@pytest.mark.parametrize(
    "printed", ["নাই", "a@b", "rahim@x.bd, karim@x.bd", "r@x.bd\n."]
)
def test_what_is_no_address_reaches_nobody(printed):
    officer = OfficerFactory()
    entries.entry("রহিম", officer=officer, email=printed)
    assert reached(Part("রহিম", officer=officer)) == []


def test_number_of_queries_does_not_grow_with_those_who_come(
    django_assert_num_queries,
):
    officers = OfficerFactory.create_batch(9)
    for number, officer in enumerate(officers):
        entries.entry("ক", officer=officer, email=f"a{number}@moind.gov.bd")
    one = sitting(
        parts=tuple(Part(officer.name, officer=officer) for officer in officers)
    )
    with django_assert_num_queries(3):
        assert len(addressees_of(one)) == 9
