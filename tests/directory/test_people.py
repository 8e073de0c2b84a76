"""One person is one officer, however many lines he holds."""

from directory.comparing import compare
from directory.models import Entry
from directory.people import assign_officers
from directory.reading.workbook import understand
from tests.directory.lists import flat, line
from tests.directory.test_comparing import Nowhere

MOBILE = "01711111111"


def new_lines(*rows):
    return compare(understand(flat(*rows)), [], Nowhere(), Nowhere())


def persons(*rows, entries=()):
    lines = new_lines(*rows)
    assign_officers(lines, entries)
    return [(new.officer_id, new.person) for new in lines]


def entry(row, officer):
    (new,) = new_lines(row)
    return Entry(
        name=new.name, numbers=new.numbers, officer_id=officer, position=new.position
    )


def test_every_new_name_is_a_person():
    assert persons(line("Karim"), line("Rahim")) == [(None, 1), (None, 2)]


def test_two_charges_with_one_mobile_are_one_person():
    rows = line("Karim", mobile=MOBILE), line("Karim", section="Law", mobile=MOBILE)
    assert persons(*rows) == [(None, 1), (None, 1)]


def test_namesakes_without_a_mobile_are_two():
    assert persons(line("Karim"), line("Karim")) == [(None, 1), (None, 2)]


def test_one_mobile_under_two_names_is_two_persons():
    rows = line("Karim", mobile=MOBILE), line("Rahim", mobile=MOBILE)
    assert persons(*rows) == [(None, 1), (None, 2)]


def test_a_person_of_the_present_list_is_known_again_on_another_line():
    known = entry(line("Md. Karim", mobile=MOBILE), officer=7)
    moved = line("মোঃ Karim", "Director", "Wing B", mobile="+880 1711-111111")
    assert persons(moved, entries=[known]) == [(7, None)]


def test_a_namesake_with_another_mobile_is_somebody_else():
    known = entry(line("Karim", mobile=MOBILE), officer=7)
    other = line("Karim", mobile="01722222222")
    assert persons(other, entries=[known]) == [(None, 1)]


def test_vacant_posts_and_service_numbers_are_nobody():
    rows = line("(শূন্য)", mobile=MOBILE), line("", "Reception", office="9551612")
    assert persons(*rows) == [(None, None), (None, None)]
