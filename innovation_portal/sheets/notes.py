"""Hand a workbook back with what is to be corrected noted on its cells."""

from collections.abc import Iterable
from dataclasses import astuple, dataclass

from . import child
from .limits import prescan


@dataclass(frozen=True)
class Note:
    """A message on one cell; rows and columns count from 1.

    Errors are filled light red, warnings light yellow.
    """

    sheet: str
    row: int
    column: int
    message: str
    error: bool = True


def annotate(path, *, filename, notes: Iterable[Note]):
    """Return the file at `path` as the bytes of an .xlsx with `notes` on its cells.

    An .xlsx keeps its styles, merged cells and widths; the other kinds keep values,
    merged cells and what is hidden. Raises SheetError.
    """
    kind = prescan(path, filename)
    given = [[*astuple(note)[:3], str(note.message), note.error] for note in notes]
    return child.run("annotate", path, kind=kind, notes=given)
