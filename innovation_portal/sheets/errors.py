"""One sentence for each reason why a spreadsheet cannot be taken."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "big": _(
        "The file is larger than 10 MB; remove pictures and sheets that do not belong"
        " to the list and upload it again."
    ),
    "empty": _("The file is empty; choose the file of the list and upload it again."),
    "kind": _(
        "Only .xlsx, .xls, .ods and .csv files can be read; save the list as .xlsx and"
        " upload it again."
    ),
    "disguised": _(
        "The contents of the file do not match its name; open it in Excel or"
        " LibreOffice, save it as .xlsx and upload it again."
    ),
    "locked": _(
        "The file is locked with a password; remove the password and upload it again."
    ),
    "macros": _(
        "The workbook holds macros; save it as .xlsx without macros and upload it"
        " again."
    ),
    "packed": _(
        "The file unpacks to far more than a list can hold; copy the list into a new"
        " workbook and upload that."
    ),
    "damaged": _(
        "The file cannot be read; open it in Excel or LibreOffice, save it again as"
        " .xlsx and upload it again."
    ),
    "rows": _(
        "A sheet has more than 20,000 rows; delete what stands below the list and"
        " upload the file again. Sheet: %(sheet)s, cell: %(cell)s"
    ),
    "columns": _(
        "A sheet has more than 100 columns; delete what stands to the right of the"
        " list and upload the file again. Sheet: %(sheet)s, cell: %(cell)s"
    ),
    # Told of uploads of the first release alone.
    "bijoy": _(
        "The list is typed in SutonnyMJ, which the portal could not read when it came;"
        " choose the same file and upload it again."
    ),
    "text": _(
        "The workbook holds more text than a list can; copy the list alone into a new"
        " workbook and upload that."
    ),
    "heavy": _(
        "Reading the file takes too much time or memory; copy the list into a new"
        " workbook and upload that."
    ),
    "failed": _(
        "The portal could not compare this list; save it as a new .xlsx and upload"
        " that. If it happens again, tell the ICT branch."
    ),
    "encoding": _(
        "The letters of the .csv file cannot be read; save it as “CSV UTF-8” or as"
        " .xlsx and upload it again."
    ),
}


class SheetError(Exception):
    """A spreadsheet was refused; str() is the sentence for the user.

    `code` is a key of SENTENCES; `where` names the sheet and cell for the codes
    whose sentence asks for them.
    """

    def __init__(self, code, **where):
        super().__init__(code, where)
        self.code = code
        self.where = where

    def __str__(self):
        sentence = str(SENTENCES[self.code])
        return sentence % self.where if self.where else sentence
