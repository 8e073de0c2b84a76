"""The texts of papers, which the branch puts into its own words."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from innovation_portal.access.guard import needs
from schedule.actions.text import change_texts
from schedule.forms.text import TextsForm
from schedule.models import PaperText
from schedule.models.paper import WITH_TEXTS
from schedule.paper.texts import TEXTS

RIGHT = "schedule.keep"
NAMES = dict(WITH_TEXTS)


@require_safe
@needs(RIGHT)
def text_list(request):
    kinds = [(kind, NAMES[kind], _texts(kind)) for kind in NAMES if kind in TEXTS]
    return render(request, "schedule/text_list.html", {"kinds": kinds})


def _texts(kind):
    """Label and words of each, for reading."""
    said = PaperText.objects.of(kind)
    return [(text.label, said[key]) for key, text in TEXTS[kind].items()]


@require_http_methods(["GET", "HEAD", "POST"])
@needs(RIGHT)
def text_change(request, kind):
    if kind not in TEXTS:
        raise Http404
    sent = request.POST if request.method == "POST" else None
    form = TextsForm(sent, kind=kind, texts=PaperText.objects.of(kind))
    if form.is_valid() and form.run(
        change_texts, kind=kind, texts=form.cleaned_data, by=request.user
    ):
        messages.success(request, _("Saved."))
        return redirect("schedule:text_list")
    context = {"form": form, "name": NAMES[kind]}
    return render(request, "schedule/text_change.html", context)
