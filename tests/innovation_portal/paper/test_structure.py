"""The structure of a PDF, looked at with another library than the one that wrote it."""

import pikepdf
import pytest

from innovation_portal.paper.pdf import Attachment, from_html, from_template

from .papers import HARD_WORDS, objects, page, paragraphs

pytestmark = pytest.mark.slow

SPANNING = """
<table>
  <thead>
    <tr><th rowspan=2>ক্রমিক</th><th colspan=2>কাল</th><th rowspan=2>কে</th></tr>
    <tr><th>শুরু</th><th>শেষ</th></tr>
  </thead>
  <tbody>
    <tr><td>১</td><td rowspan=2>জানু</td><td>ডিসে</td><td>টিম</td></tr>
    <tr><td>২</td><td colspan=2>একত্রে</td></tr>
    <tr><th>মোট</th><td>৫</td><td>৬</td><td>৭</td></tr>
  </tbody>
</table>
"""
FILE = Attachment("list.xlsx", b"PK...", "তালিকা")


def elements(opened, tag):
    """Structure elements of a tag, in the order of the document."""
    found, open_ones = [], [opened.Root.StructTreeRoot.K[0]]
    while open_ones:
        element = open_ones.pop(0)
        if isinstance(element, pikepdf.Dictionary) and "/S" in element:
            found.append(element)
            open_ones = [*element.get("/K", []), *open_ones]
    return [element for element in found if str(element.S)[1:] == tag]


def tags(element, depth=0):
    """The tree of tags below an element, spans of text left out."""
    kids = [kid for kid in element.get("/K", []) if isinstance(kid, pikepdf.Dictionary)]
    below = [tags(kid) for kid in kids if kid.S != "/Span"]
    return {str(element.S)[1:]: below} if below else str(element.S)[1:]


@pytest.fixture(scope="module")
def letter():
    body = f"<h1>স্মারক</h1><p>বিষয়</p>{SPANNING}<ul><li>এক</ul>"
    head = (
        '<meta name="author" content="শিল্প মন্ত্রণালয়">'
        '<meta name="dcterms.created" content="2017-02-14T10:30:00+06:00">'
    )
    return objects(from_html(page(body, head=head), attachments=[FILE]))


def test_the_document_is_tagged_as_it_is_meant(letter):
    heads = {"THead": [{"TR": ["TH", "TH", "TH"]}, {"TR": ["TH", "TH"]}]}
    rows = [["TD", "TD", "TD", "TD"], ["TD", "TD"], ["TH", "TD", "TD", "TD"]]
    table = {"Table": [heads, {"TBody": [{"TR": row} for row in rows]}]}

    assert tags(letter.Root.StructTreeRoot.K[0]) == {
        "Document": ["H1", "P", table, {"L": [{"LI": ["Lbl", "LBody"]}]}]
    }


def headings(opened):
    """For each TD the places of its headings among the TH."""
    order = {str(head.ID): place for place, head in enumerate(elements(opened, "TH"))}
    cells = [cell.A.get("/Headers", []) for cell in elements(opened, "TD")]
    return [[order[str(name)] for name in names] for names in cells]


def test_a_cell_knows_the_headings_above_it_through_every_span(letter):
    serial, period, who, start, end, total = range(6)
    assert headings(letter) == [
        [serial],
        [period, start],
        [period, end],
        [who],
        [serial],
        [period, end, who],
        [total, period, start],
        [total, period, end],
        [total, who],
    ]


def test_headings_say_which_way_they_look(letter):
    ways = [str(head.A.Scope)[1:] for head in elements(letter, "TH")]

    assert ways == ["Column"] * 5 + ["Row"]


def test_headings_are_found_by_their_names(letter):
    names = list(letter.Root.StructTreeRoot.IDTree.Names)
    pairs = zip(names[::2], names[1::2], strict=True)
    found = {bytes(name): head.objgen for name, head in pairs}
    heads = {bytes(head.ID): head.objgen for head in elements(letter, "TH")}

    assert found == heads
    assert list(found) == sorted(heads)


def test_a_table_over_pages_has_its_headings_on_each():
    rows = "<tr><td>১</td><td>ক</td><td>খ</td><td>গ</td></tr>" * 90
    opened = objects(from_html(page(SPANNING.replace("<tbody>", f"<tbody>{rows}"))))

    assert len(opened.pages) > 1
    assert len(elements(opened, "Table")) == len(opened.pages)
    assert all(headings(opened))


def test_a_document_without_a_table_has_no_names():
    assert "/IDTree" not in objects(from_html(page("<p>ক"))).Root.StructTreeRoot


def test_language_title_and_marks(letter):
    root = letter.Root

    assert str(root.Lang) == "bn"
    assert bool(root.ViewerPreferences.DisplayDocTitle)
    assert bool(root.MarkInfo.Marked)
    assert str(letter.docinfo.Title) == "পরীক্ষা"
    assert str(letter.docinfo.Author) == "শিল্প মন্ত্রণালয়"
    assert str(letter.docinfo.CreationDate) == "D:20170214103000+06'00"
    assert all(page.Tabs == "/S" for page in letter.pages)


def test_it_says_that_it_is_pdf_a_3b(letter):
    with letter.open_metadata() as metadata:
        assert metadata.pdfa_status == "3B"
        assert metadata["dc:title"] == "পরীক্ষা"
    (intent,) = letter.Root.OutputIntents
    assert intent.S == "/GTS_PDFA1"
    assert intent.DestOutputProfile.N == 3
    assert len(letter.trailer.ID) == 2


def test_an_attached_file_is_listed_once_as_the_source(letter):
    (listed,) = letter.Root.AF

    assert listed.AFRelationship == "/Source"
    assert str(listed.UF) == "list.xlsx"
    assert str(listed.Desc) == "তালিকা"
    assert listed.EF.F.Subtype == (
        "/application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    )
    assert letter.attachments["list.xlsx"].get_file().read_bytes() == FILE.data


def test_two_attached_files_are_both_listed():
    second = Attachment("plan.xlsx", b"PK,,,")
    opened = objects(from_html(page("<p>ক"), attachments=[FILE, second]))

    assert [str(file.UF) for file in opened.Root.AF] == ["list.xlsx", "plan.xlsx"]


def test_every_font_is_embedded():
    body = paragraphs(HARD_WORDS) + "<p>漢字 <b>Ж</b> \U0001f9ff"
    opened = objects(from_html(page(body)))
    items = [item for item in opened.objects if isinstance(item, pikepdf.Dictionary)]
    described = [i for i in items if i.get("/Type") == "/FontDescriptor"]

    assert len(described) > 3
    assert all("/FontFile2" in font or "/FontFile3" in font for font in described)


def test_nothing_is_see_through_or_runs():
    opened = objects(from_html(page(f"<h1>ক</h1>{SPANNING}")))
    items = [item for item in opened.objects if isinstance(item, pikepdf.Dictionary)]

    assert not any("/SMask" in item or "/JS" in item for item in items)


def test_a_template_says_language_author_and_date_by_itself():
    opened = objects(from_template("paper/base.html", {}))

    assert str(opened.Root.Lang) == "bn"
    assert str(opened.docinfo.Author) == "শিল্প মন্ত্রণালয়"
    assert str(opened.docinfo.CreationDate).endswith("+06'00")
