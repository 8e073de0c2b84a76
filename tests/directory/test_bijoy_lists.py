"""A list typed in SutonnyMJ is the list it stands for, whatever file it comes in."""

import pytest

from tests.directory import bijoy_lists
from tests.directory.uploads import JANUARY, SUTONNY, compared, published

pytestmark = pytest.mark.django_db
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
