"""The file around a Word document: styles, properties, the same bytes each time."""

import io
import zipfile
from datetime import UTC

import docx
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION

from innovation_portal.paper.docx_elements import (
    Look,
    element,
    paragraph_properties,
    run_properties,
)

# What the library's own template brings along, and no paper needs.
UNUSED = (
    RELATION.THUMBNAIL,
    RELATION.EXTENDED_PROPERTIES,
    RELATION.CUSTOM_XML,
    RELATION.NUMBERING,
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
)
EPOCH = (1980, 1, 1, 0, 0, 0)  # of every entry: the earliest that a zip can say
HEADING = "Heading1"


def empty(*, title, author, made_at):
    """A document of python-docx with nothing in it; `made_at` is an aware datetime."""
    made = docx.Document()
    _drop_unused(made)
    _set_styles(made.styles.element)
    _set_up(made.settings.element)
    said = {"author": author, "last_modified_by": author, "title": title}
    at = made_at.astimezone(UTC)
    said |= {"created": at, "modified": at, "revision": 1, "language": "bn"}
    said |= {"comments": ""}
    for name, value in said.items():
        setattr(made.core_properties, name, value)
    return made


def packed(made):
    """Its bytes: what is the same document is the same file, whenever it is packed."""
    first, again = io.BytesIO(), io.BytesIO()
    made.save(first)
    with zipfile.ZipFile(first) as source, zipfile.ZipFile(again, "w") as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return again.getvalue()


def _drop_unused(made):
    for relations in (made.part.package.rels, made.part.rels):
        for key in [key for key, rel in relations.items() if rel.reltype in UNUSED]:
            del relations[key]


def _set_styles(styles):
    """Three styles instead of the library's hundred: plain, heading, and a table's."""
    styles[:] = [
        element(
            "docDefaults",
            element("rPrDefault", run_properties(Look(), latin=True)),
            element("pPrDefault", paragraph_properties(Look())),
        ),
        _style("paragraph", "Normal", "Normal", default=1),
        _heading(),
        _style("table", "TableNormal", "Normal Table", default=1),
    ]


def _set_up(settings):
    """As Word 2013 and later lay out, tables beginning at the margin."""
    mode = {"name": "compatibilityMode", "val": 15}
    where = "http://schemas.microsoft.com/office/word"
    settings[:] = [
        element("zoom", percent=100),
        element("defaultTabStop", val=720),
        element("compat", element("compatSetting", uri=where, **mode)),
        element("themeFontLang", val="en-GB", bidi="bn-BD"),
        element("decimalSymbol", val="."),
        element("listSeparator", val=","),
    ]


def _heading():
    style = _style("paragraph", HEADING, "heading 1")
    outline = element("pPr", element("outlineLvl", val=0))
    style[1:1] = [element("basedOn", val="Normal"), element("next", val="Normal")]
    style.append(outline)
    return style


def _style(kind, key, name, **rest):
    return element("style", element("name", val=name), type=kind, styleId=key, **rest)
