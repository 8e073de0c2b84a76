"""Tables of a Word document: ruled ones with headings, and bare ones that set text."""

from dataclasses import dataclass, replace

from innovation_portal.paper.docx_elements import Look, element, paragraph, twips

HEAD = Look(align="center", bold=True, size=12, line=1)
BODY = Look(size=12, line=1)
SHADE = "EDEDED"
SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
PADDING = 0.15  # centimetres, left and right of a cell's text


@dataclass(frozen=True)
class Column:
    """A column's heading, its width in centimetres, and how its cells stand."""

    title: str
    width: float
    align: str = "left"


def ruled(columns, rows, *, heads=None, row_height=0):
    """A table with a line around each cell; see ``Document.table``."""
    widths = [column.width for column in columns]
    table = _table(widths, ruled=True)
    table.extend(_head_rows(widths, heads or _own_heads(columns)))
    for row in rows:
        table.append(_body_row(columns, row, row_height))
    return table


def bare(widths, cells):
    """One row of cells without lines; each is a list of paragraphs."""
    table = _table(widths, ruled=False)
    made = [
        _cell(width, content, middle=True)
        for width, content in zip(widths, cells, strict=True)
    ]
    table.append(_row(made))
    return table


def faces(width, height, lines):
    """Two faces of a tent side by side: the tops of both lie at the fold between.

    `lines` are pairs of a text and its look.
    """
    table = _table([width, width], ruled=True)
    made = [
        _cell(width, [paragraph(text, look) for text, look in lines], turned=turned)
        for turned in ("tbRl", "btLr")
    ]
    table.append(_row(made, height=height, exact=True))
    return table


def _table(widths, *, ruled):
    line = {"val": "single" if ruled else "nil", "sz": 4, "space": 0, "color": "auto"}
    margins = [
        element(side, w=twips(PADDING), type="dxa") for side in ("left", "right")
    ]
    properties = element(
        "tblPr",
        element("tblW", w=sum(map(twips, widths)), type="dxa"),
        element("tblBorders", *(element(side, **line) for side in SIDES)),
        element("tblLayout", type="fixed"),
        element("tblCellMar", *margins),
    )
    grid = element("tblGrid", *(element("gridCol", w=twips(width)) for width in widths))
    return element("tbl", properties, grid)


@dataclass(frozen=True)
class _Head:
    text: str
    across: int = 1
    down: int = 1


def _own_heads(columns):
    return [[_Head(column.title) for column in columns]]


def _head_rows(widths, heads):
    """Rows that Word repeats on each page. A heading over others spans ``across``.

    One that goes ``down`` leaves its place in the row below, where Word wants an empty
    cell that continues it.
    """
    reaching = {}  # column: rows that the heading above still fills, and its breadth
    for row in heads:
        cells, column, waiting = [], 0, list(row)
        while column < len(widths):
            more, across = reaching.pop(column, (0, 1))
            if not more:
                head = waiting.pop(0)
                more, across, text = head.down, head.across, head.text
                merge = "restart" if head.down > 1 else None
            else:
                text, merge = "", "continue"
            if more > 1:
                reaching[column] = (more - 1, across)
            width = sum(widths[column : column + across])
            cells.append(_head_cell(width, text, across, merge))
            column += across
        yield _row(cells, head=True)


def _head_cell(width, text, across, merge):
    content = [paragraph(line, HEAD) for line in text.split("\n")]
    return _cell(width, content, across=across, merge=merge, shaded=True, middle=True)


def _body_row(columns, row, height):
    """A row that is one text is a band across the table, and keeps to what follows."""
    if isinstance(row, str):
        width = sum(column.width for column in columns)
        band = paragraph(row, replace(BODY, bold=True, keep=True))
        return _row([_cell(width, [band], across=len(columns))])
    cells = [
        _cell(column.width, _lines(text, replace(BODY, align=column.align)))
        for column, text in zip(columns, row, strict=True)
    ]
    return _row(cells, height=height)


def _lines(text, look):
    return [paragraph(line, look) for line in text.split("\n")]


def _row(cells, *, head=False, height=0, exact=False):
    rule = "exact" if exact else "atLeast"
    properties = element(
        "trPr",
        element("cantSplit"),
        element("trHeight", val=twips(height), hRule=rule) if height else None,
        element("tblHeader") if head else None,
    )
    return element("tr", properties, *cells)


def _cell(
    width, content, *, across=1, merge=None, shaded=False, turned=None, middle=False
):
    properties = element(
        "tcPr",
        element("tcW", w=twips(width), type="dxa"),
        element("gridSpan", val=across) if across > 1 else None,
        element("vMerge", val=merge) if merge else None,
        element("shd", val="clear", color="auto", fill=SHADE) if shaded else None,
        element("textDirection", val=turned) if turned else None,
        element("vAlign", val="center") if middle or turned else None,
    )
    return element("tc", properties, *content)
