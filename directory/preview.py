"""The tabs of a difference, of an upload or between two editions, and their rows."""

from django.core.paginator import Paginator
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from directory.forms import BijoyForm, ChoosingForms
from directory.forms.bijoy import places
from directory.history import lines
from directory.models import Edition, Upload
from directory.reading.problems import described, sentence
from innovation_portal.sheets import Note

DIFFERENCE = {
    "all": _("All differences"),
    "added": _("Added"),
    "removed": _("Removed"),
    "changed": _("Changed"),
    "new_holders": _("Of these, new holders of a post"),
    "unchanged": _("Unchanged"),
}
BETWEEN = [show for show in DIFFERENCE if show != "unchanged"]
PROBLEMS, READING, BIJOY = "problems", "reading", "bijoy"
CHOOSING = {READING: ChoosingForms, BIJOY: BijoyForm}
LINES, SENTENCES = 50, 100  # rows on a page


class Preview:
    """One tab of an upload that is ready; ``choosing`` are forms sent with a slip."""

    def __init__(self, upload, show, choosing=None):
        shows = (*DIFFERENCE, PROBLEMS, *CHOOSING)
        self.upload, self.show = upload, show if show in shows else "all"
        self.sent = choosing

    @cached_property
    def choosing(self):
        return self.sent or CHOOSING[self.show](self.upload)

    @cached_property
    def counts(self):
        counts = self.upload.counts
        real = counts["added"] + counts["removed"] + counts["changed"]
        return counts | {"all": real}

    @property
    def tabs(self):
        for show, label in DIFFERENCE.items():
            yield show, label, self.counts[show]

    @property
    def is_difference(self):
        return self.show in DIFFERENCE

    @property
    def is_settled(self):
        """No form on the page holds choices that a publication would pass over."""
        return self.show not in CHOOSING

    @property
    def can_publish(self):
        return self.is_settled and not self.upload.errors

    @property
    def rows(self):
        if self.is_difference:
            return self.upload.lines.shown(self.show)
        if self.show == PROBLEMS:
            problems = (*self.upload.errors, *self.upload.warnings)
            return [
                described(p) | {"error": p["error"], "typed": p.get("typed")}
                for p in problems
            ]
        return []

    @cached_property
    def bijoy(self):
        """How many cells in SutonnyMJ were read, and whether a column looks so; nothing
        where no cell could be. A tab is due where one is, looks or was said to be.
        """
        found = places(self.upload)
        count = sum(place["count"] for place in found)
        suspected = any(place["suspected"] for place in found)
        said = self.show == BIJOY or self.upload.choices.get("bijoy")
        has_tab = bool(count or suspected or said)
        told = {"count": count, "suspected": suspected, "has_tab": has_tab}
        return told if found or has_tab else {}

    @property
    def per_page(self):
        return LINES if self.is_difference else SENTENCES

    @property
    def undoes(self):
        """At how many places edits made by hand would be undone."""
        return sum(p["code"].startswith("undoes") for p in self.upload.problems)

    @property
    def date_is_proposed(self):
        return self.upload.understood["updated_on"] == str(self.upload.updated_on)

    @cached_property
    def published_as(self):
        """The edition that the same file became, if it did."""
        return Edition.objects.filter(source=self.upload.source_id).first()

    @cached_property
    def uploaded_before(self):
        return Upload.objects.same_file(self.upload).select_related("by").first()


class Comparison:
    """One tab of the difference between two editions, and one page of its lines."""

    def __init__(self, difference, veil, show, page):
        self.difference = difference
        self.show = show if show in BETWEEN else "all"
        rows = [change for change in difference.changes if change.shown(self.show)]
        self.page = Paginator(rows, LINES).get_page(page)
        self.page.object_list = lines(self.page.object_list, veil)

    @property
    def tabs(self):
        counts = self.difference.counts | {"all": len(self.difference.changes)}
        for show in BETWEEN:
            yield show, DIFFERENCE[show], counts[show]


def notes(upload):
    """Problems as notes on their cells; what belongs to no row stays on the page."""
    return [
        Note(
            problem["sheet"],
            problem["row"],
            problem["column"] or 1,
            sentence(problem),
            problem["error"],
        )
        for problem in upload.problems
        if problem["row"]
    ]
