"""Official papers as Word documents that a clerk can go on with.

Plain values in, ``bytes(document)`` out. Every run carries the font of both scripts
(``docx_elements``), so that Word shows Nikosh wherever that is installed.
"""

from dataclasses import replace

from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.shared import Cm

from innovation_portal.bangla.marks import lettered
from innovation_portal.paper import docx_table
from innovation_portal.paper.docx_elements import Look, element, paragraph, runs
from innovation_portal.paper.docx_package import HEADING, empty, packed
from innovation_portal.paper.docx_pages import page_number
from innovation_portal.paper.docx_table import Column

__all__ = ["Column", "Document"]

MINISTRY = "শিল্প মন্ত্রণালয়"
A4 = 21.0, 29.7  # centimetres
MARGINS = 1.8, 1.8, 2.0, 2.5  # top, right, bottom, left: room for the file's thread
SIGNATURE = 7.5  # centimetres across
PLAIN = Look()
CENTRED = Look(align="center", line=1.05)
BODY = Look(align="both", first=1.2, before=8, after=4, line=1.3)


class Document:
    """Pieces are added from top to bottom; ``made_at`` is an aware datetime.

    Widths are centimetres. Text is written as it is given: a line's end in it is a
    line's end on the paper.
    """

    def __init__(
        self, *, title, made_at, landscape=False, margins=MARGINS, numbered=True
    ):
        self._made = empty(title=title, author=MINISTRY, made_at=made_at)
        self._margins = margins
        self._lay(self._made.sections[0], landscape)
        if numbered:
            number = page_number(replace(CENTRED, size=10))
            self._made.sections[0].footer.part.element[:] = [number]

    def __bytes__(self):
        return packed(self._made)

    @property
    def width(self):
        """Between the margins of the present section."""
        return self._across - self._margins[1] - self._margins[3]

    def section(self, *, landscape):
        """Go on upon a new page that stands or lies."""
        self._lay(self._made.add_section(WD_SECTION.NEW_PAGE), landscape)

    def letterhead(self, lines):
        """Centred; the second line, the ministry's, larger and bold."""
        for number, line in enumerate(lines, 1):
            large = {"size": 15, "bold": True} if number == 2 else {}
            self._add(paragraph(line, replace(CENTRED, **large)))
        self.gap(8)

    def memo(self, number, dates, *, label="তারিখঃ"):
        """The number at the left; at the right one date, or two with a rule between."""
        *above, last = dates
        stacked = [paragraph(line, replace(CENTRED, ruled=True)) for line in above]
        stacked.append(paragraph(last, CENTRED))
        before = paragraph(label, replace(PLAIN, align="right"))
        widths = [self.width - 6.6, 2.0, 4.6]
        cells = [[paragraph(number, PLAIN)], [before], stacked]
        self._add(docx_table.bare(widths, cells))
        self.gap(8)

    def heading(self, text, *, underlined=True):
        """Centred and bold, and Word's own first heading."""
        look = replace(CENTRED, bold=True, size=15, before=4, after=8, keep=True)
        self._add(paragraph(text, replace(look, underlined=underlined, style=HEADING)))

    def subheading(self, text):
        look = replace(PLAIN, bold=True, before=8, after=2, keep=True)
        self._add(paragraph(text, look))

    def paragraph(self, text, *, indented=True):
        """Justified, its first line set in."""
        self._add(paragraph(text, BODY if indented else replace(BODY, first=0)))

    def line(self, text, *, align="left", bold=False, before=0):
        """A line that is no paragraph; ``align`` is left, center or right."""
        self._add(paragraph(text, Look(align=align, bold=bold, before=before)))

    def labelled(self, label, text, *, width=1.6, bold=False):
        """বিষয়ঃ and what it is, the further lines below its beginning."""
        look = Look(left=width, first=-width, tab=width, after=5, bold=bold)
        self._add(paragraph(f"{label}\t{text}", look))

    def particulars(self, pairs, *, left=1.2, width=2.9):
        """Labels, colons and what is said, in two columns."""
        look = Look(left=left + width, first=-width, tab=left + width, after=2)
        for label, text in pairs:
            said = paragraph(f"\t: {text}", look)
            said[1:1] = runs(label, replace(look, bold=True))
            self._add(said)

    def lettered(self, items, *, left=1.2):
        """(ক), (খ) …"""
        self.listed(lettered(items), left=left)

    def listed(self, marked, *, left=0.0, hang=0.9):
        """Pairs of a mark, such as ১. or (ক), and its text."""
        look = Look(left=left + hang, first=-hang, tab=left + hang, after=1)
        for mark, text in marked:
            self._add(paragraph(f"{mark}\t{text}", look))

    def table(self, columns, rows, *, heads=None, row_height=0):
        """A ruled table; headings stand on each page, and no row is cut.

        A row is as many texts as there are columns, or one text: a band across. `heads`
        are rows of headings with ``text``, ``across`` and ``down`` instead of the
        columns' own titles. `row_height` is the least height, in centimetres.
        """
        self._add(docx_table.ruled(columns, rows, heads=heads, row_height=row_height))
        self.gap(4)

    def signature(self, lines, *, before=36):
        """A block at the right, centred in itself; a paragraph's end goes along."""
        if self._made.paragraphs:
            self._made.paragraphs[-1].paragraph_format.keep_with_next = True
        look = Look(align="center", left=self.width - SIGNATURE, keep=True, line=1.1)
        for number, line in enumerate(lines):
            last = number == len(lines) - 1
            space = 0 if number else before
            self._add(paragraph(line, replace(look, before=space, keep=not last)))

    def tent(self, lines, *, height, size, small):
        """A plate to be folded in its middle, the same text on both faces.

        Its first line is `size` points large, the others are `small`.
        """
        first, *others = lines
        large = Look(align="center", size=size, bold=True, line=1.1)
        looks = [
            (first, large),
            *((line, replace(large, size=small)) for line in others),
        ]
        self._add(docx_table.faces(self.width / 2, height, looks))
        self.gap(0)

    def gap(self, points):
        """Nothing of a height; Word needs a paragraph between two tables."""
        self._add(paragraph("", Look(size=1, after=points, line=0.1)))

    def page_break(self):
        self._add(element("p", element("r", element("br", type="page"))))

    def _add(self, made):
        self._made.element.body.insert_element_before(made, "w:sectPr")

    def _lay(self, section, landscape):
        across, down = reversed(A4) if landscape else A4
        self._across = across
        section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = Cm(across), Cm(down)
        sides = ("top_margin", "right_margin", "bottom_margin", "left_margin")
        for side, size in zip(sides, self._margins, strict=True):
            setattr(section, side, Cm(size))
        section.header_distance = section.footer_distance = Cm(0.9)
