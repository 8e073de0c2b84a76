"""Rows of papers and of their texts."""

from datetime import timedelta

import pytest
from django.db import IntegrityError
from django.urls import reverse

from schedule.models import PaperKind, PaperText, SittingPaper
from schedule.paper.texts import TEXTS
from tests.factories import OfficeFactory
from tests.schedule.papers import made_paper
from tests.schedule.sittings import sitting

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


def test_texts_are_the_portals_own_until_the_branch_has_others():
    PaperText.objects.create(kind="notice", key="heading", text="নোটিশ")
    said = PaperText.objects.of("notice")
    assert said["heading"] == "নোটিশ"
    assert said["request"] == TEXTS["notice"]["request"].default
    assert PaperText.objects.of("plates") == {}


def test_a_text_is_kept_once():
    PaperText.objects.create(kind="notice", key="heading", text="এক")
    with pytest.raises(IntegrityError):
        PaperText.objects.create(kind="notice", key="heading", text="দুই")


def test_papers_come_latest_first():
    one = sitting()
    first, second = made_paper(one), made_paper(one, kind="plates")
    SittingPaper.objects.filter(pk=first.pk).update(
        made_at=second.made_at + timedelta(hours=1)
    )
    assert list(SittingPaper.objects.latest_first()) == [first, second]


def test_papers_of_an_office_are_those_as_open_as_the_sitting():
    office = OfficeFactory()
    open_one = sitting("9:00", "10:00", organiser=office)
    closed_one = sitting("10:00", "11:00", organiser=office, closed=True)
    papers = [made_paper(open_one), made_paper(closed_one)]
    made_paper(sitting())
    for one, paper in zip((open_one, closed_one), papers, strict=True):
        assert list(SittingPaper.objects.of_organiser(one)) == [paper]


def test_the_same_words_are_stored_once():
    one = sitting()
    first, second = made_paper(one), made_paper(one)
    assert first.pdf == second.pdf


def test_a_paper_says_of_which_version_it_is_and_what_it_said():
    one = sitting(subject="ই-নথি")
    made = made_paper(one, number="৩৬.৪১")
    made.refresh_from_db()
    assert (made.sequence, made.number, made.office) == (0, "৩৬.৪১", one.organiser)
    assert made.values["number"] == "৩৬.৪১"
    assert "ই-নথি" in made.values["sentence"]
    assert str(made) == "Notice of the sitting"


@pytest.mark.parametrize("kind", PaperKind)
def test_a_file_is_called_after_its_kind_and_its_day(kind):
    paper = SittingPaper(kind=kind, sitting=sitting())
    assert paper.file_name("pdf") == f"{kind.value}_2027-02-14.pdf"


def test_who_may_write_a_sitting_is_led_to_its_papers(cast):
    one = sitting(organiser=cast.wing)
    address = reverse("schedule:paper_detail", args=[one.pk])
    page = reverse("schedule:sitting_detail", args=[one.pk])
    led = {
        name: address in cast[name].get(page).content.decode()
        for name in (
            "visitor",
            "plain",
            "auditor",
            "wing_organiser",
            "general_services",
        )
    }
    assert led == {
        "visitor": False,
        "plain": False,
        "auditor": False,
        "wing_organiser": True,
        "general_services": True,
    }


def test_only_the_branch_is_led_to_the_texts(cast):
    page = reverse("schedule:paper_detail", args=[sitting(organiser=cast.wing).pk])
    texts = reverse("schedule:text_list")
    led = [
        texts in cast[name].get(page).content.decode()
        for name in ("wing_organiser", "general_services")
    ]
    assert led == [False, True]
