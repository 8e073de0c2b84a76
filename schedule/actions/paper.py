"""A paper is drawn, kept as it was drawn, and named."""

from concurrent.futures.process import BrokenProcessPool
from threading import Lock

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils import timezone
from django.utils.translation import gettext as _

from innovation_portal.models import StoredFile
from innovation_portal.record.authorship import recorded
from schedule.composing import paper_of
from schedule.errors import Stale
from schedule.invited import facts_of
from schedule.models import Sitting, SittingPaper
from schedule.paper.letter import docx, pdf

PATIENCE = 20  # seconds that one waits for another's paper
# Each PDF takes a process of some 120 MB for two seconds: one at a time.
_drawing = Lock()


def make_paper(*, sitting, sequence, kind, values, by):
    """The SittingPaper, with its files. ``values`` are those of the form.

    Raises ValidationError where it is too long to be drawn or another is being drawn
    all the time, Stale where the sitting is not the version that was looked at.
    """
    made_at = timezone.now()
    paper = paper_of(kind, facts_of(sitting), values)
    files = {"pdf": _drawn(paper), "docx": docx(paper, made_at=made_at)}
    return _keep(
        sitting=sitting,
        sequence=sequence,
        kind=kind,
        values=values,
        files=files,
        made_at=made_at,
        by=by,
    )


def _drawn(paper):
    if not _drawing.acquire(timeout=PATIENCE):
        raise ValidationError(
            _("Another paper is being made just now. Try again in a moment.")
        )
    try:
        return pdf(paper)
    except (MemoryError, BrokenProcessPool):
        raise ValidationError(
            _("This paper is too long to be made. Shorten it.")
        ) from None
    finally:
        _drawing.release()


@recorded
def _keep(*, sitting, sequence, kind, values, files, made_at, by):
    """Nothing was locked while it was drawn, so the version is asked for now."""
    present = Sitting.objects.select_for_update().get(pk=sitting.pk)
    if present.sequence != sequence:
        raise Stale
    stored = {
        name: StoredFile.objects.keep(ContentFile(data)) for name, data in files.items()
    }
    return SittingPaper.objects.create(
        sitting=sitting,
        sequence=sequence,
        kind=kind,
        number=values.get("number", ""),
        dated=values.get("dated"),
        values=values,
        made_at=made_at,
        made_by=by,
        **stored,
    )
