"""The page that finds free slots: open to all, at one address, without a script."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.http import QueryDict

from schedule.details import Part
from schedule.forms.free import FreeForm, address_of
from schedule.forms.picking import token
from schedule.models import Policy
from tests.directory import entries
from tests.factories import OfficeFactory, OfficerFactory
from tests.schedule.sittings import chair, in_days, room, sitting
from tests.schedule.slots import DAY, clock, wanted

pytestmark = pytest.mark.django_db

ADDRESS = "/en/schedule/free/"
ONE_DAY = {"first": DAY.isoformat(), "last": DAY.isoformat()}


def find(client, **asked):
    return client.get(ADDRESS, ONE_DAY | asked)


def slots(response):
    return [slot for day in response.context["days"] for slot in day.slots]


def test_without_a_question_there_is_the_form_alone(cast):
    page = cast["visitor"].get(ADDRESS)
    assert page.status_code == 200
    assert "days" not in page.context
    assert "hindrances" not in page.context


def test_slots_of_a_chair(cast):
    room()
    minister = chair()
    sitting("09:00", "12:00", chair=minister.officer)
    page = find(cast["visitor"], officer=minister.officer.pk)
    assert clock(slots(page)) == ["12:00", "14:00"]
    assert page.context["days"][0].day == DAY


def test_both_digit_scripts_and_dates_as_people_write_them(cast):
    room(capacity=40)
    room(capacity=20)
    asked = {"first": "১৪/০২/২০২৭", "last": "14-2-2027", "people": "৩০"}
    page = cast["visitor"].get("/schedule/free/", asked)
    assert [len(slot.rooms) for slot in slots(page)] == [1, 1]


def test_registered_chairs_can_be_ticked_at_once(cast):
    one = chair()
    page = cast["visitor"].get(ADDRESS)
    [choice] = page.context["form"].choices
    assert (choice.field, choice.key, choice.ticked) == (
        "officer",
        one.officer.pk,
        False,
    )
    assert choice.name == "সচিব মহোদয়"


def test_people_and_offices_are_searched_for_without_a_script(cast):
    entries.edition()
    karim = OfficerFactory(name="আবদুল করিম")
    entries.entry("আবদুল করিম", officer=karim, post="উপসচিব")
    OfficeFactory(name_bn="করিমগঞ্জ শাখা", name_en="")
    page = find(cast["visitor"], q="করিম")
    found = [(one.field, one.name, one.note) for one in page.context["form"].choices]
    assert ("office", "করিমগঞ্জ শাখা", "") in found
    assert [name for field, name, _note in found if field == "officer"] == ["আবদুল করিম"]


def test_nobody_was_found(cast):
    entries.edition()
    page = find(cast["visitor"], q="কখগঘঙ").content.decode()
    assert "Nobody was found by these words." in page


def test_what_was_chosen_stays_ticked_under_one_spelling(cast):
    person = OfficerFactory(name="Karim")
    spelling = OfficerFactory(name="Kareem", same_as=person)
    office = OfficeFactory()
    page = find(cast["visitor"], officer=spelling.pk, office=office.pk)
    ticked = [one for one in page.context["form"].choices if one.ticked]
    assert [(one.field, one.key) for one in ticked] == [
        ("officer", person.pk),
        ("office", office.pk),
    ]


def test_few_slots_of_a_day_are_seen_and_all_are_there(cast):
    hall = room()
    for hour in ("09:30", "10:30", "11:30", "12:30", "14:30", "15:30"):
        sitting(hour, hour.replace(":30", ":45"), room=hall)
    page = find(cast["visitor"], length=15)
    [day] = page.context["days"]
    assert len(day.first) == 4
    assert clock(day.slots) == [
        "09:00", "09:45", "10:45", "11:45", "12:45", "14:00", "14:45", "15:45",
    ]  # fmt: skip
    assert "4 more slots of this day" in page.content.decode()


def test_after_ten_days_the_way_leads_on(cast):
    room()
    last = DAY + timedelta(days=20)
    page = find(cast["visitor"], last=last.isoformat())
    assert len(page.context["days"]) == 10
    later = parse_qs(page.context["later"])
    after = page.context["days"][-1].day + timedelta(days=1)
    assert (later["first"], later["last"]) == ([after.isoformat()], [last.isoformat()])


def test_those_who_hold_slots_have_a_button_and_others_none(cast):
    hall, minister, office = room(), chair(), OfficeFactory()
    asked = {"officer": minister.officer.pk, "office": office.pk, "room": hall.pk}
    assert "Take this slot" not in find(cast["visitor"], **asked).content.decode()
    assert "Take this slot" not in find(cast["plain"], **asked).content.decode()
    page = find(cast["wing_organiser"], **asked).content.decode()
    href = next(part for part in page.split('"') if "/schedule/sittings/new/?" in part)
    said = parse_qs(urlsplit(href.replace("&amp;", "&")).query)
    assert said == {
        "begins": [f"{DAY.isoformat()}T09:00:00+06:00"],
        "ends": [f"{DAY.isoformat()}T10:00:00+06:00"],
        "room": [str(hall.pk)],
        "chair": [str(minister.officer.pk)],
        "part": [token(Part(office.name_bn, office=office))],
    }


def test_the_button_leads_to_the_form_filled_in(cast):
    hall, minister = room(), chair()
    asked = {"officer": minister.officer.pk, "room": hall.pk}
    page = find(cast["wing_organiser"], **asked).content.decode()
    href = next(part for part in page.split('"') if "/schedule/sittings/new/?" in part)
    form = cast["wing_organiser"].get(href.replace("&amp;", "&")).context["form"]
    said = {name: form[name].value() for name in ("day", "begins", "ends", "room")}
    assert said == {
        "day": "১৪/০২/২০২৭",
        "begins": "সকাল ৯টা",
        "ends": "সকাল ১০টা",
        "room": str(hall.pk),
    }


def test_who_takes_part_elsewhere_is_named(cast):
    room()
    office = OfficeFactory(name_en="Policy Branch")
    sitting("09:00", "17:00", parts=(Part("শাখা", office=office),))
    page = find(cast["visitor"], office=office.pk)
    assert "Takes part elsewhere then: Policy Branch" in page.content.decode()


@pytest.mark.parametrize("mode", ["warning", "hard"])
def test_who_takes_part_in_a_closed_sitting_is_not_told(cast, mode):
    Policy.objects.create(pk=1, taking_part=mode)
    room()
    office = OfficeFactory(name_en="Policy Branch")
    parts = (Part("শাখা", office=office),)
    sitting("09:00", "17:00", parts=parts, closed=True, subject="পদোন্নতি")
    page = find(cast["visitor"], office=office.pk)
    text = page.content.decode()
    assert "Takes part elsewhere then" not in text
    assert "is busy:" not in text
    assert "পদোন্নতি" not in text


def test_the_chair_of_a_closed_sitting_is_busy(cast):
    room()
    minister = chair()
    sitting("09:00", "17:00", chair=minister.officer, closed=True)
    text = find(cast["visitor"], officer=minister.officer.pk).content.decode()
    assert "is busy:" in text


@pytest.mark.usefixtures("in_english")
def test_nothing_is_free_and_each_way_out_is_an_address(cast):
    room()
    minister = chair()
    sitting("09:00", "17:00", chair=minister.officer)
    page = find(cast["visitor"], officer=minister.officer.pk)
    ways = {str(way.sentence): way for way in page.context["ways"]}
    assert set(ways) == {"On later days", f"Without: {minister.officer}"}
    for way in ways.values():
        found = cast["visitor"].get(f"{ADDRESS}?{way.address}")
        assert slots(found)[0] == way.slot


def test_without_any_room_it_says_so(cast):
    text = find(cast["visitor"]).text
    assert "No room has been entered yet." in text
    assert "No room has all of this equipment." not in text


def test_no_room_has_so_many_seats(cast):
    room(capacity=60)
    text = find(cast["visitor"], people=80).content.decode()
    assert "has 80 seats; the largest has 60." in text


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ({"length": "7"}, "length"),
        ({"first": "31/02/2027"}, "first"),
        ({"last": "2027-02-13"}, "last"),
        ({"last": "2027-12-31"}, "last"),
        ({"people": "many"}, "people"),
        ({"people": "99999999999"}, "people"),
        ({"room": "77777"}, "room"),
        ({"equipment": "throne"}, "equipment"),
        ({"officer": "x"}, "officer"),
        ({"officer": "9" * 30}, "officer"),
        ({"part": "night"}, "part"),
        ({"after": "15:00", "before": "11:00"}, "before"),
        ({"after": "noonish"}, "after"),
    ],
)
def test_wrong_questions_get_a_sentence(cast, asked, field):
    page = find(cast["visitor"], **asked)
    assert list(page.context["form"].errors) == [field]
    assert "days" not in page.context


def test_twelve_at_most_are_asked_for(cast):
    keys = [OfficeFactory().pk for _each in range(13)]
    page = find(cast["visitor"], office=keys)
    assert list(page.context["form"].errors) == ["__all__"]


def test_the_address_says_the_question_again():
    asked = wanted(
        90,
        in_days(1),
        in_days(9),
        officers=(OfficerFactory(),),
        offices=(OfficeFactory(),),
        room=room(),
        people=12,
        equipment=("projector", "video"),
        breaks=False,
    )
    form = FreeForm(QueryDict(address_of(asked)))
    assert form.is_valid()
    assert form.wanted == asked


@pytest.mark.parametrize(
    ("part", "begins"), [("", ["09:00", "14:00"]), ("am", ["09:00"]), ("pm", ["14:00"])]
)
def test_parts_of_the_day(cast, part, begins):
    room()
    assert clock(slots(find(cast["visitor"], part=part))) == begins


def test_the_page_is_known_again_until_something_changes(cast):
    hall = room()
    sitting("16:00", "17:00", room=hall)
    first = find(cast["visitor"])
    known = {"HTTP_IF_NONE_MATCH": first["ETag"]}
    again = cast["visitor"].get(ADDRESS, ONE_DAY, **known)
    assert again.status_code == 304
    sitting("09:00", "10:00", room=hall)
    assert cast["visitor"].get(ADDRESS, ONE_DAY, **known).status_code == 200
