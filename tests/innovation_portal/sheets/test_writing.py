import string
from datetime import date
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from innovation_portal.sheets import Band, Head, Table, csv_bytes, read, workbook

HEADS = [
    [Head("নাম", down=2), Head("টেলিফোন", across=2), Head("কক্ষ", down=2)],
    [Head("অফিস"), Head("মোবাইল")],
]
ROWS = [
    Band("প্রশাসন অনুবিভাগ"),
    ["জনাব করিম", "02-9551612", "+8801711000000", 405],
    ["-", None, "01711000000", date(2017, 1, 15)],
]


@pytest.fixture
def opened():
    """The one sheet that openpyxl finds in what workbook() wrote."""

    def write(rows=ROWS, **kwargs):
        table = Table("তালিকা", [30, 14, 16, 9], HEADS, rows, **kwargs)
        return load_workbook(BytesIO(workbook([table]))).active

    return write


def one_cell(value):
    table = Table("S", [20], [[Head("H")]], [[value]])
    return load_workbook(BytesIO(workbook([table]))).active["A2"]


class TestWorkbook:
    def test_every_row_stands_where_it_should(self, opened):
        sheet = opened(titles=["শিল্প মন্ত্রণালয়", "নির্দেশিকা"])
        assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
            ["শিল্প মন্ত্রণালয়", None, None, None],
            ["নির্দেশিকা", None, None, None],
            ["নাম", "টেলিফোন", None, "কক্ষ"],
            [None, "অফিস", "মোবাইল", None],
            ["প্রশাসন অনুবিভাগ", None, None, None],
            ["জনাব করিম", "02-9551612", "+8801711000000", 405],
            ["-", None, "01711000000", sheet["D7"].value],
        ]
        assert sheet["D7"].value.date() == date(2017, 1, 15)

    def test_titles_heads_and_wings_are_merged(self, opened):
        merged = opened(titles=["T"]).merged_cells
        assert {str(area) for area in merged} == {
            "A1:D1",
            "A2:A3",
            "B2:C2",
            "D2:D3",
            "A4:D4",
        }

    def test_looks(self, opened):
        sheet = opened(titles=["T"], font="Noto Serif Bengali", size=10)
        fonts = [sheet.cell(row, 1).font for row in (1, 2, 4, 5)]
        assert [(font.b, font.name, font.sz) for font in fonts] == [
            (True, "Noto Serif Bengali", 12),
            (True, "Noto Serif Bengali", 10),
            (True, "Noto Serif Bengali", 10),
            (False, "Noto Serif Bengali", 10),
        ]
        sides = [(c.border.left.style, c.border.bottom.style) for c in sheet["A"]]
        assert sides == [(None, None), *[("thin", "thin")] * 5]

    def test_print_set_up(self, opened):
        sheet = opened(titles=["T"])
        assert sheet.freeze_panes == "A4"
        assert sheet.print_title_rows == "$2:$3"
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.paperSize == 9
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.sheet_properties.pageSetUpPr.fitToPage is True
        assert sheet.column_dimensions["B"].width == 14

    @pytest.mark.parametrize(
        "text",
        ["=1+1", "+1", "-1", "@SUM(A1)", "+8801711000000", "\t=1", "007", "#REF!"],
    )
    def test_text_is_never_a_formula_and_keeps_its_zeros(self, text):
        cell = one_cell(text)
        assert (cell.value, cell.data_type, cell.number_format) == (text, "s", "@")

    def test_control_characters_are_left_out(self):
        assert one_cell("a\x00\x0b\x1f\ufffeb\r\nc").value == "ab\nc"

    @pytest.mark.parametrize("value", [9551612, 0.5])
    def test_numbers_are_numbers(self, value):
        assert (one_cell(value).value, one_cell(value).data_type) == (value, "n")

    def test_lazy_text(self):
        from innovation_portal.sheets.errors import SENTENCES

        assert one_cell(SENTENCES["locked"]).value == str(SENTENCES["locked"])

    def test_several_sheets_and_names_that_excel_forbids(self):
        tables = [Table(name, [9], [[Head("H")]], []) for name in ("a/b", "c" * 40)]
        names = load_workbook(BytesIO(workbook(tables))).sheetnames
        assert names == ["a b", "c" * 31]

    def test_rows_may_come_one_by_one(self, opened):
        assert opened(row for row in ROWS).max_row == 5

    def test_the_list_reads_as_it_was_written(self, saved):
        table = Table("তালিকা", [30, 14, 16, 9], HEADS, ROWS)
        (sheet,) = read(saved(workbook([table])), filename="a.xlsx").sheets
        assert sheet.rows[2:] == [["প্রশাসন অনুবিভাগ", None, None, None], *ROWS[1:]]
        assert sheet.merged == [
            (1, 1, 2, 1),
            (1, 2, 1, 3),
            (1, 4, 2, 4),
            (3, 1, 3, 4),
        ]


class TestCsv:
    def test_mark_and_line_ends(self):
        assert csv_bytes([["নাম", 1], ["a,b", None]]) == (
            b"\xef\xbb\xbf" + '"নাম",1\r\n"a,b",""\r\n'.encode()
        )

    @pytest.mark.parametrize(
        "text",
        [
            "=1+1",
            "@SUM(1)",
            "+cmd|' /C calc'!A0",
            "-2+3",
            "--",
            "\t=1",
            "'=1",
            "+8801711000000+1",
            "+88017=cmd",
            "+",
        ],
    )
    def test_what_would_run_gets_an_apostrophe(self, text):
        assert csv_bytes([[text]]).decode("utf-8-sig") == f'"\'{text}"\r\n'

    def test_a_carriage_return_can_not_hide_a_formula(self):
        assert csv_bytes([["\r=1"]]).decode("utf-8-sig") == '"\'=1"\r\n'

    @pytest.mark.parametrize(
        "text", ["+8801711000000", "+880 2 223381234", "-", "'tis", "a=b", "02-9551612"]
    )
    def test_harmless_text_stays_as_it_is(self, text):
        assert csv_bytes([[text]]).decode("utf-8-sig") == f'"{text}"\r\n'

    def test_numbers_may_be_negative(self):
        assert csv_bytes([[-5, 0.5]]).decode("utf-8-sig") == "-5,0.5\r\n"


# Texts as they stand in a list after reading: NFC, not blank, no control characters.
TEXT = st.text(
    string.ascii_letters + string.digits + "=+-@'\"_, ;\n\tকখাি্র০১ঃ—",
    min_size=1,
    max_size=12,
).filter(str.strip)
CELL = st.none() | TEXT
# Excel keeps fifteen digits.
NUMBER = st.integers(-(10**12), 10**12) | st.decimals(-(10**6), 10**6, places=6).map(
    float
)
DAY = st.dates(date(1900, 3, 1), date(2199, 12, 31))


def grids(cell):
    """Rows of equal width whose last column and last row are not empty."""
    return st.integers(1, 5).flatmap(
        lambda width: st.lists(
            st.lists(cell, min_size=width, max_size=width), min_size=1, max_size=6
        ).filter(lambda rows: any(rows[-1]) and any(row[-1] for row in rows))
    )


quick = settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


class TestRoundTrip:
    @quick
    @given(rows=grids(CELL))
    def test_csv(self, rows, saved):
        (sheet,) = read(saved(csv_bytes(rows)), filename="a.csv").sheets
        assert sheet.rows == rows

    @quick
    @given(rows=grids(CELL | NUMBER | DAY))
    def test_xlsx(self, rows, saved):
        width = len(rows[0])
        heads = [[Head("H") for _ in range(width)]]
        data = workbook([Table("S", [9] * width, heads, rows)])
        (sheet,) = read(saved(data), filename="a.xlsx").sheets
        assert sheet.rows[1:] == rows
