"""A chair's consent is asked for, answered once, and asked anew for another time."""

import threading

import pytest
from django.db import connections

from innovation_portal.mail.models import Letter
from schedule.actions.consent import answer_consent
from schedule.actions.sitting import change, enter, postpone
from schedule.errors import NotPossible, Stale
from schedule.models import Consent
from tests.factories import (
    AppointmentFactory,
    OfficeFactory,
    OfficerFactory,
    UserFactory,
)
from tests.schedule.sittings import at, chair, details, room, sitting
from tests.schedule.test_sitting_actions import again

pytestmark = pytest.mark.django_db
GIVEN, REFUSED = Consent.Answer.GIVEN, Consent.Answer.REFUSED


@pytest.fixture
def minister():
    return chair("মন্ত্রী", gives_consent=True)


def person(role, office, **values):
    user = UserFactory(office=office, **values)
    AppointmentFactory(user=user, role=role)
    return user


@pytest.fixture
def secretary(minister):
    return person("private_secretary", minister.office, email="ps@moind.gov.bd")


@pytest.fixture
def organiser():
    return person("wing_organiser", OfficeFactory(), email="wing@moind.gov.bd")


@pytest.fixture
def asked(minister, secretary, organiser):
    """A sitting whose consent is asked for by a wing."""
    said = details(chair=minister.officer, organiser=organiser.office)
    return enter(details=said, by=organiser)


def answers(one):
    return list(one.consent_set.values_list("sequence", "answer"))


def letters():
    return [(letter.to, letter.subject) for letter in Letter.objects.order_by("pk")]


def answered(one, answer, by=None, note=""):
    consent = one.consent_set.get(answer="")
    return answer_consent(
        consent=consent,
        sequence=consent.sequence,
        answer=answer,
        note=note,
        by=by,
    )


def test_a_new_sitting_asks_and_tells_his_secretary(asked, organiser, minister):
    (consent,) = asked.consent_set.all()
    assert (consent.answer, consent.asked_by) == ("", organiser)
    assert consent.officer == minister.officer
    ((to, subject),) = letters()
    assert to == "ps@moind.gov.bd"
    assert asked.subject not in subject


def test_no_other_chair_is_asked():
    assert answers(sitting()) == []
    assert answers(sitting(chair=chair("সচিব").officer)) == []


def test_a_spelling_of_the_chair_is_asked_for_him(minister):
    other = OfficerFactory(same_as=minister.officer)
    assert answers(sitting(chair=other)) == [(0, "")]


def test_who_keeps_the_day_gives_the_consent_with_the_sitting(minister, secretary):
    said = details(chair=minister.officer, organiser=minister.office)
    one = enter(details=said, by=secretary)
    assert answers(one) == [(0, "given")]
    assert letters() == []


def test_a_refusal_tells_the_organiser_why(asked, secretary, organiser):
    consent = answered(asked, REFUSED, secretary, "সংসদ অধিবেশন")
    assert (consent.answered_by, consent.note) == (secretary, "সংসদ অধিবেশন")
    letter = Letter.objects.get(to=organiser.email)
    assert "সংসদ অধিবেশন" in letter.body


def test_a_consent_given_writes_no_letter(asked, secretary):
    before = letters()
    answered(asked, GIVEN, secretary)
    assert letters() == before


def test_a_second_answer_changes_nothing(asked, secretary):
    consent = asked.consent_set.get()
    answer_consent(consent=consent, sequence=0, answer=GIVEN, by=secretary)
    with pytest.raises(Stale):
        answer_consent(consent=consent, sequence=0, answer=REFUSED, by=secretary)
    assert answers(asked) == [(0, "given")]


def test_moved_it_is_asked_anew(asked, secretary, organiser):
    answered(asked, GIVEN, secretary)
    later = again(asked, begins=at("15:00"), ends=at("16:00"))
    change(sitting=asked, sequence=0, details=later, by=organiser)
    assert answers(asked) == [(0, "given"), (1, "")]


def test_an_answer_to_the_old_time_is_not_taken(asked, secretary, organiser):
    consent = asked.consent_set.get()
    later = again(asked, begins=at("15:00"), ends=at("16:00"))
    change(sitting=asked, sequence=0, details=later, by=organiser)
    with pytest.raises(Stale):
        answer_consent(consent=consent, sequence=0, answer=GIVEN, by=secretary)
    assert answers(asked) == [(1, "")]


def test_a_change_of_words_asks_nothing(asked, secretary, organiser):
    answered(asked, GIVEN, secretary)
    other = again(asked, subject="ত্রৈমাসিক সভা")
    change(sitting=asked, sequence=0, details=other, by=organiser)
    assert answers(asked) == [(0, "given")]


def test_another_chair_is_asked_for_himself(asked, secretary, organiser):
    answered(asked, GIVEN, secretary)
    state_minister = chair("প্রতিমন্ত্রী", gives_consent=True)
    other = again(asked, chair=state_minister.officer)
    change(sitting=asked, sequence=0, details=other, by=organiser)
    assert answers(asked) == [(0, "given"), (1, "")]
    assert asked.consent_set.last().officer == state_minister.officer


def test_a_postponed_sitting_asks_no_more_until_it_is_set_anew(asked, organiser):
    postpone(sitting=asked, sequence=0, reason="সফর", by=organiser)
    consent = asked.consent_set.get()
    with pytest.raises(NotPossible):
        answer_consent(consent=consent, sequence=0, answer=GIVEN, by=None)
    assert list(Consent.objects.waiting(asked.chair)) == []
    anew = again(asked, begins=at("15:00"), ends=at("16:00"))
    change(sitting=asked, sequence=1, details=anew, by=organiser)
    assert answers(asked) == [(2, "")]


def test_the_nearest_office_with_a_secretary_is_told(minister, organiser):
    above = OfficeFactory()
    minister.office.parent = above
    minister.office.save()
    person("private_secretary", above, email="above@moind.gov.bd")
    sitting(chair=minister.officer)
    assert [to for to, _subject in letters()] == ["above@moind.gov.bd"]
    person("private_secretary", minister.office, email="near@moind.gov.bd")
    sitting(chair=minister.officer, begins="15:00", ends="16:00")
    assert [to for to, _subject in letters()][1:] == ["near@moind.gov.bd"]


def test_who_cannot_sign_in_is_told_nothing(minister, secretary):
    secretary.is_active = False
    secretary.save()
    sitting(chair=minister.officer, room=room())
    assert letters() == []


@pytest.mark.django_db(transaction=True)
def test_of_two_answers_at_once_one_counts(asked, secretary):
    consent, outcomes = asked.consent_set.get(), []
    start = threading.Barrier(2)

    def answer(said):
        start.wait()
        try:
            answer_consent(consent=consent, sequence=0, answer=said, by=secretary)
            outcomes.append(said)
        except Stale:
            outcomes.append(None)
        finally:
            connections.close_all()

    threads = [
        threading.Thread(target=answer, args=[said]) for said in (GIVEN, REFUSED)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    (counted,) = filter(None, outcomes)
    assert len(outcomes) == 2
    assert answers(asked) == [(0, counted)]
