"""From the rows of a file to sittings: understood, compared, entered whole."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from directory.models import Officer
from schedule.actions.importing import discard, take, take_import
from schedule.errors import Clashing, FileClosed, LinesChanged
from schedule.importing.comparing import lines_of
from schedule.importing.rows import Line
from schedule.models import Import, Move, Refusal, Sitting
from tests.factories import OfficerFactory, UserFactory
from tests.schedule.files import received, row
from tests.schedule.sittings import DAY, at, chair, details, room, sitting

pytestmark = pytest.mark.django_db


@pytest.fixture
def branch(cast):
    return cast["general_services"].user


@pytest.fixture(autouse=True)
def secretary(cast):
    return chair("মোঃ আব্দুল করিম", office=cast.ministry)


@pytest.fixture
def lines(branch):
    """Rows to the Lines that they are."""

    def understood(*rows, by=branch, **rest):
        return lines_of(received(*rows, by=by, **rest), by)

    return understood


def told(line):
    return [(problem.code, problem.name) for problem in line.problems]


def test_a_row_becomes_a_sitting(lines, secretary, cast):
    hall = room(name_bn="সম্মেলন কক্ষ")
    (line,) = lines(
        row(
            kind="কর্মশালা",
            room="সম্মেলন  কক্ষ",
            begins="সকাল ১০:৩০টা",
            ends="বিকাল ৩টা",
            until="১৫/০২/২০২৭",
            online="https://meet.gov.bd/1",
            parts="অনুবিভাগ\nজনাব বহিরাগত",
            people="৩৫",
            contact="০২-৯৫৫১৬১২",
            letter_number="৩৬.০০.০০০০.০৬১",
            letter_date="01/02/2027",
            agenda="১। পর্যালোচনা\n২। বিবিধ",
            closed="হ্যাঁ",
        )
    )
    assert told(line) == []
    said = line.details
    assert (said.kind, said.room, said.place) == ("workshop", hall, "")
    assert said.begins == at("10:30")
    assert said.ends == at("15:00", DAY + timedelta(days=1))
    assert (said.chair, said.chair_as) == (secretary.officer, "সচিব মহোদয়")
    assert said.organiser == cast.ministry
    assert [(p.name, p.office) for p in said.parts] == [
        ("অনুবিভাগ", cast.wing),
        ("জনাব বহিরাগত", None),
    ]
    assert (said.people, said.closed) == (35, True)
    assert said.letter_date == date(2027, 2, 1)
    assert said.agenda == "১। পর্যালোচনা\n২। বিবিধ"
    assert line.is_good


def test_columns_stand_in_any_order_under_other_names(lines, branch):
    fields = ["chair", "ends", "place", "date", "subject", "begins"]
    (line,) = lines(row(), fields=fields)
    assert told(line) == []
    assert line.details.organiser == branch.office


def test_titles_above_and_a_sheet_of_words_before_are_passed_over(lines):
    upload = received(row(), by=None)
    assert [one["number"] for one in upload.rows] == [2]
    (line,) = lines(row(), Notes=[["পড়ুন"]])
    assert line.is_good


def test_excels_own_times_and_days_are_read(lines):
    (line,) = lines(row(date=DAY, begins=0.4375, ends="12:00:00"))
    assert (line.details.begins, line.details.ends) == (at("10:30"), at("12:00"))


def test_a_chair_is_found_by_what_he_is_shown_as(lines, secretary):
    (line,) = lines(row(chair="", chair_as="সচিব মহোদয়"))
    assert line.details.chair == secretary.officer


def test_of_two_persons_of_one_name_the_post_decides(lines, cast):
    other = chair("মোঃ আব্দুল করিম", office=cast.wing, shown_as="অতিরিক্ত সচিব")
    both, one = lines(row(), row(chair_as="অতিরিক্ত সচিব", begins="12:00", ends="13:00"))
    assert told(both) == [("chairs", "chair")]
    assert one.details.chair == other.officer


WRONG = (
    ({"subject": ""}, [("missing", "subject")]),
    ({"subject": "ক" * 301}, [("too_long", "subject")]),
    ({"subject": "ক" * 30_000}, [("too_long", "subject")]),
    ({"kind": "বিবাহ"}, [("kind", "kind")]),
    ({"date": "30/02/2027"}, [("date", "date")]),
    ({"date": ""}, [("missing", "date")]),
    ({"date": "14/02/2017"}, [("past", "date")]),
    ({"begins": "দশটা"}, [("time", "begins")]),
    ({"begins": "", "ends": ""}, [("missing", "begins"), ("missing", "ends")]),
    ({"ends": "09:00"}, [("order", "ends")]),
    ({"until": "14/04/2027"}, [("long", "until")]),
    ({"place": ""}, [("where", "room")]),
    ({"room": "নেই এমন কক্ষ"}, [("room", "room")]),
    ({"online": "javascript:alert(1)"}, [("address", "online")]),
    ({"chair": "অচেনা"}, [("chair", "chair")]),
    ({"chair": ""}, [("missing", "chair")]),
    ({"organiser": "নেই এমন দপ্তর"}, [("office", "organiser")]),
    ({"people": "অনেক"}, [("number", "people")]),
    ({"people": "9" * 5000}, [("number", "people")]),
    ({"letter_date": "কাল"}, [("date", "letter_date")]),
    ({"agenda": "ক" * 5001}, [("too_long", "agenda")]),
    ({"closed": "হয়তো"}, [("choice", "closed")]),
    ({"parts": "\n".join(map(str, range(201)))}, [("parts", "parts")]),
    ({"parts": "ক" * 251}, [("too_long", "parts")]),
    ({"state": "বাতিল"}, [("state", "state")]),
    ({"date": "=1+1"}, [("formula", "date")]),
)


@pytest.mark.parametrize(("texts", "problems"), WRONG)
def test_what_is_wrong_is_told_with_its_place(lines, texts, problems):
    (line,) = lines(row(**texts))
    assert (told(line), line.details, line.is_good) == (problems, None, False)
    assert all(len(str(problem)) > 20 for problem in line.problems)
    assert {problem.row for problem in line.problems} == {2}


def test_everything_wrong_is_told_at_once(lines):
    one, two, good = lines(
        row(subject="", date="কাল", people="x"), row(chair="অচেনা"), row()
    )
    wrong = [("date", "date"), ("missing", "subject"), ("number", "people")]
    assert sorted(told(one)) == wrong
    assert told(two) == [("chair", "chair")]
    assert good.is_good


def test_only_offices_in_reach_are_entered_for(lines, cast):
    (line,) = lines(row(organiser="মন্ত্রণালয়"), by=cast["elsewhere"].user)
    assert told(line) == []
    wing = cast.person("of the agency", cast.agency, ["wing_organiser"]).user
    (line,) = lines(row(organiser="মন্ত্রণালয়"), by=wing)
    assert told(line) == [("reach", "organiser")]


def test_what_a_row_does_not_say_holds_for_the_file(lines, secretary, cast):
    defaults = {"chair": secretary.officer.name, "organiser": "অনুবিভাগ"}
    (line,) = lines(row(chair="", organiser=""), defaults=defaults)
    assert line.details.chair == secretary.officer
    assert line.details.organiser == cast.wing


def test_what_is_there_is_known_by_its_identity_whatever_it_says(lines):
    standing = sitting()
    (line,) = lines(row(uid=str(standing.uid), date="কাল", subject=""))
    assert (line.there, told(line), line.is_good) == (standing, [], False)


def test_what_is_there_is_known_by_its_words(lines, secretary):
    hall = room(name_bn="সম্মেলন কক্ষ")
    standing = sitting(room=hall, chair=secretary.officer)
    same, other = lines(row(room="সম্মেলন কক্ষ"), row(room="সম্মেলন কক্ষ", subject="অন্য"))
    assert same.there == standing
    assert other.there is None
    assert [clash.other for clash in other.clashes] == [standing, standing]
    assert not other.is_good


def test_lines_of_one_file_are_held_against_each_other(lines):
    first, same, over, later = lines(
        row(),
        row(),
        row(subject="অন্য", begins="10:30", ends="11:30"),
        row(subject="অন্য", begins="11:00", ends="12:00"),
    )
    assert first.is_good
    assert told(same) == [("twin", "subject")]
    assert told(over) == [("twin_clash", "date")]
    assert "2" in str(over.problems[0]) or "২" in str(over.problems[0])
    assert later.is_good


def test_a_line_that_is_not_entered_takes_nobodys_slot(lines):
    wrong, good = lines(row(people="x"), row(subject="অন্য"))
    assert not wrong.is_good
    assert good.is_good


def test_a_file_without_a_heading_or_without_rows_says_so(branch):
    for rows, fields, code in (
        ((), None, "no_rows"),
        ((row(),), ["subject", "room"], "no_heading"),
    ):
        upload = received(*rows, fields=fields, by=branch)
        assert [problem.code for problem in upload.unread] == [code]
        assert upload.rows == []


def test_too_many_rows_are_refused_not_cut(branch):
    said = row()
    assert len(received(*[said] * 500, by=branch).rows) == 500
    upload = received(*[said] * 501, by=branch)
    assert ([p.code for p in upload.unread], upload.rows) == (["many_rows"], [])


# Taking


def take_rows(upload, by, *numbers):
    return take_import(upload=upload, numbers=set(numbers), by=by)


def test_chosen_lines_are_entered_with_their_identity_and_author(branch):
    uid = uuid4()
    upload = received(row(uid=str(uid)), row(begins="12:00", ends="13:00"), by=branch)
    (entered,) = take_rows(upload, branch, 2)
    assert (entered.uid, entered.sequence, entered.entered_by) == (uid, 0, branch)
    assert [move.kind for move in entered.moves.all()] == [Move.Kind.ENTERED]
    upload.refresh_from_db()
    assert (upload.state, upload.entered) == (Import.State.TAKEN, 1)


def test_the_same_file_twice_enters_nothing_new(branch, lines):
    said = [row(), row(begins="12:00", ends="13:00", uid="abc@example.org")]
    take_rows(received(*said, by=branch), branch, 2, 3)
    assert [bool(line.there) for line in lines(*said)] == [True, True]
    with pytest.raises(LinesChanged):
        take_rows(received(*said, by=branch), branch, 2)
    assert Sitting.objects.count() == 2


def test_nothing_half_when_one_line_no_longer_fits(branch, secretary):
    upload = received(row(), row(begins="12:00", ends="13:00"), by=branch)
    sitting("12:30", "13:30", chair=secretary.officer)
    with pytest.raises(LinesChanged):
        take_rows(upload, branch, 2, 3)
    assert Sitting.objects.count() == 1
    upload.refresh_from_db()
    assert upload.is_open


def test_rows_that_are_not_in_the_file_are_refused(branch):
    upload = received(row(), by=branch)
    with pytest.raises(LinesChanged):
        take_rows(upload, branch, 2, 99)


def test_a_file_is_taken_once(branch):
    upload = received(row(), row(begins="12:00", ends="13:00"), by=branch)
    take_rows(upload, branch, 2)
    with pytest.raises(FileClosed):
        take_rows(upload, branch, 3)
    with pytest.raises(FileClosed):
        discard(upload=upload)


def test_a_discarded_file_is_not_taken(branch):
    upload = received(row(), by=branch)
    discard(upload=upload)
    with pytest.raises(FileClosed):
        take_rows(upload, branch, 2)


def test_details_from_elsewhere_are_taken_whole_or_not_at_all():
    uid, hall = uuid4(), room()
    one, two = (details(room=hall) for _ in range(2))
    lines = [Line(details=one, uid=uid), Line(details=two)]
    with pytest.raises(Clashing):
        take(lines=lines, by=None)
    assert (Sitting.objects.count(), Refusal.objects.count()) == (0, 1)
    (entered,) = take(lines=lines[:1], by=None)
    assert entered.uid == uid


def test_officers_are_asked_for_once_for_a_file(lines, django_assert_max_num_queries):
    said = [row(begins=f"{9 + n}:00", ends=f"{9 + n}:30") for n in range(8)]
    upload = received(*said, by=None)
    user = UserFactory()
    with django_assert_max_num_queries(60):
        lines_of(upload, user)


def test_a_person_who_is_in_no_list_may_chair(lines):
    guest = OfficerFactory(name="অধ্যাপক জামাল নজরুল")
    before = Officer.objects.count()
    (line,) = lines(row(chair="অধ্যাপক জামাল নজরুল"))
    assert line.details.chair == guest
    assert Officer.objects.count() == before
