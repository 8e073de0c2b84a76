from datetime import date, datetime, time

import pytest
from django import forms
from django.utils import translation

from innovation_portal.bangla.forms import (
    CharField,
    DateField,
    IntegerField,
    TextField,
    TimeField,
)


class Sample(forms.Form):
    name = CharField(max_length=12, required=False)
    story = TextField(max_length=20, required=False)
    seats = IntegerField(min_value=1, required=False)
    updated = DateField(required=False)
    begins = TimeField(required=False)


def cleaned(**typed):
    form = Sample(typed)
    assert form.is_valid(), form.errors
    return form.cleaned_data


def errors(**typed):
    with translation.override("en"):
        return {field: list(lines) for field, lines in Sample(typed).errors.items()}


def test_text_is_cleaned_before_its_length_is_judged():
    assert cleaned(name=" \u200bমিজ্\u200c  রুবি \ufeff")["name"] == "মিজ্ রুবি"
    assert cleaned(name="রুবি" + " " * 20)["name"] == "রুবি"
    assert cleaned(name="\u200b")["name"] == ""


def test_a_text_keeps_its_lines_and_each_is_cleaned():
    typed = " \u200b\r\nমিজ্\u200c  রুবি \r\n\r\nক  খ\n\n"
    assert cleaned(story=typed)["story"] == "মিজ্ রুবি\n\nক খ"
    assert cleaned(story=" \r\n ")["story"] == ""
    assert list(errors(story="ক\n" * 15)) == ["story"]
    assert list(errors(story="ক\n" * 200)) == ["story"]


def test_text_many_times_too_long_is_refused_as_it_was_typed():
    typed = "রু\u200b" * 100
    form = Sample({"name": typed})
    assert form["name"].value() == typed
    assert list(form.errors) == ["name"]
    assert "300" in errors(name=typed)["name"][0]


@pytest.mark.parametrize("typed", ["1200", "১২০০", "১,২০০", " ১২০০ "])
def test_whole_numbers_in_either_script(typed):
    assert cleaned(seats=typed)["seats"] == 1200


def test_whole_number_refused():
    assert errors(seats="বারো") == {"seats": ["Enter a whole number."]}
    assert list(errors(seats="০")) == ["seats"]


@pytest.mark.parametrize("typed", ["১২/০২/২০১৭", "12-2-2017", "১২ ফেব্রুয়ারি ২০১৭"])
def test_dates_in_either_script(typed):
    assert cleaned(updated=typed)["updated"] == date(2017, 2, 12)


def test_date_refused_with_an_example():
    sentence = "Write the date as day/month/year, for example 12/02/2017."
    assert errors(updated="31/02/2017") == {"updated": [sentence]}


@pytest.mark.parametrize("typed", ["বিকাল ৩:৩০টা", "15.30", "3:30 pm"])
def test_times_in_either_script(typed):
    assert cleaned(begins=typed)["begins"] == time(15, 30)


@pytest.mark.parametrize("typed", ["৩:৩০", "25:00", "বিকাল"])
def test_time_refused_with_an_example(typed):
    sentence = "Write the time like 10:30 am, or by 24 hours like 15:30."
    assert errors(begins=typed) == {"begins": [sentence]}


def test_nothing_typed_is_nothing():
    empty = {"name": "", "story": ""}
    nothing = empty | {"seats": None, "updated": None, "begins": None}
    assert cleaned() == nothing


@pytest.mark.parametrize(
    ("language", "seats", "updated", "begins"),
    [
        ("bn", "১২০০", "১২/০২/২০১৭", "বিকাল ৩:৩০টা"),
        ("en", "1200", "12/02/2017", "3:30 pm"),
    ],
)
def test_initial_values_in_the_page_language(language, seats, updated, begins):
    form = Sample(
        initial={"seats": 1200, "updated": date(2017, 2, 12), "begins": time(15, 30)}
    )
    with translation.override(language):
        assert form["seats"].value() == seats
        assert form["updated"].value() == updated
        assert form["begins"].value() == begins


def test_what_was_typed_is_shown_again():
    form = Sample({"seats": "১২টি", "updated": "31/02/2017"})
    assert (form["seats"].value(), form["updated"].value()) == ("১২টি", "31/02/2017")


def test_unchanged_initial_is_no_change():
    initial = {"seats": 1200, "updated": date(2017, 2, 12), "begins": time(15, 30)}
    typed = {"seats": "১২০০", "updated": "১২/০২/২০১৭", "begins": "বিকাল ৩:৩০টা"}
    assert Sample(typed, initial=initial).changed_data == []


def test_inputs_are_text_so_that_bangla_digits_can_be_typed():
    form = Sample()
    assert form["seats"].as_widget() == (
        '<input type="text" name="seats" inputmode="numeric" id="id_seats">'
    )
    with translation.override("en"):
        assert form["updated"].as_widget() == (
            '<input type="text" name="updated" placeholder="day/month/year"'
            ' autocomplete="off" id="id_updated">'
        )


def test_moment_counts_as_its_day():
    assert DateField().clean(datetime(2017, 2, 12, 9, 0)) == date(2017, 2, 12)  # noqa: DTZ001
