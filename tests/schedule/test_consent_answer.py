"""The page on which a chair's office answers for him."""

import pytest

from schedule.models import Consent
from tests.schedule.sittings import DAY, chair, sitting

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept(cast):
    return chair(office=cast.ministry, gives_consent=True)


@pytest.fixture
def asked(cast, kept):
    return sitting(
        chair=kept.officer, organiser=cast.wing, closed=True
    ).consent_set.get()


def address(consent):
    return f"/en/schedule/consents/{consent.pk}/"


def text(answer):
    return " ".join(answer.content.decode().split())


def test_it_tells_the_sitting_and_takes_the_answer(cast, kept, asked):
    secretary = cast["private_secretary"]
    assert asked.sitting.subject in text(secretary.get(address(asked)))
    answer = secretary.post(address(asked), {"answer": "given", "note": ""})
    assert answer.headers["Location"] == f"/en/schedule/diary/{kept.pk}/{DAY}/"
    given = Consent.objects.get()
    assert (given.answer, given.answered_by) == ("given", secretary.user)


def test_a_refusal_keeps_its_note(cast, asked):
    said = {"answer": "refused", "note": "সংসদ অধিবেশন"}
    cast["private_secretary"].post(address(asked), said)
    page = text(cast["private_secretary"].get(address(asked)))
    assert "Consent refused: private_secretary" in page
    assert "সংসদ অধিবেশন" in page
    assert '<button type="submit" class="button"' not in page


@pytest.mark.parametrize("answer", ["", "perhaps"])
def test_without_an_answer_it_asks_again(cast, asked, answer):
    page = text(cast["private_secretary"].post(address(asked), {"answer": answer}))
    assert "Give the consent or refuse it." in page
    assert Consent.objects.get().answer == ""


def test_the_second_is_told_that_another_was_quicker(cast, asked):
    secretary = cast["private_secretary"]
    secretary.post(address(asked), {"answer": "given"})
    page = text(secretary.post(address(asked), {"answer": "refused"}))
    assert "Another person has changed this sitting meanwhile." in page
    assert Consent.objects.get().answer == "given"


def test_another_secretary_does_not_see_it(cast, asked):
    assert cast["elsewhere"].get(address(asked)).status_code == 404
    assert cast["wing_organiser"].get(address(asked)).status_code == 403


def test_the_office_of_a_chair_who_was_replaced_answers_no_more(cast, kept, asked):
    other = chair()
    kept.officer, other.officer = other.officer, kept.officer
    other.delete()
    kept.save()
    assert cast["private_secretary"].get(address(asked)).status_code == 404
