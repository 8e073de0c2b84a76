"""The branch accepts with one click, accepts corrected, or answers."""

import pytest
from django.utils import timezone

from directory.actions.line import change_line, remove_line
from directory.actions.report import answer_report
from directory.models import Edition
from innovation_portal.bangla.calendar import format_short_date
from tests.directory.edits import TODAY, karim, small_list, vacancy
from tests.directory.reports import reported, stands

pytestmark = pytest.mark.django_db
QUEUE = "/en/directory/reports/"


@pytest.fixture(autouse=True)
def first():
    return small_list()


def text(answer):
    return " ".join(answer.content.decode().split())


def click(clerk, report, entry=None, **more):
    """What the button of the queue sends."""
    today = format_short_date(timezone.localdate(), "bn")
    said = {
        report.field: report.proposed,
        "effective_on": today,
        "seen": (entry or karim()).pk,
    }
    return clerk.post(f"{QUEUE}{report.pk}/", said | more, follow=True)


def test_the_queue_shows_what_was_and_what_would_be(clerk):
    report = reported()
    content = text(clerk.get(QUEUE))
    for said in ("01711111111", "01812345678", "রহিমা খাতুন", "হিসাব শাখা", "321"):
        assert said in content
    assert f'name="mobile" value="{report.proposed}"' in content
    assert f'name="seen" value="{karim().pk}"' in content


def test_the_menu_counts_what_waits_for_the_branch(clerk, cast):
    assert '<span class="count">' not in text(clerk.get("/en/"))
    reported(), reported()
    assert '<span class="count">2</span>' in text(clerk.get("/en/"))
    for who in ("visitor", "plain", "portal_admin"):
        assert "Reported mistakes" not in text(cast[who].get("/en/"))


def test_one_click_corrects_the_list(clerk):
    report = reported()
    answer = click(clerk, report)
    assert answer.redirect_chain == [(QUEUE, 302)]
    assert "Published list number 2 is now in force" in text(answer)
    assert karim().mobile == "01812345678"
    edition = Edition.objects.current()
    assert edition.reason == "Mistake reported by: রহিমা খাতুন"
    assert edition.published_by == clerk.user
    assert stands(report).state == "accepted"


def test_a_correction_is_taken_instead(clerk):
    report = reported(proposed="0181234567")
    click(clerk, report, mobile="01812345670", order_number="০৫-৩")
    assert (karim().mobile, Edition.objects.current().order_number) == (
        "01812345670",
        "০৫-৩",
    )


@pytest.mark.parametrize(
    ("field", "proposed", "doubt"),
    [
        ("mobile", "0171", "A mobile number has 11 digits"),
        ("email", "nobody", "is not an e-mail address"),
        ("name", "নাসিমা আক্তার", "The name is another person’s"),
        ("section", "Nowhere", "is not known; it will be made"),
    ],
)
def test_what_is_doubtful_is_not_accepted_with_one_click(clerk, field, proposed, doubt):
    report = reported(field=field, proposed=proposed)
    answer = click(clerk, report)
    assert doubt in text(answer)
    assert (Edition.objects.count(), stands(report).is_open) == (1, True)
    click(clerk, report, sure="on")
    assert (Edition.objects.count(), stands(report).is_open) == (2, False)


def test_a_line_that_changed_meanwhile_is_told(clerk):
    reported()
    change_line(entry=karim(), texts={"mobile": "01999999999"}, order=TODAY, by=None)
    content = text(clerk.get(QUEUE))
    assert "The line has changed since; it now says:" in content
    assert "01999999999" in content
    assert 'name="seen"' not in content


def test_a_line_that_changed_after_the_queue_was_read_is_told(clerk):
    report, seen = reported(), karim()
    change_line(entry=seen, texts={"room": "12"}, order=TODAY, by=None)
    answer = click(clerk, report, seen)
    assert "Somebody has changed this line meanwhile" in text(answer)
    assert karim().mobile == "01711111111"


def test_what_is_corrected_already_is_told(clerk):
    report = reported()
    change_line(entry=karim(), texts={"mobile": "01812345678"}, order=TODAY, by=None)
    assert "Nothing was changed" in text(click(clerk, report))


def test_of_a_line_that_is_gone_there_is_only_an_answer(clerk):
    report = reported(vacancy(), "room", "405")
    remove_line(entry=vacancy(), order=TODAY, by=None)
    answer = clerk.get(f"{QUEUE}{report.pk}/")
    assert answer.context["form"] is None
    assert "The line no longer stands in the list." in text(answer)


def test_words_lead_to_the_lines_own_form(clerk):
    report = reported(field="other", proposed="ইনি বদলি হয়েছেন")
    answer = clerk.get(f"{QUEUE}{report.pk}/")
    assert answer.context["form"] is None
    assert f"/en/directory/lines/{karim().line}/change/" in text(answer)


def test_an_answer(clerk):
    report = reported()
    place = f"{QUEUE}{report.pk}/answer/"
    answer = clerk.post(place, {"answer": "নম্বরটি সঠিক।"}, follow=True)
    assert "The answer was saved." in text(answer)
    assert (stands(report).answer, stands(report).answered_by) == (
        "নম্বরটি সঠিক।",
        clerk.user,
    )


@pytest.mark.parametrize("words", ["", " ", "x" * 501])
def test_an_answer_says_something(clerk, words):
    report = reported()
    answer = clerk.post(f"{QUEUE}{report.pk}/answer/", {"answer": words})
    assert list(answer.context["answer"].errors) == ["answer"]
    assert stands(report).is_open


def test_another_clerk_was_quicker(clerk):
    report = reported()
    answer_report(report=report, answer="No", by=None)
    place = f"{QUEUE}{report.pk}/answer/"
    answer = clerk.post(place, {"answer": "Yes"}, follow=True)
    assert "This report has been settled meanwhile." in text(answer)
    assert click(clerk, report).context["form"] is None
    assert (stands(report).answer, Edition.objects.count()) == ("No", 1)


def test_what_was_settled_can_be_looked_up(clerk):
    report = reported()
    answer_report(report=report, answer="নম্বরটি সঠিক।", by=clerk.user)
    assert "নম্বরটি সঠিক।" in text(clerk.get(f"{QUEUE}?show=settled"))
    assert "No report is waiting." in text(clerk.get(QUEUE))


def test_what_a_stranger_typed_is_escaped(clerk):
    report = reported(proposed="<b>1</b>", name="<script>alert(1)</script>")
    for address in (QUEUE, f"{QUEUE}{report.pk}/"):
        content = clerk.get(address).content.decode()
        assert "<script>alert" not in content
        assert "<b>1</b>" not in content


def test_the_queue_costs_the_same_for_many(clerk, django_assert_max_num_queries):
    for _each in range(15):
        reported()
    with django_assert_max_num_queries(12):
        clerk.get(QUEUE)


def test_a_report_that_never_was_is_not_found(clerk):
    assert clerk.get(f"{QUEUE}999999/").status_code == 404
