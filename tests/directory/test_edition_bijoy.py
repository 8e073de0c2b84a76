"""The page where a clerk sees what was typed in SutonnyMJ, and says what is not."""

import re

import pytest

from directory.actions.edition import publish
from directory.forms import bijoy as bijoy_forms
from directory.models import Upload
from tests.directory.lists import HEADING, line
from tests.directory.uploads import JANUARY, SUTONNY, compared, csv_file, published
from tests.directory.workbooks import XSS, listed, notes, xlsx

pytestmark = [pytest.mark.slow, pytest.mark.django_db]
NAMES = ["Rbve Kwig DwÏb", "‡mvwbqv †eMg", "Avãyi iwng"]
SUSPECT = [
    ["Name", "Mobile"],
    *([name, f"0171111111{n}"] for n, name in enumerate(NAMES)),
]


def text(answer):
    main = answer.content.decode().partition("<main")[2].partition("</main")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


@pytest.fixture
def page(clerk, address):
    def of(upload, show="bijoy"):
        return clerk.get(f"/en{address(upload, show=show)}")

    return of


@pytest.fixture
def switch(page, clerk, address, run_tasks):
    """Tick or untick columns by their letters, and compare; gives the answer."""

    def switched(upload, **columns):
        form = page(upload).context["preview"].choosing
        ticked = {
            field.html_name: "on"
            for _place, letter, field in form.places
            if columns.get(letter, field.initial)
        }
        sent = ticked | {"seen": upload.stamp, "part": "bijoy"}
        answer = clerk.post(f"/en{address(upload, 'choose')}", sent)
        run_tasks()
        upload.refresh_from_db()
        return answer

    return switched


def tab(answer):
    return "?show=bijoy" in answer.content.decode().partition("<nav aria-label")[2]


def test_each_column_with_what_was_typed_and_what_was_read(page):
    places = page(compared(SUTONNY)).context["preview"].choosing.places
    told = {letter: (place["words"], place["count"]) for place, letter, _ in places}
    assert told == {
        "": ("", 26),
        "B": ("নাম", 117),
        "C": ("পদবি", 121),
        "D": ("শাখা", 91),
        "J": ("কক্ষ নং", 121),
    }
    place, _letter, field = places[2]
    assert place["examples"][0] == ["gvbbxq gš¿x", "মাননীয় মন্ত্রী"]
    assert (field.initial, len(place["examples"])) == (True, 4)


def test_the_first_page_tells_of_it(page):
    answer = page(compared(SUTONNY), "all")
    assert "476 cells typed in SutonnyMJ were read as Unicode." in text(answer)
    assert tab(answer)


def test_an_ordinary_list_has_no_such_page(page):
    answer = page(compared(JANUARY), "all")
    assert "SutonnyMJ" not in answer.content.decode()


def test_an_english_list_has_none_either(page):
    upload = compared(csv_file(line("Md. Karim"), line("Nasima Begum", "Programmer")))
    assert "SutonnyMJ" not in page(upload, "reading").content.decode()


def test_a_column_with_little_of_it_is_asked_about(page, switch):
    english = ("Md. Karim", "Nasima Begum", "Director", "Selina Akhter", "Abdur Rahim")
    upload = compared(csv_file(*map(line, (*english, "Avãyi iwng"))))
    assert not tab(page(upload, "all"))
    assert "Is a column typed in SutonnyMJ?" in text(page(upload, "reading"))
    switch(upload, B=True)
    names = {*english, "আব্দুর রহিম"}
    assert set(upload.lines.values_list("name", flat=True)) == names


def test_off_and_on_again(switch, page):
    published(JANUARY, updated_on=None)
    upload = compared(SUTONNY, updated_on=None)
    switch(upload, C=False)
    assert upload.choices["bijoy"] == {"Telephone": {"3": False}}
    assert upload.counts["unchanged"] == 0
    assert upload.lines.filter(post="mwPe").exists()
    off = page(upload).context["preview"].choosing.places[-1]
    assert (off[1], off[0]["examples"][0][1]) == ("C", "মাননীয় মন্ত্রী")
    answer = switch(upload, C=True)
    assert answer.status_code == 302
    assert (upload.counts["unchanged"], upload.problems) == (121, [])


def test_a_column_that_lost_its_font_is_switched_on(switch, page):
    upload = compared(xlsx(List=SUSPECT))
    assert [p["code"] for p in upload.problems if p["column"] == 1][:1] == [
        "bijoy_suspected"
    ]
    assert "A column looks typed in SutonnyMJ" in text(page(upload, "all"))
    switch(upload, A=True)
    assert upload.choices["bijoy"] == {"List": {"1": True}}
    assert sorted(upload.lines.values_list("name", flat=True)) == [
        "আব্দুর রহিম",
        "করিম উদ্দিন",
        "সোনিয়া বেগম",
    ]
    assert upload.warnings == []


def test_a_suspicion_is_settled_by_leaving_it(switch, page):
    upload = compared(xlsx(List=SUSPECT))
    switch(upload, A=True)
    switch(upload, A=False)
    assert upload.choices["bijoy"] == {"List": {"1": False}}
    assert "bijoy_suspected" not in {problem["code"] for problem in upload.problems}
    assert tab(page(upload, "all"))


def test_the_other_choices_of_the_upload_stay(switch):
    upload = compared(xlsx(List=SUSPECT))
    Upload.objects.update(choices={"columns": {"List": {"columns": {"2": "fax"}}}})
    upload.refresh_from_db()
    switch(upload, A=True)
    assert set(upload.choices) == {"columns", "bijoy"}
    assert upload.lines.first().fax


def test_the_file_stays_as_it_came(switch):
    upload = compared(SUTONNY)
    switch(upload, B=False)
    assert upload.source.path.read_bytes() == SUTONNY.read_bytes()


def test_a_form_older_than_the_difference_is_not_taken(clerk, address):
    upload = compared(SUTONNY)
    sent = {"seen": "another", "part": "bijoy"}
    answer = clerk.post(address(upload, "choose"), sent)
    assert answer.headers["Location"] == f"{address(upload)}?changed=1"
    upload.refresh_from_db()
    assert upload.choices == {}


@pytest.mark.parametrize("part", ["", "nonsense", "problems"])
def test_a_garbage_part_is_taken_for_the_reading(clerk, address, part):
    upload = compared(csv_file(line("Karim")))
    sent = {"seen": upload.stamp, "part": part, "sheet0-2": "x'"}
    answer = clerk.post(address(upload, "choose"), sent)
    assert (answer.status_code, answer.context["preview"].show) == (422, "reading")


def test_a_closed_upload_takes_no_switch(clerk, address):
    upload = compared(SUTONNY)
    publish(upload=upload, by=None)
    sent = {"seen": upload.stamp, "part": "bijoy"}
    clerk.post(address(upload, "choose"), sent)
    upload.refresh_from_db()
    assert (upload.state, upload.choices) == ("published", {})


def test_many_columns_are_asked_about_in_portions(page, monkeypatch):
    monkeypatch.setattr(bijoy_forms, "AT_ONCE", 2)
    assert len(page(compared(SUTONNY)).context["preview"].choosing.places) == 2


def test_what_was_typed_stands_beside_a_doubt(page, clerk, address):
    upload = compared(csv_file(line("Rbve ‡‡ Kwig"), line("Avãyi iwng"), line("†eMg")))
    said = text(page(upload, "problems"))
    assert (
        "These signs of the SutonnyMJ text cannot be read and stay as typed: ‡‡ "
        "As typed: Rbve ‡‡ Kwig"
    ) in said
    answer = clerk.get(f"/en{address(upload, 'notes')}")
    assert "stay as typed: ‡‡" in notes(b"".join(answer.streaming_content))["CSV!B2"]


def test_an_upload_from_before_there_was_such_a_page(page):
    upload = compared(csv_file(line("Karim")))
    del upload.understood["bijoy"]
    upload.save()
    assert page(upload).status_code == 200
    assert not tab(page(upload, "all"))


def test_what_cells_say_is_never_markup(page):
    typed = f"Rbve Kwig {XSS}"
    rows = [line(typed, f"mwPe {XSS}"), line("Avãyi iwng"), line("†eMg")]
    upload = compared(csv_file(*rows))
    content = page(upload).content.decode()
    assert "&lt;" in content.partition("examples")[2]
    assert "<img" not in content


def test_a_list_of_many_sheets_names_them(page):
    rows = [HEADING, *(line(name) for name in NAMES)]
    upload = compared(xlsx(**{f"S{n}": rows for n in range(2)}))
    said = text(page(upload))
    assert said.count("Sheet: S0") == said.count("Sheet: S1") == 1


def test_words_that_stay_are_listed(page):
    rows = [line(name, wing="cÖkvmb") for name in NAMES]
    upload = compared(csv_file(*rows, line("ICT ‡mj", wing="cÖkvmb")))
    assert "Left in Latin letters: ICT" in text(page(upload))


def test_a_small_list_in_one_sheet_names_none(page):
    upload = compared(listed(*(line(name) for name in NAMES)))
    assert "Sheet:" not in text(page(upload))
