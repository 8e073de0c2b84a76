"""One officer: the charges he holds now, all ways to reach him, his earlier posts."""

from itertools import groupby

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from directory.actions.errors import SamePerson
from directory.actions.officer import join, part
from directory.cards import card, qr_svg, qr_text
from directory.counting import counts
from directory.forms.officer import JoinForm
from directory.hiding import veil_for
from directory.models import DailyCount, Edition, Entry, Officer
from directory.revision import revision
from innovation_portal.access.guard import needs
from innovation_portal.bangla.folding import clean
from innovation_portal.models import Office
from innovation_portal.organisation.tree import ways
from innovation_portal.web.revision import public_page

VCARD = "text/vcard; charset=utf-8"
RIGHT = "directory.publish"
LONGEST_NAME = 100  # characters of a name that is searched for
LIKE = 10  # persons offered at once
EARLIER = 10  # posts or holders; the old lists tell the rest


@public_page(revision)
@require_safe
def officer_detail(request, pk):
    officer = get_object_or_404(Officer.objects.select_related("same_as"), pk=pk)
    if officer.same_as:
        return redirect("directory:officer_detail", officer.same_as_id)
    entries = Entry.objects.of_person(officer)
    earlier = entries.earlier("post", "section", "wing")[:EARLIER]
    context = {
        "officer": officer,
        "earlier": earlier,
        **standing(entries, request.user),
    }
    return render(request, "directory/officer_detail.html", context)


@counts(DailyCount.Kind.CARD)
@public_page(revision)
@require_safe
def officer_card(request, pk):
    return card_of(_entries(pk), f"officer_{pk}", request.user)


@public_page(revision)
@require_safe
def officer_code(request, pk):
    return code_of(_entries(pk), request.user)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(RIGHT)
def officer_join(request, pk):
    """Persons with names like his, of whom one may be himself."""
    officer = get_object_or_404(Officer, pk=pk, same_as=None)
    form = JoinForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and _joined(request, officer, form.cleaned_data["officer"]):
        return redirect("directory:officer_detail", pk)
    asked = request.GET.get("q", "")[:LONGEST_NAME] or officer.name
    others = Officer.objects.like(clean(asked)).exclude(pk=pk)[:LIKE]
    context = {
        "officer": officer,
        "asked": asked,
        "others": _with_posts(others),
        "spellings": officer.spellings.order_by("name"),
    }
    return render(request, "directory/officer_join.html", context)


def _joined(request, officer, other):
    done = _("They are one person now.")
    return _told(request, done, join, officer=other, to=officer, by=request.user)


def _told(request, done, action, **values):
    """Whether it went through, which the reader is told, or why not."""
    try:
        action(**values)
    except SamePerson as error:
        messages.error(request, str(error))
    except ValidationError as error:  # of an app that follows, such as the schedule
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, done)
        return True
    return False


def _with_posts(officers):
    """Each with the line that he stood in last."""
    last = Entry.objects.filter(officer__in=[officer.pk for officer in officers])
    last = last.order_by("officer", "-first_edition").distinct("officer")
    posts = {entry.officer_id: entry for entry in last}
    return [(officer, posts.get(officer.pk)) for officer in officers]


@require_POST
@needs(RIGHT)
def officer_part(request, pk):
    officer = get_object_or_404(Officer.objects.exclude(same_as=None), pk=pk)
    person = officer.same_as_id
    done = _("They are two persons again.")
    _told(request, done, part, officer=officer, by=request.user)
    return redirect("directory:officer_join", person)


def _entries(pk):
    return Entry.objects.of_person(get_object_or_404(Officer, pk=pk))


def standing(entries, user):
    """What the present list says: lines, each with the way to its office, together
    where they are reached alike.

    Where it says nothing, ``last`` is the entry that stood in a list last.
    """
    current = entries.current().in_order().select_related("office")
    lines = veil_for(user).over(current)
    offices = [line.office for line in lines if line.office]
    way = ways(Office.objects.above_any(offices))
    ended = entries.order_by("-last_edition").select_related("last_edition")
    return {
        "edition": Edition.objects.current(),
        "charges": [
            [(line, way.get(line.office_id, ())) for line in alike]
            for _reach, alike in groupby(lines, key=_reach)
        ],
        "last": None if lines else ended.first(),
    }


def _reach(line):
    return line.calls_by_kind, line.email, line.room


def card_of(entries, name, user):
    """The contact as a file; who stands in no present list has none."""
    lines, edition = _present(entries, user), Edition.objects.current()
    name = f"{name}_{edition.updated_on:%Y-%m-%d}.vcf"
    disposition = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(card(lines, edition), content_type=VCARD, headers=disposition)


def code_of(entries, user):
    """The contact as a picture that a telephone's camera reads."""
    picture = qr_svg(qr_text(_present(entries, user)))
    return HttpResponse(picture, content_type="image/svg+xml")


def _present(entries, user):
    lines = veil_for(user).over(entries.current().in_order())
    if not lines:
        raise Http404
    return lines
