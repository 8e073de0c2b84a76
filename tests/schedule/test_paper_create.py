"""A paper is made with what may be edited, and kept as it was made."""

import io
from concurrent.futures.process import BrokenProcessPool
from unittest.mock import patch

import pytest
from django.urls import reverse

from schedule.actions import paper as action
from schedule.models import SittingPaper
from tests.directory.entries import edition, entry
from tests.factories import OfficerFactory
from tests.papers import pages, words
from tests.schedule.papers import made_paper
from tests.schedule.sittings import sitting
from tests.schedule.test_invited import moved
from tests.words import written

pytestmark = [
    pytest.mark.slow,
    pytest.mark.django_db,
    pytest.mark.usefixtures("in_english"),
]


@pytest.fixture
def one(cast):
    return sitting(organiser=cast.wing, place="বিসিক ভবন")


@pytest.fixture
def organiser(cast):
    return cast["wing_organiser"]


@pytest.fixture
def undrawn():
    """The PDF of these tests is not looked at."""
    with patch("schedule.actions.paper.pdf", return_value=b"%PDF-1.7") as draw:
        yield draw


def address(one, kind="notice"):
    return reverse("schedule:paper_create", args=[one.pk, kind])


def form_of(client, one, kind="notice"):
    return client.get(address(one, kind)).context["form"]


def filled_in(client, one, kind="notice", **values):
    """What a browser would send of the form as it stands."""
    form = form_of(client, one, kind)
    said = {field.name: field.value() for field in form}
    ticked = {name: value for name, value in said.items() if value is not False}
    said = {name: value for name, value in ticked.items() if value is not None}
    return said | {"signed_post": "উপসচিব"} | values


def send(client, one, kind="notice", **values):
    return client.post(address(one, kind), filled_in(client, one, kind, **values))


def errors(answer):
    form = answer.context["form"]
    return {name: list(found) for name, found in form.errors.items()}


def test_a_notice_is_made_as_it_stands_filled_in(organiser, one):
    answer = send(organiser, one, number="৩৬.০০.১৭.৪১", signed_name="মসিউর রহমান")
    assert answer.status_code == 302
    paper = SittingPaper.objects.get()
    assert (paper.kind, paper.number, paper.sequence) == ("notice", "৩৬.০০.১৭.৪১", 0)
    assert paper.made_by == organiser.user
    said = words("\n".join(pages(paper.pdf.path.read_bytes())))
    document = written(paper.docx.path.read_bytes())
    assert words(" ".join(document).replace("|", "")) == said[:-3]
    assert "(মসিউর রহমান)" in document


@pytest.mark.usefixtures("undrawn")
def test_what_was_edited_is_what_is_printed(organiser, one):
    send(organiser, one, sentence="নিজের\nকথা।", agenda="এক\n\n  দুই  ", recipients="")
    paper = SittingPaper.objects.get()
    said = written(paper.docx.path.read_bytes())
    assert [line for line in said if "নিজের" in line] == ["নিজের কথা।"]
    assert [line for line in said if line[0] == "("][:2] == ["(ক)\tএক", "(খ)\tদুই"]
    assert paper.values["recipients"] == []


@pytest.mark.usefixtures("undrawn")
@pytest.mark.parametrize("kind", ["requisition", "attendance", "plates"])
def test_each_paper_can_be_made_at_once(organiser, cast, kind):
    one = sitting(organiser=cast.wing, people=12)
    assert send(organiser, one, kind).status_code == 302
    assert SittingPaper.objects.get().kind == kind


@pytest.mark.usefixtures("undrawn")
def test_a_moved_sitting_has_its_letter(organiser, one):
    assert organiser.get(address(one, "moved")).status_code == 404
    one = moved(one, "15:00", "খ")
    assert send(organiser, one, "moved").status_code == 302


@pytest.mark.parametrize("kind", ["cancelled", "postponed", "nothing"])
def test_a_paper_that_its_state_does_not_call_for_is_not_there(organiser, one, kind):
    assert organiser.get(address(one, kind)).status_code == 404


@pytest.mark.usefixtures("undrawn")
def test_all_that_is_wrong_is_told_and_nothing_is_lost(organiser, one):
    answer = send(
        organiser,
        one,
        dated="কাল",
        heading="",
        recipients="ক" * 400,
        sentence="আমার কথা।",
    )
    assert errors(answer) == {
        "dated": ["Write the date as day/month/year, for example 12/02/2017."],
        "heading": ["This field is required."],
        "recipients": [
            f"A line is longer than 300 characters; shorten it: {'ক' * 30}…"
        ],
    }
    assert "আমার কথা।" in answer.content.decode()
    assert not SittingPaper.objects.exists()


@pytest.mark.usefixtures("undrawn")
def test_the_end_of_the_number_may_wait_for_the_issue(organiser, one):
    send(organiser, one, number="৩৬.০০.১৭.৪১")
    form = form_of(organiser, sitting("12:00", "13:00", organiser=one.organiser))
    assert form["number"].value() == "৩৬.০০.১৭."
    assert send(organiser, one, number="৩৬.০০.১৭.").status_code == 302


@pytest.mark.usefixtures("undrawn")
def test_a_notice_may_have_a_subject(organiser, one):
    send(organiser, one, subject="মাসিক সমন্বয় সভা আহ্বান।")
    said = written(SittingPaper.objects.get().docx.path.read_bytes())
    assert "বিষয়ঃ\tমাসিক সমন্বয় সভা আহ্বান।" in said


@pytest.mark.usefixtures("undrawn")
def test_plates_for_nobody_are_refused(organiser, one):
    assert errors(send(organiser, one, "plates", people=" | \n||")) == {
        "people": ["This field is required."]
    }


@pytest.mark.usefixtures("undrawn")
def test_too_many_lines_are_refused_not_cut(organiser, one):
    answer = send(organiser, one, recipients="ক\n" * 301)
    assert errors(answer) == {
        "recipients": ["These are more than 300 lines; shorten it."]
    }


@pytest.mark.usefixtures("undrawn")
def test_a_sitting_that_changed_meanwhile_is_looked_at_again(organiser, one):
    said = filled_in(organiser, one)
    moved(one, "15:00", "খ")
    answer = organiser.post(address(one), said)
    assert errors(answer) == {
        "__all__": [
            "Another person has changed this sitting meanwhile. Look at it again."
        ]
    }
    assert not SittingPaper.objects.exists()


@pytest.mark.parametrize("fault", [MemoryError, BrokenProcessPool])
def test_what_cannot_be_drawn_is_told(organiser, one, undrawn, fault):
    undrawn.side_effect = fault
    assert errors(send(organiser, one)) == {
        "__all__": ["This paper is too long to be made. Shorten it."]
    }
    undrawn.side_effect = None  # the lock was given back
    assert send(organiser, one).status_code == 302


def test_two_at_once_wait_for_each_other_but_not_for_ever(organiser, one, monkeypatch):
    monkeypatch.setattr(action, "PATIENCE", 0.01)
    with action._drawing:
        assert errors(send(organiser, one)) == {
            "__all__": ["Another paper is being made just now. Try again in a moment."]
        }


def listed(cast, **texts):
    edition()
    said = {"officer": OfficerFactory(), "office": cast.wing, "section": "বাজেট শাখা"}
    return entry("মসিউর রহমান", post="উপসচিব", **said | texts)


def test_an_officer_of_the_directory_signs_and_nothing_typed_is_lost(
    organiser, cast, one
):
    entry("প্রথম", post="যুগ্মসচিব", office=cast.wing, officer=listed(cast).officer)
    line = listed_second(cast)
    said = filled_in(organiser, one, sentence="আমার কথা।", agenda="এক\nদুই")
    said.pop("by_order")
    answer = organiser.post(
        address(one), said | {"take": "1", "signatory": str(line.line)}
    )
    form = answer.context["form"]
    assert form["signed_name"].value() == "দ্বিতীয়"
    assert form["sentence"].value() == "আমার কথা।"
    assert form["agenda"].value() == "এক\nদুই"
    assert [form[name].value() for name in ("by_order", "with_bangla_date")] == [
        False,
        "True",
    ]
    assert not SittingPaper.objects.exists()


def listed_second(cast):
    return entry("দ্বিতীয়", post="সচিব", office=cast.wing, officer=OfficerFactory())


def test_a_line_of_another_office_signs_nothing(organiser, cast, one):
    edition()
    line = entry("পর", post="সচিব", office=cast.agency, officer=OfficerFactory())
    said = filled_in(organiser, one, signed_name="আপন")
    answer = organiser.post(
        address(one), said | {"take": "1", "signatory": str(line.line)}
    )
    assert answer.context["form"]["signed_name"].value() == "আপন"


def test_a_closed_sitting_is_open_to_those_who_write_it(cast):
    one = sitting(organiser=cast.ministry, closed=True, subject="পদোন্নতি")
    wing = cast.person("own", cast.wing, ["wing_organiser"])
    assert wing.get(address(one)).status_code == 404
    assert cast["wing_organiser"].get(address(one)).status_code == 200


def test_the_page_shows_the_sitting_and_asks_for_no_script(organiser, one):
    page = organiser.get(address(one)).content.decode()
    assert page.count("<script") == page.count("<script src=")
    assert page.count('name="take"') == 1
    assert one.subject in page


def test_made_papers_are_listed_with_their_files(organiser, one):
    made = made_paper(one, by=organiser.user, number="৩৬.৪১")
    page = organiser.get(reverse("schedule:paper_detail", args=[one.pk]))
    assert [kind.value for kind in page.context["kinds"]] == [
        "notice",
        "requisition",
        "attendance",
        "plates",
    ]
    text = page.content.decode()
    assert ["৩৬.৪১" in text, "Notice of the sitting" in text] == [True, True]
    for ending in ("pdf", "docx"):
        assert reverse("schedule:paper_download", args=[made.pk, ending]) in text


def test_a_cancelled_sitting_offers_its_one_letter(organiser, one):
    one.state = "lapsed"
    one.save()
    page = organiser.get(reverse("schedule:paper_detail", args=[one.pk]))
    assert page.context["kinds"] == []
    assert "needs no paper" in page.content.decode()


def test_a_paper_is_downloaded_as_it_was_made(organiser, one):
    made = made_paper(one)
    found = {}
    for ending in ("pdf", "docx"):
        answer = organiser.get(
            reverse("schedule:paper_download", args=[made.pk, ending])
        )
        found[ending] = (answer["Content-Type"], answer["Content-Disposition"])
        assert answer.content == getattr(made, ending).path.read_bytes()
    assert found["pdf"] == (
        "application/pdf",
        'attachment; filename="notice_2027-02-14.pdf"',
    )
    assert found["docx"][0].endswith("wordprocessingml.document")
    assert io.BytesIO(answer.content).read(2) == b"PK"


def test_there_are_no_other_files_and_none_for_others(cast, organiser):
    made = made_paper(sitting(organiser=cast.agency))
    elsewhere = cast.person("own", cast.wing, ["wing_organiser"])
    links = [
        reverse("schedule:paper_download", args=[made.pk, ending])
        for ending in ("pdf", "txt")
    ]
    assert elsewhere.get(links[0]).status_code == 404
    assert [organiser.get(link).status_code for link in links] == [200, 404]
