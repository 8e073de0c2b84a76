"""The page on which a chair's office answers for him."""

import pytest

from schedule.actions.sitting import change
from schedule.models import Consent
from tests.schedule.sittings import DAY, at, chair, sitting
from tests.schedule.test_sitting_actions import again

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
    answer = secretary.post(address(asked), {"answer": "given", "sequence": 0})
    assert answer.headers["Location"] == f"/en/schedule/diary/{kept.pk}/{DAY}/"
    given = Consent.objects.get()
    assert (given.answer, given.answered_by) == ("given", secretary.user)


def test_a_refusal_keeps_its_note(cast, asked):
    said = {"answer": "refused", "note": "সংসদ অধিবেশন", "sequence": 0}
    cast["private_secretary"].post(address(asked), said)
    page = text(cast["private_secretary"].get(address(asked)))
    assert "Consent refused: private_secretary" in page
    assert "সংসদ অধিবেশন" in page
    assert '<button type="submit" class="button"' not in page


def test_the_time_shown_is_the_one_agreed_to(cast, asked):
    """Moved meanwhile, it is not agreed to; the page shows the new time and asks."""
    later = again(asked.sitting, begins=at("15:00"), ends=at("16:00"))
    change(sitting=asked.sitting, sequence=0, details=later, by=None)
    said = {"answer": "given", "sequence": 0}
    page = text(cast["private_secretary"].post(address(asked), said))
    assert "Another person has changed this sitting meanwhile." in page
    assert "3:00 pm – 4:00 pm" in page
    assert 'name="sequence" value="1"' in page
    assert Consent.objects.get().answer == ""


@pytest.mark.parametrize("answer", ["", "perhaps"])
def test_without_an_answer_it_asks_again(cast, asked, answer):
    page = text(
        cast["private_secretary"].post(
            address(asked), {"answer": answer, "sequence": 0}
        )
    )
    assert "Give the consent or refuse it." in page
    assert Consent.objects.get().answer == ""


def test_the_second_is_told_that_another_was_quicker(cast, asked):
    secretary = cast["private_secretary"]
    secretary.post(address(asked), {"answer": "given", "sequence": 0})
    page = text(secretary.post(address(asked), {"answer": "refused", "sequence": 0}))
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
