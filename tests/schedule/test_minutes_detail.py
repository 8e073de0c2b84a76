"""Who reads minutes: those concerned, and all where they were opened."""

import re
from concurrent.futures.process import BrokenProcessPool
from datetime import date
from unittest.mock import Mock

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from schedule.actions.minutes import open_minutes
from schedule.models import Minutes, Participant
from schedule.paper import letter
from tests.schedule.minutes import ROW, SCAN, minutes_of, write
from tests.schedule.sittings import sitting

pytestmark = pytest.mark.usefixtures("in_english")
PAGES = ("minutes_detail", "minutes_scan")
SECRET = "গোপন আলোচনা"


def address(name, held):
    return reverse(f"schedule:{name}", args=[held.pk])


def said(client, held):
    page = client.get(address("minutes_detail", held))
    return " ".join(re.sub(r"<[^>]+>", " ", page.text).split())


def codes(client, held):
    answers = [client.get(address(name, held)) for name in PAGES]
    for answer in answers:
        b"".join(answer)  # a file that is read to its end is closed
    return [answer.status_code for answer in answers]


@pytest.fixture
def held(cast):
    return sitting(organiser=cast.wing)


def test_minutes_that_were_not_opened_are_not_there_for_strangers(cast, held):
    minutes_of(held, is_open=False, signed=True, opening=SECRET)
    for who in ("visitor", "plain", "auditor"):
        assert codes(cast[who], held) == [404] * 2


def test_opened_ones_are_there_for_everyone(cast, held):
    minutes_of(held, signed=True)
    assert codes(cast["visitor"], held) == [200] * 2


def test_those_concerned_read_them_in_any_case(cast, held):
    minutes_of(held, is_open=False, signed=True)
    Participant.objects.create(sitting=held, order=1, name="-", office=cast.agency)
    part = cast.person("part", cast.agency, ["wing_organiser"])
    for client in (cast["wing_organiser"], cast["general_services"], part):
        assert codes(client, held) == [200] * 2


def test_who_is_only_signed_in_is_not_concerned(cast, held):
    minutes_of(held, is_open=False)
    assert codes(cast["plain"], held)[0] == 404


def test_a_sitting_that_was_closed_afterwards_closes_its_minutes(cast, held):
    minutes_of(held, opening=SECRET)
    held.closed = True
    held.save()
    assert codes(cast["visitor"], held) == [404] * 2
    assert codes(cast["general_services"], held)[0] == 200


def test_where_there_are_none_nobody_finds_any(cast, held):
    assert codes(cast["visitor"], held) == [404] * 2
    assert codes(cast["auditor"], held) == [404] * 2


def test_who_may_write_them_goes_on_to_write(cast, held):
    page = cast["wing_organiser"].get(address("minutes_detail", held))
    assert page.url == address("minutes_edit", held)


def test_says_what_was_discussed_decided_and_by_whom(cast, held):
    minutes_of(held, present="ক\n\n খ ", opening="স্বাগত", memo_number="৪১")
    text = said(cast["visitor"], held)
    for words in ("স্বাগত", "৪১", ROW.discussion, ROW.text, ROW.responsible):
        assert words in text
    page = cast["visitor"].get(address("minutes_detail", held)).text
    assert re.findall(r"<li>(.)</li>", page) == ["ক", "খ"]


def test_readers_are_offered_nothing_to_change(cast, held):
    minutes_of(held)
    offered = {
        who: "minutes/edit/" in cast[who].get(address("minutes_detail", held)).text
        for who in ("visitor", "plain", "wing_organiser")
    }
    assert offered == {"visitor": False, "plain": False, "wing_organiser": True}


def test_typed_marks_are_text_and_nothing_else(cast, held):
    minutes_of(held, type(ROW)(None, text="<script>x</script>"), opening="<b>")
    page = cast["visitor"].get(address("minutes_detail", held)).text
    assert "<script>x" not in page
    assert "<b>" not in page


def test_is_known_by_its_etag_until_it_is_written_again(client, held):
    minutes_of(held)
    known = {"If-None-Match": client.get(address("minutes_detail", held))["ETag"]}
    assert client.get(address("minutes_detail", held), headers=known).status_code == 304
    write(held, opening="আরও")
    assert client.get(address("minutes_detail", held), headers=known).status_code == 200


def test_no_page_that_a_browser_kept_is_confirmed_once_they_are_closed(client, held):
    minutes = minutes_of(held)
    known = {"If-None-Match": client.get(address("minutes_detail", held))["ETag"]}
    open_minutes(minutes=minutes, is_open=False, by=None)
    assert client.get(address("minutes_detail", held), headers=known).status_code == 404


@pytest.mark.parametrize("name", ["minutes_pdf", "minutes_docx"])
def test_papers_are_for_those_concerned(name, cast, held, monkeypatch):
    monkeypatch.setattr(letter, "pdf", lambda paper: b"%PDF-1.7")
    minutes_of(held)
    for who, code in (("visitor", 302), ("plain", 404), ("wing_organiser", 200)):
        assert cast[who].get(address(name, held)).status_code == code
    offered = [
        address(name, held) in cast[who].get(address("minutes_detail", held)).text
        for who in ("visitor", "wing_organiser")
    ]
    assert offered == [False, True]


@pytest.mark.parametrize("error", [MemoryError, BrokenProcessPool])
def test_minutes_that_are_too_long_to_draw_say_so(error, cast, held, monkeypatch):
    monkeypatch.setattr(letter, "pdf", Mock(side_effect=error))
    minutes_of(held)
    page = cast["wing_organiser"].get(address("minutes_pdf", held), follow=True)
    assert "These minutes are too long for a PDF; take those for Word." in page.text


def test_costs_few_queries(client, held, django_assert_max_num_queries):
    minutes_of(held, *(type(ROW)(None, text=str(n)) for n in range(9)))
    with django_assert_max_num_queries(8):
        client.get(address("minutes_detail", held))


def test_the_sitting_leads_to_minutes_that_may_be_read(cast, held):
    def led(who):
        page = cast[who].get(reverse("schedule:sitting_detail", args=[held.pk]))
        return "Minutes of this sitting" in page.text

    minutes = minutes_of(held, is_open=False)
    assert (led("visitor"), led("wing_organiser")) == (False, True)
    open_minutes(minutes=minutes, is_open=True, by=None)
    assert led("visitor") is True


# What the organiser does with them


def sign(client, held, **values):
    return client.post(address("minutes_sign", held), values)


def test_a_signed_copy_comes_back_as_it_was(cast, held):
    minutes_of(held)
    file = SimpleUploadedFile("স্বাক্ষরিত.pdf", SCAN)
    sign(cast["wing_organiser"], held, signed_on="২২/১১/২০২৬", file=file)
    assert Minutes.objects.get().signed_on == date(2026, 11, 22)
    answer = cast["visitor"].get(address("minutes_scan", held))
    assert b"".join(answer.streaming_content) == SCAN
    assert answer["Content-Type"] == "application/pdf"


def test_what_is_no_scan_is_refused(cast, held):
    minutes_of(held)
    file = SimpleUploadedFile("x.pdf", b"<html>")
    page = sign(cast["wing_organiser"], held, signed_on="22/11/2026", file=file)
    assert "Choose a PDF, or a picture as JPG or PNG." in page.text
    assert page.context["form"]["signed_on"].value() == "22/11/2026"
    assert Minutes.objects.get().scan is None


def test_the_day_of_the_signature_is_asked_for(cast, held):
    minutes_of(held)
    assert sign(cast["wing_organiser"], held).status_code == 200
    assert Minutes.objects.get().signed_on is None


def test_opened_and_closed_again(cast, held):
    minutes_of(held, is_open=False)
    for typed, is_open in (("yes", True), ("no", False), ("", False)):
        cast["wing_organiser"].post(address("minutes_open", held), {"open": typed})
        assert Minutes.objects.get().is_open is is_open


def test_of_a_closed_sitting_the_opening_is_refused(cast):
    held = sitting(organiser=cast.wing, closed=True)
    minutes_of(held)
    client = cast["wing_organiser"]
    page = client.post(address("minutes_open", held), {"open": "yes"}, follow=True)
    assert "The minutes of a closed sitting cannot be opened." in page.text
    assert Minutes.objects.get().is_open is False


@pytest.mark.parametrize("name", ["minutes_sign", "minutes_open"])
def test_another_office_s_minutes_are_not_there(name, cast, held):
    minutes_of(held)
    stranger = cast.person("stranger", cast.agency, ["wing_organiser"])
    assert stranger.post(address(name, held), {"open": "no"}).status_code == 404
    assert Minutes.objects.get().is_open is True
