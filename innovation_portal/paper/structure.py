"""Two things put right in the structure that WeasyPrint writes.

It counts the columns of spanning headings wrongly, so that a serial number is told to
stand under "date of start", and it lists each attached file twice.
"""

from collections import defaultdict
from itertools import product

import pydyf


def mend(pdf):
    """Put right a pydyf PDF, before it is written."""
    if "AF" in pdf.catalog:
        pdf.catalog["AF"] = pydyf.Array(dict.fromkeys(pdf.catalog["AF"]))
    tables = [item for item in pdf.objects if _tag(item) == "/Table"]
    identified = [pair for table in tables for pair in _link(pdf, table)]
    if identified:
        names = sorted((name.string.encode(), cell) for name, cell in identified)
        flat = [part for name, cell in names for part in (pydyf.String(name), cell)]
        tree = pydyf.Dictionary({"Names": pydyf.Array(flat)})
        root = _at(pdf, pdf.catalog["StructTreeRoot"])
        root["IDTree"] = tree.data


def _link(pdf, table):
    """Lead each cell of a table to its headings; yields their IDs and references."""
    columns, rows = defaultdict(list), defaultdict(list)
    cells = list(_placed(pdf, table))
    for cell, part, down, across in cells:
        if cell["S"] == "/TH":
            over, span = (columns, across) if part == "/THead" else (rows, down)
            cell["A"]["Scope"] = "/Column" if over is columns else "/Row"
            for place in span:
                over[place].append(cell["ID"])
            yield cell["ID"], cell.reference
    for cell, _part, down, across in cells:
        if cell["S"] == "/TD":
            names = [name for row in down for name in rows[row]]
            names += [name for column in across for name in columns[column]]
            cell["A"]["Headers"] = pydyf.Array(dict.fromkeys(names))


def _placed(pdf, table):
    """Cells with their part of the table, and the rows and columns that they span."""
    taken = set()
    for number, (part, row) in enumerate(_rows(pdf, table)):
        column = 0
        for cell in _kids(pdf, row):
            while (number, column) in taken:
                column += 1
            down = range(number, number + cell["A"].get("RowSpan", 1))
            across = range(column, column + cell["A"].get("ColSpan", 1))
            taken.update(product(down, across))
            yield cell, part, down, across


def _rows(pdf, element):
    """Rows below a table or one of its parts, with the tag of the part."""
    for kid in _kids(pdf, element):
        if kid["S"] == "/TR":
            yield element["S"], kid
        elif kid["S"] in {"/THead", "/TBody", "/TFoot"}:
            yield from _rows(pdf, kid)


def _kids(pdf, element):
    return [_at(pdf, kid) for kid in element["K"] if isinstance(kid, bytes)]


def _tag(item):
    return isinstance(item, dict) and item.get("Type") == "/StructElem" and item["S"]


def _at(pdf, reference):
    return pdf.objects[int(reference.split()[0])]
