"""Reports taken in, counted, accepted once, answered, and forgotten in time."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.utils import timezone

from directory.actions.errors import LineChanged, NothingChanged, Settled, TooMany
from directory.actions.line import change_line, remove_line
from directory.actions.report import accept_report, answer_report, forget_senders
from directory.models import Edition, Report, Sender, SenderDay
from innovation_portal.models import Letter
from tests.directory.edits import TODAY, karim, small_list, vacancy
from tests.directory.reports import HERE, reported, stands
from tests.directory.test_line import race
from tests.factories import AppointmentFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def first():
    return small_list()


def accept(report, by=None, **texts):
    texts = texts or {report.field: report.proposed}
    return accept_report(report=report, entry=karim(), texts=texts, order=TODAY, by=by)


def test_a_report_changes_nothing_by_itself():
    report = reported()
    assert (report.is_open, report.before) == (True, "01711111111")
    assert karim().mobile == "01711111111"
    assert Edition.objects.count() == 1


def test_the_reporters_address_cannot_be_guessed():
    tokens = {reported().token for _each in range(5)}
    assert len(tokens) == 5
    assert {len(token) for token in tokens} == {32}


def test_accepted_it_becomes_an_edit():
    clerk = UserFactory()
    report = reported()
    edition = accept(report, by=clerk)
    settled = stands(report)
    assert karim().mobile == "01812345678"
    assert (settled.state, settled.edition) == ("accepted", edition)
    assert (settled.answered_by, edition.published_by) == (clerk, clerk)


def test_accepted_in_other_words():
    accept(reported(), mobile="01899999999")
    assert karim().mobile == "01899999999"


def test_answered_nothing_is_corrected():
    report = reported()
    answer_report(report=report, answer="The number is right.", by=None)
    assert (stands(report).state, stands(report).answer) == (
        "answered",
        "The number is right.",
    )
    assert Edition.objects.count() == 1


def test_what_is_settled_is_settled():
    report = reported()
    accept(report)
    with pytest.raises(Settled):
        accept(report)
    with pytest.raises(Settled):
        answer_report(report=report, answer="No", by=None)
    assert Edition.objects.count() == 2


def test_a_line_that_changed_meanwhile_is_not_overwritten():
    report, entry = reported(), karim()
    change_line(entry=entry, texts={"room": "1"}, order=TODAY, by=None)
    with pytest.raises(LineChanged):
        accept_report(
            report=report, entry=entry, texts={"room": "2"}, order=TODAY, by=None
        )
    assert stands(report).is_open


def test_what_is_corrected_already_stays_open_for_an_answer():
    report = reported(proposed="01711111111")
    with pytest.raises(NothingChanged):
        accept(report)
    assert stands(report).is_open


def test_the_record_keeps_what_the_branch_did_and_not_what_was_typed():
    clerk = UserFactory(full_name="Nasima Begum")
    report = reported()
    accept(report, by=clerk)
    event = Report.pgh_event_model.objects.order_by("-pk").first()
    assert (event.state, event.pgh_context["name"]) == ("accepted", "Nasima Begum")
    kept = {field.name for field in Report.pgh_event_model._meta.fields}
    assert kept & {"proposed", "name", "office", "phone", "token"} == set()


def test_an_address_has_its_limit(settings):
    settings.REPORTS_OF_AN_ADDRESS = 2
    reported(), reported()
    with pytest.raises(TooMany):
        reported()
    reported(address="10.1.2.4")
    assert Report.objects.count() == 3


def test_all_addresses_together_have_theirs(settings):
    settings.REPORTS_A_DAY = 2
    reported(address="10.0.0.1"), reported(address="10.0.0.2")
    with pytest.raises(TooMany):
        reported(address="10.0.0.3")


def test_the_address_itself_is_kept_nowhere():
    reported()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(
                f'SELECT count(*) FROM "{table}" t WHERE t::text ~ %s', [HERE]
            )
            assert cursor.fetchone() == (0,), table


def test_a_new_day_counts_anew_and_forgets_the_salt(settings):
    settings.REPORTS_OF_AN_ADDRESS = 1
    reported()
    yesterday = timezone.localdate() - timedelta(days=1)
    salt = SenderDay.objects.get().salt
    Sender.objects.all().delete()
    SenderDay.objects.update(day=yesterday)
    reported()
    forget_senders()
    assert SenderDay.objects.get().salt != salt
    assert Sender.objects.count() == 2


def test_old_reporters_are_forgotten_and_others_are_not():
    old, new, waiting = reported(), reported(), reported()
    for report in (old, new):
        answer_report(report=report, answer="No", by=None)
    past = timezone.now() - timedelta(days=91)
    Report.objects.filter(pk=old.pk).update(answered_at=past)
    forget_senders()
    assert [stands(one).name for one in (old, new, waiting)] == [
        "",
        "রহিমা খাতুন",
        "রহিমা খাতুন",
    ]
    assert (stands(old).phone, stands(old).office) == ("", "")


def test_the_branch_gets_one_letter_a_day_without_what_was_typed():
    clerk = UserFactory(email="gs@moind.gov.bd")
    AppointmentFactory(user=clerk)
    AppointmentFactory(user=UserFactory(email=""))
    reported(proposed="secret"), reported(proposed="secret")
    letter = Letter.objects.get()
    assert (letter.to, letter.language) == ("gs@moind.gov.bd", "bn")
    assert "secret" not in letter.subject + letter.body


def test_beside_each_report_stands_the_line_of_now():
    moved, same, gone = reported(), reported(field="room"), reported(vacancy(), "room")
    change_line(entry=karim(), texts={"mobile": "01999999999"}, order=TODAY, by=None)
    remove_line(entry=vacancy(), order=TODAY, by=None)
    reports = Report.objects.filter(pk__in=[moved.pk, same.pk, gone.pk])
    found = [(one.has_moved_on, bool(one.now)) for one in reports.beside_present()]
    assert found == [(True, True), (False, True), (True, False)]


@pytest.mark.django_db(transaction=True, databases=["default", "owner"])
def test_two_clerks_who_accept_at_once_make_one_edit(transactional_db):
    report, entry = reported(), karim()

    def go():
        texts = {"mobile": report.proposed}
        try:
            return accept_report(
                report=report, entry=entry, texts=texts, order=TODAY, by=None
            )
        except Settled:
            raise LineChanged from None

    assert race(go, go) == ["2", "told"]
    assert Edition.objects.count() == 2
    assert TODAY.effective_on == date(2017, 3, 5)


@pytest.mark.django_db(transaction=True, databases=["default", "owner"])
def test_two_clerks_who_answer_at_once_give_one_answer(transactional_db):
    report = reported()

    def saying(words):
        try:
            answer_report(report=report, answer=words, by=None)
            return _Took
        except Settled:
            raise LineChanged from None

    assert race(lambda: saying("Yes"), lambda: saying("No")) == ["told", "took"]


@pytest.mark.django_db(transaction=True, databases=["default", "owner"])
def test_no_more_than_the_limit_come_in_at_once(transactional_db, settings):
    settings.REPORTS_OF_AN_ADDRESS = 3
    told = race(*[_try] * 6)
    assert told.count("told") == 3
    assert Report.objects.count() == 3


class _Took:
    number = "took"


def _try():
    try:
        reported()
        return _Took
    except TooMany:
        raise LineChanged from None
