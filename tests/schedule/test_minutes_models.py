"""What the database itself refuses of minutes and decisions."""

import pytest
from django.db import IntegrityError, ProgrammingError, transaction
from django.utils import timezone

from schedule.actions.minutes import note_progress
from schedule.models import Decision, DecisionProgress, Minutes
from tests.schedule.minutes import ROW, minutes_of
from tests.schedule.sittings import sitting

pytestmark = pytest.mark.django_db


@pytest.fixture
def decision():
    return minutes_of(sitting()).decisions.get()


def test_a_sitting_has_its_minutes_once(decision):
    held = decision.minutes.sitting
    with pytest.raises(IntegrityError), transaction.atomic():
        Minutes.objects.create(sitting=held)


def test_a_row_says_something(decision):
    with pytest.raises(IntegrityError, match="decision_says_something"):
        Decision.objects.filter(pk=decision.pk).update(text="", discussion="")


@pytest.mark.parametrize(
    ("state", "settled"), [("open", True), ("done", False), ("dropped", False)]
)
def test_a_settled_decision_says_when_and_an_open_one_does_not(
    state, settled, decision
):
    moment = timezone.now() if settled else None
    with pytest.raises(IntegrityError, match="decision_settled_when"):
        Decision.objects.filter(pk=decision.pk).update(state=state, settled_at=moment)


@pytest.mark.parametrize("change", [{"note": "অন্য কথা"}, {"state": "done"}])
def test_what_was_told_cannot_be_rewritten(change, decision):
    note_progress(decision=decision, state="open", note="শুরু", by=None)
    with pytest.raises(ProgrammingError, match="permission denied"):
        DecisionProgress.objects.update(**change)


def test_nor_can_it_be_deleted(decision):
    note_progress(decision=decision, state="open", note="শুরু", by=None)
    with pytest.raises(ProgrammingError, match="permission denied"):
        DecisionProgress.objects.all().delete()


def test_each_speaks_for_itself(decision):
    told = note_progress(decision=decision, state="open", note="শুরু", by=None)
    done = note_progress(decision=decision, state="done", by=None)
    assert str(decision.minutes) == decision.minutes.sitting.subject
    assert str(decision) == ROW.text
    assert str(Decision(discussion="আলোচনা")) == "আলোচনা"
    assert (str(told), str(done)) == ("শুরু", done.get_state_display())
