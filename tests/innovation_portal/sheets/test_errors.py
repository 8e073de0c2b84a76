import pytest

from innovation_portal.sheets import SheetError, limits
from innovation_portal.sheets.errors import SENTENCES


@pytest.mark.parametrize(
    ("code", "number"),
    [
        ("big", f"{limits.FILE_BYTES // limits.MB} MB"),
        ("rows", f"{limits.ROWS:,} rows"),
        ("columns", f"{limits.COLUMNS} columns"),
    ],
)
def test_sentences_name_the_limits_that_count(code, number):
    assert str(SENTENCES[code]).count(number) == 1


@pytest.mark.parametrize("code", SENTENCES)
def test_each_sentence_says_what_to_do_next(code):
    reason, _, advice = str(SENTENCES[code]).partition("; ")
    assert reason
    assert advice.split()[0] in {"choose", "copy", "delete", "open", "remove", "save"}


def test_a_place_is_put_into_the_sentence():
    error = SheetError("rows", sheet="টেলিফোন", cell="A20001")
    assert str(error).endswith("Sheet: টেলিফোন, cell: A20001")


def test_a_percent_sign_needs_no_place():
    assert str(SheetError("locked")) == str(SENTENCES["locked"])
