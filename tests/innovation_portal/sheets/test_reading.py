from datetime import date

import pytest

from .books import TWO_ROWS, frame, inline, links, members, pack, sheet, styles, xlsx
from .books import Member as Part

LIST = "directory/demo/phone_list_2017-01-15.xlsx"
BIJOY = "tests/directory/workbooks/phone_list_sutonnymj.xlsx"
ENGLISH = "tests/directory/workbooks/phone_list_english_headers.csv"


@pytest.fixture
def sample(read_bytes):
    def read_sample(path):
        with open(path, "rb") as file:
            (sheet,) = read_bytes(file.read(), path).sheets
        return sheet

    return read_sample


def row(*cells):
    return f"<row>{''.join(cells)}</row>"


def number(value, style=0):
    return f'<c s="{style}"><v>{value}</v></c>'


class TestSamples:
    def test_the_list_of_the_ministry(self, sample):
        found = sample(LIST)
        assert (found.name, found.hidden, len(found.rows)) == ("টেলিফোন", False, 140)
        assert {len(row) for row in found.rows} == {10}
        assert found.rows[3] == ["হালনাগাদঃ ১৫/০১/২০১৭ খ্রিঃ", *[None] * 9]
        assert found.rows[8][:5] == [
            "০১.",
            "জনাব সৈয়দ মনিরুজ্জামান",
            "মাননীয় মন্ত্রী",
            None,
            "০২-৯৫৮৩৪৭২",
        ]
        assert found.formulas == found.errors == set()
        assert (found.bijoy, found.fonts) == ({}, True)

    def test_its_spanning_heads_and_wings(self, sample):
        merged = sample(LIST).merged
        assert merged[4:10] == [
            (6, 1, 7, 1),
            (6, 2, 7, 2),
            (6, 3, 7, 3),
            (6, 4, 7, 4),
            (6, 5, 6, 8),
            (6, 9, 7, 9),
        ]
        assert len([area for area in merged if area[1::2] == (1, 10)]) == 14

    def test_the_list_in_sutonnymj(self, sample):
        found = sample(BIJOY)
        assert found.rows[1][0] == "wkí gš¿Yvjq"
        assert found.bijoy[2, 1] == [(0, len("wkí gš¿Yvjq"))]
        assert {column for row, column in found.bijoy if row == 9} == {
            *{1, 2, 3, 5, 6, 7, 8, 9, 10}
        }

    def test_the_english_table(self, sample):
        found = sample(ENGLISH)
        assert len(found.rows) == 123
        assert found.rows[0][:3] == ["Sl.", "Name", "Designation"]
        assert found.rows[1][7] == "01971528671"


class TestValues:
    @pytest.mark.parametrize(
        ("typed", "value"),
        [
            ("9551612", 9551612),
            ("9551612.0", 9551612),
            ("1.7E9", 1700000000),
            ("0.5", 0.5),
            ("-3", -3),
            ("1E300", 1e300),
        ],
    )
    def test_numbers(self, typed, value, only_sheet):
        (found,) = only_sheet(xlsx(row(number(typed)))).rows[0]
        assert (found, type(found)) == (value, type(value))

    def test_text_is_nfc_without_control_characters(self, only_sheet):
        typed = "\u09dc\u09c7\u09be _x0000_ক_x000B_খ_x000D__x000A_গ &#x85;"
        kept = "\u09a1\u09bc\u09cb কখ\nগ "
        assert only_sheet(xlsx(row(inline("A1", typed)))).rows == [[kept]]

    def test_nbsp_is_left_to_the_caller(self, only_sheet):
        assert only_sheet(xlsx(row(inline("A1", "ক\xa0খ")))).rows == [["ক\xa0খ"]]

    def test_a_cell_of_blanks_is_empty(self, only_sheet):
        cells = inline("A1", " \xa0\n"), inline("B1", "x")
        assert only_sheet(xlsx(row(*cells))).rows == [[None, "x"]]

    def test_leading_zeros_of_text_stay(self, only_sheet):
        assert only_sheet(xlsx(row(inline("A1", "01711")))).rows == [["01711"]]

    def test_truth_is_text(self, only_sheet):
        cell = '<c t="b"><v>1</v></c>'
        assert only_sheet(xlsx(row(cell))).rows == [["TRUE"]]

    @pytest.mark.parametrize(
        ("form", "serial", "value"),
        [
            (14, "42750", date(2017, 1, 15)),
            (22, "42750.4375", "2017-01-15 10:30"),
            (20, "0.4375", "10:30"),
            (164, "42750", date(2017, 1, 15)),
            (1, "42750", 42750),
        ],
    )
    def test_dates_by_number_format(self, form, serial, value, only_sheet):
        looks = styles("Nikosh").replace(
            '<xf fontId="1" xfId="0"/>', f'<xf fontId="1" numFmtId="{form}"/>'
        )
        own = '<numFmts><numFmt numFmtId="164" formatCode="dd\\/mm\\/yyyy"/></numFmts>'
        looks = looks.replace("<fonts>", f"{own}<fonts>")
        book = xlsx(row(number(serial, 1)), parts={"xl/styles.xml": looks})
        assert only_sheet(book).rows == [[value]]

    def test_dates_counted_from_1904(self, only_sheet):
        looks = styles("x").replace('fontId="1"', 'fontId="1" numFmtId="14"')
        workbook = frame()["xl/workbook.xml"]
        mac = workbook.replace("<sheets>", '<workbookPr date1904="1"/><sheets>')
        parts = {"xl/styles.xml": looks, "xl/workbook.xml": mac}
        book = xlsx(row(number("41288", 1)), parts=parts)
        assert only_sheet(book).rows == [[date(2017, 1, 15)]]

    def test_a_date_out_of_range_is_an_error(self, only_sheet):
        looks = styles("x").replace('fontId="1"', 'fontId="1" numFmtId="14"')
        book = xlsx(row(number("1e12", 1)), parts={"xl/styles.xml": looks})
        assert only_sheet(book).errors == {(1, 1)}

    def test_a_formula_gives_what_it_last_gave(self, only_sheet):
        cells = (
            "<c><f>1+1</f><v>2</v></c>",
            '<c t="str"><f>A1&amp;"x"</f><v>2x</v></c>',
            '<c t="str"><f>""</f><v></v></c>',
            "<c><f>2+2</f></c>",
            "<c><f>3+3</f><v></v></c>",
        )
        found = only_sheet(xlsx(row(*cells)))
        assert found.rows == [[2, "2x"]]
        assert found.formulas == {(1, 4), (1, 5)}

    def test_errors_are_listed(self, only_sheet):
        cell = '<c t="e"><f>#REF!</f><v>#REF!</v></c>'
        found = only_sheet(xlsx(row(number(1), cell, number(2))))
        assert (found.rows, found.errors) == ([[1, None, 2]], {(1, 2)})


class TestShape:
    @pytest.mark.parametrize("claim", ["A1:XFD1048576", "A1:A1", "B7:C9"])
    def test_the_dimension_is_never_believed(self, claim, only_sheet):
        book = xlsx(before=f'<dimension ref="{claim}"/>')
        assert only_sheet(book).rows == [["a", "b", 1], ["a", "b", 2]]

    def test_positions_stay_where_cells_are_left_out(self, only_sheet):
        book = xlsx(f'<row r="3">{inline("C3", "x")}</row>')
        assert only_sheet(book).rows == [[None] * 3, [None] * 3, [None, None, "x"]]

    def test_rows_in_any_order(self, only_sheet):
        book = xlsx(f'<row r="2">{inline("A2", "b")}</row><row r="1"/>')
        assert only_sheet(book).rows == [[None], ["b"]]

    def test_empty_rows_and_columns_at_the_end_do_not_count(self, only_sheet):
        empty = "".join(f'<row r="{n}"><c r="A{n}" s="0"/></row>' for n in (3, 1048576))
        wide = '<row r="2"><c r="XFD2"/></row>'
        assert len(only_sheet(xlsx(TWO_ROWS + wide + empty)).rows) == 2

    def test_the_last_row_and_column_of_the_limits(self, only_sheet):
        book = xlsx(f'<row r="20000">{inline("CV20000", "x")}</row>')
        found = only_sheet(book)
        assert (len(found.rows), found.rows[-1][99]) == (20_000, "x")

    def test_an_empty_sheet(self, only_sheet):
        found = only_sheet(xlsx(""))
        assert (found.rows, found.merged) == ([], [])

    def test_merged_ranges_end_with_the_rows(self, only_sheet):
        ranges = ("A1:B2", "A2:XFD1048576", "XFA1:XFD1", "A9:B9")
        cells = "".join(f'<mergeCell ref="{ref}"/>' for ref in ranges)
        book = xlsx(after=f"<mergeCells>{cells}</mergeCells>")
        assert only_sheet(book).merged == [(1, 1, 2, 2), (2, 1, 2, 100)]

    def test_hidden_columns_and_rows(self, only_sheet):
        columns = (
            '<cols><col min="1" max="1" width="9"/><col min="2" max="3" hidden="1"/>'
            '<col min="99" max="16384" hidden="true"/></cols>'
        )
        book = xlsx(TWO_ROWS.replace('r="2"', 'r="2" hidden="1"', 1), before=columns)
        found = only_sheet(book)
        assert found.hidden_columns == {2, 3, 99, 100}
        assert found.hidden_rows == {2}

    @pytest.mark.parametrize("state", ["hidden", "veryHidden"])
    def test_sheets_keep_order_and_say_that_they_are_hidden(self, state, read_bytes):
        texts = frame(2) | {
            "xl/worksheets/sheet1.xml": sheet(),
            "xl/worksheets/sheet2.xml": sheet(TWO_ROWS),
        }
        texts["xl/workbook.xml"] = texts["xl/workbook.xml"].replace("visible", state, 1)
        book = pack([Part.of(name, text) for name, text in texts.items()])
        found = read_bytes(book).sheets
        assert [(s.name, s.hidden, len(s.rows)) for s in found] == [
            ("S1", True, 0),
            ("S2", False, 2),
        ]


class TestFonts:
    def bijoy(self, only_sheet, cells, *fonts):
        book = xlsx(row(*cells), parts={"xl/styles.xml": styles(*fonts)})
        return only_sheet(book).bijoy

    @pytest.mark.parametrize(
        ("font", "bijoy"),
        [
            ("SutonnyMJ", True),
            ("SutonnyCMJ", True),
            ("Sutonny MJ Bold", True),
            ("sutonnymj", True),
            ("ChandrabatiMatraMJ", True),
            ("TonnyBanglaMJ", True),
            ("Bijoy Bangla", True),
            ("SutonnyOMJ", False),
            ("Sutonny OMJ", False),
            ("NikoshBAN", False),
            ("Nikosh", False),
            ("Calibri", False),
        ],
    )
    def test_fonts_of_the_bijoy_family(self, font, bijoy, only_sheet):
        found = self.bijoy(only_sheet, [inline("A1", "mwPe", 1)], font)
        assert found == ({(1, 1): [(0, 4)]} if bijoy else {})

    def test_only_what_the_font_shows_as_something_else(self, only_sheet):
        texts = ("mwPe", "217", "সচিব", "‡", "-", "†")
        cells = [inline(f"{c}1", t, 1) for c, t in zip("ABCDEF", texts, strict=True)]
        found = self.bijoy(only_sheet, [*cells, number(927, 1)], "SutonnyMJ")
        assert {column for _row, column in found} == {1, 2, 4, 6, 7}

    def test_signs_among_the_controls_are_not_lost(self, only_sheet):
        book = xlsx(
            row(inline("A1", "&#x86;kL", 1), inline("B1", "a&#x86;b")),
            parts={"xl/styles.xml": styles("SutonnyMJ")},
        )
        assert only_sheet(book).rows == [["†kL", "ab"]]

    @pytest.mark.parametrize(
        ("runs", "style", "bijoy"),
        [
            ((("Calibri", "Md. "), ("SutonnyMJ", "Kwig")), 0, [(4, 8)]),
            ((("Calibri", "Md. "), ("SutonnyMJ", "১২")), 0, []),
            ((("Calibri", "Md. "), ("Calibri", "K")), 1, []),
            (((None, "Kwig"), ("Calibri", "১")), 1, [(0, 4)]),
            (((None, "Kwig"), ("Calibri", "১")), 0, []),
            ((("SutonnyMJ", "‡g"), ("SutonnyCMJ", "vt ")), 0, [(0, 5)]),
            ((("SutonnyMJ", "K"), ("Arial", " "), (None, "L")), 1, [(0, 1), (2, 3)]),
        ],
    )
    @pytest.mark.parametrize("shared", [True, False])
    def test_runs_of_rich_text(self, runs, style, bijoy, shared, only_sheet):
        rich = "".join(
            f'<r>{f"""<rPr><rFont val="{font}"/></rPr>""" if font else ""}'
            f"<t>{text}</t></r>"
            for font, text in runs
        )
        parts = {"xl/styles.xml": styles("SutonnyMJ")}
        if shared:
            empty = frame()["xl/sharedStrings.xml"]
            strings = empty.replace("/>", f"><si>{rich}</si></sst>")
            parts["xl/sharedStrings.xml"] = strings
            cell = f'<c s="{style}" t="s"><v>0</v></c>'
        else:
            cell = f'<c s="{style}" t="inlineStr"><is>{rich}</is></c>'
        found = only_sheet(xlsx(row(cell), parts=parts))
        assert found.rows == [["".join(text for _, text in runs)]]
        assert found.bijoy == ({(1, 1): bijoy} if bijoy else {})

    def test_phonetic_hints_are_no_text(self, only_sheet):
        cell = (
            '<c t="inlineStr"><is><r><t>ক</t></r><rPh sb="0" eb="1"><t>k</t></rPh>'
            "</is></c>"
        )
        assert only_sheet(xlsx(row(cell))).rows == [["ক"]]


class TestOtherPrograms:
    def test_unknown_parts_and_odd_styles_are_passed_over(self, only_sheet):
        odd = styles("SutonnyMJ").replace("<patternFill/>", '<x colour="?"/>')
        odd = odd.replace("<borders>", '<borders count="many">')
        extra = (
            '<pageSetup orientation="diagonal"/><extLst><ext uri="?"/></extLst>'
            '<conditionalFormatting sqref="?"><cfRule/></conditionalFormatting>'
        )
        book = xlsx(
            row(inline("A1", "mwPe", 1)), after=extra, parts={"xl/styles.xml": odd}
        )
        found = only_sheet(book)
        assert (found.rows, found.bijoy) == ([["mwPe"]], {(1, 1): [(0, 4)]})

    def test_a_workbook_without_strings_and_styles(self, only_sheet):
        unneeded = ("xl/sharedStrings.xml", "xl/styles.xml")
        only = links({"rId1": ("worksheet", "/xl/worksheets/sheet1.xml")})
        bare = members(parts={"xl/_rels/workbook.xml.rels": only})
        kept = [part for part in bare if part.name not in unneeded]
        assert only_sheet(pack(kept)).rows == [["a", "b", 1], ["a", "b", 2]]

    def test_links_out_of_the_file_are_never_followed(self, only_sheet):
        inside = frame()["xl/_rels/workbook.xml.rels"]
        outside = (
            '<Relationship Id="out" Type="x/sharedStrings" TargetMode="External"'
            ' Target="http://127.0.0.1:9/strings.xml"/></Relationships>'
        )
        both = inside.replace("</Relationships>", outside)
        book = xlsx(parts={"xl/_rels/workbook.xml.rels": both})
        assert len(only_sheet(book).rows) == 2
