"""The demo ministry: loaded into an empty database, and into no other."""

from collections import Counter
from datetime import datetime, timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from directory.actions.paper import make_paper
from directory.models import Designation, Edition, EditionPaper, Entry
from innovation_portal.access.roles import ROLES
from innovation_portal.models import Appointment, Office, User
from innovation_portal.work.jobs import unfinished
from schedule.actions.telling import tell_all
from schedule.following import followed_up
from schedule.models import Claim, Decision, Minutes, Refusal, Sitting
from tests.factories import OfficeFactory

pytestmark = [pytest.mark.slow, pytest.mark.django_db]


@pytest.fixture
def shown(capsys):
    call_command("load_demo")
    return capsys.readouterr().out


def test_two_editions_of_the_list(shown):
    dates = Edition.objects.order_by("number").values_list("number", "updated_on")
    assert [(number, str(date)) for number, date in dates] == [
        (1, "2017-01-15"),
        (2, "2017-02-12"),
    ]
    assert Entry.objects.current().count() == 122


def test_the_clerk_published_them_and_the_record_says_so(shown):
    clerk = User.objects.get(username="sheba")
    assert {edition.published_by for edition in Edition.objects.all()} == {clerk}
    event = Edition.pgh_event_model.objects.first()
    assert event.pgh_context == {"user": clerk.pk, "name": clerk.full_name}


def test_every_line_finds_its_office_and_precedence_is_kept(shown):
    assert not Entry.objects.filter(office=None).exists()
    ranked = Designation.objects.exclude(precedence=None)
    assert ranked.get(precedence=1).name_bn == "মাননীয় মন্ত্রী"
    assert Office.objects.filter(kind="agency").count() == 11


def test_one_user_for_each_role_with_a_password_that_works(shown):
    lines = [line.split()[:2] for line in shown.splitlines() if line.startswith("  ")]
    assert len(lines) == len(ROLES)
    for username, password in lines:
        assert User.objects.get(username=username).check_password(password)
    assert {a.role for a in Appointment.objects.current()} == {r.key for r in ROLES}


def test_passwords_are_long_and_differ(shown):
    passwords = [
        line.split()[1] for line in shown.splitlines() if line.startswith("  ")
    ]
    assert len(passwords) == len(ROLES)
    assert min(map(len, passwords)) >= 16


def test_a_database_in_use_is_left_alone(capsys):
    OfficeFactory()
    call_command("load_demo")
    assert "not empty" in capsys.readouterr().out
    assert (User.objects.count(), Edition.objects.count()) == (0, 0)


def test_the_papers_of_each_list_wait_for_the_worker(shown):
    papers = EditionPaper.objects.order_by("pk")
    asked = {(paper.edition_id, paper.kind, paper.file) for paper in papers}
    assert asked == {(n, kind, None) for n in (1, 2) for kind in EditionPaper.Kind}
    assert sorted(unfinished(make_paper)) == [[paper.pk] for paper in papers]


@pytest.mark.parametrize("today", ["2026-11-22", "2026-12-18", "2028-02-29"])
def test_a_month_of_sittings_around_whatever_day_it_is(today, monkeypatch):
    """A Sunday, a Friday, a leap day: none clashes, all fall on working days."""
    now = timezone.make_aware(datetime.fromisoformat(f"{today} 08:30"))
    monkeypatch.setattr(timezone, "now", lambda: now)
    call_command("load_demo", verbosity=0)
    sittings = Sitting.objects.all()
    assert {sitting.begins.isoweekday() for sitting in sittings} == {7, 1, 2, 3, 4}
    states = Counter(sittings.values_list("state", flat=True))
    assert (states["held"], states["postponed"], states["cancelled"]) == (2, 1, 1)
    assert sittings.filter(closed=True).count() == 3
    ahead = now.date() + timedelta(days=3)
    assert sittings.standing().on_days(now.date(), ahead).count() >= 6
    assert set(Claim.objects.values_list("strength", flat=True)) == {"hard", "warning"}
    assert unfinished(tell_all) == []


def test_minutes_with_decisions_that_the_next_sitting_hears_of(shown):
    minutes = Minutes.objects.get()
    assert (minutes.is_open, minutes.sitting.closed) == (True, False)
    assert [one.state for one in Decision.objects.to_follow()] == ["open", "done"]
    of_series = Sitting.objects.filter(series=minutes.sitting.series)
    assert len(followed_up(of_series.order_by("during")[1])) == 2


def test_clashes_were_refused_for_the_measures(shown):
    assert Refusal.objects.count() == 2
