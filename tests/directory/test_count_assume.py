"""The branch says what a download and a search stand for."""

from django.urls import reverse

from directory.models import Assumption

NUMBERS = {"copies": "৮০", "sheets": "7", "rounds": "১০০", "visits": "0"}


def posted(clerk, **changed):
    return clerk.post(reverse("directory:count_assume"), NUMBERS | changed)


def test_takes_both_digit_scripts(clerk):
    response = posted(clerk)
    assert (response.status_code, response.url) == (
        302,
        reverse("directory:count_list"),
    )
    said = Assumption.objects.values_list("copies", "sheets", "rounds", "visits")
    assert said.get() == (80, 7, 100, 0)


def test_shows_what_holds(clerk):
    posted(clerk, copies="33")
    assert 'value="৩৩"' in clerk.get(reverse("directory:count_assume")).text


def test_says_what_is_wrong_and_keeps_what_was_typed(clerk):
    for wrong in ("", "x", "-1", "1001", "9" * 40):
        response = posted(clerk, copies=wrong)
        assert list(response.context["form"].errors) == ["copies"]
        assert response.context["form"]["copies"].value() == wrong
    assert not Assumption.objects.exists()
