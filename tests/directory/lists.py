"""Small telephone lists for tests, as sheets and as workbooks."""

from innovation_portal.sheets import Sheet, Workbook

HEADING = ["Sl.", "Name", "Designation", "Wing", "Section", "Office", "Mobile", "Email"]


def sheet(*rows, name="তালিকা", **rest):
    """A sheet whose rows are all as long as the longest."""
    width = max(map(len, rows), default=0)
    return Sheet(name, [[*row, *[None] * (width - len(row))] for row in rows], **rest)


def book(*sheets):
    return Workbook("xlsx", list(sheets))


def line(name="Md. Karim", post="Secretary", wing="Wing A", section=None, **texts):
    """A row below HEADING."""
    rest = [texts.get(key) for key in ("office", "mobile", "email")]
    return [None, name, post, wing, section, *rest]


def flat(*lines):
    """A workbook of one flat table with HEADING."""
    return book(sheet(HEADING, *lines))
