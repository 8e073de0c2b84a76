"""What the branch hides stands in no answer to a visitor, of whatever kind."""

import io
import zipfile
from contextlib import suppress
from datetime import date
from itertools import combinations

import pypdfium2
import pytest
from django.db import OperationalError
from django.urls import NoReverseMatch, reverse

from directory.actions.edition import roll_back
from directory.actions.hiding import hide
from directory.actions.line import transfer_officer
from directory.actions.rekey import rekey
from directory.hiding import Veil, veil_for
from directory.models import Edition, EditionPaper, Entry, Hidden, Officer, Report
from innovation_portal.bangla.digits import to_bangla
from innovation_portal.bangla.folding import digits_key
from tests.directory.edits import TODAY, karim, small_list, vacancy
from tests.directory.entries import edition, entry
from tests.directory.lists import line
from tests.directory.uploads import csv_file, published
from tests.factories import OfficeFactory
from tests.matrix import MATRIX

pytestmark = pytest.mark.django_db
Kind = EditionPaper.Kind
MOBILE, RESIDENCE = "01733445566", "9876504"
OPEN = sorted(name for name, row in MATRIX.items() if row.get["visitor"] in {200, 404})


@pytest.fixture
def planted():
    """Two lists; the officer's numbers are in both, in either script."""
    edition(1)
    edition(2)
    numbers = {"mobile": to_bangla(MOBILE), "residence": RESIDENCE}
    officer = Officer.objects.create(name="Karim")
    first = entry("Karim", last=1, officer=officer, office_phone="9551234", **numbers)
    return entry(
        "Karim",
        first=2,
        line=first.line,
        officer=officer,
        office=OfficeFactory(),
        post="Secretary",
        office_phone="9551234",
        **numbers,
    )


@pytest.fixture
def hidden(planted):
    hide(columns=["mobile", "residence"], by=None)
    return planted


def text_of(answer):
    """All that an answer says, unpacked where it is packed."""
    body = answer.getvalue()
    if body.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(body)) as book:
            body = b"\n".join(map(book.read, book.namelist()))
    if body.startswith(b"%PDF"):
        pages = pypdfium2.PdfDocument(body)
        return "\n".join(page.get_textpage().get_text_bounded() for page in pages)
    return body.decode()


def address(name, planted):
    """The page called so, of the planted line where it is of one thing."""
    of_line = ":line_" in name or name.endswith("report_create")
    own = {"pk": planted.officer_id, "line": planted.line}
    own |= {"number": planted.line if of_line else 1, "token": _token(planted)}
    own |= {"kind": "desk", "day": date(2017, 2, 12)}
    for part in (*combinations(own, 0), *combinations(own, 1), *combinations(own, 2)):
        with suppress(NoReverseMatch):
            return reverse(name, kwargs={key: own[key] for key in part})
    raise NoReverseMatch(name)


def _token(planted):
    """Of a report whose field is hidden; the reporter sees only what he typed."""
    said = {"field": "mobile", "proposed": "01999999999", "name": "Rahim"}
    return Report.objects.get_or_create(entry=planted, **said)[0].token


def addresses(planted):
    """Every page open to visitors, and some questions to the list."""
    yield from (address(name, planted) for name in OPEN)
    yield "/directory/list/alphabetical.pdf"
    yield "/directory/download.pdf?q=Karim"
    yield "/directory/editions/2/"
    yield "/directory/editions/compare/?old=1&new=2"
    yield "/directory/editions/compare/?old=0&new=2"
    yield from (reverse("directory:paper_detail", args=[kind]) for kind in Kind)
    for asked in ("Karim", "9551234", f"office={planted.office_id}"):
        yield f"/directory/?q={asked}"
        yield f"/directory/offices/?q={asked}"
        yield f"/directory/download.csv?q={asked}"
    for sort in ("name", "-name", "mobile", "residence"):
        yield f"/directory/?sort={sort}"


def told(client, addresses):
    """The addresses whose answer holds a planted number."""
    for address in addresses:
        answer = client.get(address)
        digits = digits_key(text_of(answer))
        if MOBILE in digits or RESIDENCE in digits:
            yield address


def test_the_planted_numbers_are_seen_before_they_are_hidden(client, planted):
    seen = set(told(client, ["/directory/", "/directory/download.xlsx"]))
    assert seen == {"/directory/", "/directory/download.xlsx"}


def test_no_answer_to_a_visitor_holds_what_is_hidden(client, hidden, run_tasks):
    asked = list(addresses(hidden))
    for address in asked:
        client.get(address)
    run_tasks()  # papers are made in the background
    assert list(told(client, asked)) == []


def test_a_page_drawn_before_is_not_shown_again(client, planted):
    client.get("/directory/")
    hide(columns=["mobile", "residence"], by=None)
    assert list(told(client, ["/directory/"])) == []
    hide(columns=[], by=None)
    assert list(told(client, ["/directory/"])) == ["/directory/"]


@pytest.mark.parametrize("piece", [MOBILE, MOBILE[-5:], to_bangla(RESIDENCE)])
def test_a_hidden_number_finds_nobody(client, cast, hidden, piece):
    for reader in (client, cast["plain"]):
        assert found(reader, piece) == 0


def found(reader, piece):
    table = reader.get("/directory/", {"q": piece}).context["table"]
    return len(table.page.object_list)


def test_a_number_shown_again_is_found_again(client, hidden):
    before = hidden.digits
    hide(columns=["residence"], by=None)
    assert (found(client, MOBILE), found(client, RESIDENCE)) == (1, 0)
    hide(columns=[], by=None)
    hidden.refresh_from_db()
    assert sorted(hidden.digits.split()) == sorted(before.split())


def test_other_numbers_and_rooms_are_still_found(client, planted):
    other = entry("Rahim", first=2, mobile=MOBILE, room="কক্ষ ৪০৫", pabx="777")
    hide(columns=["mobile"], line=other.line, by=None)
    assert [found(client, piece) for piece in ("405", "777", MOBILE)] == [1, 1, 1]


def test_the_next_list_is_covered_too(client):
    hide(columns=["mobile"], by=None)
    published(csv_file(line("Karim", mobile=MOBILE)))
    assert Entry.objects.current().get().mobile == MOBILE
    assert found(client, MOBILE) == 0


def test_a_list_that_comes_back_is_covered_as_numbers_are_hidden_now(client):
    published(csv_file(line("Karim", mobile=MOBILE), line("Rahim")))
    hide(columns=["mobile"], by=None)
    published(csv_file(line("Rahim")))
    hide(columns=[], by=None)
    back = {"updated_on": date(2017, 3, 1), "reason": "Wrong file", "by": None}
    roll_back(to=Edition.objects.get(pk=1), seen=2, **back)
    assert found(client, MOBILE) == 1
    hide(columns=["mobile"], by=None)
    roll_back(to=Edition.objects.get(pk=2), seen=3, **back)
    roll_back(to=Edition.objects.get(pk=3), seen=4, **back)
    assert (found(client, "Karim"), found(client, MOBILE)) == (1, 0)


def test_what_is_hidden_of_a_person_goes_along_when_he_is_transferred(client):
    small_list()
    hide(columns=["mobile"], line=karim().line, by=None)
    transfer_officer(entry=karim(), to=vacancy(), order=TODAY, by=None)
    assert vacancy().mobile == "01711111111"
    assert list(Veil(Hidden.objects.values_list("column", "line")).hides(0)) == []
    pages = ("/directory/", f"/directory/lines/{vacancy().line}/")
    assert ["01711111111" in text_of(client.get(page)) for page in pages] == [False] * 2
    assert found(client, "01711111111") == 0


def test_keys_made_again_stay_covered(client, hidden):
    Entry.objects.update(search_key="old")
    rekey()
    assert (found(client, MOBILE), found(client, "karim")) == (0, 1)


def test_who_is_signed_in_sees_all(cast, hidden):
    assert list(told(cast["plain"], ["/directory/"])) == ["/directory/"]


def test_of_one_line_alone(client, planted):
    other = entry("Rahim", mobile="01811223344")
    hide(columns=["mobile"], line=other.line, by=None)
    text = digits_key(text_of(client.get("/directory/")))
    assert (MOBILE in text, "01811223344" in text) == (True, False)


def test_a_veil_by_line_and_column(planted):
    veil = Veil([("mobile", planted.line), ("residence", None)])
    assert veil.hides(planted.line) == {"mobile", "residence"}
    assert veil.hides(0) == {"residence"}
    (covered,) = veil.over([planted])
    assert (covered.mobile, covered.residence) == ("", "")
    assert {number["field"] for number in covered.numbers} == {"office_phone"}


def test_no_veil_for_those_signed_in(cast, hidden):
    assert veil_for(cast["plain"].user).hides(hidden.line) == set()


def test_hiding_says_exactly_what_is_hidden():
    hide(columns=["mobile"], by=None)
    hide(columns=["mobile", "residence"], by=None)
    hide(columns=["residence"], by=None)
    assert list(Hidden.objects.values_list("column", "line")) == [("residence", None)]


def test_the_record_names_who_hid(cast, planted):
    hide(columns=["mobile"], by=cast["general_services"].user)
    event = Hidden.pgh_event_model.objects.get()
    assert event.pgh_context["name"] == "general_services"


def test_the_page_hides_and_shows(clerk):
    clerk.post("/directory/hidden/", {"columns": ["mobile"]})
    assert Hidden.objects.get().column == "mobile"
    shown = clerk.get("/directory/hidden/").context["form"]
    assert shown["columns"].value() == ["mobile"]
    clerk.post("/directory/hidden/", {})
    assert not Hidden.objects.exists()


def test_the_page_of_one_line(clerk, planted):
    clerk.post(f"/directory/hidden/{planted.line}/", {"columns": ["residence"]})
    assert Hidden.objects.get().line == planted.line
    content = clerk.get("/directory/hidden/").content.decode()
    assert f"/directory/hidden/{planted.line}/" in content


def test_the_branch_is_led_there(clerk, client, planted):
    for reader, led in ((clerk, True), (client, False)):
        content = reader.get("/directory/editions/").content.decode()
        assert ('href="/directory/hidden/"' in content) is led


@pytest.mark.parametrize("column", ["office_phone", "name", ""])
def test_only_private_numbers_can_be_hidden(clerk, column):
    answer = clerk.post("/directory/hidden/", {"columns": [column]})
    assert answer.status_code == 200
    assert not Hidden.objects.exists()


def test_a_line_that_is_not_in_the_list(clerk, planted):
    assert clerk.get("/directory/hidden/999999/").status_code == 404


def test_a_publication_that_takes_long_is_told(clerk, monkeypatch):
    def waiting(**said):
        raise OperationalError from LockNotAvailable

    monkeypatch.setattr("directory.views.hiding.hide", waiting)
    answer = clerk.post("/en/directory/hidden/", {"columns": ["mobile"]}, follow=True)
    (said,) = answer.context["messages"]
    assert str(said) == "Another publication is under way; try again in a moment."


class LockNotAvailable(Exception):  # noqa: N818
    """What the driver raises, as far as the portal looks at it."""

    pgcode = "55P03"
