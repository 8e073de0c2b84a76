from io import BytesIO

import pytest
import xlwt
from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font

from innovation_portal.sheets import Note, SheetError, annotate, read

from .books import TWO_ROWS, frame, inline, ods, styles, xlsx
from .hostile import far_cell, locked_xlsx, old_book

LIST = "directory/demo/phone_list_2017-01-15.xlsx"
BIJOY = "tests/directory/workbooks/phone_list_sutonnymj.xlsx"
RED, YELLOW = "FFFFC7CE", "FFFFEB9C"


@pytest.fixture
def noted(saved):
    """The sheet S1 of what annotate() gives back for bytes."""

    def annotated(data, *notes, filename="list.xlsx"):
        given = [Note(*note) for note in notes]
        out = annotate(saved(data), filename=filename, notes=given)
        book = load_workbook(BytesIO(out), rich_text=True)
        return book[book.sheetnames[0]]

    return annotated


def bytes_of(book):
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_note_is_a_comment_and_a_fill(noted):
    sheet = noted(xlsx(), ("S1", 1, 2, "মোবাইল নম্বরটি দেখুন", True))
    assert sheet["B1"].comment.text == "মোবাইল নম্বরটি দেখুন"
    assert sheet["B1"].fill.fgColor.rgb == RED
    assert sheet["A1"].comment is None
    assert sheet["A1"].fill.fill_type is None


def test_a_warning_is_lighter(noted):
    sheet = noted(xlsx(), ("S1", 1, 2, "x", False))
    assert sheet["B1"].fill.fgColor.rgb == YELLOW


def test_notes_on_one_cell_are_joined_and_an_error_decides_the_fill(noted):
    notes = ("S1", 1, 2, "b", False), ("S1", 2, 1, "other"), ("S1", 1, 2, "a", True)
    sheet = noted(xlsx(), *notes)
    assert sheet["B1"].comment.text == "b\na"
    assert sheet["B1"].fill.fgColor.rgb == RED
    assert sheet["A2"].comment.text == "other"


def test_a_comment_that_stood_there_stays(noted):
    book = Workbook()
    book.active["A1"] = "x"
    book.active["A1"].comment = Comment("ours", "clerk")
    sheet = noted(bytes_of(book), ("Sheet", 1, 1, "new"))
    assert sheet["A1"].comment.text == "ours\nnew"


def test_a_note_on_a_covered_cell_goes_to_the_first_of_the_range(noted):
    merged = '<mergeCells><mergeCell ref="A1:C1"/></mergeCells>'
    book = xlsx(f'<row r="1">{inline("A1", "wing")}</row>', after=merged)
    sheet = noted(book, ("S1", 1, 3, "x"))
    assert sheet["A1"].comment.text == "x"


def test_a_note_on_an_empty_cell(noted):
    assert noted(xlsx(), ("S1", 9, 9, "missing"))["I9"].comment.text == "missing"


def test_everything_else_in_the_list_stays():
    out = annotate(LIST, filename=LIST, notes=[Note("টেলিফোন", 9, 8, "x")])
    before, after = load_workbook(LIST).active, load_workbook(BytesIO(out)).active
    assert after.merged_cells == before.merged_cells
    assert _looks(after) == _looks(before)
    assert _widths(after) == _widths(before)


def _looks(sheet):
    return {
        cell.coordinate: (
            cell.value,
            cell.font.name,
            cell.font.b,
            cell.border.top.style,
        )
        for row in sheet.iter_rows()
        for cell in row
    }


def _widths(sheet):
    return {name: column.width for name, column in sheet.column_dimensions.items()}


def test_what_comes_back_reads_as_what_went_in(saved):
    out = annotate(BIJOY, filename=BIJOY, notes=[Note("Telephone", 9, 2, "x")])
    again = read(saved(out), filename="again.xlsx")
    assert again == read(BIJOY, filename=BIJOY)


def test_styles_formulas_and_runs_stay(noted):
    book = Workbook()
    sheet = book.active
    sheet["A1"] = "=1+1"
    sheet["B1"] = CellRichText("Md. ", TextBlock(InlineFont(rFont="SutonnyMJ"), "K"))
    sheet["C1"] = "x"
    sheet["C1"].font = Font(name="Nikosh", size=14)
    sheet["C1"].alignment = Alignment(wrap_text=True)
    found = noted(bytes_of(book), ("Sheet", 1, 3, "x"))
    assert found["A1"].value == "=1+1"
    assert found["B1"].value[1].font.rFont == "SutonnyMJ"
    assert (found["C1"].font.name, found["C1"].font.size) == ("Nikosh", 14)
    assert found["C1"].alignment.wrap_text is True


def test_a_text_that_looks_like_a_formula_stays_text(noted):
    book = xlsx(f"<row>{inline('A1', '=1+1')}</row>")
    assert noted(book, ("S1", 1, 1, "x"))["A1"].data_type == "s"


class TestCopies:
    """What openpyxl can't open comes back as a new .xlsx with the values."""

    def test_csv(self, noted):
        sheet = noted(b"a,=1+1\n", ("CSV", 1, 2, "x"), filename="list.csv")
        assert [(c.value, c.data_type) for c in sheet[1]] == [("a", "s"), ("=1+1", "s")]
        assert sheet["B1"].comment.text == "x"

    def test_xls(self, noted):
        sheet = noted(old_book("S1"), ("S1", 1, 1, "x"), filename="list.xls")
        assert (sheet["A1"].value, sheet["A1"].comment.text) == ("x", "x")

    def test_a_sheet_name_that_excel_forbids(self, noted):
        name = "A/B: *** a name of more than thirty-one letters"
        sheet = noted(ods(name=name), (name, 1, 1, "x"), filename="list.ods")
        assert sheet.title == "A B      a name of more than"
        assert sheet["A1"].comment.text == "x"

    def test_shape_and_font(self, noted):
        span = (
            '<table:table-column table:visibility="collapse"/><table:table-row>'
            '<table:table-cell/><table:table-cell table:style-name="b"'
            ' office:value-type="string" table:number-columns-spanned="2"><text:p>mwPe'
            "</text:p></table:table-cell></table:table-row>"
        )
        look = (
            '<style:style style:name="b"><style:text-properties'
            ' fo:font-family="SutonnyMJ"/></style:style>'
        )
        sheet = noted(ods(span, styles=look), filename="list.ods")
        assert [str(area) for area in sheet.merged_cells] == ["B1:C1"]
        assert sheet.column_dimensions["A"].hidden is True
        assert sheet["B1"].font.name == "SutonnyMJ"

    def test_runs_in_a_bijoy_font(self, noted):
        run = xlwt.Font()
        run.name = "SutonnyMJ"
        book = xlwt.Workbook()
        cells = book.add_sheet("S1")
        cells.write_rich_text(0, 0, ["Md. ", ("Kwig", run), " (", ("1", run)])
        sheet = noted(bytes_of(book), ("S1", 1, 1, "x"), filename="list.xls")
        told = [(str(part), getattr(part, "font", None)) for part in sheet["A1"].value]
        assert [(text, font and font.rFont) for text, font in told] == [
            ("Md. ", None),
            ("Kwig", "SutonnyMJ"),
            (" (", None),
            ("1", "SutonnyMJ"),
        ]

    def test_a_workbook_whose_details_openpyxl_refuses(self, noted):
        odd = styles().replace("<patternFill/>", '<x colour="?"/>')
        book = xlsx(TWO_ROWS, parts={"xl/styles.xml": odd})
        with pytest.raises(TypeError):
            load_workbook(BytesIO(book))
        assert noted(book, ("S1", 2, 3, "x"))["C2"].value == 2

    def test_a_merged_range_over_the_whole_sheet(self, noted):
        whole = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
        sheet = noted(xlsx(after=whole), ("S1", 2, 2, "x"))
        assert sheet["A1"].comment.text == "x"


@pytest.mark.parametrize(
    ("build", "code"), [(far_cell, "rows"), (locked_xlsx, "locked")]
)
def test_what_cannot_be_read_cannot_be_noted(build, code, saved):
    with pytest.raises(SheetError) as error:
        annotate(saved(build()), filename="list.xlsx", notes=[Note("S1", 1, 1, "x")])
    assert error.value.code == code


def test_a_sheet_whose_name_is_longer_than_is_kept(noted):
    book = frame()["xl/workbook.xml"].replace('name="S1"', f'name="{"S" * 150}"')
    data = xlsx(parts={"xl/workbook.xml": book})
    with pytest.warns(UserWarning, match="more than 31"):
        sheet = noted(data, ("S" * 100, 1, 1, "Note"))
    assert sheet["A1"].comment.text == "Note"
