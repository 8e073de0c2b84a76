"""Handmade .xlsx and .ods files, down to the bytes of the zip around them."""

import struct
import zlib
from dataclasses import dataclass

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE_RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"


@dataclass
class Member:
    """One zip entry, with every claim about it open to lies."""

    name: str
    packed: bytes
    size: int
    crc: int = 0
    flags: int = 0

    @classmethod
    def of(cls, name, content, **lies):
        data = content.encode() if isinstance(content, str) else content
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        packed = packer.compress(data) + packer.flush()
        claims = {"size": len(data), "crc": zlib.crc32(data)} | lies
        return cls(name, packed, **claims)

    @classmethod
    def repeating(cls, name, head, chunk, times, tail):
        """Gigabytes in no time: one deflated block, copied."""
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        start = packer.compress(head) + packer.flush(zlib.Z_FULL_FLUSH)
        block = packer.compress(chunk) + packer.flush(zlib.Z_FULL_FLUSH)
        end = packer.compress(tail) + packer.flush()
        size = len(head) + len(chunk) * times + len(tail)
        return cls(name, start + block * times + end, size)


def pack(members):
    """The bytes of a zip archive (APPNOTE.TXT 4.3.7, 4.3.12, 4.3.16)."""
    body, directory = bytearray(), bytearray()
    for member in members:
        name = member.name.encode()
        fields = (20, member.flags, 8, 0, 33, member.crc, len(member.packed))
        common = struct.pack("<5HLLLHH", *fields, member.size, len(name), 0)
        offset = len(body)
        body += b"PK\3\4" + common + name + member.packed
        directory += b"PK\1\2" + struct.pack("<H", 20) + common
        directory += struct.pack("<3HLL", 0, 0, 0, 0, offset) + name
    count = min(len(members), 0xFFFF)
    ends = (0, 0, count, count, len(directory), len(body), 0)
    return bytes(body + directory + b"PK\5\6" + struct.pack("<4H2LH", *ends))


def sheet(rows="", before="", after="", head=""):
    return (
        f'{head}<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{after}'
        "</worksheet>"
    )


def inline(ref, text, style=0):
    is_ = f"<is><t>{text}</t></is>"
    return f'<c r="{ref}" s="{style}" t="inlineStr">{is_}</c>'


TWO_ROWS = "".join(
    f'<row r="{row}">{inline(f"A{row}", "a")}{inline(f"B{row}", "b")}'
    f'<c r="C{row}"><v>{row}</v></c></row>'
    for row in (1, 2)
)


def frame(sheet_count=1, state="visible"):
    """The parts that every workbook has, by name, without its sheets."""
    numbers = range(1, sheet_count + 1)
    sheets = "".join(
        f'<sheet name="S{n}" sheetId="{n}" r:id="rId{n}" state="{state}"/>'
        for n in numbers
    )
    parts = {f"rId{n}": ("worksheet", f"worksheets/sheet{n}.xml") for n in numbers}
    parts |= {kind: (kind, f"{kind}.xml") for kind in ("styles", "sharedStrings")}
    return {
        "[Content_Types].xml": content_types(numbers),
        "_rels/.rels": links({"rId1": ("officeDocument", "xl/workbook.xml")}),
        "xl/workbook.xml": (
            f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE_RELS}">'
            f"<sheets>{sheets}</sheets></workbook>"
        ),
        "xl/_rels/workbook.xml.rels": links(parts),
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}"/>',
        "xl/styles.xml": styles(),
    }


def content_types(sheet_numbers):
    kinds = {"workbook": "sheet.main", "sharedStrings": "sharedStrings"}
    kinds |= {f"worksheets/sheet{n}": "worksheet" for n in sheet_numbers}
    overrides = "".join(
        f'<Override PartName="/xl/{name}.xml" ContentType="{TYPES}.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    package = "http://schemas.openxmlformats.org/package/2006/content-types"
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'<Types xmlns="{package}">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="rels" ContentType="{relations}"/>{overrides}</Types>'
    )


def links(parts):
    """The .rels of {id: (kind, path)}."""
    listed = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE_RELS}/{kind}" Target="{path}"/>'
        for name, (kind, path) in parts.items()
    )
    return f'<Relationships xmlns="{RELS}">{listed}</Relationships>'


def styles(*fonts):
    """Style 0 is Calibri; the given fonts are styles 1, 2, …"""
    names = ("Calibri", *fonts)
    listed = "".join(f'<font><name val="{name}"/></font>' for name in names)
    looks = "".join(f'<xf fontId="{n}" xfId="0"/>' for n in range(len(names)))
    return (
        f'<styleSheet xmlns="{MAIN}"><fonts>{listed}</fonts>'
        "<fills><fill><patternFill/></fill></fills><borders><border/></borders>"
        "<cellStyleXfs><xf/>"
        f"</cellStyleXfs><cellXfs>{looks}</cellXfs></styleSheet>"
    )


def members(rows=TWO_ROWS, *, parts=(), **around):
    """The Members of an .xlsx of one sheet; `parts` are Members or texts by name."""
    texts = frame() | {"xl/worksheets/sheet1.xml": sheet(rows, **around)} | dict(parts)
    return [
        part if isinstance(part, Member) else Member.of(name, part)
        for name, part in texts.items()
    ]


def xlsx(*args, **kwargs):
    return pack(members(*args, **kwargs))


def ods(table="", *, name="S1", styles="", manifest="", extra=()):
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
        for name, space in (
            ("office", "office"),
            ("table", "table"),
            ("text", "text"),
            ("style", "style"),
            ("fo", "xsl-fo-compatible"),
            ("svg", "svg-compatible"),
        )
    )
    calc = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
    content = (
        f'<office:document-content {spaces} xmlns:calcext="{calc}">{styles}'
        f'<office:body><office:spreadsheet><table:table table:name="{name}">'
        f"{table}</table:table></office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    texts = {
        "mimetype": ODS_TYPE,
        "content.xml": content,
        "META-INF/manifest.xml": f"<manifest>{manifest}</manifest>",
        **dict(extra),
    }
    return pack([Member.of(name, text) for name, text in texts.items()])
