"""The branch puts papers into its own words."""

import pytest
from django.urls import reverse

from schedule.models import PaperText
from schedule.paper.texts import TEXTS

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]
NOTICE = TEXTS["notice"]


@pytest.fixture
def branch(cast):
    return cast["general_services"]


def address(kind="notice"):
    return reverse("schedule:text_change", args=[kind])


def said(**texts):
    return {key: text.default for key, text in NOTICE.items()} | texts


def test_only_what_differs_is_kept(branch):
    branch.post(address(), said(heading="নোটিশ"))
    assert list(PaperText.objects.values_list("kind", "key", "text")) == [
        ("notice", "heading", "নোটিশ")
    ]


@pytest.mark.parametrize("text", ["", "সভার নোটিশ"])
def test_an_emptied_text_is_the_portals_own_again(branch, text):
    branch.post(address(), said(heading="নোটিশ"))
    branch.post(address(), said(heading=text))
    assert not PaperText.objects.exists()
    assert PaperText.objects.of("notice")["heading"] == "সভার নোটিশ"


def test_an_unknown_name_is_refused_and_nothing_is_lost(branch):
    answer = branch.post(address(), said(sentence="{সভাকক্ষ} খোলা।", heading="নোটিশ"))
    (error,) = answer.context["form"].errors["sentence"]
    assert error.startswith("No paper knows what to write for {সভাকক্ষ}.")
    page = answer.content.decode()
    assert ["{সভাকক্ষ} খোলা।" in page, "নোটিশ" in page] == [True, True]
    assert not PaperText.objects.exists()


def test_lines_are_kept_and_empty_ones_are_not(branch):
    texts = {key: text.default for key, text in TEXTS["letter"].items()}
    branch.post(address("letter"), texts | {"copies": "এক\r\n\r\n  দুই "})
    assert PaperText.objects.of("letter")["copies"] == "এক\nদুই"


def test_the_change_is_in_the_record_with_its_author(branch):
    branch.post(address(), said(heading="নোটিশ"))
    event = PaperText.pgh_event_model.objects.get()
    assert event.pgh_context["name"] == branch.user.full_name


def test_every_kind_that_has_texts_is_listed(branch):
    page = branch.get(reverse("schedule:text_list"))
    assert [kind for kind, _name, _texts in page.context["kinds"]] == list(TEXTS)
    assert branch.get(address("plates")).status_code == 404


def test_the_names_that_may_be_used_stand_below(branch):
    page = branch.get(address("attendance")).content.decode()
    assert "{সভাপতি}" not in page
    assert "{সভাপতি}" in branch.get(address()).content.decode()
