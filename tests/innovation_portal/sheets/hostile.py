"""Files made to hurt a reader. Each is (file name, builder, code of the refusal)."""

from io import BytesIO

import xlwt

from .books import MAIN, TWO_ROWS, Member, inline, members, ods, pack, sheet, xlsx

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
MEGABYTE = 1024 * 1024
GIGABYTES = 2_200  # times one megabyte
SST, SST_END = f'<sst xmlns="{MAIN}">'.encode(), b"</sst>"
DATA, DATA_END = (part.encode() for part in sheet("|").split("|"))


def one_long_string():
    part = Member.repeating(
        STRINGS, SST + b"<si><t>", b"A" * MEGABYTE, GIGABYTES, b"</t></si>" + SST_END
    )
    return xlsx(parts={STRINGS: part})


def many_short_strings():
    chunk = b"<si><t>a</t></si>" * (MEGABYTE // 17)
    part = Member.repeating(STRINGS, SST, chunk, GIGABYTES, SST_END)
    return xlsx(parts={STRINGS: part})


def one_long_cell():
    head = DATA + b'<row r="1"><c r="A1" t="str"><v>'
    tail = b"</v></c></row>" + DATA_END
    part = Member.repeating(SHEET, head, b"A" * MEGABYTE, GIGABYTES, tail)
    return xlsx(parts={SHEET: part})


def wide_rows():
    row = b"<row>" + b"<c><v>1</v></c>" * 16_384 + b"</row>"
    part = Member.repeating(SHEET, DATA, row, 1_000, DATA_END)
    return xlsx(parts={SHEET: part})


def wide_row():
    return xlsx("<row>" + "<c><v>1</v></c>" * 16_384 + "</row>")


def far_cell():
    return xlsx(TWO_ROWS + f'<row r="1048576">{inline("XFD1048576", "x")}</row>')


def far_row():
    return xlsx(TWO_ROWS + '<row r="4294967295"><c><v>1</v></c></row>')


def far_error():
    cell = '<c r="XFD9" t="e"><v>#REF!</v></c>'
    return xlsx(TWO_ROWS + f'<row r="9">{cell}</row>')


def many_rows():
    return xlsx("<row><c><v>1</v></c></row>" * 20_001)


def same_long_string_everywhere():
    text = "অ" * 30_000
    shared = f'<sst xmlns="{MAIN}"><si><t>{text}</t></si></sst>'
    row = "<row>" + '<c t="s"><v>0</v></c>' * 100 + "</row>"
    return xlsx(row * 200, parts={STRINGS: shared})


def runs_in_turn(count):
    """A shared string whose letters are in a Bijoy font and not, in turn."""
    run = '<r><rPr><rFont val="SutonnyMJ"/></rPr><t>K</t></r><r><t>,</t></r>'
    return SST + b"<si>" + run.encode() * (count // 2) + b"</si>" + SST_END


def runs_everywhere():
    row = "<row>" + '<c t="s"><v>0</v></c>' * 100 + "</row>"
    return xlsx(row * 20, parts={STRINGS: runs_in_turn(20_000)})


def with_entities(declarations, use="&a;"):
    head = f"<!DOCTYPE worksheet [{declarations}]>"
    return xlsx(f"<row>{inline('A1', use)}</row>", head=head)


def billion_laughs():
    levels = "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">'
        for before, name in zip("zbcdefghi", "bcdefghij", strict=True)
    )
    return with_entities(f'<!ENTITY z "lol">{levels}', "&j;")


def quadratic():
    return with_entities(f'<!ENTITY a "{"x" * 100_000}">', "&a;" * 5_000)


def external_entity():
    return with_entities('<!ENTITY a SYSTEM "file:///etc/passwd">')


def entity_in(part):
    laughs = f'<!DOCTYPE x [<!ENTITY a "b">]><x xmlns="{MAIN}">&a;</x>'
    return lambda: xlsx(parts={part: laughs})


def truncated():
    whole = xlsx()
    return whole[: len(whole) // 2]


def string_out_of_range():
    return xlsx('<row><c r="A1" t="s"><v>7</v></c></row>')


def sixty_thousand_entries():
    return pack([Member(f"x{number}", b"\3\0", 0) for number in range(60_000)])


def zip64():
    whole, end = xlsx()[:-22], xlsx()[-22:]
    return whole + b"PK\6\7" + bytes(16) + end


def duplicate_member():
    return pack([*members(), Member.of(SHEET, sheet())])


def lying_size():
    return xlsx(parts={SHEET: Member.of(SHEET, sheet(TWO_ROWS * 500), size=300)})


def flagged_as_encrypted():
    return xlsx(parts={SHEET: Member.of(SHEET, sheet(), flags=1)})


def locked_xlsx():
    return OLE + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(500)


def old_book(sheet_name="S1"):
    book = xlwt.Workbook()
    book.add_sheet(sheet_name).write(0, 0, "x")
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def locked_xls():
    """An INTERFACEHDR record turned into FILEPASS (MS-XLS 2.4.117)."""
    return old_book().replace(b"\xe1\0\2\0", b"\x2f\0\2\0", 1)


def xls_with_macros():
    return old_book() + "_VBA_PROJECT_CUR".encode("utf-16-le")


def broken_xls():
    whole = old_book()
    return whole[:700].ljust(len(whole), b"\0") + "Workbook".encode("utf-16-le")


def locked_ods():
    return ods(manifest='<manifest:encryption-data manifest:checksum-type="x"/>')


def ods_cell(repeat_rows, repeat_columns):
    return ods(
        f'<table:table-row table:number-rows-repeated="{repeat_rows}">'
        f'<table:table-cell table:number-columns-repeated="{repeat_columns}"'
        ' office:value-type="float" office:value="1"/></table:table-row>'
    )


def word_document():
    types = (
        '<Types><Override ContentType="application/vnd.openxmlformats-officedocument'
        '.wordprocessingml.document.main+xml"/></Types>'
    )
    return xlsx(parts={"[Content_Types].xml": types})


def macro_types():
    types = '<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.'
    return xlsx(parts={"[Content_Types].xml": f'{types}main+xml"/></Types>'})


HTML = b"<html><table><tr><td>1</td></tr></table></html>"

FILES = {
    "one long string": ("a.xlsx", one_long_string, "packed"),
    "many short strings": ("a.xlsx", many_short_strings, "packed"),
    "one long cell": ("a.xlsx", one_long_cell, "packed"),
    "wide rows": ("a.xlsx", wide_rows, "packed"),
    "wide row": ("a.xlsx", wide_row, "columns"),
    "far cell": ("a.xlsx", far_cell, "rows"),
    "far row": ("a.xlsx", far_row, "rows"),
    "far error": ("a.xlsx", far_error, "columns"),
    "many rows": ("a.xlsx", many_rows, "rows"),
    "same long string": ("a.xlsx", same_long_string_everywhere, "text"),
    "runs everywhere": ("a.xlsx", runs_everywhere, "text"),
    "billion laughs": ("a.xlsx", billion_laughs, "damaged"),
    "quadratic": ("a.xlsx", quadratic, "damaged"),
    "external entity": ("a.xlsx", external_entity, "damaged"),
    "entity in workbook": ("a.xlsx", entity_in("xl/workbook.xml"), "damaged"),
    "entity in styles": ("a.xlsx", entity_in("xl/styles.xml"), "damaged"),
    "entity in strings": ("a.xlsx", entity_in(STRINGS), "damaged"),
    "truncated": ("a.xlsx", truncated, "damaged"),
    "empty": ("a.xlsx", bytes, "empty"),
    "too large": ("a.csv", lambda: b"a," * (6 * MEGABYTE), "big"),
    "csv as xlsx": ("a.xlsx", lambda: b"a,b\n1,2\n", "disguised"),
    "html as xlsx": ("a.xlsx", lambda: HTML, "disguised"),
    "html as xls": ("a.xls", lambda: HTML, "disguised"),
    "html as csv": ("a.csv", lambda: b"\xef\xbb\xbf" + HTML, "disguised"),
    "xlsx as csv": ("a.csv", xlsx, "disguised"),
    "xlsx as xls": ("a.xls", xlsx, "disguised"),
    "xls as xlsx": ("a.xlsx", old_book, "disguised"),
    "ods as xlsx": ("a.xlsx", ods, "disguised"),
    "xlsx as ods": ("a.ods", xlsx, "disguised"),
    "pdf": ("a.pdf", lambda: b"%PDF-1.7", "kind"),
    "no extension": ("list", xlsx, "kind"),
    "locked xlsx": ("a.xlsx", locked_xlsx, "locked"),
    "locked member": ("a.xlsx", flagged_as_encrypted, "locked"),
    "locked xls": ("a.xls", locked_xls, "locked"),
    "locked ods": ("a.ods", locked_ods, "locked"),
    "string out of range": ("a.xlsx", string_out_of_range, "damaged"),
    "60,000 entries": ("a.xlsx", sixty_thousand_entries, "packed"),
    "zip64": ("a.xlsx", zip64, "packed"),
    "duplicate member": ("a.xlsx", duplicate_member, "damaged"),
    "lying size": ("a.xlsx", lying_size, "damaged"),
    "ods repeat": ("a.ods", lambda: ods_cell(1_048_576, 16_384), "columns"),
    "ods rows": ("a.ods", lambda: ods_cell(1_048_576, 1), "rows"),
    "ods macros": ("a.ods", lambda: ods(extra={"Basic/a.xml": ""}), "macros"),
    "xlsm": ("a.xlsm", xlsx, "macros"),
    "macro types": ("a.xlsx", macro_types, "macros"),
    "vba in xlsx": ("a.xlsx", lambda: xlsx(parts={"xl/vbaProject.bin": ""}), "macros"),
    "vba in xls": ("a.xls", xls_with_macros, "macros"),
    "broken xls": ("a.xls", broken_xls, "damaged"),
    "docx renamed": ("a.xlsx", word_document, "disguised"),
    "zip renamed": ("a.xlsx", lambda: pack([Member.of("a.txt", "x")]), "disguised"),
    "zip as ods": ("a.ods", lambda: pack([Member.of("a.txt", "x")]), "disguised"),
    "latin-1 csv": ("a.csv", lambda: "Kwig †\n".encode("cp1252"), "encoding"),
    "utf-16 without mark": ("a.csv", lambda: "a,b\n".encode("utf-16-le"), "encoding"),
    "wide csv": ("a.csv", lambda: b"a," * 100 + b"a", "columns"),
    "long csv": ("a.csv", lambda: b"a\n" * 20_001, "rows"),
}
