"""The same small list as .xls and .ods: values, fonts, merges and what is hidden."""

from datetime import date
from io import BytesIO

import pytest
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

from innovation_portal.sheets import SheetError
from innovation_portal.sheets.confined.xls_file import _runs

from .books import ods

STYLES = """<office:font-face-decls><style:font-face style:name="F"
 svg:font-family="&apos;SutonnyMJ&apos;"/></office:font-face-decls>
<office:automatic-styles>
<style:style style:name="bijoy" style:family="table-cell">
<style:text-properties style:font-name="F"/></style:style>
<style:style style:name="child" style:parent-style-name="bijoy"/>
<style:style style:name="loop" style:parent-style-name="loop"/>
<style:style style:name="plain" style:parent-style-name="bijoy">
<style:text-properties fo:font-family="Nikosh"/></style:style>
</office:automatic-styles>"""


def bytes_of(document):
    out = BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.fixture
def xls(only_sheet):
    """Give a function a fresh sheet to write on; return what is read of it."""

    def read_back(write):
        book = xlwt.Workbook()
        write(book.add_sheet("List"))
        return only_sheet(bytes_of(book), "list.xls")

    return read_back


@pytest.fixture
def ods_rows(only_sheet):
    def read_back(*rows, columns=""):
        body = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
        return only_sheet(ods(columns + body, styles=STYLES), "list.ods")

    return read_back


def cell(text, attributes="", value_type="string"):
    return (
        f'<table:table-cell office:value-type="{value_type}" {attributes}>'
        f"<text:p>{text}</text:p></table:table-cell>"
    )


class TestXls:
    def test_values(self, xls):
        def write(sheet):
            day = xlwt.easyxf(num_format_str="dd/mm/yyyy")
            sheet.write(0, 0, 9551612)
            sheet.write(0, 1, date(2017, 1, 15), day)
            sheet.write(0, 2, "০১৭১১")
            sheet.write(0, 3, True)
            sheet.write(2, 0, 0.5)

        assert xls(write).rows == [
            [9551612, date(2017, 1, 15), "০১৭১১", "TRUE"],
            [None] * 4,
            [0.5, None, None, None],
        ]

    def test_fonts_of_cells_and_runs(self, xls):
        bijoy = xlwt.easyxf("font: name SutonnyMJ")
        run = xlwt.Font()
        run.name = "SutonnyMJ"

        def write(sheet):
            sheet.write(0, 0, "mwPe", bijoy)
            sheet.write(0, 1, 217, bijoy)
            sheet.write(0, 2, "PABX")
            sheet.write_rich_text(1, 0, ["Md. ", ("Kwig", run)])
            sheet.write_rich_text(1, 1, ["Md. ", ("১২", run)])
            sheet.write_rich_text(1, 2, [("Md. ", xlwt.Font()), "K", ("i", run)], bijoy)

        assert xls(write).bijoy == {
            (1, 1): [(0, 4)],
            (1, 2): [(0, 3)],
            (2, 1): [(4, 8)],
            (2, 3): [(4, 6)],
        }

    @pytest.mark.parametrize("book", ["two runs", "backwards"])
    def test_runs_in_any_order_leave_the_text_whole(self, book):
        fonts = [(0, False), (7, True), (3, False)]
        fonts = fonts[:2] if book == "two runs" else fonts
        assert "".join(text for text, _ in _runs("Md. Kwig", fonts)) == "Md. Kwig"

    def test_merged_and_hidden(self, xls):
        def write(sheet):
            sheet.write_merge(0, 1, 0, 3, "wing")
            sheet.col(2).hidden = True
            sheet.row(1).hidden = True

        found = xls(write)
        assert found.merged == [(1, 1, 1, 4)]
        assert (found.hidden_columns, found.hidden_rows) == ({3}, {2})

    def test_hidden_sheet(self, read_bytes):
        book = xlwt.Workbook()
        book.add_sheet("Open")
        book.add_sheet("Closed").visibility = 1
        found = read_bytes(bytes_of(book), "list.xls").sheets
        assert [(s.name, s.hidden) for s in found] == [
            ("Open", False),
            ("Closed", True),
        ]

    def test_beyond_the_limit(self, xls):
        with pytest.raises(SheetError) as error:
            xls(lambda sheet: sheet.write(20_000, 0, "x"))
        assert error.value.where == {"sheet": "List", "cell": "A20001"}


class TestOds:
    def test_a_document_of_another_writer(self, only_sheet):
        document = OpenDocumentSpreadsheet()
        table, row = Table(name="তালিকা"), TableRow()
        row.addElement(TableCell(valuetype="float", value="9551612"))
        text = TableCell(valuetype="string")
        text.addElement(P(text="সচিব"))
        row.addElement(text)
        table.addElement(row)
        document.spreadsheet.addElement(table)
        found = only_sheet(bytes_of(document), "list.ods")
        assert (found.name, found.rows) == ("তালিকা", [[9551612, "সচিব"]])

    @pytest.mark.parametrize(
        ("value_type", "attributes", "value"),
        [
            ("float", 'office:value="1712345678"', 1712345678),
            ("float", 'office:value="0.5"', 0.5),
            ("float", 'office:value="?"', "shown"),
            ("date", 'office:date-value="2017-01-15"', date(2017, 1, 15)),
            ("date", 'office:date-value="2017-01-15T10:30:00"', "2017-01-15 10:30"),
            ("date", 'office:date-value="soon"', "shown"),
            ("boolean", 'office:boolean-value="true"', "shown"),
            ("time", 'office:time-value="PT10H"', "shown"),
        ],
    )
    def test_values(self, value_type, attributes, value, ods_rows):
        found = ods_rows(cell("shown", attributes, value_type))
        assert found.rows == [[value]]

    def test_text_with_spaces_breaks_and_a_comment(self, ods_rows):
        comment = "<office:annotation><text:p>secret</text:p></office:annotation>"
        text = '<text:span>ক<text:s text:c="2"/>খ</text:span><text:line-break/>গ'
        paragraph = f"<text:p>{text}</text:p><text:p>ঘ</text:p>"
        typed = 'office:value-type="string"'
        found = ods_rows(
            f"<table:table-cell {typed}>{comment}{paragraph}</table:table-cell>"
        )
        assert found.rows == [["ক  খ\nগ\nঘ"]]

    def test_repeats(self, ods_rows):
        empty = '<table:table-cell table:number-columns-repeated="2"/>'
        twice = 'table:number-columns-repeated="2"'
        found = ods_rows(empty + cell("x", twice) + empty)
        assert found.rows == [[None, None, "x", "x"]]

    def test_the_million_empty_rows_at_the_end(self, ods_rows):
        rest = (
            '<table:table-row table:number-rows-repeated="1048575"><table:table-cell'
            ' table:number-columns-repeated="16384"/></table:table-row>'
        )
        assert ods_rows(columns=rest).rows == []

    def test_merged_wings(self, ods_rows):
        span = 'table:number-columns-spanned="3" table:number-rows-spanned="1"'
        covered = '<table:covered-table-cell table:number-columns-repeated="2"/>'
        found = ods_rows(cell("wing", span) + covered + cell("x"))
        assert (found.rows, found.merged) == (
            [["wing", None, None, "x"]],
            [(1, 1, 1, 3)],
        )

    def test_hidden(self, ods_rows):
        columns = (
            '<table:table-column/><table:table-column table:visibility="collapse"'
            ' table:number-columns-repeated="2"/><table:table-row'
            f' table:visibility="filter">{cell("x")}</table:table-row>'
        )
        found = ods_rows(columns=columns)
        assert (found.hidden_columns, found.hidden_rows) == ({2, 3}, {1})

    def test_errors_and_formulas(self, ods_rows):
        error = cell("#REF!", 'calcext:value-type="error" table:formula="of:=1"')
        formula = '<table:table-cell table:formula="of:=1+1"/>'
        found = ods_rows(error + formula + cell("x"))
        assert found.rows == [[None, None, "x"]]
        assert (found.errors, found.formulas) == ({(1, 1)}, {(1, 2)})

    @pytest.mark.parametrize(
        ("style", "bijoy"),
        [("bijoy", True), ("child", True), ("plain", False), ("loop", False)],
    )
    def test_fonts_through_parent_styles(self, style, bijoy, ods_rows):
        found = ods_rows(cell("mwPe", f'table:style-name="{style}"'))
        assert found.bijoy == ({(1, 1): [(0, 4)]} if bijoy else {})

    def test_the_font_of_a_column_and_of_a_span(self, ods_rows):
        look = 'table:default-cell-style-name="bijoy"'
        span = '<text:span text:style-name="bijoy">Kwig</text:span>'
        found = ods_rows(
            cell("mwPe") + cell("mwPe") + cell(f"Md. {span}"),
            columns=f"<table:table-column {look}/><table:table-column/>",
        )
        assert found.bijoy == {(1, 1): [(0, 4)], (1, 3): [(4, 8)]}

    def test_spans_over_paragraphs_and_breaks(self, ods_rows):
        paragraph = (
            '<text:p>Rbve<text:line-break/><text:span text:style-name="plain">Md.'
            "</text:span></text:p><text:p>Kwig</text:p>"
        )
        look = 'office:value-type="string" table:style-name="bijoy"'
        found = ods_rows(f"<table:table-cell {look}>{paragraph}</table:table-cell>")
        assert found.rows == [["Rbve\nMd.\nKwig"]]
        assert found.bijoy == {(1, 1): [(0, 5), (8, 13)]}

    def test_a_number_in_the_font(self, ods_rows):
        look = 'table:style-name="bijoy" office:value="217"'
        assert ods_rows(cell("217", look, "float")).bijoy == {(1, 1): [(0, 3)]}

    @pytest.mark.parametrize(
        ("attributes", "fonts"),
        [
            ("", False),
            ('table:style-name="loop"', False),
            ('table:style-name="plain"', True),
            ('table:style-name="child"', True),
        ],
    )
    def test_whether_it_speaks_of_fonts(self, attributes, fonts, ods_rows):
        assert ods_rows(cell("mwPe", attributes)).fonts is fonts

    def test_a_cell_without_shown_text(self, ods_rows):
        held = 'office:value-type="string" office:string-value="সচিব"'
        found = ods_rows(f"<table:table-cell {held}><text:p/></table:table-cell>")
        assert found.rows == [["সচিব"]]
