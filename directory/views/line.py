"""One line of the list: a post, whoever holds it, or a service number."""

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from directory.models import Entry
from directory.views.entry import revision
from directory.views.officer import EARLIER, card_of, code_of, standing
from innovation_portal.web.revision import public_page


@public_page(revision)
@require_safe
def line_detail(request, number):
    entries = Entry.objects.filter(line=number)
    context = standing(entries)
    line = context["charges"][0][0][0] if context["charges"] else context["last"]
    if line is None:
        raise Http404
    holders = entries.exclude(name="").earlier("officer", "honorific", "name")
    context |= {"line": line, "earlier": holders[:EARLIER]}
    return render(request, "directory/line_detail.html", context)


@public_page(revision)
@require_safe
def line_card(request, number):
    return card_of(Entry.objects.filter(line=number), f"line_{number}")


@public_page(revision)
@require_safe
def line_code(request, number):
    return code_of(Entry.objects.filter(line=number))
