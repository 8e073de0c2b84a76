"""The short forms over a line: what they ask, take, refuse and keep."""

from datetime import date

import pytest
from django.db import OperationalError
from django.urls import reverse
from django.utils import timezone

from directory.actions.line import change_line, remove_line
from directory.forms.line import ChangeForm
from directory.models import Edition, Entry
from directory.views import line as views
from innovation_portal.bangla.calendar import format_short_date
from tests.directory import edits
from tests.directory.edits import TODAY, karim, present, said, small_list, vacancy

pytestmark = pytest.mark.django_db
DAY = {"effective_on": "05/03/2017", "order_number": "০৫-৩"}


@pytest.fixture(autouse=True)
def first():
    return small_list()


def place(entry, way="change"):
    return "/en" + reverse("directory:line_edit", args=[entry.line, way])


@pytest.fixture
def send(clerk):
    """Fill in a form as it stands on its page, then change what is said."""

    def sent(entry, way="change", **texts):
        form = clerk.get(place(entry, way)).context["form"]
        fields = form.fields if way != "transfer" else ()
        shown = {name: form[name].value() or "" for name in fields if name != "sure"}
        return clerk.post(place(entry, way), shown | DAY | texts, follow=True)

    return sent


def errors(answer):
    return answer.context["form"].errors.as_data().keys()


def test_the_form_stands_filled_in_beside_the_line(clerk):
    answer = clerk.get(place(karim()))
    form, today = answer.context["form"], format_short_date(timezone.localdate(), "en")
    assert (form["name"].value(), form["mobile"].value()) == ("মোঃ করিম", "01711111111")
    assert f'value="{today}"' in answer.content.decode()
    assert form["seen"].value() == karim().pk


def test_a_change_is_shown_at_once(clerk, send):
    answer = send(karim(), mobile="০১৮১২-৩৪৫৬৭৮")
    assert answer.redirect_chain == [(f"/en/directory/lines/{karim().line}/", 302)]
    content = answer.content.decode()
    assert "Published list number 2 is now in force" in content
    assert "০১৮১২-৩৪৫৬৭৮" in content
    edition = Edition.objects.current()
    assert (edition.effective_on, edition.order_number) == (date(2017, 3, 5), "০৫-৩")
    assert edition.published_by == clerk.user
    visitor = clerk.__class__()
    assert "০১৮১২-৩৪৫৬৭৮" in visitor.get("/directory/").content.decode()


def test_only_what_was_typed_anew_is_written_anew(send):
    entry = karim()
    Entry.objects.filter(pk=entry.pk).update(last_edition=1)
    entry.pk, entry.office_phone = None, "9551612\n9551613"
    entry.first_edition = edits_edition()
    entry.save()
    send(karim(), room="405")
    assert (karim().room, karim().office_phone) == ("405", "9551612\n9551613")


def edits_edition():
    counts = dict.fromkeys(
        ("added", "changed", "new_holders", "removed", "unchanged"), 0
    )
    return Edition.objects.create(number=2, updated_on=date(2017, 3, 1), **counts)


def test_nothing_typed_is_nothing_saved(send):
    answer = send(karim())
    assert "Nothing was changed" in answer.content.decode()
    assert Edition.objects.count() == 1


@pytest.mark.parametrize(
    ("texts", "field"),
    [
        ({"effective_on": ""}, "effective_on"),
        ({"effective_on": "1/1/2999"}, "effective_on"),
        ({"effective_on": "32/1/2017"}, "effective_on"),
        ({"order_number": "১" * 101}, "order_number"),
        ({"reason": "x" * 301}, "reason"),
        ({"name": "ক" * 201}, "name"),
        ({"mobile": "0" * 121}, "mobile"),
        ({"room": "1" * 61}, "room"),
        ({"honorific": "ক" * 41}, "honorific"),
    ],
)
def test_what_is_wrong_is_told_and_what_was_typed_stays(send, texts, field):
    answer = send(karim(), **{"section": "Typed section"} | texts)
    assert list(errors(answer)) == [field]
    assert answer.context["form"]["section"].value() == "Typed section"
    assert Edition.objects.count() == 1


def test_a_line_without_name_and_number_is_refused(send):
    answer = send(present(post="Reception"), office_phone="")
    assert "neither a name nor a number" in answer.content.decode()
    assert Edition.objects.count() == 1


@pytest.mark.parametrize(
    ("texts", "sentence"),
    [
        ({"mobile": "0171"}, "A mobile number has 11 digits"),
        ({"email": "karim@"}, "is not an e-mail address"),
        ({"post": "Chief Clerk"}, "is not known; it will be made"),
        ({"section": "New"}, "is not known; it will be made"),
        ({"name": "নাসিমা আক্তার"}, "The name is another person’s"),
        ({"mobile": "01722222222"}, "stands under another name: রহিম উদ্দিন"),
    ],
)
def test_what_is_doubtful_is_asked_about_once(send, texts, sentence):
    answer = send(karim(), **texts)
    assert list(errors(answer)) == ["sure"]
    assert sentence in answer.context["form"].doubts[0] % {}
    assert Edition.objects.count() == 1
    send(karim(), sure="on", **texts)
    assert Edition.objects.count() == 2


def test_a_joining(send):
    texts = {"name": "মিজ নাসিমা আক্তার", "mobile": "01733333333"}
    send(karim(), "holder", **texts)
    assert (karim().name, karim().mobile) == ("নাসিমা আক্তার", "01733333333")


@pytest.mark.parametrize("name", ["", " ", "(শূন্য)"])
def test_a_joining_needs_a_name(send, name):
    answer = send(karim(), "holder", name=name)
    assert list(errors(answer)) == ["name"]


def test_a_release(send):
    send(karim(), "vacate")
    assert (karim().vacant, karim().email) == (True, "ds1@x.bd")
    assert Edition.objects.current().order_number == "০৫-৩"


def test_a_new_line(send):
    texts = {"name": "জনাব সালাম", "post": "Law officer", "mobile": "01744444444"}
    send(karim(), "add", **texts)
    assert said("name", "section")[1] == ("সালাম", "Law")


def test_a_new_line_must_say_something(send):
    answer = send(karim(), "add")
    assert "neither a name nor a number" in answer.content.decode()


def test_a_removal_leads_to_the_list(send):
    answer = send(vacancy(), "remove")
    assert answer.redirect_chain[-1] == ("/en/directory/", 302)
    assert len(said("name")) == 3


@pytest.mark.parametrize(
    ("post", "ways"),
    [
        ("Deputy Secretary", "change holder transfer vacate add remove"),
        ("Law officer", "change holder add remove"),
        ("Reception", "change add remove"),
    ],
)
def test_what_can_be_done_depends_on_the_line(clerk, post, ways):
    tabs = clerk.get(place(present(post=post))).context["tabs"]
    assert [address.split("/")[-2] for address, _label, _open in tabs] == ways.split()


def test_what_somebody_else_changed_meanwhile_is_kept_and_told(clerk, send):
    entry = karim()
    change_line(entry=entry, texts={"room": "12"}, order=TODAY, by=None)
    seen = ChangeForm(entry=entry)
    shown = {name: seen[name].value() or "" for name in seen.fields if name != "sure"}
    typed = shown | DAY | {"mobile": "01812345678"}
    answer = clerk.post(place(entry), typed)
    form = answer.context["form"]
    assert "Somebody has changed this line meanwhile" in answer.content.decode()
    assert (form["room"].value(), form["mobile"].value()) == ("12", "01812345678")
    again = {name: form[name].value() or "" for name in form.fields if name != "sure"}
    clerk.post(place(entry), again)
    assert (karim().room, karim().mobile) == ("12", "01812345678")


@pytest.mark.parametrize("seen", ["", "x", "-1", "9" * 30, "১"])
def test_what_was_seen_cannot_be_made_up(clerk, seen):
    answer = clerk.post(place(karim()), DAY | {"room": "9", "seen": seen})
    assert "Somebody has changed" in answer.content.decode()
    assert Edition.objects.count() == 1


def test_somebody_is_quicker_between_the_look_and_the_lock(clerk, send, monkeypatch):
    entry, run = karim(), ChangeForm.run

    def late(form, **rest):
        monkeypatch.setattr(ChangeForm, "run", run)
        change_line(entry=entry, texts={"room": "12"}, order=TODAY, by=None)
        return run(form, **rest)

    monkeypatch.setattr(ChangeForm, "run", late)
    answer = send(entry, mobile="01812345678")
    assert "Somebody has changed this line meanwhile" in answer.content.decode()
    assert answer.context["form"]["mobile"].value() == "01812345678"
    assert answer.context["entry"].room == "12"


class HeldError(OperationalError):
    """As the database says it of a lock that another hand holds."""

    def __init__(self, code):
        super().__init__()
        self.__cause__ = type("Cause", (Exception,), {"pgcode": code})()


def test_while_another_publication_runs_nothing_typed_is_lost(clerk, send, monkeypatch):
    def held(form, **rest):
        raise HeldError("55P03")

    monkeypatch.setattr(ChangeForm, "run", held)
    answer = send(karim(), room="405")
    assert "Another publication is under way" in answer.content.decode()
    assert answer.context["form"]["room"].value() == "405"


def test_another_failure_of_the_database_is_no_other_publication(send, monkeypatch):
    def failing(form, **rest):
        raise HeldError("57014")

    monkeypatch.setattr(ChangeForm, "run", failing)
    with pytest.raises(HeldError):
        send(karim(), room="405")


def test_numbers_seldom_used_stand_apart_until_they_are_filled(clerk):
    def seldom():
        form = clerk.get(place(karim())).context["form"]
        return [field.name for field in form.parts[1]]

    assert seldom() == ["intercom", "fax", "ip_phone", "red_phone"]
    change_line(entry=karim(), texts={"fax": "9551699"}, order=TODAY, by=None)
    assert seldom() == ["intercom", "ip_phone", "red_phone"]


def test_what_is_asked_depends_on_what_happens(clerk):
    def asked(way):
        form = clerk.get(place(karim(), way)).context["form"]
        return [field.name for part in form.parts for field in part]

    order = ["effective_on", "order_number", "reason"]
    person = ["honorific", "name", "post", "mobile", "email", "residence"]
    assert asked("holder") == [*person, *order]
    assert asked("vacate") == ["email_too", *order]
    assert asked("remove") == order


def test_a_line_that_is_gone_is_told(clerk):
    entry = vacancy()
    remove_line(entry=entry, order=TODAY, by=None)
    answer = clerk.get(place(entry), follow=True)
    assert "This line no longer stands in the list." in answer.content.decode()


@pytest.mark.parametrize("line", [0, 10**18, 10**30])
def test_a_line_that_never_was_is_not_found(clerk, line):
    assert clerk.get(f"/directory/lines/{line}/change/").status_code == 404
    assert clerk.get(f"/directory/lines/{line}/transfer/").status_code == 404


def test_another_way_is_not_found(clerk):
    address = place(karim(), "erase")
    assert clerk.get(address).status_code == 404
    assert "erase" not in views.FORMS


def test_the_list_leads_there_for_the_branch_alone(clerk, cast):
    address = reverse("directory:line_edit", args=[karim().line, "change"])
    assert address in clerk.get("/directory/").content.decode()
    for who in ("visitor", "plain", "auditor"):
        assert address not in cast[who].get("/directory/").content.decode()


def test_an_old_list_offers_nothing_to_change(clerk):
    old = karim()
    change_line(entry=old, texts={"room": "12"}, order=TODAY, by=None)
    content = clerk.get("/directory/editions/1/").content.decode()
    assert reverse("directory:line_edit", args=[old.line, "change"]) not in content


def test_the_edits_of_a_day_stand_together_in_the_list_of_editions(clerk, cast):
    for room in ("1", "2", "3"):
        change_line(entry=karim(), texts={"room": room}, order=TODAY, by=None)
    answer = cast["visitor"].get("/en/directory/editions/")
    content = " ".join(answer.content.decode().split())
    assert "3 edits of single lines" in content
    assert "?old=1&amp;new=4" in content
    assert "05.001.17-3" in content or "০৫.০০১.১৭-৩" in content


def test_one_edit_stands_by_itself(cast):
    change_line(entry=karim(), texts={"room": "1"}, order=TODAY, by=None)
    content = cast["visitor"].get("/en/directory/editions/").content.decode()
    assert "edits of single lines" not in content
    assert "Single line changed, with effect from:" in content
    assert edits.TODAY.order_number in content
