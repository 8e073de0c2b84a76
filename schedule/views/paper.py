"""Papers of a sitting: made with what may be edited, kept, downloaded as they were."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from innovation_portal.access.guard import get_or_404_for, needs
from innovation_portal.access.rights import allowed
from schedule.actions.paper import make_paper
from schedule.drafting import first_values, kinds_for
from schedule.forms.paper import PaperForm, SignatoryForm
from schedule.invited import signatories
from schedule.models import PaperKind, Sitting, SittingPaper

RIGHT = "schedule.hold"
TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


@require_safe
@needs(RIGHT)
def paper_detail(request, pk):
    """What can be made for a sitting, and what was made."""
    sitting = _sitting(request, pk)
    context = {
        "sitting": sitting,
        "kinds": [PaperKind(kind) for kind in kinds_for(sitting)],
        "papers": sitting.papers.latest_first(),
        "keeps": allowed(request.user, "schedule.keep"),
    }
    return render(request, "schedule/paper_detail.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(RIGHT)
def paper_create(request, pk, kind):
    """The form, filled in; “take over” puts the chosen officer below the letter."""
    sitting = _sitting(request, pk)
    if kind not in kinds_for(sitting):
        raise Http404
    initial = first_values(sitting, kind) | {"seen": sitting.sequence}
    entries = signatories(sitting.organiser)
    if "take" in request.POST:
        taken = SignatoryForm(request.POST, entries=entries).taken
        form = PaperForm(kind=kind, initial=_typed(request.POST) | taken)
    else:
        sent = request.POST if request.method == "POST" else None
        form = PaperForm(sent, kind=kind, initial=initial)
    if form.is_valid() and _made(request, sitting, kind, form):
        return redirect("schedule:paper_detail", pk)
    context = {
        "sitting": sitting,
        "kind": PaperKind(kind),
        "form": form,
        "from_directory": SignatoryForm(entries=entries),
    }
    return render(request, "schedule/paper_create.html", context)


@require_safe
@needs(RIGHT)
def paper_download(request, pk, ending):
    papers = SittingPaper.objects.select_related("sitting__organiser", "pdf", "docx")
    paper = get_or_404_for(request.user, RIGHT, papers, pk=pk)
    if ending not in TYPES:
        raise Http404
    data = getattr(paper, ending).path.read_bytes()
    named = {"Content-Disposition": f'attachment; filename="{paper.file_name(ending)}"'}
    return HttpResponse(data, content_type=TYPES[ending], headers=named)


def _sitting(request, pk):
    return get_or_404_for(request.user, RIGHT, Sitting.objects.with_names(), pk=pk)


def _typed(data):
    """All that was typed, to be shown again; a box that is not ticked says nothing."""
    boxes = dict.fromkeys(("with_bangla_date", "show_link", "by_order"), False)
    return boxes | data.dict()


def _made(request, sitting, kind, form):
    done = form.run(
        make_paper,
        sitting=sitting,
        sequence=form.cleaned_data["seen"],
        kind=kind,
        values=form.values,
        by=request.user,
    )
    if done:
        messages.success(request, _("The paper was made."))
    return done
