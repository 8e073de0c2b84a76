"""One line of the list: a post, whoever holds it, or a service number; its edits."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_list_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from directory.actions.errors import LineChanged
from directory.counting import counts
from directory.forms import line as forms
from directory.forms.transfer import PostSearchForm, TransferForm
from directory.models import DailyCount, Entry
from directory.revision import revision
from directory.views.edition import RIGHT, tell_published
from directory.views.officer import EARLIER, card_of, code_of, standing
from innovation_portal.access.guard import needs
from innovation_portal.web.revision import public_page

FORMS = {
    "change": forms.ChangeForm,
    "holder": forms.HolderForm,
    "vacate": forms.VacateForm,
    "add": forms.AddForm,
    "remove": forms.RemoveForm,
}


@public_page(revision)
@require_safe
def line_detail(request, number):
    entries = Entry.objects.filter(line=number)
    context = standing(entries, request.user)
    line = context["charges"][0][0][0] if context["charges"] else context["last"]
    if line is None:
        raise Http404
    holders = entries.exclude(name="").earlier("officer", "honorific", "name")
    context |= {"line": line, "earlier": holders[:EARLIER]}
    return render(request, "directory/line_detail.html", context)


@counts(DailyCount.Kind.CARD)
@public_page(revision)
@require_safe
def line_card(request, number):
    return card_of(Entry.objects.filter(line=number), f"line_{number}", request.user)


@public_page(revision)
@require_safe
def line_code(request, number):
    return code_of(Entry.objects.filter(line=number), request.user)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(RIGHT)
def line_edit(request, number, way):
    """One of the short forms, over the line as it stands now."""
    if way not in FORMS:
        raise Http404
    return _edit(request, number, way, FORMS[way], "directory/line_edit.html")


@require_http_methods(["GET", "HEAD", "POST"])
@needs(RIGHT)
def line_transfer(request, number):
    """The post to which an officer moves is searched for on the same page."""
    search = PostSearchForm(request.GET)

    def form(sent, entry):
        return TransferForm(sent, entry=entry, posts=search.posts(entry))

    page = "directory/line_transfer.html"
    return _edit(request, number, "transfer", form, page, search=search)


def _edit(request, number, way, make_form, page, **context):
    entry = present(number)
    if entry is None:
        messages.error(request, _("This line no longer stands in the list."))
        return redirect("directory:entry_list")
    form = make_form(request.POST if request.method == "POST" else None, entry=entry)
    try:
        if form.is_valid() and (edition := form.save(by=request.user)):
            tell_published(request, edition)
            return _after(number)
    except LineChanged:  # between the look at it and the lock
        return _edit(request, number, way, make_form, page, **context)
    context |= {"form": form, "entry": entry, "tabs": _tabs(entry, way)}
    return render(request, page, context)


def present(number):
    """The entry of the line that stands now, None for one that stood once."""
    versions = get_list_or_404(Entry.objects.order_by("-first_edition_id"), line=number)
    return versions[0] if versions[0].last_edition_id is None else None


def _after(number):
    """The line as it stands now; where there is none any more, the list."""
    if present(number) is None:
        return redirect("directory:entry_list")
    return redirect("directory:line_detail", number)


def _tabs(entry, way):
    """Address, label and whether it is open, of what can be done with such a line."""
    ways = FORMS | {"transfer": TransferForm}
    apart = set() if entry.name else {"vacate", "transfer"}
    apart |= set() if entry.name or entry.vacant else {"holder"}
    return [
        (_address(entry.line, name), ways[name].title, name == way)
        for name in ORDER
        if name not in apart
    ]


ORDER = ("change", "holder", "transfer", "vacate", "add", "remove")


def _address(number, way):
    if way == "transfer":
        return reverse("directory:line_transfer", args=[number])
    return reverse("directory:line_edit", args=[number, way])
