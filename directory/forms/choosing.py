"""How a workbook is meant, said on one page: columns, names, ambiguous lines."""

from functools import cached_property

from directory.forms.lines import LinesForm
from directory.forms.names import NamesForm
from directory.forms.sheets import sheet_forms
from directory.models import Designation
from innovation_portal.models import Office


class ChoosingForms:
    """Several forms that are sent together; ``choices`` are those of the action."""

    def __init__(self, upload, data=None):
        self.upload, self.data = upload, data
        self.sheets = sheet_forms(upload, data)
        self.lines = LinesForm(upload, data, "lines")

    @cached_property
    def offices(self):
        offices = Office.objects.open().select_related("parent").in_order()
        return self._names("offices", {office.pk: _place(office) for office in offices})

    @cached_property
    def designations(self):
        known = {one.pk: str(one) for one in Designation.objects.all()}
        return self._names("designations", known)

    def _names(self, kind, existing):
        read = self.upload.understood
        before = self.upload.choices.get(kind, {})
        settled = read["settled"][kind]
        return NamesForm(read[kind], settled, existing, before, self.data, kind)

    def is_valid(self):
        forms = (*self.sheets, self.offices, self.designations, self.lines)
        return all(form.is_valid() for form in forms)

    @property
    def choices(self):
        before = self.upload.choices.get("columns", {})
        picked = {form.sheet["name"]: form.picked for form in self.sheets}
        return {
            "columns": before | {name: said for name, said in picked.items() if said},
            "offices": self.offices.said,
            "designations": self.designations.said,
            "lines": self.lines.said,
        }


def _place(office):
    above = office.parent
    return f"{office} – {above}" if above and above.parent_id else str(office)
