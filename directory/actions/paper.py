"""Papers of an edition: asked for with its publication, drawn by the worker, kept."""

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from directory.hiding import visitors_veil
from directory.models import Edition, EditionPaper, Entry
from directory.paper.alphabetical import alphabetical_list
from directory.paper.desk import desk_sheet
from directory.paper.pdf import LONGEST, full_list
from innovation_portal.models import StoredFile
from innovation_portal.work.jobs import job, unfinished

Kind = EditionPaper.Kind
DRAWN_BY = {
    Kind.FULL: full_list,
    Kind.ALPHABETICAL: alphabetical_list,
    Kind.DESK: desk_sheet,
}


@transaction.atomic
def ask_for(*, edition, kind=Kind.FULL):
    """Have the paper made soon, unless it is there or on its way; None if never.

    What failed is tried again after a while, by whoever asks first. A list longer
    than LONGEST is on no paper.
    """
    if edition.length > LONGEST:
        return None
    paper, new = EditionPaper.objects.get_or_create(edition=edition, kind=kind)
    if new or _is_our_turn(paper):
        make_paper.enqueue(paper.pk)
    return paper


def _is_our_turn(paper):
    """One asker finds the row as it was; of the others at the same time none does."""
    if not paper.due or [paper.pk] in unfinished(make_paper):
        return False
    seen = EditionPaper.objects.filter(pk=paper.pk, asked_at=paper.asked_at)
    return seen.update(asked_at=timezone.now(), tries=paper.tries + 1)


def ask_for_all(*, edition):
    for kind in DRAWN_BY:
        ask_for(edition=edition, kind=kind)


def ask_anew(kinds=Kind):
    """Papers show what visitors may see; when that changes, all are made again."""
    EditionPaper.objects.filter(kind__in=kinds).delete()
    ask_for_missing()


def ask_for_missing():
    """What each minute does: the present list gets its papers, whatever went wrong."""
    if edition := Edition.objects.current():
        ask_for_all(edition=edition)


@job()
def make_paper(pk):
    """Draw it and keep the file, then name it. May run twice; the first file stays.

    An edition never changes, so no lock is held for the minute that a long list takes.
    When numbers are hidden meanwhile, the paper's row is gone; the file is nobody's.
    """
    paper = EditionPaper.objects.select_related("edition").filter(pk=pk).first()
    if paper is None or paper.file_id:
        return
    entries = Entry.objects.of_edition(paper.edition_id).select_related("designation")
    alphabetical = paper.kind == Kind.ALPHABETICAL
    entries = entries.by_name() if alphabetical else entries.in_order()
    entries = visitors_veil().over(entries)
    drawn = DRAWN_BY[paper.kind](paper.edition, entries)
    stored = StoredFile.objects.keep(ContentFile(drawn))
    EditionPaper.objects.filter(pk=pk, file=None).update(
        file=stored, made_at=timezone.now()
    )
