"""The revision of the list: all that its pages and files depend on."""

from django.db.models import OuterRef, Subquery

from directory.models import (
    Designation,
    Edition,
    EditionPaper,
    Hidden,
    Officer,
    SearchRules,
)
from innovation_portal.database.prepared import Prepared
from innovation_portal.models import Office


def _newest():
    """The newest edition with the last changes of what its lines are called by."""
    changes = {
        model._meta.model_name: Subquery(
            model.pgh_event_model.objects.order_by("-pk").values("pk")[:1]
        )
        for model in (Designation, Office, Officer, Hidden)
    }
    papers = EditionPaper.objects.filter(edition=OuterRef("number")).exclude(file=None)
    changes["paper"] = Subquery(papers.order_by("-made_at").values("made_at")[:1])
    changes["rules"] = Subquery(SearchRules.objects.values("version")[:1])
    newest = Edition.objects.order_by("-number").annotate(**changes)
    return newest.values_list("number", "published_at", *changes)[:1]


_question = Prepared("directory_revision", _newest)


def revision(request):
    return _question.first()
