import pytest

TEXT = "নাম,ফোন\nক,01711\n"
ROWS = [["নাম", "ফোন"], ["ক", "01711"]]


@pytest.fixture
def rows(only_sheet):
    def read_rows(data):
        return only_sheet(data, "list.csv").rows

    return read_rows


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.replace(",", ";").encode(),
        TEXT.replace(",", "\t").encode(),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
    ],
)
def test_encodings_delimiters_and_line_ends(data, rows):
    assert rows(data) == ROWS


def test_quoted_newlines_and_quotes(rows):
    data = 'Name,Room\n"Karim,\nMd. ""K""",405\n'
    assert rows(data.encode()) == [["Name", "Room"], ['Karim,\nMd. "K"', "405"]]


def test_a_comma_in_a_quoted_title_does_not_decide(rows):
    data = '"List, 2017"\nName;Phone\nA;1\nB;2\n'
    assert rows(data.encode())[1] == ["Name", "Phone"]


def test_one_column(rows):
    assert rows(b"a\nb\n") == [["a"], ["b"]]


def test_numbers_stay_as_typed(rows):
    assert rows(b"007,1.0,1E5,+8801711000000\n") == [
        ["007", "1.0", "1E5", "+8801711000000"]
    ]


def test_short_rows_are_filled_and_empty_ones_at_the_end_left_away(rows):
    assert rows(b"a,b,\nc\n,,\n\n") == [["a", "b"], ["c", None]]


def test_an_open_quote_loses_nothing(rows):
    assert rows(b'a,b\n"c,d\n') == [["a", "b"], ["c,d\n", None]]


def test_the_apostrophe_of_our_own_downloads_goes(rows):
    assert rows(b"'=1+1,''=x,'tis,'-5\n") == [["=1+1", "'=x", "'tis", "-5"]]


def test_semicolons_inside_quoted_texts_are_no_delimiters(rows):
    assert rows(b'"a;b;c;d","1"\n"e;f;g;h","2"\n') == [
        ["a;b;c;d", "1"],
        ["e;f;g;h", "2"],
    ]
    assert rows(b',";;"\n') == [[None, ";;"]]
