"""Two spellings of one person are joined, and parted again."""

import threading

import pytest
from django.db import IntegrityError, connections, transaction

from directory.actions.errors import SamePerson
from directory.actions.officer import join, part
from directory.models import Entry, Officer
from tests.directory.entries import edition, entry
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def persons():
    """Karim stands in the present list, Kareem stood in the one before."""
    edition(1)
    edition(2)
    karim, kareem, rahim = (
        Officer.objects.create(name=name) for name in ("Karim", "Kareem", "Rahim")
    )
    entry("Kareem", last=1, officer=kareem, post="Assistant Secretary")
    entry("Karim", first=2, officer=karim, post="Deputy Secretary")
    return karim, kareem, rahim


def address(officer, page="same"):
    return f"/en/directory/officers/{officer.pk}/{page}/"


def test_one_page_shows_all_posts(client, persons):
    karim, kareem, _rahim = persons
    join(officer=kareem, to=karim, by=None)
    content = client.get(f"/en/directory/officers/{karim.pk}/").content.decode()
    assert "Deputy Secretary" in content
    assert "Assistant Secretary" in content


def test_the_other_spelling_leads_there(client, persons):
    karim, kareem, _rahim = persons
    join(officer=kareem, to=karim, by=None)
    answer = client.get(f"/directory/officers/{kareem.pk}/")
    assert answer.headers["Location"] == f"/directory/officers/{karim.pk}/"


def test_parted_they_are_two_again(client, persons):
    karim, kareem, _rahim = persons
    join(officer=kareem, to=karim, by=None)
    part(officer=kareem, by=None)
    assert client.get(f"/directory/officers/{kareem.pk}/").status_code == 200
    content = client.get(f"/en/directory/officers/{karim.pk}/").content.decode()
    assert "Assistant Secretary" not in content


def test_no_line_is_written_anew(persons):
    before = list(Entry.objects.order_by("pk").values())
    join(officer=persons[1], to=persons[0], by=None)
    assert list(Entry.objects.order_by("pk").values()) == before


def test_spellings_move_along_with_their_person(persons):
    karim, kareem, rahim = persons
    join(officer=kareem, to=karim, by=None)
    assert join(officer=karim, to=rahim, by=None) == rahim
    assert set(rahim.spellings.all()) == {karim, kareem}


def test_joined_to_a_spelling_is_joined_to_the_person(persons):
    karim, kareem, rahim = persons
    join(officer=kareem, to=karim, by=None)
    assert join(officer=rahim, to=kareem, by=None) == karim


@pytest.mark.parametrize("pair", [(0, 0), (0, 1), (1, 0)])
def test_who_is_one_already_is_not_joined(persons, pair):
    join(officer=persons[1], to=persons[0], by=None)
    with pytest.raises(SamePerson):
        join(officer=persons[pair[0]], to=persons[pair[1]], by=None)


def test_the_database_lets_nobody_be_his_own_spelling(persons):
    karim = persons[0]
    with pytest.raises(IntegrityError), transaction.atomic():
        Officer.objects.filter(pk=karim.pk).update(same_as=karim)


def test_the_record_names_who_joined(persons):
    clerk = UserFactory(full_name="Nasima Begum")
    join(officer=persons[1], to=persons[0], by=clerk)
    events = Officer.pgh_event_model.objects.filter(pgh_obj=persons[1])
    assert events.latest("pgh_id").pgh_context["name"] == "Nasima Begum"


def test_the_likest_names_come_first(clerk, persons):
    others = clerk.get(address(persons[0])).context["others"]
    assert [other.name for other, _entry in others] == ["Kareem", "Rahim"]
    assert others[0][1].post == "Assistant Secretary"


def test_another_name_can_be_searched_for(clerk, persons):
    others = clerk.get(address(persons[0]), {"q": "Rahim"}).context["others"]
    assert others[0][0].name == "Rahim"


def test_the_page_joins_and_parts(clerk, persons):
    karim, kareem, _rahim = persons
    answer = clerk.post(address(karim), {"officer": kareem.pk}, follow=True)
    assert "They are one person now." in answer.content.decode()
    assert karim.spellings.get() == kareem
    shown = clerk.get(address(karim))
    assert list(shown.context["spellings"]) == [kareem]
    answer = clerk.post(address(kareem, "part"), follow=True)
    assert "They are two persons again." in answer.content.decode()
    assert not karim.spellings.exists()


@pytest.mark.parametrize("chosen", ["", "x", 0])
def test_nobody_chosen_changes_nothing(clerk, persons, chosen):
    answer = clerk.post(address(persons[0]), {"officer": chosen})
    assert answer.status_code == 200
    assert not Officer.objects.exclude(same_as=None).exists()


def test_himself_is_refused(clerk, persons):
    karim = persons[0]
    answer = clerk.post(address(karim), {"officer": karim.pk})
    assert "These two are already one person." in answer.content.decode()


def test_a_spelling_has_no_page_of_its_own(clerk, persons):
    join(officer=persons[1], to=persons[0], by=None)
    assert clerk.get(address(persons[1])).status_code == 404
    assert clerk.post(address(persons[0], "part")).status_code == 404


def test_only_the_branch_is_led_there(clerk, client, persons):
    page = f"/directory/officers/{persons[0].pk}/"
    for reader, led in ((clerk, True), (client, False)):
        assert (f"{page}same/" in reader.get(page).content.decode()) is led


@pytest.mark.django_db(transaction=True)
def test_two_who_join_crosswise_make_no_circle(persons):
    gate, told = threading.Barrier(2), []

    def go(officer, to):
        gate.wait()
        try:
            told.append(join(officer=officer, to=to, by=None).name)
        except SamePerson:
            told.append("told")
        finally:
            connections.close_all()

    karim, kareem, _rahim = persons
    pairs = [(karim, kareem), (kareem, karim)]
    threads = [threading.Thread(target=go, args=pair) for pair in pairs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(told)[1] == "told"
    assert Officer.objects.exclude(same_as=None).count() == 1
