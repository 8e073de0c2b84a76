"""A list typed in SutonnyMJ is the list it stands for, whatever file it comes in."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from directory.models import Entry
from tests.directory import bijoy_lists
from tests.directory.uploads import JANUARY, SUTONNY, compared, published

pytestmark = [pytest.mark.slow, pytest.mark.django_db]
SAME = {"added": 0, "removed": 0, "changed": 0, "unchanged": 121, "new_holders": 0}
FILES = {
    "xlsx": lambda: SUTONNY,
    "csv": bijoy_lists.as_csv,
    "xls": bijoy_lists.as_xls,
    "ods": bijoy_lists.as_ods,
    "ods without fonts": lambda: bijoy_lists.as_ods(font=None),
}


@pytest.mark.parametrize("kind", FILES)
def test_over_the_list_it_stands_for_nothing_changes(kind):
    published(JANUARY, updated_on=None)
    upload = compared(FILES[kind](), updated_on=None)
    assert upload.counts == SAME
    assert upload.problems == []
    assert str(upload.updated_on) == "2017-01-15"
    places = {place["column"]: place["count"] for place in upload.understood["bijoy"]}
    assert {2: 117, 3: 121, 4: 91}.items() <= places.items()


def test_it_comes_back_in_unicode(client):
    published(SUTONNY, updated_on=None)
    answer = client.get("/directory/download.xlsx")
    book = load_workbook(BytesIO(b"".join(answer)))
    cells = [cell for row in book.active for cell in row if cell.value]
    texts = {str(cell.value) for cell in cells}
    assert {"জনাব সৈয়দ মনিরুজ্জামান", "একান্ত সচিব", "প্রশাসন-১ শাখা", "নিচতলা"} & texts
    assert not [text for text in texts if "š" in text or "‡" in text]
    assert not [cell for cell in cells if "Sutonny" in cell.font.name]


@pytest.mark.parametrize("kind", FILES)
def test_as_the_first_list_it_has_the_offices_and_officers(kind):
    edition = published(FILES[kind](), updated_on=None)
    published(JANUARY, updated_on=None)
    assert (edition.added, Entry.objects.current().count()) == (121, 121)
    assert set(Entry.objects.values_list("first_edition", flat=True)) == {edition.pk}
