"""Word documents for tests: their text, and whether their XML keeps to the schema.

The orders are those of the sequences in ISO/IEC 29500-1, Annex A, as far as the portal
writes them.
"""

import io
import zipfile

from docx import Document
from docx.oxml.ns import qn
from lxml import etree

ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore pBdr shd tabs spacing ind jc"
    " outlineLvl sectPr",
    "rPr": "rFonts b bCs i iCs color sz szCs u cs lang",
    "tblPr": "tblStyle tblW jc tblInd tblBorders shd tblLayout tblCellMar tblLook",
    "tblBorders": "top left bottom right insideH insideV",
    "tcPr": "tcW gridSpan vMerge tcBorders shd noWrap textDirection vAlign",
    "tbl": "tblPr tblGrid tr",
    "tr": "trPr tc",
    "p": "pPr r",
    "style": "name basedOn next pPr rPr tblPr",
    "sectPr": "footerReference type pgSz pgMar cols docGrid",
    "settings": "zoom defaultTabStop compat themeFontLang decimalSymbol listSeparator",
}


def opened(data):
    return Document(io.BytesIO(data))


def written(data):
    """All that stands in the document, in its order: paragraphs and rows of cells."""
    document, found = opened(data), []
    for piece in document.iter_inner_content():
        if hasattr(piece, "rows"):
            found += [
                " | ".join(_once(cell.text for cell in row.cells)) for row in piece.rows
            ]
        elif piece.text:
            found.append(piece.text)
    return found


def _once(texts):
    """A cell over several columns is named by each of them."""
    return list(dict.fromkeys(texts))


def parts(data):
    """Each XML part by its name, parsed."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        names = [n for n in package.namelist() if n.endswith((".xml", ".rels"))]
        return {name: etree.fromstring(package.read(name)) for name in names}


def misplaced(data):
    """Elements that stand where the schema has no place for them."""
    found = []
    for name, root in parts(data).items():
        for tag, order in ORDERS.items():
            places = {qn(f"w:{child}"): n for n, child in enumerate(order.split())}
            for parent in root.iter(qn(f"w:{tag}")):
                given = [places.get(child.tag, -1) for child in parent]
                if -1 in given or given != sorted(given):
                    found.append((name, tag, [child.tag for child in parent]))
        found += _cells_without_end(name, root)
    return found


def _cells_without_end(name, root):
    """Word calls a file broken whose cell does not end in a paragraph."""
    ends = [(name, "tc", cell[-1].tag) for cell in root.iter(qn("w:tc"))]
    return [end for end in ends if end[2] != qn("w:p")]
