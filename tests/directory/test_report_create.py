"""The visitor's page: no login, nothing cached, cheap against abuse."""

import pytest
from django.urls import reverse

from directory.actions.line import change_line, remove_line
from directory.models import Edition, Hidden, Report
from tests.directory.edits import TODAY, karim, present, small_list, vacancy
from tests.directory.reports import stands

pytestmark = pytest.mark.django_db
SAID = {"field": "mobile", "proposed": "০১৮১২-৩৪৫৬৭৮", "name": "রহিমা খাতুন"}


@pytest.fixture(autouse=True)
def first():
    return small_list()


@pytest.fixture
def visitor(cast):
    return cast["visitor"]


def place(entry=None):
    return f"/en/directory/lines/{(entry or karim()).line}/report/"


def send(visitor, entry=None, **more):
    seen = {"seen": (entry or karim()).pk}
    return visitor.post(place(entry), SAID | seen | more, follow=True)


def errors(answer):
    return list(answer.context["form"].errors)


def test_a_visitor_reports_and_is_given_an_address_of_his_own(visitor):
    answer = send(visitor, office="হিসাব শাখা", phone="৩২১")
    report = Report.objects.get()
    assert (report.field, report.proposed) == ("mobile", "০১৮১২-৩৪৫৬৭৮")
    assert (report.name, report.office, report.phone) == (
        "রহিমা খাতুন",
        "হিসাব শাখা",
        "৩২১",
    )
    place_ = f"/en/directory/reports/of/{report.token}/"
    assert answer.redirect_chain == [(place_, 302)]
    assert "Your report is with the general services branch" in answer.content.decode()


def test_nothing_of_it_is_shown_to_others(visitor, cast):
    send(visitor, proposed="Unread words", name="Unread name")
    lines = karim().line, karim().officer_id
    for address in (
        "/directory/",
        f"/directory/lines/{lines[0]}/",
        f"/directory/officers/{lines[1]}/",
        f"/directory/lines/{lines[0]}/report/",
        "/directory/editions/",
    ):
        for who in ("visitor", "plain"):
            assert "Unread" not in cast[who].get(address).content.decode()
    assert Edition.objects.count() == 1


def test_the_page_is_never_cached(visitor):
    answer = visitor.get(place())
    assert "no-store" in answer["Cache-Control"]
    assert "ETag" not in answer


def test_the_list_itself_sets_no_cookie(visitor):
    content = visitor.get("/directory/")
    assert reverse("directory:report_create", args=[karim().line]) in (
        content.content.decode()
    )
    assert not content.cookies


def test_the_fields_are_offered_with_what_they_say_now(visitor):
    form = visitor.get(place()).context["form"]
    offered = dict(form.fields["field"].choices)
    assert (
        offered["mobile"] == "মোবাইল: 01711111111"
        or "01711111111" in (offered["mobile"])
    )
    assert "honorific" not in offered
    assert "other" in offered


@pytest.mark.parametrize("every_line", [True, False])
def test_what_a_visitor_may_not_see_is_not_offered(visitor, clerk, every_line):
    line = None if every_line else karim().line
    Hidden.objects.create(column="mobile", line=line)
    answer = visitor.get(place())
    offered = dict(answer.context["form"].fields["field"].choices)
    assert ("mobile" in offered, "residence" in offered) == (False, True)
    assert "01711111111" not in answer.content.decode()
    assert errors(send(visitor)) == ["field"]
    assert "01711111111" in clerk.get(place()).content.decode()


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"field": ""}, "field"),
        ({"field": "honorific"}, "field"),
        ({"field": "search_key"}, "field"),
        ({"proposed": ""}, "proposed"),
        ({"proposed": " \u200b "}, "proposed"),
        ({"proposed": "01711111111"}, "proposed"),
        ({"proposed": "1" * 121}, "proposed"),
        ({"field": "other", "proposed": "x" * 301}, "proposed"),
        ({"name": ""}, "name"),
        ({"name": "x" * 101}, "name"),
        ({"office": "x" * 201}, "office"),
        ({"phone": "1" * 61}, "phone"),
        ({"website": "https://spam.example"}, "website"),
    ],
)
def test_what_is_wrong_is_told_and_what_was_typed_stays(visitor, more, field):
    answer = send(visitor, **more)
    assert errors(answer) == [field]
    if field != "name":
        assert answer.context["form"]["name"].value() == "রহিমা খাতুন"
    assert Report.objects.count() == 0


def test_something_else_is_said_in_words(visitor):
    send(visitor, field="other", proposed="ইনি বদলি হয়েছেন")
    assert Report.objects.get().is_of_a_field is False


def test_too_many_are_refused_in_a_sentence(visitor, settings):
    settings.REPORTS_OF_AN_ADDRESS = 1
    send(visitor)
    answer = send(visitor)
    assert "Too many reports came today." in answer.content.decode()
    assert answer.context["form"]["proposed"].value() == SAID["proposed"]
    assert Report.objects.count() == 1


def test_a_report_is_of_the_line_as_it_was_seen(visitor):
    seen = karim()
    change_line(entry=seen, texts={"mobile": "01999999999"}, order=TODAY, by=None)
    send(visitor, seen)
    assert stands(Report.objects.get()).before == "01711111111"


@pytest.mark.parametrize("seen", ["", "x", 0, 10**30, -1])
def test_what_was_seen_cannot_be_made_up(visitor, seen):
    visitor.post(place(), SAID | {"seen": seen})
    assert {report.entry for report in Report.objects.all()} <= {karim()}


def test_another_lines_version_does_not_count(visitor):
    send(visitor, karim(), seen=present(post="Joint Secretary").pk)
    assert Report.objects.get().entry == karim()


def test_of_a_line_that_is_gone_nothing_can_be_reported(visitor):
    entry = vacancy()
    remove_line(entry=entry, order=TODAY, by=None)
    answer = visitor.get(place(entry))
    assert answer.url == f"/en/directory/lines/{entry.line}/"
    assert visitor.get("/directory/lines/99999999/report/").status_code == 404
