"""The branch keeps the registry of chairs: from the directory or from outside."""

import threading

import pytest
from django.core.exceptions import ValidationError
from django.db import connections

from directory.models import Officer
from schedule.actions.chair import create_chair
from schedule.models import Chair, ScheduleState
from tests.directory.entries import edition, entry
from tests.factories import OfficeFactory, OfficerFactory
from tests.schedule.sittings import chair

pytestmark = pytest.mark.django_db
LIST, NEW = "/en/schedule/chairs/registry/", "/en/schedule/chairs/new/"


@pytest.fixture
def clerk(cast):
    return cast["general_services"]


@pytest.fixture
def secretary():
    """A line of the present list."""
    edition(1)
    officer = OfficerFactory(name="মোশাররফ হোসেন", honorific="জনাব")
    return entry(officer.name, officer=officer, post="সচিব")


@pytest.fixture
def said(cast):
    return {"shown_as": "সচিব মহোদয়", "office": cast.wing.pk, "order": "২"}


def text(answer):
    return " ".join(answer.content.decode().split())


def test_an_officer_of_the_directory_becomes_a_chair(clerk, secretary, said, cast):
    answer = clerk.post(f"{NEW}?line={secretary.line}", said | {"gives_consent": "on"})
    assert answer.headers["Location"] == LIST
    made = Chair.objects.get()
    assert (made.officer, made.line) == (secretary.officer, secretary.line)
    assert (made.shown_as, made.office, made.order) == ("সচিব মহোদয়", cast.wing, 2)
    assert made.gives_consent


def test_he_is_found_by_name_and_chosen_by_his_line(clerk, secretary):
    page = text(clerk.get(NEW, {"q": "মোশাররফ"}))
    assert f'href="?line={secretary.line}"' in page
    assert '<form class="form" method="post">' not in page


def test_the_form_begins_with_what_the_directory_says(clerk, secretary):
    page = text(clerk.get(NEW, {"line": secretary.line}))
    assert 'name="shown_as" value="সচিব"' in page


@pytest.mark.parametrize("asked", ["q=কখগঘঙ", "line=999", "line=x", "line=" + "9" * 31])
def test_what_is_not_found_offers_to_search_again(clerk, secretary, asked):
    answer = clerk.get(f"{NEW}?{asked}")
    assert answer.status_code == 200
    assert 'type="search"' in text(answer)


def test_someone_from_outside_is_made_an_officer(clerk, said):
    sent = said | {"honorific": "জনাব", "name": "আমির হোসেন আমু"}
    clerk.post(f"{NEW}?outside=1", sent)
    made = Chair.objects.get()
    assert (made.officer.name, made.line) == ("আমির হোসেন আমু", None)


def test_someone_from_outside_needs_his_name(clerk, said):
    assert "This field is required" in text(clerk.post(f"{NEW}?outside=1", said))
    assert Chair.objects.count() == Officer.objects.count() == 0


def test_a_person_is_registered_once_under_whatever_spelling(clerk, secretary, said):
    kept = Chair.objects.create(
        officer=OfficerFactory(), office=OfficeFactory(), shown_as="মাননীয় মন্ত্রী"
    )
    secretary.officer.same_as = kept.officer
    secretary.officer.save()
    page = text(clerk.post(f"{NEW}?line={secretary.line}", said))
    assert "in the registry already, as: মাননীয় মন্ত্রী" in page
    assert Chair.objects.get() == kept


def test_a_spelling_is_registered_as_its_person(clerk, secretary, said):
    person = OfficerFactory()
    secretary.officer.same_as = person
    secretary.officer.save()
    clerk.post(f"{NEW}?line={secretary.line}", said)
    assert Chair.objects.get().officer == person


def test_a_chair_is_changed_and_pages_become_new(clerk, said):
    kept = chair()
    clerk.post(f"/en/schedule/chairs/{kept.pk}/change/", said | {"order": "5"})
    changed = Chair.objects.get()
    assert (changed.officer, changed.order) == (kept.officer, 5)
    assert ScheduleState.objects.get().number == 1


def test_another_holder_takes_the_place(clerk, secretary, said):
    kept = chair()
    address = f"/en/schedule/chairs/{kept.pk}/change/?line={secretary.line}"
    assert "take the place of those before" in text(clerk.get(address))
    clerk.post(address, said)
    kept.refresh_from_db()
    assert (kept.officer, kept.line) == (secretary.officer, secretary.line)


def test_the_registry_stands_in_its_order(clerk):
    chair(shown_as="সচিব মহোদয়", order=2)
    chair(shown_as="মাননীয় মন্ত্রী", order=1, gives_consent=True)
    page = text(clerk.get(LIST))
    assert page.index("মাননীয় মন্ত্রী") < page.index("সচিব মহোদয়")
    assert page.count("is asked for") == 1


def test_an_empty_registry_says_whom_to_enter(clerk):
    assert "The registry is empty." in text(clerk.get(LIST))


@pytest.mark.django_db(transaction=True)
def test_two_clerks_at_once_register_a_person_once():
    officer, office, outcomes = OfficerFactory(), OfficeFactory(), []
    start = threading.Barrier(2)

    def register():
        start.wait()
        try:
            create_chair(officer=officer, shown_as="সচিব", office=office, by=None)
            outcomes.append("registered")
        except ValidationError:
            outcomes.append("refused")
        finally:
            connections.close_all()

    threads = [threading.Thread(target=register) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["refused", "registered"]
    assert Chair.objects.count() == 1
