"""What is wrong or doubtful in a workbook, with its place and a sentence for it.

A doubt never stops a publication; an error does.
"""

from dataclasses import asdict, dataclass, field
from datetime import date
from string import ascii_uppercase

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from directory.models import LABELS
from directory.phones import doubt
from innovation_portal.bangla.calendar import format_date
from innovation_portal.bangla.numbers import in_digits
from innovation_portal.bangla.speech import language

ERRORS = {
    "empty_line": _(
        "This line has neither a name nor a number; complete or delete it."
    ),
    "too_long": _("The text is longer than %(limit)s characters; shorten it."),
    "formula": _("The cell holds a formula without a value; type the value itself."),
    "error_cell": _("The cell holds an error of the spreadsheet; type the value."),
    "no_heading": _(
        "No heading with name and designation was found on any sheet; say which column "
        "is what, or add a heading row."
    ),
    "no_lines": _("No line of a telephone list was found below the heading."),
}
DOUBTS = {
    "phone": _("“%(typed)s” does not look like a telephone number."),
    "email": _("“%(text)s” is not an e-mail address."),
    "same_mobile": _("The same mobile number stands under another name: %(other)s"),
    "same_email": _("The same e-mail address stands under another name: %(other)s"),
    "same_line": _("The same line stands twice; the other is in row %(other)s."),
    "office": _("The office “%(text)s” is not known; it will be made."),
    "office_near": _(
        "The office “%(text)s” is not known; it will be made. The nearest one is: "
        "%(near)s"
    ),
    "designation": _("The designation “%(text)s” is not known; it will be made."),
    "designation_near": _(
        "The designation “%(text)s” is not known; it will be made. The nearest one is: "
        "%(near)s"
    ),
    "ambiguous": _(
        "More than one line of the present list could be this one; choose on the page "
        "which it continues."
    ),
    "many_removed": _(
        "%(count)s lines of the present list are not in this file and would be removed."
    ),
    "other_person": _(
        "The name is another person’s, but the mobile number of the one before would "
        "stay. For a joining, use: New holder of the post"
    ),
    "nobody": _(
        "The line would name nobody and no vacant post. For a release, use: The post "
        "falls vacant"
    ),
    "undoes": _(
        "This file would undo a change made from %(day)s on by: %(who)s. "
        "%(field)s: %(now)s → %(then)s"
    ),
    "undoes_new_line": _(
        "This file would remove a line that was added from %(day)s on by: %(who)s. "
        "The line: %(line)s"
    ),
    "undoes_removal": _(
        "This file would bring back a line that was removed from %(day)s on by: "
        "%(who)s. The line: %(line)s"
    ),
    "sheet_left_out": _("No heading was found on this sheet; it was left out."),
    "sheet_hidden": _("This sheet is hidden; it was left out."),
    "bijoy_unread": _(
        "These signs of the SutonnyMJ text cannot be read and stay as typed: %(text)s"
    ),
    "bijoy_latin": _(
        "These words are in the font SutonnyMJ, but read as Latin; they stay as typed: "
        "%(text)s"
    ),
    "bijoy_suspected": _(
        "This column looks typed in SutonnyMJ, though its font is another. If it is, "
        "have it read as Unicode on the page “SutonnyMJ”."
    ),
    "column_unknown": _("The column “%(text)s” is not known; it was left out."),
    "column_unnamed": _("This column has no heading; it was left out."),
}
SENTENCES = ERRORS | DOUBTS


@dataclass(frozen=True)
class Problem:
    """Row and column count from 1; None where the whole sheet or file is meant."""

    code: str
    sheet: str = ""
    row: int | None = None
    column: int | None = None
    details: dict = field(default_factory=dict)

    def as_json(self):
        return asdict(self) | {"error": self.code in ERRORS}


def sentence(problem):
    """The sentence of a problem kept as JSON, in the language of the page."""
    code, details = problem["code"], problem["details"]
    if code == "phone" and (reason := doubt(**details)):
        return str(reason)
    return str(SENTENCES[code]) % {
        name: _written(name, value) for name, value in details.items()
    }


def _written(name, value):
    """A detail as people read it; texts of the list stay as they are printed."""
    if name == "day":
        return format_date(date.fromisoformat(value), language())
    if name == "field":
        return capfirst(LABELS[value])
    return in_digits(value, language()) if isinstance(value, int) else value


def described(problem):
    """A problem kept as JSON as people read it: column C, not 3, and its sentence."""
    return {
        "sheet": problem["sheet"],
        "row": problem["row"],
        "column": problem["column"] and column_letter(problem["column"]),
        "message": sentence(problem),
    }


def column_letter(number):
    """The letters over a column, as spreadsheets count: 1 is A, 27 is AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, len(ascii_uppercase))
        letters = ascii_uppercase[rest] + letters
    return letters
